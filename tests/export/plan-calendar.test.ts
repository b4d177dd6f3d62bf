import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { AnsweredDay } from '../../src/coach/plan-answer.ts';
import { planCalendar } from '../../src/export/plan-calendar.ts';

const day = (date: string, more: Partial<AnsweredDay> = {}): AnsweredDay => ({
  date,
  minutes: { planned: 40, done: null },
  topics: [{ id: 'moe', minutes: 40, new: 3, review: 5 }],
  rounds: [],
  items: [],
  readiness: 0.5,
  expected: null,
  ...more,
});
const options = {
  company: 'Mistral AI',
  now: new Date('2026-01-01T00:00:00Z'),
  topicTitle: (id: string) => id,
  roundTitle: (id: string) => `Round ${id}`,
  isEstimate: (id: string) => id === 'onsite',
};

const eventsOf = (days: readonly AnsweredDay[], more: Partial<typeof options> = {}) =>
  new ICAL.Component(ICAL.parse(planCalendar(days, { ...options, ...more })))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

it('a calendar program reads a day of study and a round, each as whole days', () => {
  const days = [
    day('2026-03-28'),
    day('2026-03-29', { minutes: { planned: 0, done: null }, topics: [] }),
    day('2026-03-30', { rounds: ['code'], topics: [], minutes: { planned: 0, done: null } }),
  ];
  const events = eventsOf(days);
  expect(events.map(({ summary }) => summary)).toEqual(['Prepare 40 min', 'Mistral AI: Round code']);
  expect(events.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])).toEqual([
    ['2026-03-28', '2026-03-29'],
    ['2026-03-30', '2026-03-31'],
  ]);
  expect(events[0]?.description).toContain('moe: 40 min, 3 new, 5 again');
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
});

it('leaves out of a topic what there is none of', () => {
  const topics = [
    { id: 'moe', minutes: 20, new: 0, review: 8 },
    { id: 'kv', minutes: 20, new: 5, review: 0 },
  ];
  expect(eventsOf([day('2026-03-28', { topics })])[0]?.description).toMatch(
    /^moe: 20 min, 8 again\nkv: 20 min, 5 new\n/,
  );
});

it('what is done of today is not planned again', () => {
  const text = planCalendar([day('2026-03-28', { minutes: { planned: 40, done: 30 } })], options);
  expect(text).toContain('Prepare 10 min');
  expect(planCalendar([day('2026-03-28', { minutes: { planned: 40, done: 40 } })], options)).not.toContain(
    'VEVENT',
  );
});

it('a round marks its day as busy only where its date was given', () => {
  const rounds = eventsOf([day('2026-03-30', { rounds: ['code', 'onsite'], topics: [] })]);
  expect(rounds.map(({ summary }) => summary)).toEqual([
    'Mistral AI: Round code',
    'Mistral AI: Round onsite (estimate)',
  ]);
  expect(rounds.map(({ component }) => component.getFirstPropertyValue('transp'))).toEqual([
    'OPAQUE',
    'TRANSPARENT',
  ]);
  expect(rounds[1]?.description).toContain('no date of its own');
});

it('a round that moves is the same event, and two companies have no event in common', () => {
  const uids = (date: string, company = 'Mistral AI') =>
    eventsOf([day(date, { rounds: ['code'] })], { company }).map(({ uid }) => uid);
  expect(uids('2026-03-28')).toEqual([
    'round-mistral-ai-code@mistral-prep',
    'study-mistral-ai-2026-03-28@mistral-prep',
  ]);
  expect(uids('2026-03-30')[0]).toBe(uids('2026-03-28')[0]);
  const other = uids('2026-03-28', 'Example');
  expect(uids('2026-03-28').filter((uid) => other.includes(uid))).toEqual([]);
});
