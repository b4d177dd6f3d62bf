import type { QuestionOf } from '../bundle/question-schema.ts';
import { diceFor, shuffleById } from './draw.ts';
import { type PresentedOption, plainly, type QuestionKindModule } from './kind.ts';
import { keyed, keysOf, optionLine, readSeveral } from './options.ts';

/**
 * Items to be put in order. The score is the share of pairs that stand the right way round, as Kendall's tau counts
 * them; what was missed are the fewest items that have to move.
 */
export const order: QuestionKindModule<'order'> = {
  kind: 'order',

  present: (question, draw) => ({
    prompt: question.prompt,
    options: shuffledItems(question, draw),
    unit: null,
    inputs: {},
  }),

  read(raw, question, draw) {
    const items = shuffledItems(question, draw);
    const reading = readSeveral(raw, items);
    if (!reading.ok) return reading;
    const ids = reading.answer.map(({ id }) => id);
    const twice = reading.answer.find(({ id }, i) => ids.indexOf(id) !== i);
    if (twice) return { ok: false, why: `${twice.key} stands there twice: name each letter once.` };
    const left = items.filter(({ id }) => !ids.includes(id));
    if (left.length === 0) return { ok: true, answer: ids };
    const why =
      ids.length === 0
        ? `Write all letters, first to last: ${keysOf(items)}.`
        : `Name every letter: ${keysOf(left)} ${left.length === 1 ? 'is' : 'are'} missing.`;
    return { ok: false, why };
  },

  mark(question, draw, answer) {
    const shownAs = new Map(shuffledItems(question, draw).map((option) => [option.id, option]));
    const right = question.items.map(({ id }) => shownAs.get(id)).filter((option) => option !== undefined);
    const places = answer.map((id) => question.items.findIndex((item) => item.id === id));
    const score = places.includes(-1) ? 0 : shareOfPairs(places);
    const correct = places.length === right.length && score === 1;
    const kept = longestRise(places);
    const moved = right.filter((_, place) => !kept.has(place));
    return {
      correct,
      score,
      missed: moved.map(({ id }) => id),
      expected: right.map(optionLine).join('\n'),
      feedback: correct ? [] : [advice(moved, right.length)],
      answer: [...answer],
    };
  },

  explain: plainly,
  how: ({ items }) => `All ${items.length} letters, first to last: c a b, or cab.`,
};

/** Shuffled, and never in the right order already: an unlucky shuffle is shuffled again. */
function shuffledItems(question: QuestionOf<'order'>, draw: number): PresentedOption[] {
  const dice = diceFor(draw, 'options');
  let items = shuffleById(question.items, dice);
  while (items.length > 1 && items.every(({ id }, i) => id === question.items[i]?.id)) {
    items = shuffleById(question.items, dice);
  }
  return keyed(items);
}

/** Of all pairs of places, the share in which the lower place comes first; 1 where there is no pair. */
function shareOfPairs(places: readonly number[]): number {
  const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => a < b));
  return pairs.length === 0 ? 1 : pairs.filter(Boolean).length / pairs.length;
}

/** The places of one longest rising run, gaps allowed: what may stay where it is. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const endingAt: number[][] = [];
  for (const place of places) {
    const before = endingAt.filter((rise) => (rise.at(-1) ?? -1) < place);
    endingAt.push([...longest(before), place]);
  }
  return new Set(longest(endingAt));
}

function longest(lists: readonly number[][]): number[] {
  return lists.reduce<number[]>((best, list) => (list.length > best.length ? list : best), []);
}

function advice(moved: readonly PresentedOption[], of: number): string {
  const stand = of - moved.length;
  return `${stand} of ${of} are in the right order among themselves; out of place: ${keysOf(moved)}.`;
}
