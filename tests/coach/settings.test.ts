import { expect, it } from 'vitest';
import { freezeSettings, settingsEvents, settingsOf, thawSettings } from '../../src/coach/settings.ts';
import type { EventDraft, JournalEvent } from '../../src/journal/events.ts';

const stamped = (drafts: readonly EventDraft[]) =>
  drafts.map((draft, n) => ({
    v: 1,
    id: `e${n}`,
    at: new Date(n * 1000).toISOString(),
    tz: 0,
    device: 'd',
    ...draft,
  })) as JournalEvent[];
const set = (key: string, value: unknown): EventDraft => ({ type: 'set', key, value });

const NOTHING_SAID = settingsOf([]);

it('a change is kept as events and read back', () => {
  const change = {
    track: 'research',
    interview: '2026-12-18',
    minutes: 30,
    daysOff: ['2026-12-06'],
    location: 'paris',
    level: 'se',
    rounds: new Map([['coding', '2026-12-05']]),
    weekdays: new Map([['sat', 60]] as const),
  };
  const events = settingsEvents(change, NOTHING_SAID);
  expect(events).toHaveLength(8);
  const settings = settingsOf(stamped(events));
  expect(settings).toEqual({
    track: 'research',
    interview: '2026-12-18',
    minutes: 30,
    daysOff: new Set(['2026-12-06']),
    location: 'paris',
    level: 'se',
    rounds: new Map([['coding', '2026-12-05']]),
    weekdays: new Map([['sat', 60]]),
    since: 7000,
  });
  expect(thawSettings(JSON.parse(JSON.stringify(freezeSettings(settings))))).toEqual(settings);
  expect(settingsEvents(change, settings)).toEqual([]);
  expect(settingsEvents({ ...change, daysOff: [], weekdays: new Map([['sat', 61]]) }, settings)).toEqual([
    set('days-off', []),
    set('minutes:sat', 61),
  ]);
});

it('what was never said and takes nothing back is no change, but the first words are kept', () => {
  const nothing = { location: null, rounds: new Map([['coding', null]]), weekdays: new Map() };
  const settings = settingsOf(stamped(settingsEvents({ minutes: 40 }, NOTHING_SAID)));
  expect(settings.since).toBe(0);
  expect(settingsEvents(nothing, settings)).toEqual([]);
});

it('the last word counts, and null takes it back', () => {
  const settings = settingsOf(
    stamped([
      ...settingsEvents({ minutes: 30, rounds: new Map([['coding', '2026-12-05']]) }, NOTHING_SAID),
      ...settingsEvents({ minutes: 20 }, NOTHING_SAID),
      ...settingsEvents(
        { rounds: new Map([['coding', null]]), weekdays: new Map([['mon', 5]]) },
        NOTHING_SAID,
      ),
      ...settingsEvents({ weekdays: new Map([['mon', null]]) }, NOTHING_SAID),
    ]),
  );
  expect(settings.minutes).toBe(20);
  expect(settings.rounds).toEqual(new Map());
  expect(settings.weekdays).toEqual(new Map());
});

it('what cannot be read counts as not said', () => {
  const settings = settingsOf(
    stamped([
      set('minutes', 'many'),
      set('minutes:someday', 10),
      set('minutes:tue', -3),
      set('round:coding', '2026-02-30'),
      set('interview', 7),
      set('days-off', [1, '2026-12-06']),
      set('exam', { slots: [] }),
      set('level', ''),
    ]),
  );
  expect(settings).toMatchObject({ minutes: 40, interview: null, level: null });
  expect([settings.weekdays.size, settings.rounds.size, [...settings.daysOff]]).toEqual([
    0,
    0,
    ['2026-12-06'],
  ]);
  expect(settingsOf(stamped([set('exam', null)])).since).toBeNull();
});
