import { type Fit, recallAfter, STANDARD_FIT } from './fsrs.ts';
import { daysBetween } from './memory.ts';
import { answered } from './replay.ts';
import type { Answer, MemoryState } from './types.ts';

/** A parameter set, and how probable the learner's answers make it. */
export interface FitShare {
  readonly fit: Fit;
  /** The posterior probability, 0…1; all of them add up to 1. */
  readonly share: number;
}

/** What first stabilities may be multiplied by, and how steeply recall may fall. */
const SCALES = [0.2, 0.45, 1, 2.2, 5];
const DECAYS = [0.1, STANDARD_FIT.decay, 0.25, 0.4, 0.75];
/** Log-normal: the spread that FSRS's own fits show between learners. */
const PRIOR = { scale: { middle: 1, sd: 0.9 }, decay: { middle: 0.18, sd: 0.7 } };
/** Older answers say little about today's learner and cost time. */
const LAST_ANSWERS = 5000;
/** No theory of memory is sure; one slip must not rule a parameter set out. */
const SURE = 0.99;

const CANDIDATES: readonly { fit: Fit; prior: number }[] = SCALES.flatMap((scale) =>
  DECAYS.map((decay) => ({
    fit: { scale, decay },
    prior: logNormal(scale, PRIOR.scale) + logNormal(decay, PRIOR.decay),
  })),
);

function logNormal(value: number, { middle, sd }: { middle: number; sd: number }): number {
  return -((Math.log(value / middle) / sd) ** 2) / 2;
}

/**
 * How probable each of 25 parameter sets is by the learner's last 5,000 answers: FSRS-6 is run under all of them side by
 * side, and each is credited with the likelihood of what was right and wrong half a day or more after the answer
 * before, of any effect.
 * @param answers sorted by time
 */
export function fitShares(answers: readonly Answer[]): FitShare[] {
  const logs = CANDIDATES.map(({ fit, prior }) => prior + logLikelihood(fit, answers.slice(-LAST_ANSWERS)));
  const best = Math.max(...logs);
  const likelihoods = logs.map((log) => Math.exp(log - best));
  const sum = likelihoods.reduce((a, b) => a + b, 0);
  return CANDIDATES.map(({ fit }, at) => ({ fit, share: (likelihoods[at] ?? 0) / sum }));
}

/** The most probable of the parameter sets: the learner's own. */
export function likeliestFit(shares: readonly FitShare[]): Fit {
  const best = shares.reduce<FitShare | null>((a, b) => (a === null || b.share > a.share ? b : a), null);
  return best?.fit ?? STANDARD_FIT;
}

function logLikelihood(fit: Fit, answers: readonly Answer[]): number {
  const states = new Map<string, MemoryState>();
  const askedAt = new Map<string, number>();
  let sum = 0;
  for (const answer of answers) {
    const state = states.get(answer.id) ?? { kind: 'new' };
    // A repeat within the sitting is no recall, also where the answer before it left the state as it was.
    if (state.kind === 'reviewed' && daysBetween(askedAt.get(answer.id) ?? state.at, answer.at) > 0) {
      const right =
        SURE * recallAfter(fit, daysBetween(state.at, answer.at), state.stability) + (1 - SURE) / 2;
      sum += Math.log(answer.grade === 'again' ? 1 - right : right);
    }
    askedAt.set(answer.id, answer.at);
    states.set(answer.id, answered(fit, state, answer));
  }
  return sum;
}
