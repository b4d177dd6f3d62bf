import { type AnswerEvent, byTime, type Grade, type JournalEvent } from '../journal/events.ts';
import type { Answer, Effect } from '../memory/types.ts';

/** An answer as it counts, ready to be remembered, and the event that it came from. */
export interface GivenAnswer extends Answer {
  readonly effect: Effect;
  /** As it was written; `grade` and `correct` of the answer itself have its override applied. */
  readonly event: AnswerEvent;
}

/** What a journal says was done with the questions. */
export interface History {
  /** In the order of (at, id), without those that were undone. */
  answers: GivenAnswer[];
  /** The questions that are not to be asked. */
  suspended: Set<string>;
  /** By question, what its last flag says. */
  flagged: Map<string, string>;
  /** By question, the last answer given: what was written and missed is shown next time. */
  last: Map<string, AnswerEvent>;
}

/**
 * The history of the questions in a journal, whatever order its events come in. An undo takes back the event that it
 * names, which then counts as never written; an undo itself cannot be taken back. Of several overrides of an answer the
 * last one wins, and decides whether it was right. Undo and override work wherever they stand.
 */
export function answersOf(events: readonly JournalEvent[]): History {
  const history: History = {
    answers: [],
    suspended: new Set(),
    flagged: new Map(),
    last: new Map(),
  };
  const undone = undoneOf(events);
  const counted = inOrder(undone.size === 0 ? events : events.filter(({ id }) => !undone.has(id)));
  const overrides = overridesOf(counted);
  for (const event of counted) count(history, event, overrides);
  return history;
}

function count(history: History, event: JournalEvent, overrides: ReadonlyMap<string, Grade>): void {
  switch (event.type) {
    case 'answer':
      history.answers.push(given(event, overrides.get(event.id)));
      history.last.set(event.q, event);
      break;
    case 'suspend':
      history.suspended.add(event.q);
      break;
    case 'unsuspend':
      history.suspended.delete(event.q);
      break;
    case 'flag':
      history.flagged.set(event.q, event.why);
      break;
    // Undos and overrides have been applied; a skipped question stays as it was; the others are not about questions.
    case 'undo':
    case 'override':
    case 'skip':
    case 'tick':
    case 'untick':
    case 'set':
      break;
  }
}

function given(event: AnswerEvent, override: Grade | undefined): GivenAnswer {
  return {
    id: event.q,
    at: Date.parse(event.at),
    correct: override === undefined ? event.correct : override !== 'again',
    grade: override ?? event.grade,
    seconds: event.seconds,
    effect: effectOf(event.mode),
    event,
  };
}

/** What an answer in a mode does to the schedule: of an exam only the wrong ones count, of cramming none. */
export function effectOf(mode: string): Effect {
  if (mode === 'exam') return 'lapse-only';
  return mode === 'cram' ? 'none' : 'schedule';
}

/** The events from before a time, epoch milliseconds: what was known then. */
export function eventsBefore(events: readonly JournalEvent[], time: number): JournalEvent[] {
  return events.filter(({ at }) => Date.parse(at) < time);
}

/** The ids of the events that were taken back. */
export function undoneOf(events: readonly JournalEvent[]): Set<string> {
  const undone = new Set<string>();
  for (const event of events) if (event.type === 'undo') undone.add(event.of);
  return undone;
}

function overridesOf(events: readonly JournalEvent[]): Map<string, Grade> {
  const grades = new Map<string, Grade>();
  for (const event of events) if (event.type === 'override') grades.set(event.of, event.grade);
  return grades;
}

/** The events by (at, id). A journal hands them out so; then nothing is copied. */
function inOrder(events: readonly JournalEvent[]): readonly JournalEvent[] {
  for (let at = 1; at < events.length; at++) {
    const [before, after] = [events[at - 1], events[at]];
    if (before !== undefined && after !== undefined && byTime(before, after) > 0) {
      return events.toSorted(byTime);
    }
  }
  return events;
}
