import type { Cell, Learner, SimulatedItem } from './learner.ts';
import { createLearner } from './learner.ts';

/** When in the day the learner sits down, and when the interview is, as shares of a day. */
const EVENING = 19 / 24;
const MORNING = 9 / 24;
/** Nobody begins a question with less time left than this. */
const LEAST_SECONDS = 15;
export const START = Date.UTC(2026, 0, 5);
export const DAY = 86_400_000;

export interface Given {
  item: SimulatedItem;
  /** Days. */
  at: number;
  correct: boolean;
  /** Whether it was the first time that it was asked. */
  first: boolean;
  seconds: number;
}

export interface Situation {
  /** Days; sessions are held at day + 19/24. */
  now: number;
  deadline: number;
  sessionSeconds: number;
  /** This session's included. */
  studySecondsLeft: number;
}

/** Decides what to ask. It sees answers, never the memory; only the oracle is handed the learner. */
export interface Policy {
  /** The items to ask in this session in order; asked while time lasts, and asked for again when they run out. */
  choose(situation: Situation): readonly string[];
  heard(given: Given): void;
  sessionOver?(): void;
}

export type PolicyMaker = (learner: Learner) => Policy;

/** Plays a learner's days under a policy: weighted recall at the interview, 0…1. */
export function play(cell: Cell, seed: number, make: PolicyMaker): number {
  const learner = createLearner(cell, seed);
  const byId = new Map(learner.items.map((item) => [item.id, item]));
  const policy = make(learner);
  const deadline = cell.days + MORNING;
  const seen = new Set<string>();
  for (let day = 0; day < cell.days; day++) {
    const budget = cell.minutes * 60;
    let used = 0;
    const today = new Set<string>();
    while (budget - used >= LEAST_SECONDS) {
      const ids = policy
        .choose({
          now: day + EVENING + used / 86_400,
          deadline,
          sessionSeconds: budget - used,
          studySecondsLeft: (cell.days - day) * budget - used,
        })
        .filter((id) => !today.has(id));
      if (ids.length === 0) break;
      for (const id of ids) {
        if (budget - used < LEAST_SECONDS) break;
        const item = byId.get(id);
        if (item === undefined) throw new TypeError(`no item "${id}"`);
        const at = day + EVENING + used / 86_400;
        const state = learner.states.get(id);
        const correct = learner.chance() < learner.model.recall(state, at);
        const seconds = learner.takes(item, correct);
        learner.states.set(id, learner.model.answered(state, at, correct));
        used += seconds;
        today.add(id);
        policy.heard({ item, at, correct, first: !seen.has(id), seconds });
        seen.add(id);
      }
    }
    policy.sessionOver?.();
  }
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of learner.items) {
    sum += weight * learner.model.recall(learner.states.get(id), deadline);
    weights += weight;
  }
  return sum / weights;
}
