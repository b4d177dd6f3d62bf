import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { mulberry32 } from '../../src/questions/draw.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

describe('quantised-weights', () => {
  it('agrees with QLoRA (arXiv 2305.14314), section 3: 32-bit constants for 64 weights add 0.5 bits', () => {
    const inputs = { params: '65B', bits: 4, group: 64, 'scale-bits': 32 };
    expect((value('quantised-weights', inputs) * 8) / 65e9).toBe(4.5);
  });

  it('a scale and a zero point of four bits for each 128 (derived here)', () => {
    const inputs = { params: '7B', bits: 4, group: 128, 'zero-bits': 4 };
    expect(value('quantised-weights', inputs)).toBeCloseTo((7e9 * 4) / 8 + (7e9 / 128) * 2.5, 0);
  });
});

describe('speculative-speedup', () => {
  it('is the number of tokens where drafting is free, as in table 1 of Leviathan et al. (arXiv 2211.17192)', () => {
    const found = value('speculative-speedup', { acceptance: 0.8, 'draft-tokens': 5, cost: 0 });
    expect(found.toFixed(2)).toBe('3.69');
  });

  it('agrees with rounds played (simulated here)', () => {
    const dice = mulberry32(9);
    const [acceptance, drafted, cost, rounds] = [0.7, 4, 0.1, 200_000];
    let tokens = 0;
    for (let n = 0; n < rounds; n++) {
      let accepted = 0;
      while (accepted < drafted && dice() < acceptance) accepted++;
      tokens += accepted + 1;
    }
    const found = value('speculative-speedup', { acceptance, 'draft-tokens': drafted, cost });
    expect(found).toBeCloseTo(tokens / rounds / (1 + drafted * cost), 2);
  });

  it('a draft that is never right slows down', () => {
    expect(value('speculative-speedup', { acceptance: 0, 'draft-tokens': 5, cost: 0.1 })).toBeCloseTo(
      2 / 3,
      12,
    );
  });
});
