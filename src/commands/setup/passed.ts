import type { Round } from '../../bundle/types.ts';
import type { SettingsChange } from '../../coach/settings.ts';
import { longDate } from '../../guide/dates.ts';

/** What a change sets to a day before today, and what follows; such a date is kept all the same. */
export function passedNotes(change: SettingsChange, rounds: readonly Round[], today: string): string[] {
  const passed = (what: string, date: string | null | undefined, then: string) =>
    date && date < today ? [`${what}, ${longDate(date)}, has passed: ${then}`] : [];
  const titleOf = (id: string) => rounds.find((round) => round.id === id)?.title ?? id;
  return [
    ...passed('The last round', change.interview, 'rounds without a later date count as over.'),
    ...[...(change.rounds ?? [])].flatMap(([id, date]) =>
      passed(titleOf(id), date, 'it counts as over, and nothing is planned for it.'),
    ),
    ...(change.daysOff ?? []).flatMap((day) => passed('The day off', day, 'it changes nothing.')),
  ];
}
