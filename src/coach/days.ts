import { addDays } from '../guide/dates.ts';
import type { Settings, Weekday } from './settings.ts';
import { WEEKDAYS } from './settings.ts';

/** Who studies at one in the morning is still in yesterday: a learner's day begins at four. */
const DAY_BEGINS_HOUR = 4;
/** When a round is taken to begin. */
const ROUND_BEGINS_HOUR = 9;
const HOUR = 3_600_000;

/** The time zone of the learner, handed in: the pure part of the program has no clock and no place. */
export interface Zone {
  /** Minutes east of UTC at a time (epoch milliseconds). */
  offset(at: number): number;
  /** Epoch milliseconds of an hour on a day (`YYYY-MM-DD`) there. */
  at(date: string, hour: number): number;
}

/** The learner's day that a time falls in, `YYYY-MM-DD`. */
export function dayOf(at: number, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * 60_000 - DAY_BEGINS_HOUR * HOUR).toISOString().slice(0, 10);
}

/** The same there at a time, epoch milliseconds. */
export function dayIn(zone: Zone, at: number): string {
  return dayOf(at, zone.offset(at));
}

/** When a round that is held on a day begins, epoch milliseconds. */
export function roundBegins(date: string, zone: Zone): number {
  return zone.at(date, ROUND_BEGINS_HOUR);
}

/** 0 for Monday. */
export function weekdayIndex(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** What the learner means to study on a day, in minutes. */
export function minutesOn(settings: Settings, date: string): number {
  if (settings.daysOff.has(date)) return 0;
  const weekday = WEEKDAYS[weekdayIndex(date)] as Weekday;
  return settings.weekdays.get(weekday) ?? settings.minutes;
}

/** The days from one to another, both included; none if the second is earlier. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
