import type { FileData, Round } from '../../bundle/types.ts';
import { loopOf } from '../../coach/course.ts';
import type { Settings, SettingsChange } from '../../coach/settings.ts';
import { longDate } from '../../guide/dates.ts';

/** What a change does otherwise than one may think, a sentence each; it is kept all the same. */
export function notesOn(
  change: SettingsChange,
  settings: Settings,
  files: Pick<FileData, 'bundle' | 'rounds'>,
  today: string,
): string[] {
  return [
    ...passedNotes(change, files.rounds.rounds, today),
    ...earlyNotes(change, settings, files.rounds.rounds),
    ...strangerNotes(change, settings, files),
  ];
}

/** Days before today. */
function passedNotes(change: SettingsChange, rounds: readonly Round[], today: string): string[] {
  const passed = (what: string, date: string | null | undefined, then: string) =>
    date && date < today ? [`${what}, ${longDate(date)}, has passed: ${then}`] : [];
  return [
    ...passed('The last round', change.interview, 'rounds without a later date count as over.'),
    ...[...(change.rounds ?? [])].flatMap(([id, date]) =>
      passed(titleOf(id, rounds), date, 'it counts as over, and nothing is planned for it.'),
    ),
    ...(change.daysOff ?? []).flatMap((day) =>
      passed('The day off', day, 'it counts for your days in a row only.'),
    ),
  ];
}

/** A last round that lies before another. */
function earlyNotes(change: SettingsChange, settings: Settings, rounds: readonly Round[]): string[] {
  const { interview } = settings;
  if (interview === null || (change.interview === undefined && change.rounds === undefined)) return [];
  const [later] = [...settings.rounds].filter(([, date]) => date > interview);
  if (later === undefined) return [];
  return [
    `The last round, ${longDate(interview)}, is before ${titleOf(later[0], rounds)}, ${longDate(later[1])}: while that stands, it dates nothing.`,
  ];
}

/** Rounds of another track; where a whole stage was dated, those go without saying. */
function strangerNotes(
  { rounds: dated }: SettingsChange,
  { track }: Settings,
  { bundle, rounds }: Pick<FileData, 'bundle' | 'rounds'>,
): string[] {
  const loop = new Set(loopOf(rounds.rounds, bundle, track));
  const named = rounds.rounds.filter(({ id }) => dated?.get(id));
  const stages = new Set(named.filter(({ id }) => loop.has(id)).map(({ stage }) => stage));
  return named
    .filter(({ id, stage }) => !loop.has(id) && !stages.has(stage))
    .map(
      ({ title }) => `${title} is no round of your track: the date is kept, and counts with the other one.`,
    );
}

function titleOf(id: string, rounds: readonly Round[]): string {
  return rounds.find((round) => round.id === id)?.title ?? id;
}
