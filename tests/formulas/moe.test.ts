import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { mulberry32, shuffle } from '../../src/questions/draw.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

describe('expert-capacity', () => {
  it('is tokens ÷ experts × factor, in whole places (derived here)', () => {
    expect(value('expert-capacity', { tokens: 1024, experts: 64, 'capacity-factor': 1 })).toBe(16);
    expect(value('expert-capacity', { tokens: 60, experts: 1, 'capacity-factor': 1.1 })).toBe(66);
    expect(value('expert-capacity', { tokens: 100, experts: 8, 'top-k': 2, 'capacity-factor': 1.25 })).toBe(
      32,
    );
    expect(() =>
      value('expert-capacity', { tokens: 9, experts: 2, 'top-k': 3, 'capacity-factor': 1 }),
    ).toThrow('top-k');
  });
});

describe('balance-loss', () => {
  const loss = (experts: number, hot: number, f: number, p: number) =>
    value('balance-loss', { experts, hot, 'hot-tokens': f, 'hot-probability': p, coefficient: 0.01 });

  it('agrees with equation 4 of Switch (arXiv 2101.03961) added up expert by expert', () => {
    const [experts, hot, f, p] = [8, 2, 0.6, 0.5];
    let sum = 0;
    for (let i = 0; i < experts; i++) {
      sum += i < hot ? (f / hot) * (p / hot) : ((1 - f) / (experts - hot)) * ((1 - p) / (experts - hot));
    }
    expect(loss(experts, hot, f, p)).toBeCloseTo(0.01 * experts * sum, 12);
  });

  it('is the coefficient where routing is even, and experts times it where one takes all', () => {
    expect(loss(64, 16, 0.25, 0.25)).toBeCloseTo(0.01, 12);
    expect(loss(64, 1, 1, 1)).toBeCloseTo(0.64, 12);
  });
});

describe('experts-touched', () => {
  it('agrees with routing at random (simulated here)', () => {
    const dice = mulberry32(5);
    const [experts, k, tokens, runs] = [16, 2, 8, 20_000];
    let touched = 0;
    for (let run = 0; run < runs; run++) {
      const seen = new Set<number>();
      for (let t = 0; t < tokens; t++) {
        for (const expert of shuffle([...Array(experts).keys()], dice).slice(0, k)) seen.add(expert);
      }
      touched += seen.size / experts;
    }
    expect(value('experts-touched', { tokens, experts, 'top-k': k })).toBeCloseTo(touched / runs, 2);
  });
});

describe('all-to-all-bytes', () => {
  it('agrees with tokens sent one by one (simulated here)', () => {
    const [tokens, k, width, gpus] = [640, 2, 16, 8];
    let bytes = 0;
    for (let t = 0; t < tokens; t++) {
      for (let choice = 0; choice < k; choice++) if ((t * k + choice) % gpus !== 0) bytes += width * 2;
    }
    expect(value('all-to-all-bytes', { tokens, 'top-k': k, 'd-model': width, gpus })).toBe(bytes);
  });

  it('one GPU sends nothing', () => {
    expect(value('all-to-all-bytes', { tokens: 10, 'top-k': 2, 'd-model': 8, gpus: 1 })).toBe(0);
  });
});

it('expert-parallel-params: the copied part whole, the experts divided (derived here)', () => {
  const inputs = { 'shared-params': '2B', 'expert-params': '64B', gpus: 16 };
  expect(value('expert-parallel-params', inputs)).toBe(6e9);
});
