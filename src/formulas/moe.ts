import { DTYPE_BYTES, dtypeInput } from './dtypes.ts';
import { defineFormula, measure, real, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { shareStep, show, step } from './working.ts';

const experts = whole('experts', 'routed experts in a layer', { max: 100_000 });
const topK = whole('top-k', 'experts chosen for a token', { max: 100_000 });
const tokens = whole('tokens', 'tokens routed together', { unit: 'tokens', max: 1e12 });

const tooMany = (values: { experts: number; 'top-k': number }) =>
  values['top-k'] > values.experts ? 'top-k cannot be more than experts.' : null;

export const expertCapacity = defineFormula({
  id: 'expert-capacity',
  title: 'Places of an expert for the tokens of a batch',
  inputs: [
    tokens,
    experts,
    { ...topK, default: 1 },
    real('capacity-factor', 'room for uneven routing, 1 for none', { min: 0.01, max: 1000 }),
  ],
  unit: 'tokens',
  source: {
    ...SOURCES.switch,
    section: '2.2, equation 3',
    note: 'Tokens beyond it are dropped and pass by the residual connection. Rounded up to a whole place.',
  },
  conflict: tooMany,
  evaluate: ({ tokens: t, experts: e, 'top-k': k, 'capacity-factor': factor }) => {
    const even = (t * k) / e;
    // 1.1 · 60 must not come to 66.00000000000001 places.
    const value = Math.ceil(Number((even * factor).toPrecision(12)));
    return {
      value,
      steps: [
        step('an even share', `${show(t)} · ${k} / ${e}`, even, 'tokens'),
        step('capacity', `⌈${show(even)} · ${show(factor)}⌉`, value, 'tokens'),
      ],
    };
  },
});

export const balanceLoss = defineFormula({
  id: 'balance-loss',
  title: 'Balance loss where some experts take more than their share',
  inputs: [
    experts,
    whole('hot', 'experts that are preferred, all alike', { max: 100_000 }),
    share('hot-tokens', 'share of the tokens that goes to them'),
    share('hot-probability', 'share of the router probability that they get'),
    share('coefficient', 'weight of the loss'),
  ],
  unit: null,
  source: {
    ...SOURCES.switch,
    section: '2.2, equation 4',
    note: 'Coefficient · experts · Σ f · P; the other experts share the rest alike. Even routing gives the coefficient.',
  },
  conflict: ({ experts: e, hot }) => (hot >= e ? 'hot must be fewer than experts.' : null),
  evaluate: ({ experts: e, hot, 'hot-tokens': f, 'hot-probability': p, coefficient }) => {
    const sum = (f * p) / hot + ((1 - f) * (1 - p)) / (e - hot);
    const value = coefficient * e * sum;
    const cold = `${show(1 - f)} · ${show(1 - p)} / ${e - hot}`;
    return {
      value,
      steps: [
        step('Σ f · P', `${show(f)} · ${show(p)} / ${hot} + ${cold}`, sum, null),
        step('loss', `${show(coefficient)} · ${e} · ${show(sum)}`, value, null),
      ],
    };
  },
});

export const expertsTouched = defineFormula({
  id: 'experts-touched',
  title: 'Share of the experts that a batch needs',
  inputs: [tokens, experts, topK],
  unit: null,
  source: {
    ...SOURCES.mixtral,
    section: '2.1',
    note: 'Every token chooses evenly and independently. What a decode step reads follows it.',
  },
  conflict: tooMany,
  evaluate: ({ tokens: t, experts: e, 'top-k': k }) => {
    const missed = (1 - k / e) ** t;
    const value = 1 - missed;
    return {
      value,
      steps: [
        step('an expert is needed by none', `(1 − ${k}/${e})^${show(t)}`, missed, null),
        shareStep('needed', `1 − ${show(missed)}`, value),
      ],
    };
  },
});

export const allToAllBytes = defineFormula({
  id: 'all-to-all-bytes',
  title: 'Bytes that a GPU sends in the dispatch of an MoE layer',
  inputs: [
    whole('tokens', 'tokens on the GPU', { unit: 'tokens', max: 1e12 }),
    topK,
    whole('d-model', 'width of the residual stream'),
    whole('gpus', 'GPUs that the experts are spread over'),
    dtypeInput('how an activation is sent'),
  ],
  unit: 'B',
  source: {
    ...SOURCES.gshard,
    section: '3.3.1, 3.3.2',
    note: 'Each choice of a token is sent once, evenly over the GPUs; the combine sends as much back.',
  },
  evaluate: ({ tokens: t, 'top-k': k, 'd-model': d, gpus, dtype }) => {
    const all = t * k * d * DTYPE_BYTES[dtype];
    const value = (all * (gpus - 1)) / gpus;
    return {
      value,
      steps: [
        step('all choices', `${show(t)} · ${k} · ${show(d)} · ${DTYPE_BYTES[dtype]} B`, all, 'B'),
        step('to other GPUs', `${show(all)} B · ${gpus - 1}/${gpus}`, value, 'B'),
      ],
    };
  },
});

export const expertParallelParams = defineFormula({
  id: 'expert-parallel-params',
  title: 'Parameters on a GPU under expert parallelism',
  inputs: [
    measure('shared-params', 'all that is no routed expert, held by every GPU', 'params'),
    measure('expert-params', 'all routed experts of all layers', 'params'),
    whole('gpus', 'GPUs that the experts are spread over'),
  ],
  unit: 'params',
  source: {
    ...SOURCES.gshard,
    section: '3',
    note: 'Attention, embeddings and router are copied; the experts are divided evenly.',
  },
  evaluate: ({ 'shared-params': shared, 'expert-params': routed, gpus }) => {
    const value = shared + routed / gpus;
    return {
      value,
      steps: [step('per GPU', `${show(shared)} + ${show(routed)} / ${gpus}`, value, 'params')],
    };
  },
});
