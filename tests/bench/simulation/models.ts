/**
 * Memories to try a schedule on: what a simulated learner really remembers. Four theories of forgetting that disagree
 * about its shape and about what a repetition is worth; only the first is the one that the coach itself computes with.
 * Times are days.
 */
import {
  type Fit,
  firstStrength,
  nextStrength,
  recallAfter,
  type Strength,
} from '../../../src/memory/fsrs.ts';

/** One learner's memory of one item; values, never changed. */
export interface MemoryModel<State> {
  /** Before the first encounter. `known`: it was learned well some time before. */
  first(known: boolean, ease: number): State;
  /** The probability, 0…1, that it is answered right. */
  recall(state: State, at: number): number;
  /** After an answer and its explanation. */
  answered(state: State, at: number, correct: boolean): State;
}

export type ModelName = 'fsrs' | 'act-r' | 'dash' | 'half-life';

/** A normal deviate. */
export type Normal = () => number;

/** A learner's memory: its constants are drawn from a population. */
export function createModel(name: ModelName, normal: Normal): MemoryModel<unknown> {
  switch (name) {
    case 'fsrs':
      return fsrs(normal) as MemoryModel<unknown>;
    case 'act-r':
      return actR(normal) as MemoryModel<unknown>;
    case 'dash':
      return dash(normal) as MemoryModel<unknown>;
    case 'half-life':
      return halfLife(normal) as MemoryModel<unknown>;
  }
}

const clamp = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

interface FsrsState {
  strength: Strength | null;
  at: number;
  /** Stability of this item against the learner's usual. */
  ease: number;
}

/** FSRS-6 (ts-fsrs), with first stabilities and decay of the learner's own and items that differ in stability. */
function fsrs(normal: Normal): MemoryModel<FsrsState> {
  const fit: Fit = {
    scale: clamp(0.05, Math.exp(0.9 * normal()), 20),
    decay: clamp(0.1, 0.18 * Math.exp(0.7 * normal()), 0.8),
  };
  return {
    first(known, ease) {
      const factor = Math.exp(0.5 * ease);
      return { strength: known ? firstStrength(fit, 'easy') : null, at: -7, ease: factor };
    },
    recall({ strength, at, ease }, now) {
      return strength === null ? 0 : recallAfter(fit, Math.max(0, now - at), strength.stability * ease);
    },
    answered({ strength, at, ease }, now, correct) {
      if (strength === null)
        return { strength: firstStrength(fit, correct ? 'easy' : 'again'), at: now, ease };
      const days = now - at < 0.5 ? 0 : now - at;
      return { strength: nextStrength(fit, strength, days, correct ? 'good' : 'again'), at: now, ease };
    },
  };
}

interface ActRState {
  /** Each encounter: when (seconds of use), and how fast it decays. */
  traces: readonly { at: number; decay: number }[];
  ease: number;
}

/**
 * ACT-R with decay that depends on activation, Pavlik and Anderson 2005 (doi:10.1207/s15516709cog0000_14): activation
 * ln Σ t^−d, decay d = c·e^m + a of the activation m at the encounter, recall logistic; c, a, s and the slower clock
 * between sessions are theirs. The threshold lies lower: theirs is of word pairs, and an explanation is understood.
 */
function actR(normal: Normal): MemoryModel<ActRState> {
  const [c, s, slowed] = [0.217, 0.255, 0.025];
  const a = 0.177 * Math.exp(0.15 * normal());
  const threshold = -1.35 + 0.25 * normal();
  const activation = ({ traces }: ActRState, at: number) => {
    let sum = 0;
    for (const one of traces) sum += Math.max(1, (at - one.at) * 86_400 * slowed) ** -one.decay;
    return Math.log(sum);
  };
  const met = (state: ActRState, at: number): ActRState => {
    const m = state.traces.length === 0 ? Number.NEGATIVE_INFINITY : activation(state, at);
    return { ...state, traces: [...state.traces, { at, decay: c * Math.exp(m) + a }] };
  };
  return {
    first(known, ease) {
      let state: ActRState = { traces: [], ease: 0.25 * ease };
      if (known) for (const day of [-60, -50, -35, -20, -7]) state = met(state, day);
      return state;
    },
    recall(state, at) {
      if (state.traces.length === 0) return 0;
      return 1 / (1 + Math.exp((threshold - state.ease - activation(state, at)) / s));
    },
    answered: (state, at) => met(state, at),
  };
}

interface DashState {
  answers: readonly { at: number; correct: boolean }[];
  ease: number;
}

/**
 * DASH, Lindsey, Shroyer, Pashler and Mozer 2014 (doi:10.1177/0956797613504302): recall is logistic in ability, ease
 * and, for windows that reach back a day, a week, a month and for ever, the logarithms of attempts and of right answers.
 */
function dash(normal: Normal): MemoryModel<DashState> {
  const windows = [
    { days: 1, attempts: 0.9, right: 0.4 },
    { days: 7, attempts: 0.8, right: 0.5 },
    { days: 30, attempts: 0.7, right: 0.6 },
    { days: Number.POSITIVE_INFINITY, attempts: 0.6, right: 0.5 },
  ];
  const ability = -1.6 + 0.6 * normal();
  return {
    first(known, ease) {
      const past = known ? [-60, -45, -30, -20, -12, -6] : [];
      return { answers: past.map((at) => ({ at, correct: true })), ease: 0.6 * ease };
    },
    recall({ answers, ease }, now) {
      if (answers.length === 0) return 0;
      let logit = ability + ease;
      for (const { days, attempts, right } of windows) {
        let n = 0;
        let c = 0;
        for (const { at, correct } of answers) {
          if (now - at > days) continue;
          n++;
          if (correct) c++;
        }
        logit += attempts * Math.log(1 + n) + right * Math.log(1 + c);
      }
      return 1 / (1 + Math.exp(-logit));
    },
    answered: ({ answers, ease }, at, correct) => ({ answers: [...answers, { at, correct }], ease }),
  };
}

interface HalfLifeState {
  right: number;
  wrong: number;
  at: number | null;
  ease: number;
}

/**
 * Half-life regression, Settles and Meeder 2016 (doi:10.18653/v1/P16-1174): exponential forgetting, recall 2^(−Δ/h),
 * whose half-life doubles with the square roots of right and of wrong answers. No gain from spacing.
 */
function halfLife(normal: Normal): MemoryModel<HalfLifeState> {
  const base = 0.6 + 0.6 * normal();
  return {
    first: (known, ease) => ({ right: known ? 9 : 0, wrong: 0, at: known ? -7 : null, ease: 0.6 * ease }),
    recall({ right, wrong, at, ease }, now) {
      if (at === null) return 0;
      const halfLife = 2 ** (base + ease + 1.3 * Math.sqrt(right) + 0.35 * Math.sqrt(wrong));
      return 2 ** (-Math.max(0, now - at) / halfLife);
    },
    answered: ({ right, wrong, ease }, at, correct) => ({
      right: right + (correct ? 1 : 0),
      wrong: wrong + (correct ? 0 : 1),
      at,
      ease,
    }),
  };
}
