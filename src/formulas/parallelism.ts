import { DTYPE_BYTES, dtypeInput } from './dtypes.ts';
import { defineFormula, measure, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { shareStep, show, step } from './working.ts';

/** Bytes a parameter in mixed precision with Adam: half-precision weights and gradients, fp32 weights and moments. */
const ADAM = [
  ['weights', 2],
  ['gradients', 2],
  ['optimiser', 12],
] as const;

export const zeroMemory = defineFormula({
  id: 'zero-memory',
  title: 'Memory of the model states on a GPU under ZeRO',
  inputs: [
    measure('params', 'parameters', 'params'),
    whole('gpus', 'GPUs that the states are spread over', { max: 1e7 }),
    whole('stage', '0 spreads nothing, 1 the optimiser, 2 the gradients too, 3 the weights too', {
      min: 0,
      max: 3,
    }),
  ],
  unit: 'B',
  source: {
    ...SOURCES.zero,
    section: '3.1, 5 and figure 1',
    note: 'Mixed precision with Adam, 2 + 2 + 12 bytes a parameter. Activations and buffers are not counted.',
  },
  evaluate: ({ params, gpus, stage }) => {
    const parts = ADAM.map(([name, bytes], index) => {
      const spread = stage >= ADAM.length - index;
      const value = (bytes * params) / (spread ? gpus : 1);
      const expression = `${bytes} B · ${show(params)}${spread ? ` / ${show(gpus)}` : ''}`;
      return { value, line: step(name, expression, value, 'B') };
    });
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    const sum = parts.map((part) => show(part.value)).join(' + ');
    return { value, steps: [...parts.map((part) => part.line), step('per GPU', sum, value, 'B')] };
  },
});

const pipeline = [
  whole('stages', 'stages of the pipeline'),
  whole('microbatches', 'microbatches in a step', { max: 1e9 }),
] as const;

export const pipelineBubble = defineFormula({
  id: 'pipeline-bubble',
  title: 'Bubble of a pipeline, as a share of the whole time',
  inputs: pipeline,
  unit: null,
  source: {
    ...SOURCES.gpipe,
    section: '2.3',
    note: 'The share of the whole time that a stage waits; equal stages, no interleaving. 1F1B waits as long.',
  },
  evaluate: ({ stages, microbatches }) => {
    const value = (stages - 1) / (microbatches + stages - 1);
    const expression = `(${show(stages)} − 1) / (${show(microbatches)} + ${show(stages)} − 1)`;
    return { value, steps: [shareStep('bubble', expression, value)] };
  },
});

export const pipelineBubbleOverhead = defineFormula({
  id: 'pipeline-bubble-overhead',
  title: 'Bubble of a pipeline, as a share of the ideal time',
  inputs: pipeline,
  unit: null,
  source: {
    ...SOURCES.megatron,
    section: '2.2.1',
    note: 'Waiting over the time without a bubble, so it can pass 1; equal stages, no interleaving.',
  },
  evaluate: ({ stages, microbatches }) => {
    const value = (stages - 1) / microbatches;
    return {
      value,
      steps: [shareStep('overhead', `(${show(stages)} − 1) / ${show(microbatches)}`, value)],
    };
  },
});

export const ringAllreduceBytes = defineFormula({
  id: 'ring-allreduce-bytes',
  title: 'Bytes that a GPU sends in a ring all-reduce',
  inputs: [measure('size', 'bytes that are reduced', 'B'), whole('gpus', 'GPUs in the ring', { max: 1e7 })],
  unit: 'B',
  source: {
    ...SOURCES.ncclTests,
    section: 'AllReduce',
    note: 'A reduce-scatter and an all-gather, (n − 1)/n of the size each. It receives as much.',
  },
  evaluate: ({ size, gpus }) => {
    const value = (2 * (gpus - 1) * size) / gpus;
    const expression = `2 · (${show(gpus)} − 1) / ${show(gpus)} · ${show(size)} B`;
    return { value, steps: [step('sent', expression, value, 'B')] };
  },
});

export const interleavedBubble = defineFormula({
  id: 'interleaved-bubble',
  title: 'Bubble of an interleaved pipeline, as a share of the ideal time',
  inputs: [...pipeline, whole('chunks', 'chunks of the model on each GPU, 1 without interleaving')],
  unit: null,
  source: {
    ...SOURCES.megatron,
    section: '2.2.2',
    note: 'Waiting over the time without a bubble; equal chunks. The price, as many times the transfers, is not counted.',
  },
  conflict: ({ stages, microbatches, chunks }) =>
    chunks > 1 && microbatches % stages !== 0
      ? 'with interleaving the microbatches must be a multiple of the stages.'
      : null,
  evaluate: ({ stages, microbatches, chunks }) => {
    const value = (stages - 1) / (chunks * microbatches);
    const expression = `(${show(stages)} − 1) / (${show(chunks)} · ${show(microbatches)})`;
    return { value, steps: [shareStep('overhead', expression, value)] };
  },
});

export const allGatherTime = defineFormula({
  id: 'all-gather-time',
  title: 'Time of a ring all-gather or reduce-scatter',
  inputs: [
    measure('size', 'bytes of the whole, gathered buffer', 'B'),
    whole('gpus', 'GPUs in the ring', { max: 1e7 }),
    measure('bandwidth', 'of a GPU to its neighbour, one way', 'B/s'),
    measure('latency', 'until a message starts to arrive, for each hop', 's', { min: 0 }),
  ],
  unit: 's',
  source: {
    ...SOURCES.ncclTests,
    section: 'AllGather',
    note: 'n − 1 hops, each of a latency and an n-th of the size. An all-reduce takes two of these.',
  },
  evaluate: ({ size, gpus, bandwidth, latency }) => {
    const hops = gpus - 1;
    const sent = size / gpus / bandwidth;
    const value = hops * (latency + sent);
    return {
      value,
      steps: [
        step('transfer of a hop', `${show(size)} B / ${show(gpus)} / ${show(bandwidth)} B/s`, sent, 's'),
        step('time', `${show(hops)} · (${show(latency)} s + ${show(sent)} s)`, value, 's'),
      ],
    };
  },
});

export const tensorParallelBytes = defineFormula({
  id: 'tensor-parallel-bytes',
  title: 'Bytes that a GPU sends for tensor parallelism, for a layer and a microbatch',
  inputs: [
    whole('batch', 'sequences in a microbatch'),
    whole('seq', 'tokens in a sequence', { unit: 'tokens', max: 1e9 }),
    whole('d-model', 'width of the model'),
    whole('gpus', 'degree of tensor parallelism'),
    dtypeInput('how an activation is stored'),
  ],
  unit: 'B',
  source: {
    ...SOURCES.megatron,
    section: '3.2',
    note: 'Two all-reduces of the activations forward and two backward, each a ring. Recomputation is not counted.',
  },
  evaluate: (given) => {
    const bytes = DTYPE_BYTES[given.dtype];
    const size = given.batch * given.seq * given['d-model'] * bytes;
    const each = (2 * (given.gpus - 1) * size) / given.gpus;
    const factors = [given.batch, given.seq, given['d-model']].map(show).join(' · ');
    return {
      value: 4 * each,
      steps: [
        step('activations', `${factors} · ${bytes} B`, size, 'B'),
        step(
          'all-reduce',
          `2 · (${show(given.gpus)} − 1) / ${show(given.gpus)} · ${show(size)} B`,
          each,
          'B',
        ),
        step('sent', `4 · ${show(each)} B`, 4 * each, 'B'),
      ],
    };
  },
});
