import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { convert } from '../../src/formulas/units.ts';

describe('zero-memory', () => {
  it.each([
    [0, '120.0'],
    [1, '31.4'],
    [2, '16.6'],
    [3, '1.9'],
  ])('agrees with figure 1 of ZeRO (arXiv 1910.02054): stage %d, %s GB', (stage, printed) => {
    const { value } = evaluateFormula('zero-memory', { params: '7.5B', gpus: 64, stage });
    expect(convert(value, 'B', 'GB')?.toFixed(1)).toBe(printed);
  });

  it.each([
    ['128B', 16, 3, '128'],
    ['128B', 256, 2, '263'],
    ['1T', 1024, 1, '4011'],
    ['1T', 1024, 3, '15.6'],
  ])('agrees with its table 1: %s on %d GPUs, stage %d, %s GB', (params, gpus, stage, printed) => {
    const gigabytes = convert(evaluateFormula('zero-memory', { params, gpus, stage }).value, 'B', 'GB') ?? 0;
    // The table cuts 4011.7, 263.0 and 15.63 off.
    const digits = printed.includes('.') ? 10 : 1;
    expect(Math.floor(gigabytes * digits) / digits).toBe(Number(printed));
  });

  it('has no fourth stage', () => {
    expect(() => evaluateFormula('zero-memory', { params: '1B', gpus: 8, stage: 4 })).toThrow('out of range');
  });
});

/** When each stage is done, microbatch by microbatch, with every forward and backward pass taking one tick. */
function pipelineTicks(stages: number, microbatches: number): number {
  const pass = (): number => {
    const freeAt = Array.from({ length: stages }, () => 0);
    for (let batch = 0; batch < microbatches; batch += 1) {
      let arrives = 0;
      for (const [stage, free] of freeAt.entries()) {
        arrives = Math.max(arrives, free) + 1;
        freeAt[stage] = arrives;
      }
    }
    return Math.max(...freeAt);
  };
  return 2 * pass();
}

const pipelines = [
  [1, 8],
  [2, 1],
  [4, 8],
  [8, 8],
  [8, 32],
] as const;

// Neither paper prints a figure for one pipeline, so a schedule is played through here, tick by tick.
describe('pipeline-bubble and pipeline-bubble-overhead', () => {
  it.each(pipelines)('agree with a schedule of %d stages and %d microbatches', (stages, microbatches) => {
    const whole = pipelineTicks(stages, microbatches);
    const ideal = 2 * microbatches;
    const inputs = { stages, microbatches };
    expect(evaluateFormula('pipeline-bubble', inputs).value).toBeCloseTo((whole - ideal) / whole, 12);
    expect(evaluateFormula('pipeline-bubble-overhead', inputs).value).toBeCloseTo(
      (whole - ideal) / ideal,
      12,
    );
  });

  it('is under a fifth from four microbatches a stage on, which GPipe found negligible (section 2.3)', () => {
    for (const stages of [2, 4, 8, 64]) {
      const inputs = { stages, microbatches: 4 * stages };
      expect(evaluateFormula('pipeline-bubble', inputs).value).toBeLessThan(0.2);
    }
  });
});

/** A ring all-reduce played through: what the first GPU sends, with the sums checked on the way. */
function ringBytes(gpus: number, chunk: number): number {
  const held = Array.from({ length: gpus }, () => Array.from({ length: gpus }, () => 1));
  let sent = 0;
  for (let round = 0; round < 2 * (gpus - 1); round += 1) {
    const gathering = round >= gpus - 1;
    const moves = held.map((chunks, gpu) => {
      const index = (gpu - round + (gathering ? 1 : 0) + 3 * gpus) % gpus;
      const at = gathering ? (gpu + 1 - (round - gpus + 1) + 2 * gpus) % gpus : index;
      return { to: (gpu + 1) % gpus, at, sum: chunks[at] ?? 0 };
    });
    for (const { to, at, sum } of moves) {
      const chunks = held[to] ?? [];
      chunks[at] = gathering ? sum : (chunks[at] ?? 0) + sum;
    }
    sent += chunk;
  }
  expect(held.flat().every((sum) => sum === gpus)).toBe(true);
  return sent;
}

describe('ring-allreduce-bytes', () => {
  it.each([1, 2, 3, 8, 16])('agrees with a ring of %d GPUs played through', (gpus) => {
    const chunk = 1000;
    const { value } = evaluateFormula('ring-allreduce-bytes', { size: chunk * gpus, gpus });
    expect(value).toBe(ringBytes(gpus, chunk));
  });

  it('comes to twice the size in a large ring, as ZeRO counts it (arXiv 1910.02054, section 7.1)', () => {
    const { value } = evaluateFormula('ring-allreduce-bytes', { size: '15 GB', gpus: 1e6 });
    expect(convert(value, 'B', 'GB')).toBeCloseTo(30, 4);
  });
});

/** Time of an interleaved 1F1B schedule, a chunk's forward and backward pass taking one tick each. */
function interleavedTicks(stages: number, microbatches: number, chunks: number): number {
  const groups = microbatches / stages;
  const order = (backward: boolean) =>
    Array.from({ length: groups }, (_, group) =>
      Array.from({ length: chunks }, (_, chunk) =>
        Array.from({ length: stages }, (_, i) => {
          const at = backward ? chunks - 1 - chunk : chunk;
          return { backward, chunk: at, batch: group * stages + i };
        }),
      ),
    ).flat(2);
  const plans = Array.from({ length: stages }, (_, stage) => {
    const [forward, backward] = [order(false), order(true)];
    const warm = Math.min(forward.length, (stages - 1 - stage) * 2 + (chunks - 1) * stages);
    const steady = forward.slice(warm).flatMap((work, i) => [work, ...backward.slice(i, i + 1)]);
    return [...forward.slice(0, warm), ...steady, ...backward.slice(forward.length - warm)];
  });
  const done = new Map<string, number>();
  const free = Array.from({ length: stages }, () => 0);
  const last = stages * chunks - 1;
  for (let left = plans.flat().length; left > 0; ) {
    const before = left;
    for (const [stage, plan] of plans.entries()) {
      const work = plan[0];
      if (work === undefined) continue;
      const at = work.chunk * stages + stage;
      const key = (backward: boolean, block: number) => `${backward} ${work.batch} ${block}`;
      const turn = work.backward && at === last;
      const needs = turn ? key(false, at) : key(work.backward, work.backward ? at + 1 : at - 1);
      const ready = !work.backward && at === 0 ? 0 : done.get(needs);
      if (ready === undefined) continue;
      free[stage] = Math.max(free[stage] ?? 0, ready) + 1;
      done.set(key(work.backward, at), free[stage]);
      plan.shift();
      left -= 1;
    }
    if (left === before) throw new Error('the schedule does not move on');
  }
  return Math.max(...free);
}

// The paper prints no figure for one schedule, so its order is played through.
describe('interleaved-bubble', () => {
  it.each([
    [4, 8, 2],
    [4, 8, 4],
    [8, 16, 2],
    [2, 4, 3],
  ])(
    'agrees with a schedule of %d stages, %d microbatches, %d chunks played through',
    (stages, microbatches, chunks) => {
      const ideal = 2 * microbatches * chunks;
      const overhead = (interleavedTicks(stages, microbatches, chunks) - ideal) / ideal;
      const { value } = evaluateFormula('interleaved-bubble', { stages, microbatches, chunks });
      expect(value).toBeCloseTo(overhead, 12);
    },
  );

  it('is the bubble of a plain pipeline with one chunk, and asks for whole groups with more', () => {
    const inputs = { stages: 8, microbatches: 30 };
    expect(evaluateFormula('interleaved-bubble', { ...inputs, chunks: 1 }).value).toBe(
      evaluateFormula('pipeline-bubble-overhead', inputs).value,
    );
    expect(() => evaluateFormula('interleaved-bubble', { ...inputs, chunks: 2 })).toThrow('multiple');
  });
});

describe('all-gather-time', () => {
  const ring = { size: '512 MB', bandwidth: '50 GB/s' };

  it('gives the bus bandwidth of nccl-tests its link: size / time · (n − 1) / n', () => {
    for (const gpus of [2, 8, 64]) {
      const { value } = evaluateFormula('all-gather-time', { ...ring, gpus, latency: '0 s' });
      expect(((512e6 / value) * (gpus - 1)) / gpus / 50e9).toBeCloseTo(1, 12);
    }
  });

  it('takes half of what a ring all-reduce sends, and a latency for each hop', () => {
    const { value: sent } = evaluateFormula('ring-allreduce-bytes', { size: '512 MB', gpus: 16 });
    const { value } = evaluateFormula('all-gather-time', { ...ring, gpus: 16, latency: '10 µs' });
    expect(value).toBeCloseTo(sent / 2 / 50e9 + 15 * 10e-6, 12);
  });
});

describe('tensor-parallel-bytes', () => {
  it('is 8bsh(t − 1)/t numbers, as section 3.2 of Megatron-LM has it (arXiv 2104.04473)', () => {
    const shape = { batch: 4, seq: 2048, 'd-model': 12288 };
    const { value } = evaluateFormula('tensor-parallel-bytes', { ...shape, gpus: 8, dtype: 'bf16' });
    expect(value).toBe(((8 * 4 * 2048 * 12288 * 7) / 8) * 2);
  });

  it('is four ring all-reduces, and nothing on one GPU', () => {
    const shape = { batch: 1, seq: 4096, 'd-model': 8192 };
    const { value: sent } = evaluateFormula('ring-allreduce-bytes', { size: 4096 * 8192 * 2, gpus: 4 });
    expect(evaluateFormula('tensor-parallel-bytes', { ...shape, gpus: 4 }).value).toBe(4 * sent);
    expect(evaluateFormula('tensor-parallel-bytes', { ...shape, gpus: 1 }).value).toBe(0);
  });
});
