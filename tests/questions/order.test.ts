import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { order } from '../../src/questions/order.ts';
import { anything, draws, orderOf } from './fixtures.ts';

const question = orderOf();
const ids = question.items.map(({ id }) => id);
const [extract = '', language = '', filter = '', dedup = '', sample = ''] = ids;

function keysOf(chosen: readonly string[], draw: number): string[] {
  const options = order.present(question, draw).options ?? [];
  return chosen.map((id) => options.find((option) => option.id === id)?.key ?? '?');
}

describe('order', () => {
  it('presents a permutation that is never solved already', () => {
    const short = orderOf({ items: question.items.slice(0, 3) });
    fc.assert(
      fc.property(draws, fc.constantFrom(question, short), (draw, of) => {
        const presented = order.present(of, draw);
        const right = of.items.map(({ id }) => id);
        const shown = presented.options?.map(({ id }) => id) ?? [];
        expect(presented).toEqual(order.present(of, draw));
        expect(shown.toSorted()).toEqual(right.toSorted());
        expect(shown).not.toEqual(right);
      }),
    );
  });

  it('shows each of the other five orders of three about equally often', () => {
    const short = orderOf({ items: question.items.slice(0, 3) });
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 2000; draw++) {
      const shown =
        order
          .present(short, draw)
          .options?.map(({ id }) => id)
          .join() ?? '';
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
    }
    expect(counts.size).toBe(5);
    // 400 each; five standard deviations are 90.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(90);
  });

  it('reads the same answer however it is written', () => {
    fc.assert(
      fc.property(draws, fc.shuffledSubarray(ids, { minLength: 5 }), (draw, chosen) => {
        const keys = keysOf(chosen, draw);
        for (const raw of [
          keys,
          chosen,
          keys.join(''),
          keys.join(' ').toUpperCase(),
          keys.join(', '),
          keys.join(' > '),
          keys.join('->'),
          keys.join(' → '),
          chosen.join(' '),
        ]) {
          expect(order.read(raw, question, draw)).toEqual({ ok: true, answer: chosen });
        }
      }),
    );
  });

  it.each([
    ['', 'Write all letters, first to last: a, b, c, d, e.'],
    [[], 'Write all letters, first to last: a, b, c, d, e.'],
    ['abcd', 'Name every letter: e is missing.'],
    ['ab', 'Name every letter: c, d, e are missing.'],
    ['abcda', 'a stands there twice: name each letter once.'],
    ['abcdf', '"abcdf" is none of a, b, c, d, e.'],
    [3, '3 names no options: write letters.'],
  ])('leaves %j open', (raw, why) => {
    expect(order.read(raw, question, 9)).toEqual({ ok: false, why });
  });

  it.each([
    { answer: ids, correct: true, score: 1, missed: [] },
    { answer: [language, extract, filter, dedup, sample], correct: false, score: 0.9, missed: 1 },
    { answer: [sample, extract, language, filter, dedup], correct: false, score: 0.6, missed: [sample] },
    { answer: [language, filter, dedup, sample, extract], correct: false, score: 0.6, missed: [extract] },
    { answer: ids.toReversed(), correct: false, score: 0, missed: 4 },
  ])('marks $answer', ({ answer, correct, score, missed }) => {
    const marked = order.mark(question, 4, answer);
    expect(marked.correct).toBe(correct);
    expect(marked.score).toBeCloseTo(score, 12);
    expect(marked.answer).toEqual(answer);
    if (typeof missed === 'number') expect(marked.missed).toHaveLength(missed);
    else expect(marked.missed).toEqual(missed);
  });

  it('says which items are out of place and lists the right order with the letters of the draw', () => {
    const marked = order.mark(question, 4, [sample, extract, language, filter, dedup]);
    expect(marked.feedback).toEqual([
      `4 of 5 are in the right order among themselves; out of place: ${keysOf([sample], 4)}.`,
    ]);
    expect(marked.expected.split('\n')).toEqual(keysOf(ids, 4).map((key, i) => `${key}) Step ${ids[i]}`));
  });

  it('marks right exactly the right order, for any draw', () => {
    const answers = fc.oneof(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: 5 }));
    fc.assert(
      fc.property(draws, answers, (draw, chosen) => {
        const reading = order.read(keysOf(chosen, draw).join(''), question, draw);
        if (!reading.ok) throw new Error(reading.why);
        const { correct, score, missed } = order.mark(question, draw, reading.answer);
        const isRight = chosen.join() === ids.join();
        expect(correct).toBe(isRight);
        expect(score === 1).toBe(isRight);
        expect(missed.length === 0).toBe(isRight);
        // What is not missed stands in the right order.
        const kept = chosen.filter((id) => !missed.includes(id));
        expect(kept).toEqual(ids.filter((id) => kept.includes(id)));
      }),
    );
  });

  it('never throws on what it is given', () => {
    fc.assert(fc.property(anything, draws, (raw, draw) => void order.read(raw, question, draw)));
  });
});
