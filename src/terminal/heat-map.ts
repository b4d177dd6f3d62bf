import type { Screen } from './screen.ts';
import { gap, padEnd } from './text.ts';

export interface HeatMapDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** 0 for nothing; 1 for as much as there is a shade for. */
  value: number;
}

export interface HeatMapWords {
  /** The date as it stands above the week that begins with it, in at most six columns: `1 Dec`. */
  dateOf(date: string): string;
  /** What a value of 1 stands for; null where there is no measure. */
  most: string | null;
}

const SHADES = ['·', '░', '▒', '▓', '█'] as const;
const NAMES = ['mon', '', 'wed', '', 'fri', '', 'sun'] as const;
/** Of the weekday's name with its space. */
const LEAD = 5;
/** A date takes the room of three weeks, and one stays free before the next. */
const WEEKS_A_DATE = 4;
const DATE = 6;
const DAY = 86_400_000;

/**
 * Days as a calendar: a column a week, a row a weekday, the last week at the right; days after `until` stay empty. As
 * many weeks as fit, at most those since the first day. Above are the dates of some Mondays, below what the shades are.
 */
export function heatMap(
  screen: Screen,
  days: readonly HeatMapDay[],
  until: string,
  { dateOf, most }: HeatMapWords,
): string[] {
  const values = new Map(days.map(({ date, value }) => [date, value]));
  const end = dayNumber(until);
  const weekday = (end + 3) % 7;
  const first = days[0] === undefined ? end : dayNumber(days[0].date);
  const room = Math.floor((screen.width - LEAD - 1) / 2);
  const weeks = Math.max(1, Math.min(room, 26, Math.floor((end - first + 6 - weekday) / 7) + 1));
  const monday = end - weekday - 7 * (weeks - 1);
  const { accent, dim } = screen.theme;
  const dates = Array.from({ length: weeks }, (_, week) => week)
    .filter((week) => week % WEEKS_A_DATE === 0 && LEAD + 2 * week + DATE <= screen.width)
    .map((week) => padEnd(dateOf(dateAt(monday + 7 * week)), 2 * WEEKS_A_DATE));
  const rows = NAMES.map((name, row) => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = monday + 7 * week + row;
      return day > end ? ' ' : shade(values.get(dateAt(day)) ?? 0);
    });
    return `${gap(1)}${dim(padEnd(name, LEAD - 1))}${accent(cells.join(' '))}`.trimEnd();
  });
  const [none, ...shades] = SHADES;
  const some = most === null ? `${shades.at(-1)} some` : `${shades.join('')} up to ${most}`;
  return [gap(LEAD) + dim(dates.join('').trimEnd()), ...rows, gap(LEAD) + dim(`${none} none  ${some}`)];
}

function shade(value: number): string {
  if (!(value > 0)) return SHADES[0];
  return (
    SHADES[Math.min(SHADES.length - 1, Math.max(1, Math.ceil(value * (SHADES.length - 1))))] ?? SHADES[1]
  );
}

function dateAt(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Days since 1970-01-01, a Thursday. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}
