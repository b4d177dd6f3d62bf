import { defineFormula, share, whole } from './formula.ts';
import { SOURCES } from './sources.ts';
import { shareStep, show } from './working.ts';

export const passAtK = defineFormula({
  id: 'pass-at-k',
  title: 'Unbiased estimate of pass@k',
  inputs: [
    whole('n', 'samples drawn'),
    whole('c', 'samples that pass', { min: 0 }),
    whole('k', 'samples that are allowed'),
  ],
  unit: null,
  source: {
    ...SOURCES.codex,
    section: '2.1, equation 1',
    note: 'Of one problem; a benchmark averages over its problems. 1 − (1 − c/n)^k is biased low.',
  },
  conflict: ({ n, c, k }) => {
    if (c > n) return 'No more samples can pass than are drawn: c is at most n.';
    return k > n ? 'It takes at least k samples: k is at most n.' : null;
  },
  evaluate: ({ n, c, k }) => {
    const wrong = n - c;
    const expression = `1 − C(${show(wrong)}, ${show(k)}) / C(${show(n)}, ${show(k)})`;
    // Factor by factor, as the binomials themselves overflow.
    let allWrong = 1;
    for (let i = wrong + 1; i <= n && allWrong > 0; i += 1) allWrong *= Math.max(0, 1 - k / i);
    const value = wrong < k ? 1 : 1 - allWrong;
    return { value, steps: [shareStep(`pass@${show(k)}`, expression, value)] };
  },
});

export const accuracyError = defineFormula({
  id: 'accuracy-error',
  title: 'Standard error of an accuracy',
  inputs: [
    share('accuracy', 'share that is right'),
    whole('questions', 'independent questions', { max: 1e12 }),
  ],
  unit: null,
  source: {
    ...SOURCES.errorBars,
    section: '2.1',
    note: 'Of one run on independent questions. Two models on the same questions are compared pair by pair instead.',
  },
  evaluate: ({ accuracy: p, questions }) => {
    const value = Math.sqrt((p * (1 - p)) / questions);
    const expression = `√(${show(p)} · (1 − ${show(p)}) / ${show(questions)})`;
    return { value, steps: [shareStep('standard error', expression, value)] };
  },
});
