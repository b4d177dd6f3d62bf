import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

describe('compute-optimal-params and compute-optimal-tokens', () => {
  it('agree with Chinchilla (arXiv 2203.15556): Gopher’s 5.76e23 FLOPs make 70B parameters, 1.4T tokens', () => {
    const budget = { flops: '5.76e23 FLOP' };
    expect((value('compute-optimal-params', budget) / 1e9).toFixed(0)).toBe('69');
    expect((value('compute-optimal-tokens', budget) / 1e12).toFixed(1)).toBe('1.4');
  });

  it('spend the budget exactly', () => {
    const budget = { flops: '1e21 FLOP', 'tokens-per-param': 50 };
    const [n, d] = [value('compute-optimal-params', budget), value('compute-optimal-tokens', budget)];
    expect(6 * n * d).toBeCloseTo(1e21, -10);
    expect(d / n).toBeCloseTo(50, 9);
  });
});

describe('chinchilla-loss', () => {
  it.each([
    ['Gopher', '280B', '300B tokens', '1.993'],
    ['Chinchilla', '70B', '1.4T tokens', '1.936'],
  ])(
    'agrees with "chinchilla\'s wild implications" (nostalgebraist, 2022), which puts %s into the fit',
    (_, params, tokens, printed) => {
      expect(Math.abs(value('chinchilla-loss', { params, tokens }) - Number(printed))).toBeLessThan(0.001);
    },
  );
});

it.each([
  ['2B', 2048, 1_981_884_416, 524_550_144],
  ['7B', 3072, 7_751_248_896, 786_825_216],
])(
  'embedding-share agrees with table 2 of Gemma (arXiv 2403.08295): %s, one matrix for both ends',
  (_, width, body, printed) => {
    const found = value('embedding-share', { vocab: 256_128, 'd-model': width, body, tied: 'yes' });
    expect(found).toBeCloseTo(printed / (printed + body), 12);
  },
);

it('text-tokens: words times fertility (derived here)', () => {
  expect(value('text-tokens', { words: 1000, fertility: 1.35 })).toBe(1350);
});
