import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

describe('mla-cache', () => {
  const deepseek = { 'kv-rank': 512, 'rope-dim': 64, dtype: 'bf16' };

  it('agrees with DeepSeek-V2 (arXiv 2405.04434), 2.1.4: as large as GQA with 2.25 groups', () => {
    const mla = value('mla-cache', { ...deepseek, layers: 60, seq: 1 });
    const gqa = value('kv-cache', { layers: 60, 'kv-heads': 1, 'head-dim': 128, dtype: 'bf16', seq: 1 });
    expect(mla / gqa).toBe(2.25);
  });

  it('agrees with Insights into DeepSeek-V3 (arXiv 2505.09343), table 1: 70.272 KB a token, KB of 1,000', () => {
    expect(value('mla-cache', { ...deepseek, layers: 61, seq: 1 })).toBe(70_272);
  });
});

describe('window-cache', () => {
  const mistral = { layers: 32, 'kv-heads': 8, 'head-dim': 128, dtype: 'bf16', window: 4096 };

  it('agrees with Mistral 7B (arXiv 2310.06825), section 2: 8x less at 32k tokens', () => {
    const { window: _, ...shape } = mistral;
    const full = value('kv-cache', { ...shape, seq: 32_768 });
    expect(full / value('window-cache', { ...mistral, seq: 32_768 })).toBe(8);
  });

  it('is the whole cache below the window and where every layer is full', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (seq, window) => {
          const { window: _, ...shape } = mistral;
          const full = value('kv-cache', { ...shape, seq });
          expect(value('window-cache', { ...mistral, seq, window, 'full-layers': 32 })).toBe(full);
          if (window >= seq) expect(value('window-cache', { ...mistral, seq, window })).toBe(full);
        },
      ),
    );
  });

  it('refuses more full layers than layers', () => {
    expect(() => value('window-cache', { ...mistral, seq: 10, 'full-layers': 33 })).toThrow('full-layers');
  });
});

describe('attention-flops', () => {
  it('agrees with a count of multiplications and additions (derived here)', () => {
    const [layers, heads, dim, seq] = [2, 3, 4, 5];
    let flops = 0;
    for (let l = 0; l < layers; l++)
      for (let h = 0; h < heads; h++)
        for (let q = 0; q < seq; q++) for (let k = 0; k < seq; k++) flops += 2 * dim + 2 * dim;
    const shape = { layers, heads, 'head-dim': dim, seq };
    expect(value('attention-flops', shape)).toBe(flops);
    expect(value('attention-flops', { ...shape, causal: 'yes' })).toBe(flops / 2);
  });
});

describe('rope-wavelength', () => {
  it('is where the angle has gone round once (turned step by step here)', () => {
    const found = value('rope-wavelength', { 'head-dim': 64, base: 10_000, pair: 20 });
    const angle = 10_000 ** (-40 / 64);
    let turned = 0;
    let tokens = 0;
    while (turned + angle < 2 * Math.PI) {
      turned += angle;
      tokens++;
    }
    expect(found).toBeGreaterThan(tokens);
    expect(found).toBeLessThan(tokens + 1.000001);
  });

  it('refuses a pair beyond the head', () => {
    expect(() => value('rope-wavelength', { 'head-dim': 64, base: 10_000, pair: 32 })).toThrow('pair');
  });
});

describe('swiglu-width', () => {
  it.each([
    [4096, 11_008],
    [5120, 13_824],
  ])('agrees with the configuration of LLaMA at width %d: %d', (width, printed) => {
    expect(value('swiglu-width', { 'd-model': width })).toBe(printed);
  });
});
