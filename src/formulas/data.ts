import { defineFormula, measure, real, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { shareStep, show, step } from './working.ts';

export const lshProbability = defineFormula({
  id: 'lsh-probability',
  title: 'Chance that two documents meet in a band of MinHash LSH',
  inputs: [
    share('similarity', 'Jaccard similarity of their shingles'),
    whole('bands', 'bands of the signature', { max: 100_000 }),
    whole('rows', 'hashes in a band', { max: 100_000 }),
  ],
  unit: null,
  source: {
    ...SOURCES.massiveDatasets,
    section: '3.4.2',
    note: 'The chance of becoming a candidate pair; half-way near a similarity of (1/bands)^(1/rows).',
  },
  evaluate: ({ similarity, bands, rows }) => {
    const band = similarity ** rows;
    // Through logarithms: 1 − (1 − tiny)^b keeps its digits.
    const value = -Math.expm1(bands * Math.log1p(-band));
    return {
      value,
      steps: [
        step('a band agrees', `${show(similarity)}^${rows}`, band, null),
        shareStep('any of them does', `1 − (1 − ${show(band)})^${bands}`, value),
      ],
    };
  },
});

export const lshThreshold = defineFormula({
  id: 'lsh-threshold',
  title: 'Similarity at which MinHash LSH turns from no to yes',
  inputs: [
    whole('bands', 'bands of the signature', { max: 100_000 }),
    whole('rows', 'hashes in a band', { max: 100_000 }),
  ],
  unit: null,
  source: {
    ...SOURCES.massiveDatasets,
    section: '3.4.2',
    note: 'Where the curve is steepest, about; the chance there is 1 − 1/e or a little more.',
  },
  evaluate: ({ bands, rows }) => {
    const value = (1 / bands) ** (1 / rows);
    return { value, steps: [step('threshold', `(1/${bands})^(1/${rows})`, value, null)] };
  },
});

export const minhashError = defineFormula({
  id: 'minhash-error',
  title: 'Standard error of a similarity estimated by MinHash',
  inputs: [
    share('similarity', 'Jaccard similarity of their shingles'),
    whole('hashes', 'independent hashes of the signature', { max: 1e9 }),
  ],
  unit: null,
  source: {
    ...SOURCES.massiveDatasets,
    section: '3.3.3',
    note: 'Each hash agrees with the chance of the similarity, so their share is a binomial mean.',
  },
  evaluate: ({ similarity: s, hashes }) => {
    const value = Math.sqrt((s * (1 - s)) / hashes);
    const expression = `√(${show(s)} · (1 − ${show(s)}) / ${show(hashes)})`;
    return { value, steps: [step('standard error', expression, value, null)] };
  },
});

export const temperatureShare = defineFormula({
  id: 'temperature-share',
  title: 'Share of a language in the mix under temperature sampling',
  inputs: [
    measure('size', 'tokens of the language', 'tokens', { max: 1e18 }),
    measure('other-size', 'tokens of each other language', 'tokens', { max: 1e18 }),
    whole('others', 'other languages, all of that size', { max: 100_000 }),
    share('alpha', 'exponent of the sizes: 1 proportional, 0 uniform'),
  ],
  unit: null,
  source: {
    ...SOURCES.xlmr,
    section: '3, 5.1',
    note: 'Shares are proportional to size^alpha, as a temperature of 1/alpha makes them.',
  },
  evaluate: ({ size, 'other-size': other, others, alpha }) => {
    const ratio = (other / size) ** alpha;
    const value = 1 / (1 + others * ratio);
    return {
      value,
      steps: [
        step('another against it', `(${show(other)} / ${show(size)})^${show(alpha)}`, ratio, null),
        shareStep('share', `1 / (1 + ${others} · ${show(ratio)})`, value),
      ],
    };
  },
});

export const unimaxTokens = defineFormula({
  id: 'unimax-tokens',
  title: 'Training tokens that UniMax gives a language',
  inputs: [
    measure('budget', 'training tokens left to give out', 'tokens', { max: 1e18 }),
    whole('languages', 'languages that are at least as large, this one included', { max: 100_000 }),
    measure('size', 'tokens of the language', 'tokens', { max: 1e18 }),
    real('epochs', 'times that its text may be seen at most', { min: 0.01, max: 1000 }),
  ],
  unit: 'tokens',
  source: {
    ...SOURCES.unimax,
    section: '3',
    note: 'From the smallest language up: an even share, or as many epochs as are allowed; the rest is passed on.',
  },
  evaluate: ({ budget, languages, size, epochs }) => {
    const even = budget / languages;
    const most = size * epochs;
    const value = Math.min(even, most);
    return {
      value,
      steps: [
        step('an even share', `${show(budget)} / ${languages}`, even, 'tokens'),
        step('at most', `${show(size)} · ${show(epochs)}`, most, 'tokens'),
        step('given', `min(${show(even)}, ${show(most)})`, value, 'tokens'),
      ],
    };
  },
});
