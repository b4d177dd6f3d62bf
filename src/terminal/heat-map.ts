import type { Screen } from './screen.ts';
import { gap, padEnd } from './text.ts';

export interface HeatMapDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** 0 for nothing; 1 for as much as there is a shade for. */
  value: number;
}

const SHADES = ['·', '░', '▒', '▓', '█'] as const;
const NAMES = ['mon', '', 'wed', '', 'fri', '', 'sun'] as const;
/** Of the weekday's name with its space. */
const LEAD = 5;
const DAY = 86_400_000;

/**
 * Days as a calendar: a column a week, a row a weekday, the last week at the right; days after `until` stay empty. As
 * many weeks as fit, at most those since the first day.
 */
export function heatMap(screen: Screen, days: readonly HeatMapDay[], until: string): string[] {
  const values = new Map(days.map(({ date, value }) => [date, value]));
  const end = dayNumber(until);
  const weekday = (end + 3) % 7;
  const first = days[0] === undefined ? end : dayNumber(days[0].date);
  const room = Math.floor((screen.width - LEAD - 1) / 2);
  const weeks = Math.max(1, Math.min(room, 26, Math.floor((end - first + 6 - weekday) / 7) + 1));
  const monday = end - weekday - 7 * (weeks - 1);
  return NAMES.map((name, row) => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = monday + 7 * week + row;
      if (day > end) return ' ';
      return shade(values.get(new Date(day * DAY).toISOString().slice(0, 10)) ?? 0);
    });
    return `${gap(1)}${screen.theme.dim(padEnd(name, LEAD - 1))}${screen.theme.accent(cells.join(' '))}`.trimEnd();
  });
}

function shade(value: number): string {
  if (!(value > 0)) return SHADES[0];
  return (
    SHADES[Math.min(SHADES.length - 1, Math.max(1, Math.ceil(value * (SHADES.length - 1))))] ?? SHADES[1]
  );
}

/** Days since 1970-01-01, a Thursday. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}
