import { defineFormula, measure, oneOf, real, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { shareStep, show, step } from './working.ts';

const budget = measure('flops', 'training FLOPs to spend', 'FLOP', { max: 1e30 });
const ratio = real('tokens-per-param', 'training tokens for each parameter', { default: 20, max: 1e6 });

export const computeOptimalParams = defineFormula({
  id: 'compute-optimal-params',
  title: 'Parameters that spend a training budget best',
  inputs: [budget, ratio],
  unit: 'params',
  source: {
    ...SOURCES.chinchilla,
    section: '3.4, table 3',
    note: 'From FLOPs = 6 · parameters · tokens at a fixed ratio; about 20 is compute-optimal, serving pays for more.',
  },
  evaluate: ({ flops, 'tokens-per-param': r }) => {
    const value = Math.sqrt(flops / (6 * r));
    return { value, steps: [step('parameters', `√(${show(flops)} / (6 · ${show(r)}))`, value, 'params')] };
  },
});

export const computeOptimalTokens = defineFormula({
  id: 'compute-optimal-tokens',
  title: 'Training tokens that spend a budget best',
  inputs: [budget, ratio],
  unit: 'tokens',
  source: computeOptimalParams.source,
  evaluate: ({ flops, 'tokens-per-param': r }) => {
    const value = Math.sqrt((flops * r) / 6);
    return { value, steps: [step('tokens', `√(${show(flops)} · ${show(r)} / 6)`, value, 'tokens')] };
  },
});

export const chinchillaLoss = defineFormula({
  id: 'chinchilla-loss',
  title: 'Loss that the Chinchilla fit predicts',
  inputs: [
    measure('params', 'parameters', 'params'),
    measure('tokens', 'training tokens', 'tokens', { max: 1e18 }),
  ],
  unit: null,
  source: {
    ...SOURCES.chinchilla,
    section: 'D.3',
    // arXiv 2404.10102 refits the same data: 1.82 + 482/N^0.348 + 2085/D^0.366.
    note: '1.69 + 406.4/N^0.34 + 410.7/D^0.28, in nats. A replication (Besiroglu 2024) finds other constants.',
  },
  evaluate: ({ params, tokens }) => {
    const size = 406.4 / params ** 0.34;
    const data = 410.7 / tokens ** 0.28;
    const value = 1.69 + size + data;
    return {
      value,
      steps: [
        step('too few parameters', `406.4 / ${show(params)}^0.34`, size, null),
        step('too few tokens', `410.7 / ${show(tokens)}^0.28`, data, null),
        step('loss', `1.69 + ${show(size)} + ${show(data)}`, value, null),
      ],
    };
  },
});

export const textTokens = defineFormula({
  id: 'text-tokens',
  title: 'Tokens of a text',
  inputs: [
    real('words', 'words of the text', { max: 1e18 }),
    real('fertility', 'tokens for a word on average', { min: 0.01, max: 1000 }),
  ],
  unit: 'tokens',
  source: {
    ...SOURCES.petrov,
    section: null,
    note: 'Fertility is measured on text like it: another language or script has another one.',
  },
  evaluate: ({ words, fertility }) => {
    const value = words * fertility;
    return { value, steps: [step('tokens', `${show(words)} · ${show(fertility)}`, value, 'tokens')] };
  },
});

export const embeddingShare = defineFormula({
  id: 'embedding-share',
  title: 'Share of the parameters that the vocabulary takes',
  inputs: [
    whole('vocab', 'entries of the vocabulary', { max: 1e9 }),
    whole('d-model', 'width of the residual stream'),
    measure('body', 'all other parameters', 'params'),
    oneOf('tied', 'whether input and output share their matrix', ['no', 'yes'], 'no'),
  ],
  unit: null,
  source: {
    ...SOURCES.gemma,
    section: 'table 2',
    note: 'The input embedding, and the output matrix unless it is the same.',
  },
  evaluate: ({ vocab, 'd-model': d, body, tied }) => {
    const matrices = tied === 'yes' ? 1 : 2;
    const embedding = matrices * vocab * d;
    const value = embedding / (embedding + body);
    return {
      value,
      steps: [
        step('vocabulary', `${matrices} · ${show(vocab)} · ${show(d)}`, embedding, 'params'),
        shareStep('share', `${show(embedding)} / (${show(embedding)} + ${show(body)})`, value),
      ],
    };
  },
});
