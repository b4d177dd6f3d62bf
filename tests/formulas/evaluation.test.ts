import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { mulberry32 } from '../../src/questions/draw.ts';

const passAt = (n: number, c: number, k: number) => evaluateFormula('pass-at-k', { n, c, k }).value;

/** Counts the draws of k out of n in which none of the c passes. */
function byCounting(n: number, c: number, k: number): number {
  let draws = 0;
  let hits = 0;
  for (let set = 0; set < 2 ** n; set += 1) {
    const drawn = Array.from({ length: n }, (_, sample) => (set >> sample) & 1);
    if (drawn.reduce((sum, bit) => sum + bit, 0) !== k) continue;
    draws += 1;
    if (drawn.slice(0, c).includes(1)) hits += 1;
  }
  return hits / draws;
}

describe('pass-at-k', () => {
  it('agrees with the example of the Hugging Face metric code_eval: 0.5 and 1.0 for one of two', () => {
    expect([passAt(2, 1, 1), passAt(2, 1, 2)]).toEqual([0.5, 1]);
  });

  it('agrees with the worked example of the CodeParrot space on Hugging Face', () => {
    // Two problems, 20 samples each, 3 pass in one: pass@1 0.0750, pass@10 0.4473 (cut off), pass@20 0.5.
    const mean = (k: number) => (passAt(20, 3, k) + passAt(20, 0, k)) / 2;
    expect(mean(1)).toBeCloseTo(0.075, 12);
    expect(Math.floor(mean(10) * 1e4)).toBe(4473);
    expect(mean(20)).toBe(0.5);
  });

  it('is the share of draws with a pass, counted one by one', () => {
    const small = fc
      .integer({ min: 1, max: 8 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.integer({ min: 1, max: n })));
    fc.assert(
      fc.property(small, ([n, c, k]) => {
        expect(passAt(n, c, k)).toBeCloseTo(byCounting(n, c, k), 12);
      }),
    );
  });

  it('stays right where the binomials overflow', () => {
    // C(2000, 1000) is past the largest number. One pass in 2000, half of them drawn: one half.
    expect(passAt(2000, 1, 1000)).toBeCloseTo(0.5, 12);
    expect(passAt(1_000_000, 500_000, 100)).toBe(1);
  });

  it('refuses more passes or draws than samples', () => {
    expect(() => passAt(10, 11, 1)).toThrow('c is at most n');
    expect(() => passAt(10, 1, 11)).toThrow('k is at most n');
  });
});

describe('accuracy-error', () => {
  it('agrees with the spread of many runs (simulated here)', () => {
    const dice = mulberry32(8);
    const [accuracy, questions, runs] = [0.7, 200, 5000];
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      let right = 0;
      for (let n = 0; n < questions; n++) if (dice() < accuracy) right++;
      squares += (right / questions - accuracy) ** 2;
    }
    const { value } = evaluateFormula('accuracy-error', { accuracy, questions });
    expect(value).toBeCloseTo(Math.sqrt(squares / runs), 2);
  });
});
