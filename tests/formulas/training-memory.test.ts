import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { convert } from '../../src/formulas/units.ts';

const bytes = (inputs: Record<string, string | number>) => evaluateFormula('activation-memory', inputs).value;

describe('activation-memory', () => {
  it.each([
    ['530B', 128, 20480],
    ['1T', 160, 25600],
  ])(
    'falls about fivefold with both techniques, as section 6.1 of arXiv 2205.05198 says: %s',
    (_, heads, width) => {
      const shape = { seq: 2048, heads, 'd-model': width, 'tensor-parallel': 8 };
      const ratio = bytes({ ...shape, mode: 'tensor' }) / bytes({ ...shape, mode: 'selective' });
      expect(ratio.toFixed(0)).toBe('5');
    },
  );

  it.each([
    ['GPT-3', 96, 12288, 70],
    ['MT-NLG', 128, 20480, 65],
  ])('saves the share of section 5 by selective recomputation: %s', (_, heads, width, percent) => {
    const shape = { seq: 2048, heads, 'd-model': width };
    const saved = 1 - bytes({ ...shape, mode: 'selective' }) / bytes({ ...shape, mode: 'sequence' });
    expect(Math.round(saved * 100)).toBe(percent);
  });

  it('agrees with 2.73 GB, by 2^30, for 35 inputs of a microbatch of the 530B model (appendix B)', () => {
    const shape = { seq: 2048, heads: 128, 'd-model': 20480, layers: 35 };
    expect((bytes({ ...shape, mode: 'full' }) / 2 ** 30).toFixed(2)).toBe('2.73');
  });

  it('adds up what a layer keeps, tensor by tensor', () => {
    const [s, b, h, a] = [2048, 2, 4096, 32];
    const stream = s * b * h;
    const scores = a * s * s * b;
    // In, Q K, V, out of attention; dropout mask; MLP in, up, activation, mask; two norms.
    const attention = 2 * stream + 4 * stream + 2 * stream + 2 * stream + stream + 5 * scores;
    const mlp = 2 * stream + 8 * stream + 8 * stream + stream;
    const shape = { seq: s, batch: b, heads: a, 'd-model': h };
    expect(bytes({ ...shape, mode: 'tensor' })).toBe(attention + mlp + 4 * stream);
    // Norms, inputs and masks of dropout stay whole under tensor parallelism.
    const whole = 4 * stream + 2 * stream + 2 * stream + 2 * stream;
    expect(bytes({ ...shape, 'tensor-parallel': 4, mode: 'tensor' })).toBe(
      whole + (attention + mlp + 4 * stream - whole) / 4,
    );
  });

  it('keeps the input of each layer alone under full recomputation', () => {
    const shape = { seq: 2048, heads: 32, 'd-model': 4096, layers: 32 };
    expect(bytes({ ...shape, mode: 'full' })).toBe(2 * 2048 * 4096 * 32);
  });
});

describe('optimiser-memory', () => {
  it('is the 12 bytes of ZeRO with fp32 weights, so that figure 1 comes out: 31.4 GB (arXiv 1910.02054)', () => {
    const { value } = evaluateFormula('optimiser-memory', { params: '7.5B', master: 'yes', gpus: 64 });
    expect(((convert(value, 'B', 'GB') ?? 0) + 4 * 7.5).toFixed(1)).toBe('31.4');
  });

  it('is a quarter of fp32 moments and the scales in 8 bits, and nothing for plain SGD', () => {
    const of = (optimiser: string) => evaluateFormula('optimiser-memory', { params: '1B', optimiser }).value;
    expect(of('adam-8bit') / of('adam')).toBeCloseTo(0.2505, 4);
    expect(of('momentum')).toBe(4e9);
    expect(of('sgd')).toBe(0);
  });
});
