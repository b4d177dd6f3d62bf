import { usage } from '../errors.ts';
import { quoted } from '../wording.ts';

/**
 * Dates of the calendar as text, `YYYY-MM-DD`: no clock, no time zone, no summer time. Reckoned in whole days
 * since 1970-01-01, by way of UTC, where every day has 24 hours.
 */

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Years far enough from the ends of what four digits can write that weeks can be added to them. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

interface DateParts {
  year: number;
  month: number;
  day: number;
}

/**
 * Reads a date as a person types it, strictly `YYYY-MM-DD`, and gives it back trimmed.
 *
 * @throws a usage error `bad-date` whose hint says how to write it, or why there is no such day
 */
export function parseDate(text: string): string {
  const date = text.trim();
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!written) {
    throw usage(
      'bad-date',
      `${quoted(text)} is not a date.`,
      `Write it as ${loosely(date) ?? '2026-12-01'} (year-month-day).`,
    );
  }
  const [year = 0, month = 0, day = 0] = written.slice(1).map(Number);
  const fault = faultOf({ year, month, day });
  if (fault !== null) throw usage('bad-date', `${quoted(date)} is not a date.`, fault);
  return date;
}

/** The date that lies that many days later (earlier, if negative). */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last day of a month (1–12). */
export function lastDayOf(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(daysIn(year, month), 2)}`;
}

/** `1 Dec` */
export function shortDate(date: string): string {
  const { month, day } = partsOf(date);
  return `${day} ${monthName(month)}`;
}

/** `Tue` */
export function weekdayName(date: string): string {
  return WEEKDAY_NAMES[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** `1 Dec 2026` */
export function longDate(date: string): string {
  return `${shortDate(date)} ${partsOf(date).year}`;
}

/** `45 minutes`, `1.7 hours` */
export function spentTime(minutes: number): string {
  if (minutes >= 90) return `${(minutes / 60).toFixed(1)} hours`;
  const whole = Math.round(minutes);
  return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
}

/** `Dec`, for 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function partsOf(date: string): DateParts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function faultOf({ year, month, day }: DateParts): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return `Use a year from ${FIRST_YEAR} to ${LAST_YEAR}.`;
  if (month < 1 || month > 12) return 'The month is the number in the middle, 01 to 12.';
  const last = daysIn(year, month);
  return day >= 1 && day <= last ? null : `${monthName(month)} ${year} has the days 01 to ${last}.`;
}

/** The same date as it must be written, where only dashes or zeros are wrong and the year comes first. */
function loosely(text: string): string | null {
  const written = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text);
  if (!written) return null;
  const [year = 0, month = 0, day = 0] = written.slice(1).map(Number);
  if (faultOf({ year, month, day }) !== null) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
