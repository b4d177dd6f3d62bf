import { fault } from './validate.ts';

export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** What every event carries. `at` is UTC exactly as Date.toISOString writes it; `tz` is minutes east of UTC. */
export interface Stamped<T extends string> {
  v: 1;
  id: string;
  at: string;
  tz: number;
  device: string;
  type: T;
}

export interface AnswerEvent extends Stamped<'answer'> {
  q: string;
  /** The seed of the question's parameters, so that the same numbers can be shown again. */
  draw: number;
  /** What the learner gave, as JSON: a key, keys, a number, text. */
  answer: unknown;
  correct: boolean;
  grade: Grade;
  /** 0 to 1: the share of the points that were hit. */
  score: number;
  hints: number;
  seconds: number;
  /** 0 to 1 as the learner stated it, or null where nothing was stated. */
  confidence: number | null;
  mode: string;
  /** The points or options that were missed. */
  missed: string[];
}

export interface UndoEvent extends Stamped<'undo'> {
  /** The id of the event that is taken back. */
  of: string;
}

export interface OverrideEvent extends Stamped<'override'> {
  of: string;
  grade: Grade;
}

export interface QuestionEvent<T extends 'skip' | 'suspend' | 'unsuspend'> extends Stamped<T> {
  q: string;
}

export interface FlagEvent extends Stamped<'flag'> {
  q: string;
  why: string;
}

export interface TickEvent<T extends 'tick' | 'untick'> extends Stamped<T> {
  item: string;
}

export interface SetEvent extends Stamped<'set'> {
  key: string;
  value: unknown;
}

/** One thing that the learner did: one line of a journal file. */
export type JournalEvent =
  | AnswerEvent
  | UndoEvent
  | OverrideEvent
  | QuestionEvent<'skip'>
  | QuestionEvent<'suspend'>
  | QuestionEvent<'unsuspend'>
  | FlagEvent
  | TickEvent<'tick'>
  | TickEvent<'untick'>
  | SetEvent;

type Unstamped<E> = E extends JournalEvent ? Omit<E, 'v' | 'id' | 'at' | 'tz' | 'device'> : never;

/** An event before the journal stamps it: its type and that type's own fields. */
export type EventDraft = Unstamped<JournalEvent>;

/** An event of a draft: no field of it overrules the stamp, which comes first on the line. */
export function stamped(draft: EventDraft, stamp: Omit<Stamped<string>, 'v' | 'type'>): JournalEvent {
  const { id, at, tz, device } = stamp;
  const first = { v: 1, id, at, tz, device } as const;
  return { ...first, ...draft, ...first } as JournalEvent;
}

export type ParsedLine =
  | { kind: 'event'; event: JournalEvent }
  /** Written by a later version of this program: stays in the file, is not counted. */
  | { kind: 'newer'; version: number }
  /** Not ours to count. `json` is false where it is not even JSON, as a writer leaves it that was stopped. */
  | { kind: 'foreign'; why: string; id: string | null; json: boolean };

/** The event on one line, or why it is none. Fields that are not known are kept. */
export function parseLine(line: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: 'foreign', why: 'not a line of JSON', id: null, json: false };
  }
  return parseRecord(value);
}

/** The same for JSON that is parsed already. */
export function parseRecord(value: unknown): ParsedLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'foreign', why: 'not an event: events are objects', id: null, json: true };
  }
  // JSON.parse gave an object, so every key can be looked at; nothing is believed about the values yet.
  const record = value as Record<string, unknown>;
  const { v, id } = record;
  if (typeof v === 'number' && v > 1) return { kind: 'newer', version: v };
  const why = fault(record);
  if (why !== null) {
    return { kind: 'foreign', why, id: typeof id === 'string' && id !== '' ? id : null, json: true };
  }
  // `fault` has looked at every field that the types name.
  return { kind: 'event', event: value as JournalEvent };
}

/** Orders a history: by time, and by id where two events share a millisecond. */
export function byTime(a: JournalEvent, b: JournalEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
