import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

describe('zero-traffic', () => {
  const inputs = { params: '1B', gpus: 64 };

  it('agrees with ZeRO (arXiv 1910.02054), section 7: stage 3 sends 1.5 times what data parallelism sends', () => {
    const stages = [0, 1, 2, 3].map((stage) => value('zero-traffic', { ...inputs, stage }));
    expect(stages.map((bytes) => bytes / (stages[0] ?? 1))).toEqual([1, 1, 1, 1.5]);
  });

  it('stage 0 is a ring all-reduce of the gradients', () => {
    const ring = value('ring-allreduce-bytes', { size: '2 GB', gpus: 64 });
    expect(value('zero-traffic', { ...inputs, stage: 0 })).toBe(ring);
  });
});

it('fsdp-peak: the shards of ZeRO 3 and what is gathered (derived here)', () => {
  const shards = value('zero-memory', { params: '8B', gpus: 8, stage: 3 });
  const inputs = { params: '8B', gpus: 8, 'block-params': '0.25B', gathered: 2 };
  expect(value('fsdp-peak', inputs)).toBe(shards + 1e9);
});
