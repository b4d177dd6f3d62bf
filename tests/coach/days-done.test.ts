import { expect, it } from 'vitest';
import { daysDone } from '../../src/coach/days-done.ts';
import type { GivenAnswer } from '../../src/coach/history.ts';
import type { AnswerEvent } from '../../src/journal/events.ts';

const given = (at: string, seconds: number, correct = true, tz = 60): GivenAnswer => ({
  id: 'q',
  at: Date.parse(at),
  correct,
  grade: correct ? 'good' : 'again',
  seconds,
  effect: 'schedule',
  event: { tz } as AnswerEvent,
});

it('adds up the answers of a day as it was where they were given, in the order of the days', () => {
  const days = daysDone([
    given('2026-01-06T03:30:00Z', 40),
    given('2026-01-06T02:30:00Z', 20, false),
    given('2026-01-06T09:00:00Z', 30, false),
  ]);
  expect([...days]).toEqual([
    ['2026-01-05', { answers: 1, correct: 0, seconds: 20 }],
    ['2026-01-06', { answers: 2, correct: 1, seconds: 70 }],
  ]);
});

it('counts an hour at most for an answer: who takes longer has left the desk', () => {
  const seconds = (of: number) => daysDone([given('2026-01-06T09:00:00Z', of)]).get('2026-01-06')?.seconds;
  expect([3599, 3600, 36_000].map(seconds)).toEqual([3599, 3600, 3600]);
});
