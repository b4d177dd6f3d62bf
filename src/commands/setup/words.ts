import { MOST_MINUTES, WEEKDAYS, type Weekday } from '../../coach/settings.ts';
import { type KnownError, usage } from '../../errors.ts';
import { daysBetween, parseDate } from '../../guide/dates.ts';
import { quoted } from '../../wording.ts';

/** Nobody knows the date of an interview earlier. */
const MOST_DAYS = 366;
/** What takes a setting back. */
export const NONE = 'none';

export function isNone(word: string): boolean {
  return word.trim().toLowerCase() === NONE;
}

export function dateOrNone(word: string, today: string): string | null {
  return isNone(word) ? null : nearDate(word, today);
}

/** A later one is a slip of the year, and would make a plan of thousands of days. */
function nearDate(word: string, today: string): string {
  const date = parseDate(word);
  if (daysBetween(today, date) <= MOST_DAYS) return date;
  throw usage('bad-date', `${date} is more than a year away.`, 'Plans reach one year. Is the year right?');
}

/** In order, each once; `none` is for no others than those named with it. */
export function daysOff(words: readonly string[], today: string): string[] {
  const days = words.filter((word) => !isNone(word)).map((day) => nearDate(day, today));
  return [...new Set(days)].sort();
}

/** Of study on an ordinary day: with none there is nothing to plan. */
export function ordinaryMinutes(word: string): number {
  const value = minutes(word, 1);
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
      return [weekday(day), isNone(value) ? null : minutes(value, 0)];
    });
  return new Map([...cleared, ...named]);
}

/** `coding=2026-12-05` at its first `=`. */
export function split(pair: string, example: string): [string, string] {
  const at = pair.indexOf('=');
  if (at > 0 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
  throw usage('bad-pair', `${quoted(pair)} says only half of it.`, `Write it as ${example}.`);
}

/** `least` is what a hint offers; less than that is for the caller to judge. */
function minutes(word: string, least: number): number {
  const value = Number(word);
  if (word.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= MOST_MINUTES) return value;
  throw badMinutes(`${quoted(word)} is not a number of minutes.`, `Give ${least} to ${MOST_MINUTES}.`);
}

function badMinutes(message: string, hint: string): KnownError {
  return usage('bad-minutes', message, hint);
}

function weekday(word: string): Weekday {
  const day = WEEKDAYS.find((known) => word.trim().toLowerCase().startsWith(known));
  if (day !== undefined) return day;
  throw usage('bad-weekday', `${quoted(word)} is not a day of the week.`, `Use ${WEEKDAYS.join(', ')}.`);
}
