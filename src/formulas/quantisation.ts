import { defineFormula, measure, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { show, step } from './working.ts';

export const quantisedWeights = defineFormula({
  id: 'quantised-weights',
  title: 'Memory of weights that are quantised in groups',
  inputs: [
    measure('params', 'parameters that are quantised', 'params'),
    whole('bits', 'bits of a weight', { max: 32 }),
    whole('group', 'weights that share a scale', { max: 1e9 }),
    whole('scale-bits', 'bits of a scale', { default: 16, max: 64 }),
    whole('zero-bits', 'bits of a zero point, 0 without one', { default: 0, min: 0, max: 64 }),
  ],
  unit: 'B',
  source: {
    ...SOURCES.qlora,
    section: '3',
    note: 'Weights, scales and zero points; what is not quantised (embeddings, norms) comes on top.',
  },
  evaluate: ({ params, bits, group, 'scale-bits': scale, 'zero-bits': zero }) => {
    const perWeight = bits + (scale + zero) / group;
    const value = (params * perWeight) / 8;
    return {
      value,
      steps: [
        step('bits per weight', `${bits} + (${scale} + ${zero}) / ${group}`, perWeight, null),
        step('memory', `${show(params)} · ${show(perWeight)} / 8`, value, 'B'),
      ],
    };
  },
});

export const speculativeSpeedup = defineFormula({
  id: 'speculative-speedup',
  title: 'How many times faster speculative decoding is',
  inputs: [
    share('acceptance', 'chance that a drafted token is accepted'),
    whole('draft-tokens', 'tokens drafted before a pass', { max: 1000 }),
    share('cost', 'time of a draft step, as a share of a pass of the large model'),
  ],
  unit: null,
  source: {
    ...SOURCES.speculative,
    section: '3.3, theorem 3.8',
    note: 'Checking all drafted tokens takes as long as one step, so memory-bound decode. Below 1 it is slower.',
  },
  evaluate: ({ acceptance, 'draft-tokens': drafted, cost }) => {
    const tokens = acceptance === 1 ? drafted + 1 : (1 - acceptance ** (drafted + 1)) / (1 - acceptance);
    const time = drafted * cost + 1;
    const value = tokens / time;
    return {
      value,
      steps: [
        step(
          'tokens of a round',
          `(1 − ${show(acceptance)}^${drafted + 1}) / (1 − ${show(acceptance)})`,
          tokens,
          null,
        ),
        step('time of a round', `${drafted} · ${show(cost)} + 1`, time, null),
        step('speed-up', `${show(tokens)} / ${show(time)}`, value, null),
      ],
    };
  },
});
