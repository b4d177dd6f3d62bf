import { fitShares, likeliestFit } from '../../../src/memory/fit.ts';
import type { Cell } from './learner.ts';
import * as policies from './policies.ts';
import { type PolicyMaker, play } from './simulate.ts';

const POLICIES: ReadonlyMap<string, PolicyMaker> = new Map([
  ['SM-2', policies.sm2],
  ['FSRS 0.9', policies.fsrsAt09(false)],
  ['FSRS 0.9 by priority', policies.fsrsAt09(true)],
  ['Leitner by priority', policies.leitner],
  ['likeliest forgotten', policies.likeliestForgotten],
  ['coach, no fit', policies.coach(null)],
  ['coach', policies.coach((answers) => likeliestFit(fitShares(answers)))],
  ['oracle', policies.oracle],
]);
const COMPARED = { coach: 'coach', bar: 'FSRS 0.9 by priority', floor: 'FSRS 0.9' };

const MODELS = ['fsrs', 'act-r', 'dash', 'half-life'] as const;
const WEIGHTS = ['bundle', 'steep', 'equal'] as const;
const TIMES = [7, 21, 45].flatMap((days) => [20, 40].map((minutes) => ({ days, minutes })));

/** The rows of the table, with the cells that each is averaged over. */
function rows(): { row: string; cells: Cell[] }[] {
  return MODELS.flatMap((model) =>
    TIMES.map(({ days, minutes }) => ({
      row: `${model}, ${days} days of ${minutes} minutes`,
      cells: WEIGHTS.flatMap((weights) =>
        [0, 1 / 3].map((known) => ({ model, days, minutes, known, weights })),
      ),
    })),
  );
}

/** By policy, weighted recall on the day, the mean of so many learners. */
function meansOf(cell: Cell, learners: number, seed: number): Map<string, number> {
  const means = new Map<string, number>();
  for (const [name, make] of POLICIES) {
    let sum = 0;
    for (let n = 0; n < learners; n++) sum += play(cell, seed * 1_000_003 + n, make);
    means.set(name, sum / learners);
  }
  return means;
}

/**
 * Plays every policy on every cell of the grid and prints weighted recall at the interview, in per cent, as a table in
 * Markdown: by model and time, over the weights and over what was known before.
 * @param learners in each cell; every policy meets the same ones
 */
export function playGrid(learners: number, seed: number, print: (line: string) => void): void {
  const names = [...POLICIES.keys()];
  const line = (label: string, means: readonly number[]) =>
    print(`| ${label} | ${means.map((mean) => (100 * mean).toFixed(1)).join(' | ')} |`);
  print(`| | ${names.join(' | ')} |`);
  print(`|---|${names.map(() => '--:').join('|')}|`);

  const all: { cell: Cell; means: Map<string, number> }[] = [];
  for (const { row, cells } of rows()) {
    for (const cell of cells) all.push({ cell, means: meansOf(cell, learners, seed) });
    line(row, averages(all.slice(-cells.length), names));
  }
  for (const weights of WEIGHTS) {
    const some = all.filter(({ cell }) => cell.weights === weights);
    line(`**weights: ${weights}**`, averages(some, names));
  }
  for (const model of MODELS) {
    const some = all.filter(({ cell }) => cell.model === model);
    line(`**${model}**`, averages(some, names));
  }
  line('**all**', averages(all, names));

  const [coach, bar] = averages(all, [COMPARED.coach, COMPARED.bar]);
  print('');
  print(`The coach against ${COMPARED.bar}: ${((coach ?? 0) / (bar ?? 1)).toFixed(3)} ×.`);
  for (const other of [COMPARED.floor, COMPARED.bar]) {
    const ratios = all.map(({ cell, means }) => ({
      cell,
      ratio: (means.get(COMPARED.coach) ?? 0) / (means.get(other) ?? 1),
    }));
    const worst = ratios.reduce((a, b) => (b.ratio < a.ratio ? b : a));
    const below = ratios.filter(({ ratio }) => ratio < 1).length;
    print(
      `Its worst cell against ${other}: ${worst.ratio.toFixed(3)} × (${Object.values(worst.cell).join(', ')}); below it in ${below} of ${all.length}.`,
    );
  }
}

function averages(
  cells: readonly { means: ReadonlyMap<string, number> }[],
  names: readonly string[],
): number[] {
  return names.map(
    (name) => cells.reduce((sum, { means }) => sum + (means.get(name) ?? 0), 0) / cells.length,
  );
}
