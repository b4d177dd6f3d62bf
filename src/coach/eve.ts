import { addDays } from '../guide/dates.ts';
import type { Pick as Ranked } from '../memory/index.ts';
import type { Course } from './course.ts';
import { minutesOn } from './days.ts';

/** The eve of the last round tapers: so much of the usual time. */
const EVE_SHARE = 0.5;
/** Shorter than this is no sitting. */
const LEAST_SECONDS = 180;

type Dated = Pick<Course, 'settings' | 'horizon'>;

/** Whether a day is the last before that of the last coming round. */
export function isEve({ horizon }: Pick<Course, 'horizon'>, date: string): boolean {
  return horizon.end !== null && addDays(date, 1) === horizon.end.date;
}

/** What is to be studied on a day, in minutes: on the eve a share of the usual, from the day of the last round on nothing. */
export function plannedMinutes(course: Dated, date: string): number {
  const { settings, horizon } = course;
  if (horizon.end === null || date >= horizon.end.date) return 0;
  return minutesOn(settings, date) * (isEve(course, date) ? EVE_SHARE : 1);
}

/**
 * What is left of a day's study, in seconds; a rest too short for a sitting is none.
 * @param done seconds studied on that day already
 */
export function secondsLeftOn(course: Dated, date: string, done: number): number {
  const planned = plannedMinutes(course, date) * 60;
  const left = planned - done;
  return left < Math.min(LEAST_SECONDS, planned) ? 0 : left;
}

/**
 * A ranking as the eve asks it: old questions first, and new ones only where these do not fill so many seconds. What no
 * coming round asks stays last.
 */
export function onEve(
  ranked: readonly Ranked[],
  deadlines: ReadonlyMap<string, number>,
  seconds: number,
): Ranked[] {
  const counts = ranked.filter(({ id }) => deadlines.has(id));
  const old = counts.filter(({ tier }) => tier !== 'new');
  if (secondsOf(old) >= seconds) return old;
  return [
    ...old,
    ...counts.filter(({ tier }) => tier === 'new'),
    ...ranked.filter(({ id }) => !deadlines.has(id)),
  ];
}

/** Of a ranking, what fits into so many seconds altogether. */
export function within(ranked: readonly Ranked[], seconds: number): Ranked[] {
  let used = 0;
  return ranked.filter((pick) => {
    if (used + pick.seconds > seconds) return false;
    used += pick.seconds;
    return true;
  });
}

export function secondsOf(picks: readonly Ranked[]): number {
  return picks.reduce((sum, { seconds }) => sum + seconds, 0);
}
