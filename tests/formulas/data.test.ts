import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { mulberry32 } from '../../src/questions/draw.ts';

describe('lsh-probability', () => {
  it.each([
    [0.2, 0.006],
    [0.3, 0.047],
    [0.4, 0.186],
    [0.5, 0.47],
    [0.6, 0.802],
    [0.7, 0.975],
    [0.8, 0.9996],
  ])(
    'agrees with figure 3.8 of Mining of Massive Datasets: at %d, %d for 20 bands of 5 rows',
    (similarity, printed) => {
      const { value } = evaluateFormula('lsh-probability', { similarity, bands: 20, rows: 5 });
      expect(Math.abs(value - printed)).toBeLessThan(similarity === 0.8 ? 0.00006 : 0.00051);
    },
  );

  it('is certain for copies, impossible for strangers, and keeps the digits of small chances', () => {
    const chance = (similarity: number) =>
      evaluateFormula('lsh-probability', { similarity, bands: 20, rows: 20 }).value;
    expect([chance(1), chance(0)]).toEqual([1, 0]);
    expect(chance(0.1) / (20 * 1e-20)).toBeCloseTo(1, 10);
  });
});

describe('lsh-threshold', () => {
  it('agrees with Mining of Massive Datasets, 3.4.2: 16 bands of 4 rows, 1/2', () => {
    expect(evaluateFormula('lsh-threshold', { bands: 16, rows: 4 }).value).toBe(0.5);
  });
});

describe('minhash-error', () => {
  it('agrees with signatures drawn at random (simulated here)', () => {
    const dice = mulberry32(4);
    const [similarity, hashes, runs] = [0.8, 128, 5000];
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      let agree = 0;
      for (let n = 0; n < hashes; n++) if (dice() < similarity) agree++;
      squares += (agree / hashes - similarity) ** 2;
    }
    const { value } = evaluateFormula('minhash-error', { similarity, hashes });
    expect(value).toBeCloseTo(Math.sqrt(squares / runs), 2);
  });
});

describe('temperature-share', () => {
  it('agrees with the shares of all languages written out (derived here)', () => {
    const sizes = [1e9, 1e11, 1e11, 1e11];
    const powers = sizes.map((size) => size ** 0.3);
    const inputs = { size: '1e9 tokens', 'other-size': '1e11 tokens', others: 3, alpha: 0.3 };
    const expected = (powers[0] ?? 0) / powers.reduce((a, b) => a + b);
    expect(evaluateFormula('temperature-share', inputs).value).toBeCloseTo(expected, 12);
  });
});

describe('unimax-tokens', () => {
  it('fills from the smallest language up and spends the budget (algorithm 1 of arXiv 2304.09151, written out)', () => {
    const sizes = [1e8, 5e9, 2e11, 9e11];
    let budget = 4e11;
    const given = sizes.map((size, at) => {
      const inputs = { budget, languages: sizes.length - at, size, epochs: 4 };
      const { value } = evaluateFormula('unimax-tokens', inputs);
      budget -= value;
      return value;
    });
    expect(given.map(Math.round)).toEqual([4e8, 2e10, 189_800_000_000, 189_800_000_000]);
    expect(budget).toBeCloseTo(0, 3);
  });
});
