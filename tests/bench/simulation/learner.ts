import { mulberry32 } from '../../../src/questions/draw.ts';
import { createModel, type MemoryModel, type ModelName, type Normal } from './models.ts';

/** One cell of the grid: who learns, for how long, and what counts. */
export interface Cell {
  model: ModelName;
  days: number;
  minutes: number;
  /** The share of the items that is known before the first day. */
  known: number;
  /** `bundle`: as the bank's topics and difficulties spread; `steep`: 1, 2 and 4; `equal`: all 1. */
  weights: 'bundle' | 'steep' | 'equal';
}

export interface SimulatedItem {
  id: string;
  topic: string;
  weight: number;
  /** How long a right answer takes against the learner's usual. */
  length: number;
}

/** A learner with what is remembered at the moment. Its days begin at 0; every session is held in the evening. */
export interface Learner {
  items: readonly SimulatedItem[];
  model: MemoryModel<unknown>;
  states: Map<string, unknown>;
  /** 0…1 */
  chance: () => number;
  /** Seconds that an answer takes. */
  takes(item: SimulatedItem, correct: boolean): number;
}

const ITEMS = 400;
const TOPICS = 16;
const WEIGHTS = {
  bundle: [0.75, 1, 1.25, 1.25, 1.5, 1.5, 1.9, 2.25],
  steep: [1, 1, 1, 2, 2, 4],
  equal: [1],
} as const;

export function createLearner(cell: Cell, seed: number): Learner {
  const chance = mulberry32(seed);
  const normal: Normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const model = createModel(cell.model, normal);
  const states = new Map<string, unknown>();
  const weights = WEIGHTS[cell.weights];
  const items = Array.from({ length: ITEMS }, (_, at): SimulatedItem => {
    // Weights hang on topics in part, as the bank's do.
    const topic = at % TOPICS;
    const drawn = weights[chance() < 0.5 ? topic % weights.length : Math.floor(chance() * weights.length)];
    const item = {
      id: `q${String(at).padStart(3, '0')}`,
      topic: `t${topic}`,
      weight: drawn ?? 1,
      length: Math.exp(0.35 * normal()),
    };
    const known = chance() < (topic % 2 === 0 ? 1.5 : 0.5) * cell.known;
    states.set(item.id, model.first(known, normal()));
    return item;
  });
  const usual = { right: 22 * Math.exp(0.25 * normal()), wrong: 40 * Math.exp(0.25 * normal()) };
  return {
    items,
    model,
    states,
    chance,
    takes: ({ length }, correct) => (correct ? usual.right : usual.wrong) * length * Math.exp(0.3 * normal()),
  };
}
