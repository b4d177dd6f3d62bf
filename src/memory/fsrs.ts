import { computeDecayFactor, default_w, FSRSAlgorithm, type FSRSParameters } from 'ts-fsrs';

/**
 * FSRS-6 on plain numbers, through ts-fsrs. The only file that imports it: the library adds methods to Date.prototype,
 * and its cards and Dates cost ten times as much as the numbers beneath them.
 */

export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** How one learner differs from the average of FSRS-6's default parameters. */
export interface Fit {
  /** What the first stabilities after again, hard and good (w0…w2) are multiplied by. */
  readonly scale: number;
  /** The exponent of forgetting (w20), 0.1 to 0.8. */
  readonly decay: number;
}

export const STANDARD_FIT: Fit = { scale: 1, decay: 0.1542 };

export interface Strength {
  /** Days after which recall has fallen to 0.9. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
}

const RATING = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/** The library keeps its parameters behind a Proxy, and to read them there costs more than the arithmetic. */
class PlainAlgorithm extends FSRSAlgorithm {
  constructor(parameters: Partial<FSRSParameters>) {
    super(parameters);
    this.param = { ...this.param };
  }
}

interface Model {
  algorithm: FSRSAlgorithm;
  /** Of the forgetting curve R(t) = (1 + factor · t / S)^decay; decay is below 0. */
  decay: number;
  factor: number;
  first: Readonly<Record<Grade, Strength>>;
}

const models = new WeakMap<Fit, Model>();
/** Nearly always the next question is about the same fit. */
let latest: { fit: Fit; model: Model } | null = null;

function modelOf(fit: Fit): Model {
  if (latest?.fit === fit) return latest.model;
  const model = models.get(fit) ?? createModel(fit);
  models.set(fit, model);
  latest = { fit, model };
  return model;
}

function createModel(fit: Fit): Model {
  const wanted = default_w.map((value, at) => (at < 3 ? value * fit.scale : at === 20 ? fit.decay : value));
  const algorithm = new PlainAlgorithm({ w: wanted });
  // The library clips what it is given to the ranges in which FSRS-6 is defined.
  const first = (grade: Grade) => algorithm.next_state(null, 0, RATING[grade]);
  return {
    algorithm,
    ...computeDecayFactor(algorithm.parameters.w),
    first: { again: first('again'), hard: first('hard'), good: first('good'), easy: first('easy') },
  };
}

/** What is remembered after the first answer. */
export function firstStrength(fit: Fit, grade: Grade): Strength {
  return modelOf(fit).first[grade];
}

/**
 * What is remembered after one more answer.
 * @param days since the last one, fractional; exactly 0 is a same-day repeat
 * @param recallThen the recall at this answer, where it is known already
 */
export function nextStrength(
  fit: Fit,
  before: Strength,
  days: number,
  grade: Grade,
  recallThen = recallAfter(fit, days, before.stability),
): Strength {
  return modelOf(fit).algorithm.next_state(before, days, RATING[grade], recallThen);
}

/** The probability of recall, 0…1, `days` (fractional, from 0) after the last answer. */
export function recallAfter(fit: Fit, days: number, stability: number): number {
  // The library's forgetting_curve, which works out decay and factor anew each time; with its eight decimals.
  const { decay, factor } = modelOf(fit);
  return Math.round((1 + (factor * days) / stability) ** decay * 1e8) / 1e8;
}

/** The days after which recall has fallen to `retention` (above 0, at most 1): the forgetting curve turned round. */
export function daysUntil(fit: Fit, retention: number, stability: number): number {
  // As the library's calculate_interval_modifier: I(r, S) = S · (r^(1/decay) − 1) / factor, without whole days.
  const { decay, factor } = modelOf(fit);
  return (stability * (retention ** (1 / decay) - 1)) / factor;
}
