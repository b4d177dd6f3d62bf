import ical, { ICalEventTransparency } from 'ical-generator';
import type { AnsweredDay } from '../coach/plan-answer.ts';
import { eventId, slug } from '../guide/calendar.ts';
import { addDays } from '../guide/dates.ts';
import { newAndAgain, percent } from '../wording.ts';

export interface PlanCalendarOptions {
  company: string;
  /** The time of writing, for DTSTAMP. */
  now: Date;
  topicTitle(id: string): string;
  roundTitle(id: string): string;
  /** Whether the learner has given no date for the round. */
  isEstimate(id: string): boolean;
}

const UNDATED = 'An estimate: this round has no date of its own yet.\nmistral-prep setup';

/**
 * The plan's days to come as iCalendar text: an all-day event for each day with study, which marks nobody as busy, and
 * one for each round, which does where its date was given. Events keep their UID from one export to the next, a round also when it moves.
 */
export function planCalendar(
  days: readonly AnsweredDay[],
  { company, now, topicTitle, roundTitle, isEstimate }: PlanCalendarOptions,
): string {
  const calendar = ical({
    name: `${company}: preparation`,
    prodId: { company: 'mistral-prep', product: 'mistral-prep', language: 'EN' },
  });
  const allDay = (id: string, date: string, summary: string, description: string, isBusy: boolean) =>
    calendar.createEvent({
      id,
      stamp: now,
      start: at(date),
      // The end of an all-day event is the first day that it no longer covers (RFC 5545, 3.6.1).
      end: at(addDays(date, 1)),
      allDay: true,
      transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      summary,
      description,
    });
  for (const { date, minutes, topics, rounds, readiness } of days) {
    for (const id of rounds) {
      const title = `${company}: ${roundTitle(id)}`;
      const uid = eventId('round', slug(company), id);
      if (isEstimate(id)) allDay(uid, date, `${title} (estimate)`, UNDATED, false);
      else allDay(uid, date, title, '', true);
    }
    const left = Math.round(minutes.planned - (minutes.done ?? 0));
    if (left <= 0 || topics.length === 0) continue;
    const lines = topics.map((topic) => {
      const figures = [`${Math.round(topic.minutes)} min`, ...newAndAgain(topic.new, topic.review)];
      return `${topicTitle(topic.id)}: ${figures.join(', ')}`;
    });
    const expected = `Expected readiness that evening: ${percent(readiness)}.`;
    allDay(
      eventId('study', slug(company), date),
      date,
      `Prepare ${left} min`,
      [...lines, '', expected, 'mistral-prep today'].join('\n'),
      false,
    );
  }
  return calendar.toString();
}

/** Midnight UTC, which the library writes as a plain date. */
function at(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
