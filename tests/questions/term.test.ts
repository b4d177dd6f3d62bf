import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpelling, foldTerm } from '../../src/questions/spelling.ts';
import { term } from '../../src/questions/term.ts';
import { anything, draws, termOf } from './fixtures.ts';

const question = termOf();

describe('the spelling of a term', () => {
  it.each([
    ['Flash-Attention', 'FlashAttention', 'same'],
    ['flash attention', 'FlashAttention', 'same'],
    ['flash_attention.', 'FlashAttention', 'same'],
    ['the KV cache', 'KV-cache', 'same'],
    ['“Müller”', 'Muller', 'same'],
    ['łukasz', 'Lukasz', 'same'],
    ['ﬂash', 'flash', 'same'],
    ['key–value cache', 'key-value cache', 'same'],
    ['softmax.-', 'softmax', 'same'],
    ['fp 8', 'fp8', 'same'],
    ['20,20', '20 20', 'same'],
    ['20, 20,', '20 20', 'same'],
    ['20,20', '2020', 'near'],
    ['2,020', '20 20', 'near'],
    ['keys, values', 'keys values', 'same'],
    // One slip in a long word: too many, too few, wrong, swapped.
    ['softmaxx', 'softmax', 'slip'],
    ['sofmax', 'softmax', 'slip'],
    ['softnax', 'softmax', 'slip'],
    ['sfotmax', 'softmax', 'slip'],
    ['flash attenton', 'flash attention', 'slip'],
    ['flashattetnion', 'flash attention', 'slip'],
    ['attentions', 'attention', 'slip'],
    ['quantization', 'quantisation', 'slip'],
    // Two.
    ['sofmx', 'softmax', 'other'],
    ['osftmxa', 'softmax', 'other'],
    // Short words.
    ['adan', 'adam', 'near'],
    ['flsh attention', 'flash attention', 'near'],
    ['mla', 'mha', 'near'],
    ['beans', 'beam', 'other'],
    ['router', 'route', 'near'],
    ['routerx', 'router', 'slip'],
    // What has less than two signs right is not near.
    ['x', '3', 'other'],
    ['33', '3', 'other'],
    ['ab', 'ac', 'other'],
    ['1 4', '1 3', 'other'],
    ['1 4 5', '1 4 4', 'near'],
    // Digits are never slips.
    ['fp16', 'fp8', 'other'],
    ['bfloat16', 'bfloat8', 'other'],
    ['bfloat18', 'bfloat16', 'near'],
    ['bfloat1', 'bfloat16', 'near'],
    ['bfloat61', 'bfloat16', 'near'],
    ['bfloat166', 'bfloat16', 'near'],
    ['bfloatl6', 'bfloat16', 'near'],
    ['bflaot16', 'bfloat16', 'slip'],
    ['24 sparsity', '2-4 sparsity', 'near'],
    ['2 4 sparsity', '2-4 sparsity', 'same'],
    // Signs are not letters.
    ['softmax+', 'softmax', 'near'],
    // The first letter makes another term.
    ['asymmetric', 'symmetric', 'near'],
    ['symmetric', 'asymmetric', 'near'],
    ['linear asymmetric', 'linear symmetric', 'near'],
    ['ingest', 'digest', 'other'],
    ['batching', 'matching', 'near'],
    ['osftmax', 'softmax', 'near'],
    ['', 'softmax', 'other'],
    ['x', 'softmax', 'other'],
  ])('%j against %j: %s', (typed, spelling, likeness) => {
    expect(compareSpelling(typed, spelling)).toBe(likeness);
  });

  it('folds what is folded already to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldTerm(text);
        fc.pre(!once.startsWith('the'));
        expect(foldTerm(once)).toBe(once);
      }),
    );
  });

  it('forgives any one slip behind the first letter of a long word, and none in a short one', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const word = (minLength: number, maxLength: number) =>
      fc.array(letters, { minLength, maxLength }).map((signs) => signs.join(''));
    const long = word(6, 14);
    const short = word(2, 5);
    const slip = fc.record({
      at: fc.nat(),
      sign: letters,
      how: fc.constantFrom('more', 'less', 'other', 'swap'),
    });
    const make = (text: string, { at, sign, how }: { at: number; sign: string; how: string }) => {
      const place = 1 + (at % (text.length - 1));
      const [before, here, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
      if (how === 'more') return `${before}${sign}${here}${after}`;
      if (how === 'less') return `${before}${after}`;
      if (how === 'other') return `${before}${sign}${after}`;
      return `${before}${after.charAt(0)}${here}${after.slice(1)}`;
    };
    fc.assert(
      fc.property(long, short, slip, (a, b, how) => {
        expect(['same', 'slip']).toContain(compareSpelling(make(a, how), a));
        expect(compareSpelling(make(b, how), b)).not.toBe('slip');
      }),
    );
  });
});

describe('term', () => {
  it('presents the prompt and nothing else', () => {
    expect(term.present(question, 1)).toEqual({ prompt: 'Why?', options: null, unit: null, inputs: {} });
  });

  it.each([
    ['flash attention', true, []],
    ['Tiled-attention', true, []],
    ['flash attenton', true, ['A slip of the pen: it is written "FlashAttention".']],
    [
      'lash attention',
      false,
      ['Close to "FlashAttention", but in short words, first letters and digits every sign counts.'],
    ],
    ['paged attention', false, []],
  ])('marks %j', (typed, correct, feedback) => {
    const reading = term.read(` ${typed}\n`, question, 0);
    if (!reading.ok) throw new Error(reading.why);
    expect(term.mark(question, 0, reading.answer)).toEqual({
      correct,
      score: correct ? 1 : 0,
      missed: [],
      expected: 'FlashAttention',
      feedback,
      answer: typed,
    });
  });

  it('takes an accepted spelling for itself, not for a slip of another', () => {
    const both = termOf({ answer: 'sharding', accept: ['shardings'] });
    expect(term.mark(both, 0, 'shardings').feedback).toEqual([]);
  });

  it('reads a number as the text that it is', () => {
    expect(term.read(8, question, 0)).toEqual({ ok: true, answer: '8' });
  });

  it.each([
    ['', 'Write the term: a word or a few.'],
    ['  ', 'Write the term: a word or a few.'],
    [null, 'null is no term: write a word or a few.'],
    [['x'], 'A list is no term: write a word or a few.'],
  ])('leaves %j open', (raw, why) => {
    expect(term.read(raw, question, 0)).toEqual({ ok: false, why });
  });

  it('never throws, and every spelling that the question has is right', () => {
    fc.assert(fc.property(anything, draws, (raw, draw) => void term.read(raw, question, draw)));
    for (const spelling of [question.answer, ...question.accept]) {
      expect(term.mark(question, 0, spelling)).toMatchObject({ correct: true, score: 1 });
    }
  });
});
