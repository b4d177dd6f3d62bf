import { expect, it } from 'vitest';
import { courseOf } from '../../src/coach/course.ts';
import { daysDone } from '../../src/coach/days-done.ts';
import { answersOf } from '../../src/coach/history.ts';
import { pastDays } from '../../src/coach/plan-answer.ts';
import type { AnswerEvent } from '../../src/journal/events.ts';
import { createMemory, type Fit, readiness, rememberAll } from '../../src/memory/index.ts';
import { DAY, MONDAY, query, settings } from './fixtures.ts';

/** Three answers on Monday evening, seen two days later; the screen was on the Tuesday. */
const course = courseOf(
  query({
    settings: settings({
      rounds: new Map([
        ['talk', '2026-01-06'],
        ['onsite', '2026-01-19'],
      ]),
    }),
    now: MONDAY + 2 * DAY,
  }),
);
const events = ['tensors-0', 'tensors-1', 'papers-0'].map(
  (q, n): AnswerEvent => ({
    v: 1,
    id: `e${n}`,
    at: new Date(MONDAY + n * 60_000).toISOString(),
    tz: 60,
    device: 'desk',
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
);
const { answers } = answersOf(events);
const past = (fit: Fit) => pastDays(course, daysDone(answers), events, null, fit);

it('the evening of a past day is reckoned as today is, by what fits the learner', () => {
  for (const fit of [
    { scale: 0.2, decay: 0.75 },
    { scale: 5, decay: 0.1 },
  ]) {
    const memory = rememberAll(createMemory(course.items, fit), answers);
    const { deadlines, now } = course;
    const ready = readiness(memory, { now, deadlines, groups: new Map() }).overall;
    expect(past(fit)[0]?.readiness).toBeCloseTo(ready, 2);
  }
});

it('a past day has the rounds that were held on it', () => {
  expect(past({ scale: 1, decay: 0.2 }).map(({ date, rounds }) => [date, rounds])).toEqual([
    ['2026-01-05', []],
    ['2026-01-06', ['talk']],
  ]);
});
