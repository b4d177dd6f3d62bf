import type { Round } from '../bundle/types.ts';
import { addDays } from '../guide/dates.ts';
import type { Course } from './course.ts';
import { dayIn, daysFrom, minutesOn } from './days.ts';

/** A round's checklist is worked off in the days before it; earlier than this it is too early. */
const DAYS_BEFORE = 14;

/**
 * By day, the ids of the checklist items to do. Every item of a coming round has its day whether or not it is done, so
 * that ticking one brings no other forward; those whose day is over share the days that are left. Nothing is to be done
 * on the day of the round itself.
 */
export function spreadItems(
  rounds: readonly Round[],
  course: Course,
  ticked: ReadonlySet<string>,
): Map<string, string[]> {
  const { today, horizon } = course;
  const byDay = new Map<string, string[]>();
  for (const { id, date } of horizon.coming) {
    const items = rounds.find((round) => round.id === id)?.checklist ?? [];
    const days = checklistDays(course, date);
    const left = days.filter((day) => day >= today);
    const late = items.filter((_, at) => (nth(days, at, items.length) ?? today) < today).length;
    for (const [at, item] of items.entries()) {
      const day = at < late ? nth(left, at, late) : nth(days, at, items.length);
      if (day !== undefined && !ticked.has(item.id)) byDay.set(day, [...(byDay.get(day) ?? []), item.id]);
    }
  }
  return byDay;
}

/** The day of one of `n` things that share these days evenly, in order; undefined where there is no day. */
function nth(days: readonly string[], at: number, n: number): string | undefined {
  return days[Math.floor((at * days.length) / n)];
}

/** The study days before a round since the last setup; where those that are left are off, they count all the same. */
function checklistDays({ today, settings, zone }: Course, date: string): string[] {
  const { since } = settings;
  const setUp = since === null ? today : dayIn(zone, since);
  // A clock that was set back must not put off what is to be done.
  const from = later(addDays(date, -DAYS_BEFORE), setUp < today ? setUp : today);
  const days = daysFrom(from, addDays(date, -1));
  const study = days.filter((day) => minutesOn(settings, day) > 0);
  return study.some((day) => day >= today) ? study : days;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
