/**
 * The dice of one question. A draw is an unsigned 32-bit number that is kept with the answer: from it the same
 * options in the same order and the same numbers come back, on every machine and in every later version.
 */

/** Numbers from 0 (included) to 1 (excluded). */
export type Dice = () => number;

/** A set of values to draw from, or a range in steps, both ends included where the steps meet them. */
export type Range =
  | { readonly one_of: readonly (number | string)[] }
  | { readonly from: number; readonly to: number; readonly step: number };

/**
 * The dice for one purpose (`options`, `input:layers`). Purposes do not share a stream, so the order of the options
 * says nothing of the numbers, and a further input leaves the others as they were.
 *
 * @param draw the question's draw; anything beyond 32 bits is cut off
 */
export function diceFor(draw: number, purpose: string): Dice {
  return mulberry32(mix(draw ^ fnv1a(purpose)));
}

/** The draw that a text decides, where every printing is to be the same. */
export function drawOf(text: string): number {
  return mix(fnv1a(text));
}

/**
 * Mulberry32: Tommy Ettinger, 2017, public domain,
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function mulberry32(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** MurmurHash3's 32-bit finaliser (Austin Appleby, public domain): draws that differ by one bit start far apart. */
function mix(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A new array with the same items in an order that the dice decide: Durstenfeld's form of Fisher and Yates. */
export function shuffle<T>(items: readonly T[], dice: Dice): T[] {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(dice() * rest.length), 1));
  return shuffled;
}

/** Records in an order that depends on the draw and on their ids alone, not on where the file has them. */
export function shuffleById<T extends { readonly id: string }>(records: readonly T[], dice: Dice): T[] {
  return shuffle(
    records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    dice,
  );
}

/** How many values a range in steps has; 0 where it makes no sense. */
export function stepsIn({ from, to, step }: { from: number; to: number; step: number }): number {
  if (!(step > 0) || !(to >= from)) return 0;
  // The little that is added makes up for 0.3 / 0.1 being less than 3.
  return Math.floor((to - from) / step + 1e-9) + 1;
}

/** The value at a step of a range, from 0. Decimal steps give decimal values: 0.3, not 0.30000000000000004. */
function valueAt({ from, to, step }: { from: number; to: number; step: number }, n: number): number {
  return Math.min(to, Number((from + n * step).toPrecision(12)));
}

/** The places where a formula breaks first: the lowest and the highest number, and every word. */
export function corners(range: Range): (number | string)[] {
  if (!('one_of' in range)) {
    return [...new Set([range.from, valueAt(range, Math.max(0, stepsIn(range) - 1))])];
  }
  const numbers = range.one_of.filter((value) => typeof value === 'number');
  const words = range.one_of.filter((value) => typeof value === 'string');
  const ends = numbers.length === 0 ? [] : [Math.min(...numbers), Math.max(...numbers)];
  return [...new Set([...ends, ...words])];
}

/** One value of the range. */
export function pick(range: Range, dice: Dice): number | string {
  if ('one_of' in range) {
    const value = range.one_of[Math.floor(dice() * range.one_of.length)];
    if (value === undefined) throw new RangeError('nothing to draw from: one_of is empty');
    return value;
  }
  return valueAt(range, Math.floor(dice() * Math.max(1, stepsIn(range))));
}
