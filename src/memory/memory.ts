import { daysUntil, type Fit, recallAfter, STANDARD_FIT } from './fsrs.ts';
import { USUAL_AT_FIRST } from './pace.ts';
import { at as shelved, shelvesFor } from './shelves.ts';
import type { Item, KnownItem, Memory, MemoryState, Reviewed, Trace } from './types.ts';

export const DAY = 86_400_000;
/** Milliseconds within which a second answer is a same-day repeat: no night lies between the two. */
export const HALF_DAY = DAY / 2;

const KNOWN_AT_FIRST = 0.1;
/** The prior of an item weighs as much as so many first answers in its topic. */
const PRIOR_FIRST_ANSWERS = 5;
/** The last moment that a Date can hold. */
const END_OF_TIME = 8.64e15;

/**
 * A memory of nothing yet.
 * @param fit the learner's parameters, the defaults of FSRS-6 without it
 * @throws RangeError where an id comes twice or a number is outside its range
 */
export function createMemory(items: readonly Item[], fit: Fit = STANDARD_FIT): Memory {
  const known = new Map<string, KnownItem>();
  for (const item of items) {
    if (known.has(item.id)) throw new RangeError(`item "${item.id}" comes twice`);
    known.set(item.id, filledIn(item, known.size));
  }
  return blank(known, fit);
}

function blank(items: Memory['items'], fit: Fit): Memory {
  return {
    fit,
    items,
    traces: shelvesFor(items.size),
    others: new Map(),
    tallies: new Map(),
    usual: USUAL_AT_FIRST,
  };
}

/** The same items with nothing remembered of them yet, under other parameters. */
export function emptied({ items }: Memory, fit: Fit): Memory {
  return blank(items, fit);
}

/**
 * The same memory of the same items, which count otherwise: when a round has passed, or the learner aims elsewhere.
 * @throws RangeError where they are not the same ids in the same order
 */
export function reweighed(memory: Memory, items: readonly Item[]): Memory {
  const known = createMemory(items, memory.fit).items;
  const before = [...memory.items.keys()];
  if (known.size !== before.length || items.some(({ id }, at) => id !== before[at])) {
    throw new RangeError('the items must be the same, in the same order');
  }
  return { ...memory, items: known };
}

function filledIn({ id, weight, known = KNOWN_AT_FIRST, topic, seconds }: Item, index: number): KnownItem {
  if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`item "${id}": weight must be 0 or more`);
  if (!(known >= 0 && known <= 1)) throw new RangeError(`item "${id}": known must lie in 0…1`);
  if (seconds !== undefined && !(seconds > 0 && seconds < Infinity)) {
    throw new RangeError(`item "${id}": seconds must be above 0`);
  }
  const length = (seconds ?? USUAL_AT_FIRST.right) / USUAL_AT_FIRST.right;
  return { id, index, weight, known, length, ...(topic === undefined ? {} : { topic }) };
}

/** Fractional days between two answers, 0 within half a day: FSRS-6 has a rule of its own for same-day repeats. */
export function daysBetween(last: number, at: number): number {
  return at - last < HALF_DAY ? 0 : (at - last) / DAY;
}

export function traceOf(memory: Memory, item: KnownItem): Trace | undefined {
  return shelved(memory.traces, item.index);
}

/** Whether it was asked within half a day and not missed: until then it is not asked again. */
export function isResting(memory: Memory, id: string, at: number): boolean {
  const item = memory.items.get(id);
  return rests(item === undefined ? memory.others.get(id) : traceOf(memory, item), at);
}

export function rests(trace: Trace | undefined, at: number): boolean {
  return trace !== undefined && !trace.lapsed && at - trace.askedAt < HALF_DAY;
}

export const NEW: MemoryState = { kind: 'new' };

/** What FSRS knows of an id: `new`, or `reviewed` with stability (days), difficulty (1…10) and the time of it. */
export function stateOf(memory: Memory, id: string): MemoryState {
  const item = memory.items.get(id);
  return (item === undefined ? memory.others.get(id) : traceOf(memory, item))?.state ?? NEW;
}

/**
 * The probability, 0…1, that it would be answered right at a time (epoch milliseconds): FSRS-6's forgetting curve with
 * fractional days. Of what was never asked, its prior; of an id that is no item either, 0.1.
 */
export function recall(memory: Memory, id: string, at: number): number {
  const item = memory.items.get(id);
  if (item !== undefined) return recallOf(memory, item, at);
  const state = stateOf(memory, id);
  return state.kind === 'new' ? KNOWN_AT_FIRST : recallIn(memory, state, at);
}

export function recallOf(memory: Memory, item: KnownItem, at: number): number {
  const state = traceOf(memory, item)?.state ?? NEW;
  return state.kind === 'new' ? priorOf(memory, item) : recallIn(memory, state, at);
}

/** The recall, 0…1, of what is in this state at a time, epoch milliseconds. */
export function recallIn({ fit }: Memory, { at: last, stability }: Reviewed, at: number): number {
  return recallAfter(fit, Math.max(0, at - last) / DAY, stability);
}

/** The prior of the item, as a beta distribution of 5 answers, moved by the first answers in its topic. */
function priorOf(memory: Memory, { known, topic }: KnownItem): number {
  const tally = topic === undefined ? undefined : memory.tallies.get(topic);
  if (tally === undefined) return known;
  return (PRIOR_FIRST_ANSWERS * known + tally.known) / (PRIOR_FIRST_ANSWERS + tally.first);
}

/**
 * When its recall falls to `retention`, in epoch milliseconds; null for what no answer has scheduled yet, and where it
 * never falls so low (a retention of 0). After a wrong exam answer, the time of that answer.
 */
export function dueAt(memory: Memory, id: string, retention: number): number | null {
  const state = stateOf(memory, id);
  if (state.kind === 'new' || !(retention > 0)) return null;
  if (state.due || retention >= 1) return state.at;
  const wait = Math.ceil(daysUntil(memory.fit, retention, state.stability) * DAY);
  return Math.min(state.at + wait, END_OF_TIME);
}
