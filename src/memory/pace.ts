import type { KnownItem, Memory, Trace, Usual } from './types.ts';

/** Before there are answers: about what the learners of `npm run simulate` take. */
export const USUAL_AT_FIRST: Usual = { right: 25, wrong: 40, firstWrong: 40 };

/** How fast the averages follow: the share of the newest answer. */
const SHARE_OF_NEWEST = 0.05;
/** An item's length counts as much as so many answers to it. */
const PRIOR_ANSWERS = 3;
/** Who takes more than so many times the usual has left the desk. */
const LONGEST = 10;
/** No question is read and answered in less, so no sum of picks can come to nothing. */
const SHORTEST_SECONDS = 1;

export interface Timed {
  usual: Usual;
  /** Seconds taken ÷ seconds usual. */
  pace: number;
}

/** The averages after an answer, and how slow it was against them as they were. */
export function timed(usual: Usual, length: number, seconds: number, which: keyof Usual): Timed {
  const before = usual[which];
  const counted = Math.min(seconds, LONGEST * before * length);
  const after = before + SHARE_OF_NEWEST * (counted / length - before);
  return { usual: { ...usual, [which]: Math.max(SHORTEST_SECONDS, after) }, pace: counted / before };
}

/**
 * The seconds that asking an item is expected to cost.
 * @param right the probability that it is answered right
 */
export function expectedSeconds(
  memory: Memory,
  item: KnownItem,
  trace: Trace | undefined,
  right: number,
): number {
  const { usual } = memory;
  const wrong = trace === undefined ? usual.firstWrong : usual.wrong;
  const plain = right * usual.right + (1 - right) * wrong;
  return Math.max(SHORTEST_SECONDS, plain * paceOf(item, trace));
}

/** An item's own pace: (3 · length + Σ own/usual) ÷ (3 + n), a mean with a prior that weighs three answers. */
function paceOf(item: KnownItem, trace: Trace | undefined): number {
  if (trace === undefined) return item.length;
  return (PRIOR_ANSWERS * item.length + trace.paces) / (PRIOR_ANSWERS + trace.answers);
}

/** The seconds of one round through all items that count: 0.6 of them right and 0.4 wrong. */
export function secondsOfOneRound(memory: Memory): number {
  let lengths = 0;
  for (const item of memory.items.values()) if (item.weight > 0) lengths += item.length;
  return lengths * (0.6 * memory.usual.right + 0.4 * memory.usual.wrong);
}
