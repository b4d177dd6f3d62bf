import type { Question } from '../../bundle/question-schema.ts';
import type { Mode } from '../../coach/modes.ts';
import type { Session, Slot } from '../../coach/session.ts';
import type { Citation } from '../../guide/sources.ts';
import type { EventDraft, JournalEvent } from '../../journal/events.ts';
import type { QuizResult } from './face.ts';

/** What a sitting works with. Everything that touches the world comes in here. */
export interface Sitting {
  mode: Mode;
  /** Whether the answers are kept: what is not kept does not come back. */
  save: boolean;
  session: Session;
  /** Its topic is read when the first of its questions is asked for. */
  question(id: string): Promise<Question | undefined>;
  topicOf(question: string): { id: string; title: string };
  citations(question: Question): Citation[];
  /** What was written and missed the last time, by question. */
  before: ReadonlyMap<string, { text: string | null; missed: readonly string[] }>;
  /** Questions that were answered before this sitting: a first right answer was known already. */
  answeredBefore: ReadonlySet<string>;
  /** Keeps one event; returns it once it is on the disk. What is remembered follows from what was kept. */
  keep(draft: EventDraft): JournalEvent;
  /** When a question comes back, epoch milliseconds; null where that is not known. */
  dueAt(question: string): number | null;
  /** Epoch milliseconds. */
  now(): number;
  /** Unsigned 32-bit. */
  nextDraw(): number;
  /** Epoch milliseconds; null without a limit. */
  endsAt: number | null;
}

/** What one question came to; `event` names it in the journal. */
export interface Outcome {
  event: string;
  result: QuizResult;
}

/** Where a sitting has got to. */
export interface State {
  session: Session;
  outcomes: Map<string, Outcome>;
  /** By answer, what was done to its question while the result was shown: goes with it when it is undone. */
  attached: Map<string, string[]>;
  /** The slots whose result was shown and then taken back. */
  shown: Set<Slot>;
  hints: string[];
  startedAt: number;
  /** Whether the current question has been asked and is still open. */
  isOpen: boolean;
}

/** What follows on a reply: the same question again, the next one, or the end. */
export type Step = 'stay' | 'next' | 'quit';
