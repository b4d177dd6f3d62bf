import { MOST_MINUTES, WEEKDAYS, type Weekday } from '../../coach/settings.ts';
import { type KnownError, usage } from '../../errors.ts';
import { parseDate } from '../../guide/dates.ts';
import { quoted } from '../../wording.ts';

/** What takes a setting back. */
export const NONE = 'none';

export function isNone(word: string): boolean {
  return word.trim().toLowerCase() === NONE;
}

export function dateOrNone(word: string): string | null {
  return isNone(word) ? null : parseDate(word);
}

/** Of study on an ordinary day: with none there is nothing to plan. */
export function ordinaryMinutes(word: string): number {
  const value = minutes(word);
  if (value > 0) return value;
  throw badMinutes(
    'An ordinary day needs some minutes.',
    `Give 1 to ${MOST_MINUTES}. Days without study: --weekday sun=0 or --day-off 2026-12-06`,
  );
}

/** By day; `none` is for all of them, and for one after an `=`. */
export function weekdayMinutes(pairs: readonly string[]): Map<Weekday, number | null> {
  const cleared = pairs.some(isNone) ? WEEKDAYS.map((day): [Weekday, null] => [day, null]) : [];
  const named = pairs
    .filter((pair) => !isNone(pair))
    .map((pair): [Weekday, number | null] => {
      const [day, value] = split(pair, 'sat=90');
      return [weekday(day), isNone(value) ? null : minutes(value)];
    });
  return new Map([...cleared, ...named]);
}

/** `coding=2026-12-05` at its first `=`. */
export function split(pair: string, example: string): [string, string] {
  const at = pair.indexOf('=');
  if (at > 0 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
  throw usage('bad-pair', `${quoted(pair)} says only half of it.`, `Write it as ${example}.`);
}

function minutes(word: string): number {
  const value = Number(word);
  if (word.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= MOST_MINUTES) return value;
  throw badMinutes(`${quoted(word)} is not a number of minutes.`, `Give 0 to ${MOST_MINUTES}.`);
}

function badMinutes(message: string, hint: string): KnownError {
  return usage('bad-minutes', message, hint);
}

function weekday(word: string): Weekday {
  const day = WEEKDAYS.find((known) => word.trim().toLowerCase().startsWith(known));
  if (day !== undefined) return day;
  throw usage('bad-weekday', `${quoted(word)} is not a day of the week.`, `Use ${WEEKDAYS.join(', ')}.`);
}
