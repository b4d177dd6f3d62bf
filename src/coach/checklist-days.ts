import type { Round } from '../bundle/types.ts';
import { addDays } from '../guide/dates.ts';
import type { Course } from './course.ts';
import { dayOf, daysFrom, minutesOn } from './days.ts';

/** A round's checklist is worked off in the days before it; earlier than this it is too early. */
const DAYS_BEFORE = 14;

/**
 * By day, the ids of the checklist items to do. Every item of a coming round has its day whether or not it is done, so
 * that ticking one brings no other forward; what is open when its day is over is to be done today.
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
    for (const [at, item] of items.entries()) {
      if (ticked.has(item.id)) continue;
      const day = later(today, days[Math.floor((at * days.length) / items.length)] ?? date);
      byDay.set(day, [...(byDay.get(day) ?? []), item.id]);
    }
  }
  return byDay;
}

/** The study days before a round since the last setup; where all of these are off, they count all the same. */
function checklistDays({ today, settings, zone }: Course, date: string): string[] {
  const { since } = settings;
  const setUp = since === null ? today : dayOf(since, zone.offset(since));
  // A clock that was set back must not put off what is to be done.
  const from = later(addDays(date, -DAYS_BEFORE), setUp < today ? setUp : today);
  const days = daysFrom(from, addDays(date, -1));
  const study = days.filter((day) => minutesOn(settings, day) > 0);
  return study.length > 0 ? study : days;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
