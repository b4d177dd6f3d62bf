import type { QuestionKind } from '../../bundle/question-schema.ts';
import type { Citation } from '../../guide/sources.ts';
import type { Grade } from '../../journal/events.ts';
import { isGrade } from '../../journal/validate.ts';
import type { Explained, Marked, Presented } from '../../questions/kind.ts';
import type { RubricPoint } from '../../questions/open.ts';
import type { Nothing } from './nothing.ts';

/** A question as a face shows it: on a card, in plain lines, or as JSON. */
export interface QuizCard {
  id: string;
  kind: QuestionKind;
  topic: { id: string; title: string };
  difficulty: 1 | 2 | 3;
  number: number;
  of: number;
  presented: Presented;
  /** How to answer, on one line. */
  how: string;
  /** The hints that were asked for. */
  hints: readonly string[];
  /** How many there are besides. */
  hintsLeft: number;
  /** Whether the question wants an editor. */
  editor: boolean;
  /** Whether it was asked already and is still open. */
  isRepeat: boolean;
  /** Whether its result was shown and then taken back. */
  wasShown: boolean;
  /** Nothing that gives away topic, difficulty or result. */
  isExam: boolean;
  /** Epoch milliseconds at which an exam ends; null without a limit. */
  endsAt: number | null;
}

/** A command, as typed or sent. */
export type QuizCommand =
  | { type: 'hint' | 'skip' | 'suspend' | 'undo' | 'quit' }
  | { type: 'flag'; why: string }
  | { type: 'override'; grade: Grade };

/** The command of this name, with what is said beside it; null where it is none, or lacks its grade. */
export function commandOf(name: unknown, said: { why?: unknown; grade?: unknown } = {}): QuizCommand | null {
  switch (name) {
    case 'hint':
    case 'skip':
    case 'suspend':
    case 'undo':
    case 'quit':
      return { type: name };
    case 'flag':
      return { type: 'flag', why: typeof said.why === 'string' ? said.why : '' };
    case 'override':
      return isGrade(said.grade) ? { type: 'override', grade: said.grade } : null;
    default:
      return null;
  }
}

/** The same where a grade is the name of its own command. */
export function commandOrGrade(name: string, why = ''): QuizCommand | null {
  return isGrade(name) ? { type: 'override', grade: name } : commandOf(name, { why });
}

/** The confidence, 0…1, that calling an answer a guess states. */
export const GUESS_CONFIDENCE = 0.3;

/** Said where a hint is asked for and the question has none. */
export const NO_HINT = 'There is no hint to this one.';

export type Reply =
  | {
      type: 'answer';
      raw: unknown;
      /** 0…1; null where none was stated. */
      confidence: number | null;
      /** As the other side measured it; null to go by the clock. */
      seconds: number | null;
    }
  | QuizCommand;

/** An open answer's points, to be ticked against the model answer. */
export interface RubricCard {
  id: string;
  model: string;
  /** Those that were missed the last time first. */
  points: readonly RubricPoint[];
  /** What was written now, and the last time; null where nothing was. */
  written: string;
  before: string | null;
}

export interface QuizResult {
  card: QuizCard;
  correct: boolean;
  grade: Grade;
  marked: Marked;
  explained: Explained;
  sources: readonly Citation[];
  followups: readonly string[];
  /** When it comes back, epoch milliseconds; null where that is not known. */
  dueAt: number | null;
  now: number;
  /** Whether the answer is kept. */
  isKept: boolean;
}

export interface Readiness {
  before: number;
  after: number;
  /** The day that it is reckoned for, epoch milliseconds. */
  at: number;
  basis: 'set' | 'assumed';
}

export interface QuizSummary {
  asked: number;
  correct: number;
  results: readonly QuizResult[];
  isExam: boolean;
  readiness: Readiness;
  /** Why there was nothing to ask from the beginning; null where there was. */
  nothing: Nothing | null;
  /** Questions that were worth asking and did not fit into the sitting. */
  left: number;
}

/** One way to hold a quiz. The engine decides what happens; a face asks and shows. */
export interface Face {
  ask(card: QuizCard): Promise<Reply>;
  /** The ids of the points that the answer hits; null to leave. */
  rubric(rubric: RubricCard): Promise<readonly string[] | null>;
  /** The answer could not be read; the question stays open. */
  retry(card: QuizCard, why: string): void;
  hint(card: QuizCard, n: number, text: string | null): void;
  /** A command to act on the result at once, or null to go on. */
  result(result: QuizResult): Promise<QuizCommand | null>;
  accepted(card: QuizCard): void;
  done(command: QuizCommand['type'], id: string): void;
  /** A command that has nothing to act on. */
  refused(command: QuizCommand['type'], why: string): void;
  summary(summary: QuizSummary): void;
  close(): void;
}
