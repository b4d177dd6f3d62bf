import type { JournalEvent } from '../journal/events.ts';
import { createMemory, type Fit, readiness, rememberAll } from '../memory/index.ts';
import type { Course } from './course.ts';
import { dayOf, daysFrom } from './days.ts';
import type { DayDone } from './days-done.ts';
import { plannedMinutes } from './eve.ts';
import { answersOf } from './history.ts';
import type { Plan, PlannedDay } from './plan.ts';

export interface AnsweredDay {
  date: string;
  /** `done` is null for a day that has not begun. */
  minutes: { planned: number; done: number | null };
  topics: PlannedDay['topics'];
  rounds: string[];
  items: string[];
  /** What was reached on a day that is over; what is expected of one to come. */
  readiness: number;
  /** What the plan of the last change of settings expected of this day; null where it says nothing. */
  expected: number | null;
}

/**
 * The days that are over, since the settings were last changed or the first answer after it: what was planned, what was
 * done, and the readiness in the evening, each question at today's deadline and by what fits the learner today.
 */
export function pastDays(
  course: Course,
  days: ReadonlyMap<string, DayDone>,
  events: readonly JournalEvent[],
  expected: ReadonlyMap<string, number> | null,
  fit: Fit,
): AnsweredDay[] {
  const { today, deadlines, items, horizon } = course;
  const first = expected?.keys().next().value ?? days.keys().next().value;
  if (first === undefined || first >= today) return [];
  const { answers } = answersOf(events);
  let memory = createMemory(items, fit);
  let next = 0;
  return daysFrom(first, today)
    .slice(0, -1)
    .map((date): AnsweredDay => {
      const from = next;
      while (next < answers.length && dayOf(answers[next]?.at ?? 0, answers[next]?.event.tz ?? 0) <= date)
        next++;
      const some = answers.slice(from, next);
      memory = rememberAll(memory, some);
      const evening = some.at(-1)?.at ?? Date.parse(`${date}T20:00:00Z`);
      return {
        date,
        minutes: { planned: plannedMinutes(course, date), done: (days.get(date)?.seconds ?? 0) / 60 },
        topics: [],
        rounds: horizon.rounds.filter((round) => round.date === date).map(({ id }) => id),
        items: [],
        readiness: readiness(memory, { now: evening, deadlines, groups: new Map() }).overall,
        expected: expected?.get(date) ?? null,
      };
    });
}

/** The days to come; the first of them is today, of which a part may be done. */
export function comingDays(
  { days }: Plan,
  { today }: Course,
  doneToday: number,
  expected: ReadonlyMap<string, number> | null,
): AnsweredDay[] {
  return days.map(({ date, minutes, topics, rounds, items, readiness: ready }) => {
    const done = date === today ? doneToday / 60 : null;
    return {
      date,
      minutes: { planned: minutes + (done ?? 0), done },
      topics,
      rounds,
      items,
      readiness: ready,
      expected: expected?.get(date) ?? null,
    };
  });
}
