import { copyOf, hashOf, keepCopy } from '../bundle/copies.ts';
import type { GivenAnswer } from '../coach/history.ts';
import type { Context } from '../context.ts';
import { type Fit, type FitShare, fitShares, likeliestFit, STANDARD_FIT } from '../memory/index.ts';

const NAME = 'fit.json';
/** Fewer answers say nothing about a learner that the prior does not say better, and are reckoned at once. */
const FEWEST_ANSWERS = 30;

interface Kept {
  /** The hash of the answers that it was reckoned from. */
  key: string;
  shares: FitShare[];
}

/** How probable these answers make each parameter set: as it was kept, or reckoned now and kept for the next time. */
export function ownShares({ paths }: Context, answers: readonly GivenAnswer[]): FitShare[] {
  if (answers.length < FEWEST_ANSWERS) return fitShares(answers);
  const key = hashOf(answers.map(({ id, at, grade, effect }) => `${id} ${at} ${grade} ${effect}\n`));
  const kept = copyOf({ shipped: null, cache: paths.cache }, NAME) as Kept | undefined;
  if (kept?.key === key) return kept.shares;
  const shares = fitShares(answers);
  keepCopy(paths.cache, NAME, { key, shares } satisfies Kept);
  return shares;
}

/** The learner's own parameters, by these answers. */
export function ownFit(context: Context, answers: readonly GivenAnswer[]): Fit {
  return answers.length < FEWEST_ANSWERS ? STANDARD_FIT : likeliestFit(ownShares(context, answers));
}
