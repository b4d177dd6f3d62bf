import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { usage } from '../errors.ts';
import { addDays } from './dates.ts';
import { foldedWords } from './fold.ts';
import type { Process, ProcessStage, Window } from './process.ts';

/** What every calendar of this program holds in its PRODID: how it knows its own. */
export const CALENDAR_MARK = '-//mistral-prep//';

export interface CalendarOptions {
  company: string;
  /** The time of writing, for DTSTAMP. */
  now: Date;
}

/**
 * The dated process as iCalendar text: an all-day event for each stage on the line, and one for the decision. Days
 * are plain dates, so they are the same days everywhere and need no time zone. Events keep their UID from one export
 * to the next, and do not mark anybody as busy.
 *
 * @throws a usage error if the process has no start
 */
export function processCalendar(process: Process, { company, now }: CalendarOptions): string {
  const { decision, stages } = process;
  if (decision === null) {
    throw usage(
      'calendar-needs-start',
      'Without a start there are no dates for a calendar.',
      'Give one: --start 2026-12-01',
    );
  }
  const calendar = ical({
    name: `${company}: the loop (estimate)`,
    prodId: { company: 'mistral-prep', product: 'mistral-prep', language: 'EN' },
  });
  const describe = eventsOf(process, company, now);
  for (const stage of stages) {
    if (stage.window !== null)
      calendar.createEvent(describe(stage.id, stage.title, stage.window, roundsIn(stage, process)));
  }
  calendar.createEvent(describe('decision', 'Decision', decision, ''));
  return calendar.toString();
}

function eventsOf({ track, cycleWeeks: { min, max }, stages }: Process, company: string, now: Date) {
  const basis =
    "An estimate: these dates are our arithmetic, not the guide's. " +
    `The guide gives ${min === max ? min : `${min}–${max}`} weeks for the whole cycle; ` +
    `here they are divided evenly over ${stages.length === 1 ? 'the one stage' : `the ${stages.length} stages`}.`;
  return (id: string, title: string, { from, to }: Window, more: string): ICalEventData => ({
    id: eventId(slug(company), track, id),
    stamp: now,
    start: day(from),
    // The end of an all-day event is the first day that it no longer covers (RFC 5545, 3.6.1).
    end: day(addDays(to, 1)),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: `${company}: ${title} (estimate)`,
    description: more === '' ? basis : `${more}\n\n${basis}`,
  });
}

function roundsIn({ id }: ProcessStage, { rounds }: Process): string {
  return rounds
    .filter(({ stage }) => stage === id)
    .map(({ order, title, count, minutes, layer }) => {
      const times = count > 1 ? ` ×${count}` : '';
      const length = minutes === null ? '' : `, ${minutes} min`;
      return `${order}. ${title}${times}${length}${layer === 'reported' ? ' (reported)' : ''}`;
    })
    .join('\n');
}

/** Midnight UTC, which the library writes as a plain date. */
function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A UID: the same from one export to the next, and nobody else's. */
export function eventId(...parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part).join('-')}@mistral-prep`;
}

export function slug(text: string): string {
  return foldedWords(text).join('-');
}
