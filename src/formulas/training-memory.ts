import { defineFormula, measure, oneOf, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { show, step } from './working.ts';

export const activationMemory = defineFormula({
  id: 'activation-memory',
  title: 'Memory of the activations kept for the backward pass',
  inputs: [
    whole('seq', 'tokens in a sequence', { unit: 'tokens', max: 1e9 }),
    whole('batch', 'sequences in a microbatch', { default: 1 }),
    whole('d-model', 'width of the model'),
    whole('heads', 'attention heads', { max: 10_000 }),
    whole('layers', 'transformer layers', { default: 1, max: 10_000 }),
    whole('tensor-parallel', 'degree of tensor parallelism', { default: 1 }),
    oneOf(
      'mode',
      'tensor parallelism alone, with sequence parallelism, and with selective or full recomputation',
      ['tensor', 'sequence', 'selective', 'full'],
      'tensor',
    ),
  ],
  unit: 'B',
  source: {
    ...SOURCES.recomputation,
    section: '4 and 5, table 2',
    note: '16-bit activations, 1-byte masks, MLP of 4 · d-model, scores stored; selective with sequence parallelism.',
  },
  evaluate: (given) => {
    const width = given['d-model'];
    const t = given['tensor-parallel'];
    const tokens = given.seq * given.batch * width;
    const scores = (5 * given.heads * given.seq) / width;
    const shown = `5 · ${show(given.heads)} · ${show(given.seq)} / ${show(width)}`;
    const [factor, expression] = perElement(given.mode, t, scores);
    const layer = tokens * factor;
    const needsScores = given.mode === 'tensor' || given.mode === 'sequence';
    return {
      value: layer * given.layers,
      steps: [
        ...(needsScores ? [step('scores, bytes an element of the stream', shown, scores, null)] : []),
        step('bytes an element of the stream', expression, factor, null),
        step(
          'layer',
          `${show(given.seq)} · ${show(given.batch)} · ${show(width)} · ${show(factor)}`,
          layer,
          'B',
        ),
        step('activations', `${show(given.layers)} · ${show(layer)} B`, layer * given.layers, 'B'),
      ],
    };
  },
});

function perElement(
  mode: 'tensor' | 'sequence' | 'selective' | 'full',
  t: number,
  scores: number,
): [number, string] {
  switch (mode) {
    case 'tensor':
      return [10 + (24 + scores) / t, `10 + (24 + ${show(scores)}) / ${show(t)}`];
    case 'sequence':
      return [(34 + scores) / t, `(34 + ${show(scores)}) / ${show(t)}`];
    case 'selective':
      return [34 / t, `34 / ${show(t)}`];
    case 'full':
      return [2, '2'];
  }
}

/** Bytes a parameter. The 8-bit moments come with an fp32 scale for each block of 2048. */
const STATES = { sgd: 0, momentum: 4, adam: 8, 'adam-8bit': 2 + (2 * 4) / 2048 } as const;

export const optimiserMemory = defineFormula({
  id: 'optimiser-memory',
  title: 'Memory of what the optimiser keeps',
  inputs: [
    measure('params', 'parameters that are trained', 'params'),
    oneOf(
      'optimiser',
      'fp32 moments, or in 8 bits by blocks',
      ['adam', 'adam-8bit', 'momentum', 'sgd'],
      'adam',
    ),
    oneOf('master', 'whether it keeps fp32 weights beside 16-bit ones', ['no', 'yes'], 'no'),
    whole('gpus', 'GPUs that it is spread over', { default: 1, max: 1e7 }),
  ],
  unit: 'B',
  source: {
    ...SOURCES.eightBit,
    section: null,
    note: 'Moments and fp32 weights; the 16-bit weights and the gradients are not counted.',
  },
  evaluate: ({ params, optimiser, master, gpus }) => {
    const moments = STATES[optimiser];
    const bytes = moments + (master === 'yes' ? 4 : 0);
    const value = (params * bytes) / gpus;
    return {
      value,
      steps: [
        step('bytes a parameter', `${show(moments)} + ${master === 'yes' ? 4 : 0}`, bytes, 'B'),
        step('optimiser', `${show(params)} · ${show(bytes)} B / ${show(gpus)}`, value, 'B'),
      ],
    };
  },
});
