import { defineFormula, measure, real, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { shareStep, show, step } from './working.ts';

const block = whole('block', 'tokens in a block of the cache', { unit: 'tokens', max: 1e6 });
const rate = real('rate', 'requests that arrive in a second');

export const pagedWaste = defineFormula({
  id: 'paged-waste',
  title: 'Share of a paged cache that stands empty in last blocks',
  inputs: [measure('length', 'mean tokens of a sequence', 'tokens'), block],
  unit: null,
  source: {
    ...SOURCES.pagedAttention,
    section: '4.2',
    note: 'A sequence ends anywhere in its last block, so (block − 1)/2 of its places are empty on average.',
  },
  evaluate: ({ length, block: size }) => {
    const empty = (size - 1) / 2;
    const value = empty / (length + empty);
    return {
      value,
      steps: [
        step('empty places', `(${size} − 1) / 2`, empty, 'tokens'),
        shareStep('waste', `${show(empty)} / (${show(length)} + ${show(empty)})`, value),
      ],
    };
  },
});

export const prefixHitTokens = defineFormula({
  id: 'prefix-hit-tokens',
  title: 'Tokens of a prompt that a block-wise prefix cache saves',
  inputs: [
    whole('prompt', 'tokens of the prompt', { unit: 'tokens', max: 1e12 }),
    whole('shared', 'tokens at its beginning that are cached', { unit: 'tokens', max: 1e12, min: 0 }),
    block,
  ],
  unit: 'tokens',
  source: {
    ...SOURCES.vllmCache,
    section: 'get_computed_blocks',
    note: 'Only whole blocks are shared, and the last token is always computed: its logits are needed.',
  },
  conflict: ({ prompt, shared }) => (shared > prompt ? 'shared cannot be more than prompt.' : null),
  evaluate: ({ prompt, shared, block: size }) => {
    const usable = Math.min(shared, prompt - 1);
    const value = Math.floor(usable / size) * size;
    return {
      value,
      steps: [
        step('usable', `min(${show(shared)}, ${show(prompt)} − 1)`, usable, 'tokens'),
        step('in whole blocks', `⌊${show(usable)} / ${size}⌋ · ${size}`, value, 'tokens'),
      ],
    };
  },
});

export const decodeThroughput = defineFormula({
  id: 'decode-throughput',
  title: 'Most tokens a second in decode at a batch',
  inputs: [
    whole('batch', 'sequences at once'),
    measure('weights', 'bytes of the weights read for a step', 'B'),
    measure('cache', 'bytes of the KV cache of a sequence', 'B', { min: 0 }),
    measure('bandwidth', 'memory bandwidth of all accelerators', 'B/s'),
  ],
  unit: 'tokens/s',
  source: {
    ...SOURCES.scalingBookInference,
    section: 'Theoretical estimates for LLM latency and throughput',
    note: 'An upper bound: a step reads the weights once and every cache once; arithmetic is hidden behind it.',
  },
  evaluate: ({ batch, weights, cache, bandwidth }) => {
    const bytes = weights + batch * cache;
    const seconds = bytes / bandwidth;
    const value = batch / seconds;
    return {
      value,
      steps: [
        step('bytes of a step', `${show(weights)} B + ${batch} · ${show(cache)} B`, bytes, 'B'),
        step('step', `${show(bytes)} B / ${show(bandwidth)} B/s`, seconds, 's'),
        step('throughput', `${batch} / ${show(seconds)} s`, value, 'tokens/s'),
      ],
    };
  },
});

export const prefillTime = defineFormula({
  id: 'prefill-time',
  title: 'Time to take in a prompt',
  inputs: [
    measure('params', 'active parameters', 'params'),
    whole('tokens', 'tokens of the prompt', { unit: 'tokens', max: 1e12 }),
    whole('gpus', 'accelerators that share the work', { default: 1 }),
    measure('peak', 'peak rate of one of them', 'FLOP/s'),
    share('mfu', 'share of the peak that is reached', 1e-6),
  ],
  unit: 's',
  source: {
    ...SOURCES.scalingBookInference,
    section: 'What about attention?',
    note: '2 FLOP for each parameter and token. Attention is not counted, nor waiting.',
  },
  evaluate: ({ params, tokens, gpus, peak, mfu }) => {
    const flops = 2 * params * tokens;
    const value = flops / (gpus * peak * mfu);
    return {
      value,
      steps: [
        step('work', `2 · ${show(params)} · ${show(tokens)}`, flops, 'FLOP'),
        step('time', `${show(flops)} / (${gpus} · ${show(peak)} · ${show(mfu)})`, value, 's'),
      ],
    };
  },
});

export const kvTransferTime = defineFormula({
  id: 'kv-transfer-time',
  title: 'Time to move a KV cache to another machine',
  inputs: [
    measure('cache', 'bytes of the cache', 'B'),
    measure('bandwidth', 'of the link, in bytes a second', 'B/s'),
    share('efficiency', 'share of it that is reached', 1e-6),
  ],
  unit: 's',
  source: {
    ...SOURCES.distserve,
    section: '3.3',
    note: 'Nothing is overlapped; sent layer by layer behind the prefill, most of it is hidden.',
  },
  evaluate: ({ cache, bandwidth, efficiency }) => {
    const value = cache / (bandwidth * efficiency);
    const expression = `${show(cache)} B / (${show(bandwidth)} B/s · ${show(efficiency)})`;
    return { value, steps: [step('time', expression, value, 's')] };
  },
});

export const littleConcurrency = defineFormula({
  id: 'little-concurrency',
  title: 'Requests in a system at once',
  inputs: [rate, measure('latency', 'mean time that a request stays', 's', { min: 1e-9 })],
  unit: null,
  source: {
    ...SOURCES.littlesLaw,
    section: null,
    note: "Little's law, L = λ · W: means over a long time, whatever the distributions.",
  },
  evaluate: ({ rate: arriving, latency }) => {
    const value = arriving * latency;
    return { value, steps: [step('in the system', `${show(arriving)}/s · ${show(latency)} s`, value, null)] };
  },
});

export const queueWait = defineFormula({
  id: 'queue-wait',
  title: 'Mean wait before one of several servers is free',
  inputs: [
    rate,
    measure('service', 'mean time that a server needs for a request', 's', { min: 1e-9 }),
    whole('servers', 'servers with one queue before them', { default: 1, max: 10_000 }),
  ],
  unit: 's',
  source: {
    ...SOURCES.harcholBalter,
    section: '14.3',
    note: 'M/M/c, by Erlang C: arrivals and service times are random and independent, first come first served.',
  },
  conflict: ({ rate: arriving, service, servers }) =>
    arriving * service >= servers ? 'The load is at or above what the servers can do.' : null,
  evaluate: ({ rate: arriving, service, servers }) => {
    const load = arriving * service;
    const busy = load / servers;
    // Erlang B by its recurrence, which never overflows; Erlang C from it.
    let blocked = 1;
    for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
    const waits = blocked / (1 - busy * (1 - blocked));
    const value = (waits * service) / (servers - load);
    return {
      value,
      steps: [
        shareStep('busy', `${show(arriving)}/s · ${show(service)} s / ${servers}`, busy),
        shareStep('a request waits', `Erlang C(${servers}, ${show(load)})`, waits),
        step('wait', `${show(waits)} · ${show(service)} s / (${servers} − ${show(load)})`, value, 's'),
      ],
    };
  },
});

export const requestLatency = defineFormula({
  id: 'request-latency',
  title: 'Time until the last token of an answer',
  inputs: [
    measure('ttft', 'time to the first token', 's', { min: 0 }),
    measure('tpot', 'time between further tokens', 's', { min: 0 }),
    whole('tokens', 'tokens of the answer', { unit: 'tokens', max: 1e12 }),
  ],
  unit: 's',
  source: {
    ...SOURCES.distserve,
    section: '2.1',
    note: 'The first token is in the first time; each further one takes the second.',
  },
  evaluate: ({ ttft, tpot, tokens }) => {
    const value = ttft + (tokens - 1) * tpot;
    const expression = `${show(ttft)} s + (${show(tokens)} − 1) · ${show(tpot)} s`;
    return { value, steps: [step('latency', expression, value, 's')] };
  },
});
