import { copyOf, hashOf, keepCopy } from '../bundle/copies.ts';
import type { GivenAnswer } from '../coach/history.ts';
import type { Context } from '../context.ts';
import { type Fit, type FitShare, fitShares, likeliestFit, STANDARD_FIT } from '../memory/index.ts';

const NAME = 'fit.json';
/** Fewer answers say nothing about a learner that the prior does not say better. */
const FEWEST_ANSWERS = 30;

interface Kept {
  /** How many answers it saw, and the hash of them. */
  seen: number;
  key: string;
  shares: FitShare[];
}

/**
 * How probable each parameter set is, as reckoned at the end of the last sitting; null where the answers that it saw are
 * not the first of these, and where there is none.
 */
export function keptShares({ paths }: Context, answers: readonly GivenAnswer[]): FitShare[] | null {
  const kept = copyOf({ shipped: null, cache: paths.cache }, NAME) as Kept | undefined;
  if (kept === undefined || !(kept.seen <= answers.length)) return null;
  return kept.key === keyOf(answers.slice(0, kept.seen)) ? kept.shares : null;
}

/** The learner's own parameters; the defaults until a sitting has reckoned them. */
export function keptFit(context: Context, answers: readonly GivenAnswer[]): Fit {
  const shares = keptShares(context, answers);
  return shares === null ? STANDARD_FIT : likeliestFit(shares);
}

/** Fits the parameters to the answers and keeps them for the next sitting. */
export function keepFit({ paths }: Context, answers: readonly GivenAnswer[]): void {
  if (answers.length < FEWEST_ANSWERS) return;
  const kept: Kept = { seen: answers.length, key: keyOf(answers), shares: fitShares(answers) };
  keepCopy(paths.cache, NAME, kept);
}

function keyOf(answers: readonly GivenAnswer[]): string {
  return hashOf(answers.map(({ event, grade }) => `${event.id} ${grade}\n`));
}
