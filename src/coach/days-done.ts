import { dayOf } from './days.ts';
import type { GivenAnswer } from './history.ts';

export interface DayDone {
  answers: number;
  correct: number;
  /** Of study: the time between the answers counts only as far as it was spent on a question. */
  seconds: number;
}

/** Who takes longer over one question has left the desk. */
const LONGEST_SECONDS = 3600;

/** By the learner's day, `YYYY-MM-DD`, where the answers were given, in the order of the days. */
export function daysDone(answers: readonly GivenAnswer[]): Map<string, DayDone> {
  const days = new Map<string, DayDone>();
  for (const { at, correct, seconds, event } of answers) {
    const day = dayOf(at, event.tz);
    const done = days.get(day) ?? { answers: 0, correct: 0, seconds: 0 };
    days.set(day, {
      answers: done.answers + 1,
      correct: done.correct + (correct ? 1 : 0),
      seconds: done.seconds + Math.min(seconds, LONGEST_SECONDS),
    });
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
