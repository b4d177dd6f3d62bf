import { defineFormula, measure, oneOf, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { percent, shareStep, show, step } from './working.ts';

const params = measure('params', 'parameters, the active ones in a mixture of experts', 'params');
const tokens = measure('tokens', 'tokens trained on', 'tokens');
const gpus = whole('gpus', 'accelerators', { max: 1e7 });
const peak = measure(
  'peak',
  'peak rate of one accelerator in the precision used, without sparsity',
  'FLOP/s',
);

const rule = {
  ...SOURCES.scalingLaws,
  section: '2.1',
  note: '2 FLOP a parameter and token forward, 4 backward; the attention scores and recomputation are not counted.',
};

function work(n: number, d: number): { value: number; line: string } {
  const value = 6 * n * d;
  return { value, line: step('work', `6 · ${show(n)} · ${show(d)}`, value, 'FLOP') };
}

export const trainingFlops = defineFormula({
  id: 'training-flops',
  title: 'Work of a training run',
  inputs: [params, tokens],
  unit: 'FLOP',
  source: rule,
  evaluate: (given) => {
    const { value, line } = work(given.params, given.tokens);
    return { value, steps: [line] };
  },
});

export const trainingTime = defineFormula({
  id: 'training-time',
  title: 'Time of a training run',
  inputs: [params, tokens, gpus, peak, share('mfu', 'share of the peak that goes into the model', 0.0001)],
  unit: 's',
  source: { ...rule, note: `${rule.note} MFU is meant without recomputation as well.` },
  evaluate: (given) => {
    const total = work(given.params, given.tokens);
    const rate = given.gpus * given.peak * given.mfu;
    const value = total.value / rate;
    const rateExpression = `${show(given.gpus)} · ${show(given.peak)} FLOP/s · ${percent(given.mfu)}`;
    return {
      value,
      steps: [
        total.line,
        step('rate', rateExpression, rate, 'FLOP/s'),
        step('time', `${show(total.value)} FLOP / ${show(rate)} FLOP/s`, value, 's'),
      ],
    };
  },
});

export const mfu = defineFormula({
  id: 'mfu',
  title: 'Model FLOPs utilisation (MFU)',
  inputs: [
    measure('tokens-per-second', 'tokens trained on in a second, all accelerators together', 'tokens/s'),
    params,
    gpus,
    peak,
  ],
  unit: null,
  source: {
    ...SOURCES.palm,
    section: 'appendix B',
    note: 'By 6 FLOP a parameter and token. The paper adds 12 · layers · heads · head-dim · seq for attention.',
  },
  evaluate: (given) => {
    const used = 6 * given.params * given['tokens-per-second'];
    const available = given.gpus * given.peak;
    const value = used / available;
    const usedExpression = `6 · ${show(given.params)} · ${show(given['tokens-per-second'])} tokens/s`;
    return {
      value,
      steps: [
        step('used', usedExpression, used, 'FLOP/s'),
        step('available', `${show(given.gpus)} · ${show(given.peak)} FLOP/s`, available, 'FLOP/s'),
        shareStep('MFU', `${show(used)} / ${show(available)}`, value),
      ],
    };
  },
});

export const hfu = defineFormula({
  id: 'hfu',
  title: 'Hardware FLOPs utilisation (HFU)',
  inputs: [
    share('mfu', 'model FLOPs utilisation, without recomputation'),
    share('recomputed', 'share of the forward pass that is run again, 1 for full recomputation'),
  ],
  unit: null,
  source: {
    ...SOURCES.palm,
    section: '4.1 and appendix B',
    note: 'The backward pass is twice the forward pass. The work for recomputation is added, nothing else.',
  },
  conflict: ({ mfu: used, recomputed }) =>
    used * (1 + recomputed / 3) > 1 ? 'the hardware would do more than its peak.' : null,
  evaluate: ({ mfu: used, recomputed }) => {
    const factor = (3 + recomputed) / 3;
    const value = used * factor;
    return {
      value,
      steps: [
        step('work done over work of the model', `(3 + ${show(recomputed)}) / 3`, factor, null),
        shareStep('HFU', `${percent(used)} · ${show(factor)}`, value),
      ],
    };
  },
});

export const transformerFlops = defineFormula({
  id: 'transformer-flops',
  title: 'Work of a training step of a dense transformer, attention and vocabulary included',
  inputs: [
    whole('batch', 'sequences in the step', { max: 1e9 }),
    whole('seq', 'tokens in a sequence', { unit: 'tokens', max: 1e9 }),
    whole('layers', 'transformer layers', { max: 10_000 }),
    whole('d-model', 'width of the model'),
    whole('vocab', 'size of the vocabulary', { max: 1e7 }),
    oneOf('recompute', 'whether the forward pass of the layers is run twice', ['none', 'full'], 'none'),
  ],
  unit: 'FLOP',
  source: {
    ...SOURCES.megatron,
    section: '5.1, equation 3, and appendix',
    note: 'Matrix products only; MLP of width 4 · d-model, full heads for keys, scores not halved for the causal mask.',
  },
  evaluate: (given) => {
    const width = given['d-model'];
    const passes = given.recompute === 'full' ? 4 : 3;
    const tokensAll = given.batch * given.seq;
    const layer = 24 * width * width + 4 * given.seq * width;
    const body = passes * given.layers * layer;
    const head = 6 * width * given.vocab;
    const value = tokensAll * (body + head);
    return {
      value,
      steps: [
        step(
          'layer, forward, a token',
          `24 · ${show(width)}² + 4 · ${show(given.seq)} · ${show(width)}`,
          layer,
          'FLOP',
        ),
        step('layers', `${passes} · ${show(given.layers)} · ${show(layer)}`, body, 'FLOP'),
        step('output', `6 · ${show(width)} · ${show(given.vocab)}`, head, 'FLOP'),
        step('step', `${show(tokensAll)} · (${show(body)} + ${show(head)})`, value, 'FLOP'),
      ],
    };
  },
});
