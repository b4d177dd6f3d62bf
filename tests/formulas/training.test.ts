import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { convert } from '../../src/formulas/units.ts';

describe('training-flops', () => {
  it.each([
    // GPT-3, table D.1 of arXiv 2005.14165: 174,600M parameters, 300B tokens
    ['174,600M', '300B', '3.14e+23'],
    // Chinchilla, table 3 of arXiv 2203.15556: compute-optimal sizes
    ['400M', '8.0B', '1.92e+19'],
    ['1B', '20.2B', '1.21e+20'],
    ['10B', '205.1B', '1.23e+22'],
  ])('%s parameters on %s tokens: %s', (params, tokens, printed) => {
    expect(evaluateFormula('training-flops', { params, tokens }).value.toExponential(2)).toBe(printed);
  });

  it('agrees with Llama 3 405B on 15.6T tokens: 3.8e25 (arXiv 2407.21783, section 3.2)', () => {
    const { value } = evaluateFormula('training-flops', { params: '405B', tokens: '15.6T' });
    expect(value.toExponential(1)).toBe('3.8e+25');
  });

  it('is 2% above the 5.76e23 of Chinchilla, whose paper counts operation by operation (appendix F)', () => {
    const { value } = evaluateFormula('training-flops', { params: '70B', tokens: '1.4T' });
    expect(value / 5.76e23).toBeCloseTo(1.02, 2);
  });
});

describe('training-time', () => {
  it('agrees with LLaMA 65B: about 21 days on 2048 A100 (arXiv 2302.13971, section 2.4)', () => {
    // "around 380 tokens/sec/GPU", 1.4T tokens; 312 TFLOP/s is the bf16 peak of an A100.
    const cluster = { params: '65.2B', gpus: 2048, peak: '312 TFLOP/s' };
    const mfu = evaluateFormula('mfu', { ...cluster, 'tokens-per-second': 380 * 2048 }).value;
    const { value } = evaluateFormula('training-time', { ...cluster, tokens: '1.4T', mfu });
    expect(convert(value, 's', 'days')?.toFixed(0)).toBe('21');
  });

  it.each([
    ['34', '175B', '300B', 1024, 140],
    ['84', '1T', '450B', 3072, 163],
  ])(
    'agrees with Megatron-LM: %s days (arXiv 2104.04473, on the training time)',
    (days, params, tokens, gpus, achieved) => {
      // Its 8TP/(nX) counts a second forward pass; of the achieved rate 6/8 is the model's own.
      const mfu = ((achieved / 312) * 6) / 8;
      const { value } = evaluateFormula('training-time', { params, tokens, gpus, peak: '312 TFLOP/s', mfu });
      expect(Math.abs((convert(value, 's', 'days') ?? 0) - Number(days))).toBeLessThan(1);
    },
  );
});

describe('mfu', () => {
  const palm = { 'tokens-per-second': '238.3K', params: '540.35B', gpus: 6144, peak: '275 TFLOP/s' };

  it('agrees with PaLM 540B without self-attention: 45.7% (arXiv 2204.02311, section 4.1)', () => {
    expect((evaluateFormula('mfu', palm).value * 100).toFixed(1)).toBe('45.7');
  });

  it('comes to its 46.2% with the attention term of its appendix B, 12 · 118 · 48 · 256 · 2048 a token', () => {
    const attention = (12 * 118 * 48 * 256 * 2048 * 238.3e3) / (6144 * 275e12);
    expect(((evaluateFormula('mfu', palm).value + attention) * 100).toFixed(1)).toBe('46.2');
  });

  it('agrees with Megatron-Turing NLG 530B in the same section: 29.7% without self-attention', () => {
    const inputs = { 'tokens-per-second': '65.43K', params: '530B', gpus: 2240, peak: '312 TFLOP/s' };
    // 29.77 by the rounded number of parameters.
    expect(Math.abs(evaluateFormula('mfu', inputs).value * 100 - 29.7)).toBeLessThan(0.1);
  });
});

describe('hfu', () => {
  it('is 4/3 of the MFU with a second forward pass, and the MFU without (derived: 2 + 4 FLOP, or 2 + 2 + 4)', () => {
    expect(evaluateFormula('hfu', { mfu: '36%', recomputed: 1 }).value).toBeCloseTo(0.48, 12);
    expect(evaluateFormula('hfu', { mfu: '36%', recomputed: 0 }).value).toBe(0.36);
  });

  it('does not go past the peak', () => {
    expect(() => evaluateFormula('hfu', { mfu: 0.9, recomputed: 1 })).toThrow('peak');
  });
});

describe('transformer-flops', () => {
  it.each([
    ['34', 96, 12288, 300e9, 1024, 140],
    ['84', 128, 25600, 450e9, 3072, 163],
  ])(
    'comes to the %s days of Megatron-LM with its recomputation (arXiv 2104.04473, on the training time)',
    (days, layers, width, tokens, gpus, achieved) => {
      const model = { seq: 2048, layers, 'd-model': width, vocab: 51200, recompute: 'full' };
      const { value } = evaluateFormula('transformer-flops', { ...model, batch: 1 });
      const seconds = ((value / 2048) * tokens) / (gpus * achieved * 1e12);
      expect(Math.abs(seconds / 86400 - Number(days))).toBeLessThan(1);
    },
  );

  it.each([
    ['22B', 48, 6144, 4, 8, 1.1, '41.5'],
    ['175B', 96, 12288, 64, 64, 13.75, '51.4'],
    ['530B', 105, 20480, 280, 280, 37.83, '56.0'],
    ['1T', 128, 25600, 512, 512, 71.49, '56.3'],
  ])(
    'gives the MFU of table 5 of arXiv 2205.05198 without recomputation: %s',
    (_, layers, width, batch, gpus, seconds, printed) => {
      const model = { seq: 2048, layers, 'd-model': width, vocab: 51200 };
      const { value } = evaluateFormula('transformer-flops', { ...model, batch });
      // 312 TFLOP/s is the bf16 peak of an A100; the times are rounded to a hundredth.
      expect(Math.abs((value / (seconds * gpus * 312e12)) * 100 - Number(printed))).toBeLessThan(0.2);
    },
  );

  it('is its equation 3, 96 B s l h² (1 + s / 6h + V / 16lh)', () => {
    const [b, s, l, h, vocab] = [4, 2048, 24, 2304, 51200];
    const { value } = evaluateFormula('transformer-flops', {
      batch: b,
      seq: s,
      layers: l,
      'd-model': h,
      vocab,
      recompute: 'full',
    });
    expect(value / (96 * b * s * l * h * h * (1 + s / (6 * h) + vocab / (16 * l * h)))).toBeCloseTo(1, 12);
  });
});
