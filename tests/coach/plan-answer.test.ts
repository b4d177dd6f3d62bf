import { expect, it } from 'vitest';
import { courseOf } from '../../src/coach/course.ts';
import { daysDone } from '../../src/coach/days-done.ts';
import { answersOf } from '../../src/coach/history.ts';
import { type PastQuery, pastDays } from '../../src/coach/plan-answer.ts';
import { settingsOf } from '../../src/coach/settings.ts';
import type { AnswerEvent, JournalEvent } from '../../src/journal/events.ts';
import { createMemory, type Fit, readiness, rememberAll } from '../../src/memory/index.ts';
import { DAY, HOUR, MONDAY, query } from './fixtures.ts';

const stamp = (n: number, at: number) => ({
  v: 1 as const,
  id: `e${n}`,
  at: new Date(at).toISOString(),
  tz: 60,
  device: 'desk',
});
const set = (n: number, at: number, key: string, value: unknown) =>
  ({ ...stamp(n, at), type: 'set', key, value }) as JournalEvent;

/** Set up and answered on Monday evening, half an hour a day; on Wednesday changed to ten minutes, and seen. */
const NOW = MONDAY + 2 * DAY;
const events: JournalEvent[] = [
  set(0, MONDAY - HOUR, 'round:talk', '2026-01-06'),
  set(1, MONDAY - HOUR, 'round:onsite', '2026-01-19'),
  set(2, MONDAY - HOUR, 'minutes', 30),
  ...['tensors-0', 'tensors-1', 'papers-0', 'stories-0'].map(
    (q, n): AnswerEvent => ({
      ...stamp(3 + n, MONDAY + n * 60_000),
      type: 'answer',
      q,
      draw: 1,
      answer: 'a',
      correct: true,
      grade: 'good',
      score: 1,
      hints: 0,
      seconds: 30,
      confidence: null,
      mode: 'coach',
      missed: [],
    }),
  ),
  set(9, NOW, 'minutes', 10),
];
const asked = query({ settings: settingsOf(events), now: NOW });
const course = courseOf(asked);
const { answers } = answersOf(events);
const past = (fit: Fit, more: Partial<PastQuery> = {}) =>
  pastDays({ course, query: asked, days: daysDone(answers), events, expected: null, fit, ...more });

it('a past day is as it was in its evening, for the rounds ahead then, by what fits the learner now', () => {
  for (const fit of [
    { scale: 0.2, decay: 0.75 },
    { scale: 5, decay: 0.1 },
  ]) {
    const then = courseOf(query({ settings: settingsOf(events), now: MONDAY + HOUR }));
    expect(then.deadlines.size).toBeGreaterThan(course.deadlines.size);
    const memory = rememberAll(createMemory(then.items, fit), answers);
    const { deadlines, now } = then;
    const ready = readiness(memory, { now, deadlines, groups: new Map() }).overall;
    expect(past(fit)[0]?.readiness).toBeCloseTo(ready, 10);
  }
});

it('a past day has the minutes that were set then, what was done, and the rounds that were held', () => {
  expect(
    past({ scale: 1, decay: 0.2 }).map(({ date, rounds, minutes }) => ({ date, rounds, minutes })),
  ).toEqual([
    { date: '2026-01-05', rounds: [], minutes: { planned: 30, done: 2 } },
    { date: '2026-01-06', rounds: ['talk'], minutes: { planned: 30, done: 0 } },
  ]);
});

it('what was done before the last change stays in view, for four weeks', () => {
  const expected = new Map([['2026-01-06', 0.4]]);
  const days = past({ scale: 1, decay: 0.2 }, { expected });
  expect(days.map((day) => [day.date, day.expected])).toEqual([
    ['2026-01-05', null],
    ['2026-01-06', 0.4],
  ]);
  const later = query({ settings: settingsOf(events), now: NOW + 60 * DAY });
  const old = past({ scale: 1, decay: 0.2 }, { query: later, course: courseOf(later) });
  expect(old.map(({ date }) => date)).toHaveLength(28);
});
