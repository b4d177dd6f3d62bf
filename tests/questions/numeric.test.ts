import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact } from '../../src/formulas/format.ts';
import { drawInputs, rightAnswer } from '../../src/questions/inputs.ts';
import { numeric } from '../../src/questions/numeric.ts';
import { anything, draws, numericOf } from './fixtures.ts';

const drawn = numericOf({
  prompt:
    '{{layers}} layers, {{ kv-heads }} KV heads of 128, {{dtype}}, {{seq}} tokens: how large is the cache?',
  explanation: 'It is {{answer}} for {{seq}} tokens; {{unknown}} stays.',
  formula: 'kv-cache',
  inputs: {
    layers: { from: 16, to: 80, step: 8 },
    'kv-heads': { one_of: [4, 8, 16] },
    'head-dim': 128,
    dtype: { one_of: ['bf16', 'fp8'] },
    seq: { one_of: [4096, '8Ki', 100_000] },
  },
  unit: 'GiB',
  traps: [{ factor: 4, why: 'That counts the query heads.' }],
});
const fixed = numericOf({ value: 24, unit: 'GiB' });
const share = numericOf({ value: 0.375, tolerance: 0.01 });
const tokens = numericOf({ value: 196_608, unit: 'tokens' });

function mark(question: typeof drawn, raw: unknown, draw = 0) {
  const reading = numeric.read(raw, question, draw);
  if (!reading.ok) throw new Error(reading.why);
  return numeric.mark(question, draw, reading.answer);
}

describe('a numeric question', () => {
  it('is the same for the same draw, its inputs from their sets, and shows each of them', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const presented = numeric.present(drawn, draw);
        expect(presented).toEqual(numeric.present(drawn, draw));
        const { layers, seq, dtype, ...rest } = presented.inputs;
        expect([16, 24, 32, 40, 48, 56, 64, 72, 80]).toContain(layers);
        expect([4096, '8Ki', 100_000]).toContain(seq);
        expect(['bf16', 'fp8']).toContain(dtype);
        expect([4, 8, 16]).toContain(rest['kv-heads']);
        expect(rest['head-dim']).toBe(128);
        const tokensShown = { 4096: '4,096', '8Ki': '8Ki', 100000: '100,000' }[String(seq)];
        expect(presented.prompt).toBe(
          `${layers} layers, ${rest['kv-heads']} KV heads of 128, ${dtype}, ${tokensShown} tokens: how large is the cache?`,
        );
      }),
    );
  });

  it('draws every input on its own', () => {
    const pairs = new Set(
      Array.from({ length: 300 }, (_, draw) => {
        const { dtype, seq } = drawInputs(drawn, draw);
        return `${dtype} ${seq}`;
      }),
    );
    expect(pairs.size).toBe(6);
    const without = numericOf({ ...drawn, sources: ['s'], inputs: { seq: drawn.inputs.seq } });
    for (const draw of [1, 2, 3, 4]) {
      expect(drawInputs(without, draw).seq).toBe(drawInputs(drawn, draw).seq);
    }
  });

  // 2 · 32 · 8 · 128 · 2 B = 128 KiB a token, by hand.
  it('works the formula out in the unit that is asked', () => {
    const one = { layers: 32, 'kv-heads': 8, 'head-dim': 128, dtype: 'bf16', seq: 8192 };
    expect(rightAnswer(drawn, one).value).toBe(1);
    expect(rightAnswer({ ...drawn, unit: 'MB' }, one).value).toBeCloseTo(1073.741824, 9);
    expect(rightAnswer(drawn, one).steps.length).toBeGreaterThan(0);
  });

  it('says so where the formula measures something else', () => {
    expect(() => rightAnswer({ ...drawn, unit: 's' }, drawInputs(drawn, 0))).toThrow(
      'kv-q asks for s, and its formula gives B.',
    );
  });

  it('explains with the drawn numbers and the steps', () => {
    const plain = numericOf({
      ...drawn,
      sources: ['s'],
      inputs: { ...drawn.inputs, layers: 32, 'kv-heads': 8, dtype: 'bf16', seq: 8192 },
    });
    expect(numeric.explain(plain, 5)).toEqual({
      explanation: 'It is 1 GiB for 8,192 tokens; {{unknown}} stays.',
      steps: rightAnswer(plain, drawInputs(plain, 5)).steps,
    });
    expect(numeric.explain(fixed, 5)).toEqual({ explanation: 'Because.', steps: [] });
  });

  it('marks the right answer right for any draw, in any unit of its kind', () => {
    fc.assert(
      fc.property(draws, fc.constantFrom('GiB', 'GB', 'MiB', 'B', 'TB', null), (draw, unit) => {
        const { value } = rightAnswer(drawn, drawInputs(drawn, draw));
        const bytes = value * 2 ** 30;
        const factor = { GiB: 2 ** 30, GB: 1e9, MiB: 2 ** 20, B: 1, TB: 1e12 }[unit ?? 'GiB'] ?? 1;
        const marked = mark(drawn, formatExact(bytes / factor, unit), draw);
        expect(marked).toMatchObject({ correct: true, score: 1, missed: [], feedback: [] });
        expect(mark(drawn, value, draw).correct).toBe(true);
      }),
    );
  });

  it('is right up to the tolerance and wrong beyond it', () => {
    fc.assert(
      fc.property(draws, fc.double({ min: -0.9, max: 3, noNaN: true }), (draw, off) => {
        fc.pre(Math.abs(Math.abs(off) - 0.02) > 1e-6);
        const { value } = rightAnswer(drawn, drawInputs(drawn, draw));
        const marked = mark(drawn, value * (1 + off), draw);
        expect(marked.correct).toBe(Math.abs(off) < 0.02);
        expect(marked.score).toBe(marked.correct ? 1 : 0);
      }),
    );
  });
});

describe('reading a number', () => {
  it.each([
    [fixed, 24, { value: 24, unit: 'GiB' }],
    [fixed, -0, { value: 0, unit: 'GiB' }],
    [fixed, '24', { value: 24, unit: 'GiB' }],
    [fixed, ' 24 gib ', { value: 24, unit: 'GiB' }],
    [fixed, '25.77 GB', { value: 25.77, unit: 'GB' }],
    [fixed, '24576 MiB', { value: 24_576, unit: 'MiB' }],
    [fixed, '3*10^1', { value: 30, unit: 'GiB' }],
    [share, '3/8', { value: 0.375, unit: null }],
    [share, '37.5%', { value: 37.5, unit: '%' }],
    [tokens, '192Ki', { value: 196_608, unit: 'tokens' }],
    [tokens, '1.5e5 tokens', { value: 150_000, unit: 'tokens' }],
    [tokens, '2B', { value: 2e9, unit: 'tokens' }],
    [share, '2B', { value: 2e9, unit: null }],
    [tokens, '2^20', { value: 1_048_576, unit: 'tokens' }],
  ])('%#: %j', (question, raw, answer) => {
    expect(numeric.read(raw, question, 0)).toEqual({ ok: true, answer });
  });

  it.each([
    [fixed, '24 tokens', '"24 tokens" is in tokens; what is asked is GiB: write it as 1.5 GiB.'],
    [share, '3 s', '"3 s" is in s; what is asked is a bare number: write it as 1.5e9.'],
    [fixed, null, 'null is no number: write it as 1.5e9.'],
    [fixed, Number.POSITIVE_INFINITY, 'Infinity is no number: write it as 1.5e9.'],
    [fixed, [24], 'A list is no number: write it as 1.5e9.'],
    [tokens, '1e305 B', '"1e305 B" is too large: write it as 1.5e9.'],
    [fixed, true, 'true is no number: write it as 1.5e9.'],
  ])('%#: leaves %j open', (question, raw, why) => {
    expect(numeric.read(raw, question, 0)).toEqual({ ok: false, why });
  });

  it.each(['', 'many', '1,5 GB', '24 GiB 3'])('leaves %j open and says how to write it', (raw) => {
    const reading = numeric.read(raw, fixed, 0);
    expect(reading.ok ? '' : reading.why).toMatch(/\w/);
  });

  it('never throws, and what it reads can be marked', () => {
    fc.assert(
      fc.property(anything, draws, fc.constantFrom(drawn, fixed, share, tokens), (raw, draw, question) => {
        const reading = numeric.read(raw, question, draw);
        if (!reading.ok) return;
        const marked = numeric.mark(question, draw, reading.answer);
        expect(marked.score).toBe(marked.correct ? 1 : 0);
        expect(JSON.parse(JSON.stringify(marked))).toEqual({ ...marked, answer: reading.answer });
      }),
    );
  });
});

describe('what a wrong number is told', () => {
  it.each([
    // GB ≠ GiB, where that alone is wrong.
    [fixed, '24 GB', ['Right only if GB were GiB: 24 GB is 22.35 GiB.']],
    [numericOf({ value: 24, unit: 'GB' }), '24 GiB', ['Right only if GiB were GB: 24 GiB is 25.77 GB.']],
    [numericOf({ value: 24, unit: 'GB' }), '24576 MiB', []],
    [
      numericOf({ value: 128, unit: 'KiB', tolerance: 0 }),
      '128 kB',
      ['Right only if kB were KiB: 128 kB is 125 KiB.'],
    ],
    [
      numericOf({ value: 2, unit: 'TiB/s' }),
      '2 TB/s',
      ['Right only if TB/s were TiB/s: 2 TB/s is 1.819 TiB/s.'],
    ],
    [numericOf({ value: 25_769_803_776, unit: 'B' }), 24e9, ['Right only if GB were GiB.']],
    [numericOf({ value: 24e9, unit: 'B' }), 24 * 2 ** 30, ['Right only if GiB were GB.']],
    [tokens, '192k', ['Right only if k were Ki.']],
    [numericOf({ value: 192_000, unit: 'tokens' }), '192Ki', ['Right only if Ki were k.']],
    // Powers of ten.
    [fixed, 24_000, ['1,000 times too large.']],
    [share, 37.5, ['100 times too large.']],
    [numericOf({ value: 37.5, unit: '%' }), 0.375, ['100 times too small.']],
    // Close.
    [fixed, 25, ['Close: 4.2% too high; up to 2% is right.']],
    [fixed, 23.2, ['Close: 3.3% too low; up to 2% is right.']],
    [numericOf({ value: -10 }), -10.4, ['Close: 4% too low; up to 2% is right.']],
    // Nothing to say.
    [fixed, 17, []],
    [fixed, 0, []],
    [fixed, -24, []],
    [numericOf({ value: 0 }), 1, []],
    [numericOf({ value: 24, tolerance: 0 }), 24.01, []],
  ])('%#: %j', (question, raw, feedback) => {
    const marked = mark(question, raw);
    expect(marked).toMatchObject({ correct: false, score: 0 });
    expect(marked.feedback).toEqual(feedback);
  });

  it('says why a trap is one', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { value } = rightAnswer(drawn, drawInputs(drawn, draw));
        expect(mark(drawn, 4 * value, draw).feedback).toEqual(['That counts the query heads.']);
      }),
    );
  });

  it('says once what two traps have in common', () => {
    const why = 'That counts the query heads.';
    const question = numericOf({
      value: 100,
      traps: [
        { factor: 4, why },
        { factor: 4.05, why },
      ],
    });
    expect(mark(question, 402).feedback).toEqual([why]);
  });

  it('gives the right answer with its unit', () => {
    expect(mark(fixed, 1).expected).toBe('24 GiB');
    expect(mark(tokens, 196_608).expected).toBe('196,608 tokens');
    expect(mark(share, 0.375).expected).toBe('0.375');
  });

  it('accepts no rounding beyond what binary fractions lose', () => {
    const exact = numericOf({ value: 0.3, tolerance: 0 });
    expect(mark(exact, 0.1 * 3).correct).toBe(true);
    expect(mark(exact, 0.3001).correct).toBe(false);
    expect(mark(numericOf({ value: 0 }), 0).correct).toBe(true);
  });
});
