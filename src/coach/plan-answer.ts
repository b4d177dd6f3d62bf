import { addDays } from '../guide/dates.ts';
import type { JournalEvent } from '../journal/events.ts';
import { createMemory, type Fit, readiness, rememberAll, reweighed } from '../memory/index.ts';
import { type Course, type CourseQuery, courseOf } from './course.ts';
import { dayOf, daysFrom } from './days.ts';
import type { DayDone } from './days-done.ts';
import { plannedMinutes } from './eve.ts';
import { answersOf } from './history.ts';
import type { Plan, PlannedDay } from './plan.ts';
import { settingsOf } from './settings.ts';

/** A plan looks back on so many days; the calendar of the progress has them all. */
const DAYS_BACK = 28;
/** When a day's readiness is taken, unless it was studied later. */
const EVENING_HOUR = 20;

export interface AnsweredDay {
  date: string;
  /** Of a day to come, what the plan asks on it, and null; of today and the days before, what was to be done, and was. */
  minutes: { planned: number; done: number | null };
  topics: PlannedDay['topics'];
  rounds: string[];
  items: string[];
  /** What was reached on a day that is over; what is expected of one to come. */
  readiness: number;
  /** What the plan of the last change of settings expected of this day; null where it says nothing. */
  expected: number | null;
}

export interface PastQuery {
  course: Course;
  /** What the course was reckoned from. */
  query: CourseQuery;
  days: ReadonlyMap<string, DayDone>;
  events: readonly JournalEvent[];
  /** By day, the readiness that the plan of the last change of settings expects. */
  expected: ReadonlyMap<string, number> | null;
  fit: Fit;
}

/**
 * The days that are over, since the first answer or setup, at most so many: what was to be studied by the settings of
 * that day, what was done, and the readiness in its evening, for the rounds that lay ahead then, by what fits the
 * learner today.
 */
export function pastDays({ course, query, days, events, expected, fit }: PastQuery): AnsweredDay[] {
  const { today, items, horizon, zone } = course;
  const [first] = [...days.keys(), ...(expected?.keys() ?? [])].sort();
  const earliest = addDays(today, -DAYS_BACK);
  const from = first === undefined || first > earliest ? first : earliest;
  if (from === undefined || from >= today) return [];
  const { answers } = answersOf(events);
  const said = events.filter(({ type }) => type === 'set');
  let memory = createMemory(items, fit);
  let next = 0;
  return daysFrom(from, addDays(today, -1)).map((date): AnsweredDay => {
    const isBy = (at: number, tz: number) => dayOf(at, tz) <= date;
    const begin = next;
    for (let one = answers[next]; one !== undefined && isBy(one.at, one.event.tz); one = answers[++next]);
    memory = rememberAll(memory, answers.slice(begin, next));
    const evening = Math.max(zone.at(date, EVENING_HOUR), answers[next - 1]?.at ?? 0);
    const settings = settingsOf(said.filter(({ at, tz }) => isBy(Date.parse(at), tz)));
    const then = courseOf({ ...query, settings, now: evening });
    const { overall } = readiness(reweighed(memory, then.items), {
      now: evening,
      deadlines: then.deadlines,
      groups: new Map(),
    });
    return {
      date,
      minutes: { planned: plannedMinutes(then, date), done: (days.get(date)?.seconds ?? 0) / 60 },
      topics: [],
      rounds: horizon.rounds.filter((round) => round.date === date).map(({ id }) => id),
      items: [],
      readiness: overall,
      expected: expected?.get(date) ?? null,
    };
  });
}

/** The days to come; the first of them is today, of which a part may be done. */
export function comingDays(
  { days }: Plan,
  course: Course,
  doneToday: number,
  expected: ReadonlyMap<string, number> | null,
): AnsweredDay[] {
  return days.map(({ date, minutes, topics, rounds, items, readiness: ready }) => ({
    date,
    minutes:
      date === course.today
        ? { planned: plannedMinutes(course, date), done: doneToday / 60 }
        : { planned: minutes, done: null },
    topics,
    rounds,
    items,
    readiness: ready,
    expected: expected?.get(date) ?? null,
  }));
}
