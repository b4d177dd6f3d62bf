import { DTYPE_BYTES, dtypeInput } from './dtypes.ts';
import { defineFormula, measure, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { show, step } from './working.ts';

const params = measure('params', 'parameters', 'params');
const gpus = whole('gpus', 'GPUs that the states are spread over', { max: 1e7 });

export const zeroTraffic = defineFormula({
  id: 'zero-traffic',
  title: 'Bytes that a GPU sends in a step under ZeRO or FSDP',
  inputs: [
    params,
    gpus,
    whole('stage', '0 to 2: gradients and weights once each; 3 (full sharding): the weights twice', {
      min: 0,
      max: 3,
    }),
    dtypeInput('how weights and gradients are sent'),
  ],
  unit: 'B',
  source: {
    ...SOURCES.zero,
    section: '7',
    note: 'Rings of reduce-scatter and all-gather, each (gpus − 1)/gpus of the model; one microbatch a step.',
  },
  evaluate: ({ params: n, gpus: ranks, stage, dtype }) => {
    const passes = stage === 3 ? 3 : 2;
    const whole = n * DTYPE_BYTES[dtype];
    const value = (passes * whole * (ranks - 1)) / ranks;
    return {
      value,
      steps: [
        step('the model once', `${show(n)} · ${DTYPE_BYTES[dtype]} B`, whole, 'B'),
        step('sent', `${passes} · ${show(whole)} B · ${ranks - 1}/${ranks}`, value, 'B'),
      ],
    };
  },
});

export const fsdpPeak = defineFormula({
  id: 'fsdp-peak',
  title: 'Memory of the model states under full sharding, blocks gathered included',
  inputs: [
    params,
    gpus,
    measure('block-params', 'parameters of a block that is gathered', 'params'),
    whole('gathered', 'blocks that are whole at once, the one in use and those prefetched', { default: 2 }),
  ],
  unit: 'B',
  source: {
    ...SOURCES.fsdp,
    section: '3.2',
    note: '16 bytes a parameter in shards (Adam, mixed precision) and 2 for each gathered one. No activations.',
  },
  evaluate: ({ params: n, gpus: ranks, 'block-params': block, gathered }) => {
    const shards = (16 * n) / ranks;
    const whole = 2 * block * gathered;
    const value = shards + whole;
    return {
      value,
      steps: [
        step('shards', `16 B · ${show(n)} / ${show(ranks)}`, shards, 'B'),
        step('gathered', `2 B · ${show(block)} · ${gathered}`, whole, 'B'),
        step('per GPU', `${show(shards)} + ${show(whole)}`, value, 'B'),
      ],
    };
  },
});
