import type { Round } from '../bundle/types.ts';
import type { Course } from './course.ts';
import { daysFrom } from './days.ts';

/** A round's checklist is worked off in the days before it; earlier than this it is too early. */
const DAYS_BEFORE = 14;

/**
 * By day, the ids of the checklist items to do: those of each coming round that are not done, spread evenly over the
 * days from today to its eve.
 */
export function spreadItems(
  rounds: readonly Round[],
  { today, horizon }: Pick<Course, 'today' | 'horizon'>,
  ticked: ReadonlySet<string>,
): Map<string, string[]> {
  const byDay = new Map<string, string[]>();
  for (const { id, date } of horizon.coming) {
    const open = rounds.find((round) => round.id === id)?.checklist.filter((item) => !ticked.has(item.id));
    const days = daysFrom(today, date)
      .filter((day) => day < date || date === today)
      .slice(-DAYS_BEFORE);
    open?.forEach((item, at) => {
      const day = days[Math.floor((at * days.length) / open.length)];
      if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), item.id]);
    });
  }
  return byDay;
}
