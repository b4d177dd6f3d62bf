import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import { appendEvents } from '../../src/journal/write.ts';
import { folder, lineOf, put, stamp, tick } from './support.ts';

const minutes = (value: number): EventDraft => ({ type: 'set', key: 'minutes', value });
const SUSPEND: EventDraft = { type: 'suspend', q: 'moe-top2' };
const SKIP: EventDraft = { type: 'skip', q: 'moe-top2' };

let n = 0;
/** Appends at a time of day, under ids that say nothing of the order. */
function say(dir: string, device: string, time: string, ...drafts: EventDraft[]): void {
  const newId = () => `id-${1000 - n++}`;
  appendEvents(dir, device, drafts, stamp({ now: new Date(`2026-03-09T${time}Z`), newId }));
}

/** The history as it is read, by type and time. */
const history = (dir: string) => readJournal(dir).events.map(({ type, at }) => `${type} ${at.slice(0, -1)}`);

describe('after a clock was set back', () => {
  it.each<[string, EventDraft, EventDraft]>([
    ['a setting', minutes(60), minutes(30)],
    ['a tick', { type: 'tick', item: 'c1' }, { type: 'untick', item: 'c1' }],
    ['what is set aside', SUSPEND, { type: 'unsuspend', q: 'moe-top2' }],
  ])('the new word wins over the old one: %s', (_, old, fresh) => {
    const dir = folder();
    say(dir, 'a', '12:00', old);
    say(dir, 'a', '10:00', fresh);
    say(dir, 'b', '09:00', old);
    expect(readJournal(dir).events).toMatchObject([old, fresh, old]);
    expect(readJournal(dir).events.map(({ device }) => device)).toEqual(['a', 'a', 'b']);
  });

  it('of several in one go too, and what was said of something else keeps the clock', () => {
    const dir = folder();
    say(dir, 'a', '12:00', minutes(60));
    say(dir, 'a', '10:00', minutes(30), { type: 'set', key: 'track', value: 'research' }, minutes(20), SKIP);
    expect(history(dir)).toEqual([
      'set 2026-03-09T10:00:00.001',
      'skip 2026-03-09T10:00:00.003',
      'set 2026-03-09T12:00:00.000',
      'set 2026-03-09T12:00:00.001',
      'set 2026-03-09T12:00:00.002',
    ]);
    expect(readJournal(dir).events.at(-1)).toMatchObject(minutes(20));
  });
});

describe('a word from a far future', () => {
  it('is followed by the next one on the same, and by nothing else', () => {
    const dir = folder();
    put(dir, 'b.jsonl', lineOf(tick('far', '2999-01-01T00:00:00.000Z')));
    say(dir, 'a', '10:00', { type: 'untick', item: 'cv' });
    say(dir, 'a', '10:01', { type: 'tick', item: 'c1' }, SKIP);
    expect(history(dir)).toEqual([
      'tick 2026-03-09T10:01:00.000',
      'skip 2026-03-09T10:01:00.001',
      'tick 2999-01-01T00:00:00.000',
      'untick 2999-01-01T00:00:00.001',
    ]);
  });

  it('may be the last that can be said, and the next is still kept', () => {
    const dir = folder();
    put(dir, 'b.jsonl', lineOf(tick('far', '9999-12-31T23:59:59.999Z')));
    say(dir, 'a', '10:00', { type: 'untick', item: 'cv' });
    expect(readJournal(dir)).toMatchObject({ events: [{}, {}], problems: [] });
  });
});
