import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/formulas/evaluate.ts';
import { mulberry32 } from '../../src/questions/draw.ts';

const value = (id: string, inputs: Record<string, string | number>) => evaluateFormula(id, inputs).value;

describe('decode-throughput', () => {
  it.each([
    [1, '200.61'],
    [8, '659.30'],
    [16, '787.99'],
    [240, '963.53'],
  ])(
    'agrees with How to Scale Your Model, Llama 2 13B on eight TPU v5e: batch %d, %s tokens/s',
    (batch, printed) => {
      const inputs = { batch, weights: '26 GB', cache: '6.7 GB', bandwidth: '6.56 TB/s' };
      expect(Math.abs(value('decode-throughput', inputs) - Number(printed))).toBeLessThan(0.1);
    },
  );
});

describe('kv-transfer-time', () => {
  it('agrees with DistServe (arXiv 2401.09670), 3.3: 11.3 GB a second need 90 Gbit/s', () => {
    const time = value('kv-transfer-time', { cache: '11.3 GB', bandwidth: '11.25 GB/s', efficiency: 1 });
    expect(time).toBeCloseTo(1, 1);
  });

  it('a cache of its example: OPT-66B, 512 tokens, 1.13 GB, which are GiB', () => {
    const shape = { layers: 64, 'kv-heads': 72, 'head-dim': 128, dtype: 'fp16', seq: 512 };
    expect((value('kv-cache', shape) / 2 ** 30).toFixed(3)).toBe('1.125');
  });
});

describe('paged-waste', () => {
  it('agrees with sequences that end anywhere (simulated here)', () => {
    const [block, runs] = [16, 200_000];
    const dice = mulberry32(3);
    let used = 0;
    let held = 0;
    for (let n = 0; n < runs; n++) {
      const length = 1 + Math.floor(dice() * 800);
      used += length;
      held += Math.ceil(length / block) * block;
    }
    const found = value('paged-waste', { length: used / runs, block });
    expect(found).toBeCloseTo(1 - used / held, 3);
  });
});

it('prefix-hit-tokens: whole blocks, and never the last token (derived here)', () => {
  const hit = (prompt: number, shared: number) => value('prefix-hit-tokens', { prompt, shared, block: 16 });
  expect([hit(100, 50), hit(100, 48), hit(64, 64), hit(100, 15)]).toEqual([48, 48, 48, 0]);
});

it('prefill-time: twice the parameters for each token (derived here)', () => {
  const inputs = { params: '7B', tokens: 1000, gpus: 2, peak: '1 PFLOP/s', mfu: 0.5 };
  expect(value('prefill-time', inputs)).toBeCloseTo(0.014, 12);
});

it("little-concurrency agrees with a system's own count (simulated here)", () => {
  const dice = mulberry32(11);
  const [rate, latency, horizon] = [5, 2, 20_000];
  let stay = 0;
  for (let at = 0; at < horizon; at += -Math.log(1 - dice()) / rate) stay += 2 * latency * dice();
  expect(value('little-concurrency', { rate, latency })).toBeCloseTo(stay / horizon, 0);
});

describe('queue-wait', () => {
  it('is ρ/(μ−λ) for one server', () => {
    expect(value('queue-wait', { rate: 8, service: 0.1 })).toBeCloseTo(0.8 / (10 - 8), 12);
  });

  it('agrees with a queue of three servers (simulated here)', () => {
    const dice = mulberry32(2);
    const draw = (mean: number) => -mean * Math.log(1 - dice());
    const free = [0, 0, 0];
    const runs = 400_000;
    let now = 0;
    let waited = 0;
    for (let n = 0; n < runs; n++) {
      now += draw(1 / 8);
      const server = free.indexOf(Math.min(...free));
      const begins = Math.max(now, free[server] ?? 0);
      waited += begins - now;
      free[server] = begins + draw(0.3);
    }
    const found = value('queue-wait', { rate: 8, service: 0.3, servers: 3 });
    expect(Math.abs(found / (waited / runs) - 1)).toBeLessThan(0.05);
  });

  it('refuses a load that never ends', () => {
    expect(() => value('queue-wait', { rate: 10, service: 0.1 })).toThrow('load');
  });
});

it('request-latency: the first token is in the first time (derived here)', () => {
  expect(value('request-latency', { ttft: '300 ms', tpot: '20 ms', tokens: 101 })).toBeCloseTo(2.3, 12);
  expect(value('request-latency', { ttft: '300 ms', tpot: '20 ms', tokens: 1 })).toBeCloseTo(0.3, 12);
});
