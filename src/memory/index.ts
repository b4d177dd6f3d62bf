/**
 * What is remembered, what to ask next, and how ready that makes you: FSRS-6 with deadlines. Pure; times are epoch
 * milliseconds, durations seconds unless named otherwise, probabilities 0…1.
 */

export { type FitShare, fitShares, likeliestFit } from './fit.ts';
export { type Fit, type Grade, STANDARD_FIT } from './fsrs.ts';
export {
  createMemory,
  dueAt,
  emptied,
  HALF_DAY,
  isResting,
  recall,
  recallIn,
  reweighed,
  stateOf,
} from './memory.ts';
export { type Pick, type RankOptions, rank, type Tier } from './rank.ts';
export { type Readiness, type ReadinessOptions, readiness } from './readiness.ts';
export { remember, rememberAll } from './replay.ts';
export type { Answer, Effect, Item, Memory, MemoryState, New, Reviewed } from './types.ts';
