import { defineFormula, measure, real, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { show, step } from './working.ts';

export const clusterMtbf = defineFormula({
  id: 'cluster-mtbf',
  title: 'Mean time between failures of a job on many GPUs',
  inputs: [
    measure('gpu-mtbf', 'mean time between failures that one GPU brings to the job', 's'),
    whole('gpus', 'GPUs that must all be up'),
  ],
  unit: 's',
  source: {
    ...SOURCES.llama3,
    section: '3.3.4',
    note: 'Independent failures, any of which stops the job: the rates add up.',
  },
  evaluate: ({ 'gpu-mtbf': one, gpus }) => {
    const value = one / gpus;
    return { value, steps: [step('of the job', `${show(one)} s / ${show(gpus)}`, value, 's')] };
  },
});

export const checkpointInterval = defineFormula({
  id: 'checkpoint-interval',
  title: 'How often to save a checkpoint',
  inputs: [
    measure('save', 'time that training stands still to save', 's', { min: 1e-6 }),
    measure('mtbf', 'mean time between failures of the job', 's'),
  ],
  unit: 's',
  source: {
    ...SOURCES.young,
    section: null,
    note: "Young's first-order optimum, √(2 · save · MTBF): good while saving is short against the MTBF.",
  },
  evaluate: ({ save, mtbf }) => {
    const value = Math.sqrt(2 * save * mtbf);
    return { value, steps: [step('interval', `√(2 · ${show(save)} s · ${show(mtbf)} s)`, value, 's')] };
  },
});

export const replicas = defineFormula({
  id: 'replicas',
  title: 'Replicas that carry a load',
  inputs: [
    measure('load', 'tokens a second at the peak', 'tokens/s'),
    measure('throughput', 'tokens a second of a replica within its latency target', 'tokens/s'),
    share('utilisation', 'share of it that is planned for', 1e-6),
  ],
  unit: null,
  source: {
    ...SOURCES.sreCapacity,
    section: null,
    note: 'Rounded up. A spare for failures comes on top.',
  },
  evaluate: ({ load, throughput, utilisation }) => {
    const exact = load / (throughput * utilisation);
    const value = Math.ceil(Number(exact.toPrecision(12)));
    return {
      value,
      steps: [
        step('exactly', `${show(load)} / (${show(throughput)} · ${show(utilisation)})`, exact, null),
        step('replicas', `⌈${show(exact)}⌉`, value, null),
      ],
    };
  },
});

export const costPerMillion = defineFormula({
  id: 'cost-per-million',
  title: 'Price of a million tokens on rented GPUs',
  inputs: [
    real('price', 'of a GPU for an hour, in any currency', { max: 1e6 }),
    whole('gpus', 'GPUs of a replica'),
    measure('throughput', 'tokens a second of the replica', 'tokens/s'),
    share('utilisation', 'share of the time that it is busy', 1e-6),
  ],
  unit: null,
  source: {
    ...SOURCES.scalingBookInference,
    section: null,
    note: 'The GPUs alone, in the currency of the price.',
  },
  evaluate: ({ price, gpus, throughput, utilisation }) => {
    const perHour = throughput * utilisation * 3600;
    const value = (price * gpus * 1e6) / perHour;
    return {
      value,
      steps: [
        step('tokens an hour', `${show(throughput)} · ${show(utilisation)} · 3,600`, perHour, 'tokens'),
        step('a million', `${show(price)} · ${gpus} · 1,000,000 / ${show(perHour)}`, value, null),
      ],
    };
  },
});
