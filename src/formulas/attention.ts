import { DTYPE_BYTES, dtypeInput } from './dtypes.ts';
import { defineFormula, oneOf, real, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { show, step } from './working.ts';

const layers = whole('layers', 'transformer layers', { max: 10_000 });
const headDim = whole('head-dim', 'width of a head', { max: 100_000 });
const seq = whole('seq', 'tokens in a sequence', { unit: 'tokens', max: 1e12 });
const batch = whole('batch', 'sequences at once', { default: 1 });
const cacheDtype = dtypeInput('how a cached element is stored');

export const mlaCache = defineFormula({
  id: 'mla-cache',
  title: 'Memory of the cache under multi-head latent attention',
  inputs: [
    layers,
    whole('kv-rank', 'width of the latent that keys and values are made from', { max: 100_000 }),
    whole('rope-dim', 'width of the key that carries the position', { max: 100_000 }),
    cacheDtype,
    seq,
    batch,
  ],
  unit: 'B',
  source: {
    ...SOURCES.deepseekV2,
    section: '2.1.4, table 1',
    note: 'One latent and one rotary key for each layer and token, shared by all heads.',
  },
  evaluate: ({ layers: l, 'kv-rank': rank, 'rope-dim': rope, dtype, seq: tokens, batch: b }) => {
    const perToken = l * (rank + rope) * DTYPE_BYTES[dtype];
    const value = perToken * tokens * b;
    return {
      value,
      steps: [
        step('bytes per token', `${l} · (${show(rank)} + ${rope}) · ${DTYPE_BYTES[dtype]} B`, perToken, 'B'),
        step('cache', `${show(perToken)} B · ${show(tokens)} · ${show(b)}`, value, 'B'),
      ],
    };
  },
});

export const windowCache = defineFormula({
  id: 'window-cache',
  title: 'Memory of the KV cache with a sliding window',
  inputs: [
    layers,
    whole('full-layers', 'layers among them that keep every token', { min: 0, max: 10_000, default: 0 }),
    whole('kv-heads', 'heads of keys and values', { max: 10_000 }),
    headDim,
    whole('window', 'tokens that a windowed layer keeps', { unit: 'tokens', max: 1e12 }),
    cacheDtype,
    seq,
    batch,
  ],
  unit: 'B',
  source: {
    ...SOURCES.mistral,
    section: '2',
    note: 'A rolling buffer of the window in each windowed layer; the other layers keep the whole sequence.',
  },
  conflict: ({ layers: l, 'full-layers': full }) =>
    full > l ? 'full-layers cannot be more than layers.' : null,
  evaluate: (given) => {
    const { layers: l, 'full-layers': full, 'kv-heads': heads, 'head-dim': dim, window, dtype } = given;
    const perLayer = 2 * heads * dim * DTYPE_BYTES[dtype];
    const kept = Math.min(window, given.seq);
    const tokens = full * given.seq + (l - full) * kept;
    const value = perLayer * tokens * given.batch;
    return {
      value,
      steps: [
        step('bytes per layer and token', `2 · ${heads} · ${dim} · ${DTYPE_BYTES[dtype]} B`, perLayer, 'B'),
        step(
          'tokens over the layers',
          `${full} · ${show(given.seq)} + ${l - full} · ${show(kept)}`,
          tokens,
          null,
        ),
        step('cache', `${show(perLayer)} B · ${show(tokens)} · ${show(given.batch)}`, value, 'B'),
      ],
    };
  },
});

export const attentionFlops = defineFormula({
  id: 'attention-flops',
  title: 'FLOPs of attention itself, forward',
  inputs: [
    layers,
    whole('heads', 'query heads', { max: 10_000 }),
    headDim,
    seq,
    oneOf('causal', 'whether a token sees earlier ones only', ['no', 'yes'], 'no'),
  ],
  unit: 'FLOP',
  source: {
    ...SOURCES.flashAttention2,
    section: '4.1',
    note: 'Scores and weighted values, for one sequence; no projections, no softmax. Causal counts half.',
  },
  evaluate: ({ layers: l, heads, 'head-dim': dim, seq: tokens, causal }) => {
    const half = causal === 'yes' ? 2 : 1;
    const value = (4 * l * heads * dim * tokens ** 2) / half;
    const expression = `4 · ${l} · ${heads} · ${dim} · ${show(tokens)}²${half === 2 ? ' / 2' : ''}`;
    return { value, steps: [step('attention', expression, value, 'FLOP')] };
  },
});

export const ropeWavelength = defineFormula({
  id: 'rope-wavelength',
  title: 'Tokens after which a pair of rotary dimensions has turned once',
  inputs: [
    headDim,
    real('base', 'base of the rotation, such as 10000', { min: 1.001 }),
    whole('pair', 'which pair of dimensions, from 0', { min: 0, max: 50_000 }),
  ],
  unit: 'tokens',
  source: {
    ...SOURCES.yarn,
    section: '2.3',
    note: 'The pair turns by base^(−2·pair/head-dim) for each token.',
  },
  conflict: ({ 'head-dim': dim, pair }) =>
    2 * pair + 2 > dim ? 'pair must lie below half of head-dim.' : null,
  evaluate: ({ 'head-dim': dim, base, pair }) => {
    const slower = base ** ((2 * pair) / dim);
    const value = 2 * Math.PI * slower;
    return {
      value,
      steps: [
        step('times slower than the first pair', `${show(base)}^(${2 * pair}/${dim})`, slower, null),
        step('wavelength', `2π · ${show(slower)}`, value, 'tokens'),
      ],
    };
  },
});

export const swigluWidth = defineFormula({
  id: 'swiglu-width',
  title: 'Inner width of a SwiGLU block with the parameters of a plain one',
  inputs: [
    whole('d-model', 'width of the residual stream', { max: 1e6 }),
    whole('multiple', 'the width is rounded up to a multiple of this', { default: 256, max: 1e6 }),
  ],
  unit: null,
  source: {
    ...SOURCES.glu,
    section: '2',
    note: 'Three matrices in the place of two: two thirds of the usual 4 · d-model, rounded up.',
  },
  evaluate: ({ 'd-model': d, multiple }) => {
    const exact = (8 * d) / 3;
    const value = Math.ceil(exact / multiple) * multiple;
    return {
      value,
      steps: [
        step('two thirds of four times', `2/3 · 4 · ${show(d)}`, exact, null),
        step('rounded up', `⌈${show(exact)} / ${multiple}⌉ · ${multiple}`, value, null),
      ],
    };
  },
});
