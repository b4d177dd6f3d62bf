import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

it('cluster-mtbf agrees with Llama 3 (arXiv 2407.21783), 3.3.4: 419 interruptions of 16,384 GPUs in 54 days', () => {
  const hours = (54 * 24) / 419;
  const one = hours * 16_384;
  expect(value('cluster-mtbf', { 'gpu-mtbf': `${one} h`, gpus: 16_384 }) / 3600).toBeCloseTo(3.09, 2);
});

describe('checkpoint-interval', () => {
  it('is where the time lost is least (searched here)', () => {
    const [save, mtbf] = [30, 3 * 3600];
    // Saving once in an interval, and half an interval lost at each failure.
    const lost = (interval: number) => save / interval + interval / 2 / mtbf;
    let best = 1;
    for (let interval = 1; interval < 7200; interval++) if (lost(interval) < lost(best)) best = interval;
    expect(Math.abs(value('checkpoint-interval', { save: '30 s', mtbf: '3 h' }) - best)).toBeLessThan(1);
  });
});

it('replicas: rounded up, and not by a rounding error (derived here)', () => {
  const inputs = { throughput: '1000 tokens/s', utilisation: 0.7 };
  expect(value('replicas', { ...inputs, load: '70000 tokens/s' })).toBe(100);
  expect(value('replicas', { ...inputs, load: '70001 tokens/s' })).toBe(101);
});

it('cost-per-million: an hour of GPUs over the tokens of an hour (derived here)', () => {
  const inputs = { price: 2, gpus: 8, throughput: '10000 tokens/s', utilisation: 0.5 };
  expect(value('cost-per-million', inputs)).toBeCloseTo(16 / 18, 12);
});
