import type { AnswerEvent, JournalEvent } from '../journal/events.ts';
import { undoneOf } from './history.ts';
import type { Slot } from './session.ts';

/** An exam as it was begun, kept so that one that was cut off can be gone on with. */
export interface ExamPlan {
  slots: { id: string; draw: number }[];
  /** Epoch milliseconds. */
  startedAt: number;
  endsAt: number | null;
}

export interface OpenExam {
  plan: ExamPlan;
  /** The questions that have no answer yet and are not set aside, in their order. */
  left: Slot[];
  /** The answers that were given before it was cut off. */
  given: AnswerEvent[];
}

/** The setting under which the plan is kept; null once the exam is over. */
export const EXAM_KEY = 'exam';

/**
 * The exam that was begun and neither finished nor left, if its time is not over.
 * @param suspended the questions that are not to be asked
 */
export function openExam(
  events: readonly JournalEvent[],
  suspended: ReadonlySet<string>,
  now: number,
): OpenExam | null {
  const event = events.findLast((one) => one.type === 'set' && one.key === EXAM_KEY);
  const plan = event?.type === 'set' ? planOf(event.value) : null;
  if (plan === null || isOver(plan, now)) return null;
  const given = answersIn(plan, events);
  const answered = new Set(given.map(({ q }) => q));
  const left = plan.slots
    .filter(({ id }) => !answered.has(id) && !suspended.has(id))
    .map(({ id, draw }) => ({ id, draw, isRelearn: false }));
  return left.length === 0 ? null : { plan, left, given };
}

/**
 * The answers to it. They are known by their draws and by its own clock: where that was set back before it began, the
 * event of its beginning is stamped after them.
 */
function answersIn({ slots, startedAt }: ExamPlan, events: readonly JournalEvent[]): AnswerEvent[] {
  const draws = new Map(slots.map(({ id, draw }) => [id, draw]));
  const undone = undoneOf(events);
  return events.flatMap((event) =>
    event.type === 'answer' &&
    event.mode === 'exam' &&
    draws.get(event.q) === event.draw &&
    Date.parse(event.at) >= startedAt &&
    !undone.has(event.id)
      ? [event]
      : [],
  );
}

/** Whether its time is up. */
export function isOver({ endsAt }: ExamPlan, now: number): boolean {
  return endsAt !== null && endsAt <= now;
}

/** What another version of the program or a person may have written is not taken on trust. */
function planOf(value: unknown): ExamPlan | null {
  if (typeof value !== 'object' || value === null || !('slots' in value)) return null;
  const { slots, startedAt, endsAt } = value as Partial<ExamPlan>;
  const isPlan =
    Array.isArray(slots) &&
    slots.every((slot) => typeof slot?.id === 'string' && Number.isInteger(slot.draw)) &&
    typeof startedAt === 'number' &&
    (endsAt === null || typeof endsAt === 'number');
  return isPlan ? { slots, startedAt, endsAt } : null;
}
