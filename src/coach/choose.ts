import type { QuestionEntry } from '../bundle/questions.ts';
import { type Memory, type Pick, rank } from '../memory/index.ts';
import { onEve } from './eve.ts';
import type { Mode } from './modes.ts';

export interface Filters {
  topics: ReadonlySet<string> | null;
  /** Ids of rounds; a question that names none is asked in its topic's. */
  rounds: ReadonlySet<string> | null;
  difficulties: ReadonlySet<number> | null;
  kinds: ReadonlySet<string> | null;
}

export interface Choice {
  mode: Mode;
  /** Those that may be asked; an exam asks them in this order. */
  entries: readonly QuestionEntry[];
  memory: Memory;
  now: number;
  deadlines: ReadonlyMap<string, number>;
  /** All study time until the last deadline, in seconds. */
  studySecondsLeft: number;
  /** What was asked before is due once its recall is this or less. */
  retention: number;
  /** Whether it is held on the eve of the last round. */
  isEve: boolean;
  /** How long the sitting may take; null without a limit. */
  sessionSeconds: number | null;
  /** How many questions at most; null without a limit. */
  count: number | null;
}

/** The questions of a sitting in order. */
export function choose(choice: Choice): { ids: string[]; left: number } {
  const { mode, entries, memory, now, deadlines, studySecondsLeft, retention } = choice;
  if (mode === 'exam') return within(choice, entries);
  const allowed = new Set(entries.map(({ id }) => id));
  const ranked = rank(memory, {
    now,
    deadlines,
    studySecondsLeft,
    retention,
    sessionSeconds: Number.MAX_SAFE_INTEGER,
    allowed: (id) => allowed.has(id),
  });
  return within(choice, byMode(choice, mode, ranked));
}

type Timed = { id: string; seconds: number };

function byMode(
  { entries, deadlines, isEve, sessionSeconds }: Choice,
  mode: Exclude<Mode, 'exam'>,
  ranked: readonly Pick[],
): Timed[] {
  switch (mode) {
    case 'coach':
      return isEve ? onEve(ranked, deadlines, sessionSeconds ?? Number.POSITIVE_INFINITY) : [...ranked];
    case 'due':
    case 'new':
      return ranked.filter(({ tier }) => tier === mode);
    case 'weak':
      return ranked.filter(({ tier }) => tier !== 'new').sort((a, b) => a.recallNow - b.recallNow);
    case 'cram': {
      // Everything, weakest first, even what was asked today.
      const known = new Map(ranked.map((pick) => [pick.id, pick.recallNow]));
      return [...entries].sort((a, b) => (known.get(a.id) ?? 1) - (known.get(b.id) ?? 1));
    }
  }
}

function within({ sessionSeconds, count }: Choice, all: readonly Timed[]): { ids: string[]; left: number } {
  const ids: string[] = [];
  let seconds = 0;
  for (const { id, seconds: takes } of all) {
    if (count !== null && ids.length >= count) break;
    if (sessionSeconds !== null && ids.length > 0 && seconds + takes > sessionSeconds) continue;
    seconds += takes;
    ids.push(id);
  }
  return { ids, left: all.length - ids.length };
}

export function filtered(
  entries: readonly QuestionEntry[],
  { topics, rounds, difficulties, kinds }: Filters,
  topicRounds: ReadonlyMap<string, readonly string[]>,
): QuestionEntry[] {
  const asked = ({ rounds: own, topic }: QuestionEntry) =>
    own.length > 0 ? own : (topicRounds.get(topic) ?? []);
  return entries.filter(
    (entry) =>
      (topics === null || topics.has(entry.topic)) &&
      (rounds === null || asked(entry).some((id) => rounds.has(id))) &&
      (difficulties === null || difficulties.has(entry.difficulty)) &&
      (kinds === null || kinds.has(entry.kind)),
  );
}
