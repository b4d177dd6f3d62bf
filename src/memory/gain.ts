import { firstStrength, nextStrength, recallAfter } from './fsrs.ts';
import { DAY, daysBetween, recallIn, recallOf } from './memory.ts';
import type { KnownItem, Memory, MemoryState } from './types.ts';

export interface Prospect {
  /** The probability, 0…1, that it is answered right now. */
  recallNow: number;
  /** Expected recall at the deadline if it is asked now, less the same if it is not. */
  gain: number;
}

/**
 * What asking an item now is worth at its deadline: the expectation over a right answer (with the probability of its
 * recall now, graded `good`) and a wrong one. Times are epoch milliseconds, the deadline not before now.
 */
export function prospect(
  memory: Memory,
  item: KnownItem,
  state: MemoryState,
  now: number,
  deadline: number,
): Prospect {
  const { fit } = memory;
  const ahead = (deadline - now) / DAY;
  const recallNow = recallOf(memory, item, now);
  if (state.kind === 'new') {
    // What is known already stays known, asked or not; the rest is learned from the explanation.
    const learned = recallAfter(fit, ahead, firstStrength(fit, 'again').stability);
    return { recallNow, gain: (1 - recallNow) * learned };
  }
  const days = daysBetween(state.at, now);
  const right = recallAfter(fit, ahead, nextStrength(fit, state, days, 'good', recallNow).stability);
  const wrong = recallAfter(fit, ahead, nextStrength(fit, state, days, 'again', recallNow).stability);
  const unasked = recallIn(memory, state, deadline);
  return { recallNow, gain: recallNow * right + (1 - recallNow) * wrong - unasked };
}
