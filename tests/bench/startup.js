// Start-up of the built program as ratios to `node -e 0`, both measured in one run, turn by turn.
// Prints the median and quartiles of 20 after three warm-ups, over a journal of 500 answers to 200 questions, with the
// last round 45 days ahead.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerLines, bankIds } from './journal.js';
import { median, quantile } from './statistics.js';

const WARM_UPS = 3;
const RUNS = 20;
const PROGRAM = fileURLToPath(new URL('../../bin/mistral-prep.js', import.meta.url));

/** What is measured, and the ratio it should stay under. */
const ROWS = [
  { words: ['--version'], bar: 1.3 },
  { words: ['--help'], bar: 1.4 },
  { words: ['process'], bar: 1.4 },
  { words: ['rounds', 'design'], bar: 1.4 },
  { words: ['checklist'], bar: 1.4 },
  { words: ['topics'], bar: 1.4 },
  { words: ['comp'], bar: 1.4 },
  { words: ['comp', '--json'], bar: 1.4 },
  { words: ['faq'], bar: 1.4 },
  { words: ['company'], bar: 1.4 },
  { words: [], bar: 1.9 },
  { words: ['today'], bar: 1.9 },
  { words: ['priorities'], bar: 1.9 },
  { words: ['progress'], bar: 1.9 },
  { words: ['search', 'kv cache'], bar: 2 },
  { words: ['plan'], bar: 4 },
];

const home = mkdtempSync(join(tmpdir(), 'mistral-prep-bench-'));
const NOW = '2026-11-02T18:00:00Z';
const env = { ...process.env, MISTRAL_PREP_HOME: home, MISTRAL_PREP_NOW: NOW, NO_COLOR: '1' };
mkdirSync(join(home, 'journal'), { recursive: true });
const asked = bankIds()
  .filter((_, at) => at % 2 === 0)
  .slice(0, 200);
writeFileSync(join(home, 'journal', 'bench.jsonl'), answerLines(500, asked, Date.parse(NOW)));
for (const words of [
  ['setup', '--interview', '2026-12-17'],
  // As after any sitting: it leaves behind what was fitted to the learner.
  ['quiz', '--plain'],
]) {
  spawnSync(process.execPath, [PROGRAM, ...words], { env, stdio: 'ignore' });
}

console.log(
  `node ${process.version}, ${RUNS} runs each after ${WARM_UPS} warm-ups, interleaved with node -e 0\n`,
);
console.log('command                 ms   ratio  (quartiles)   bar');
let missed = 0;
for (const { words, bar } of ROWS) {
  const [empty = [], program = []] = measure([
    ['-e', '0'],
    [PROGRAM, ...words],
  ]);
  const ratio = (/** @type {number} */ q) => quantile(program, q) / median(empty);
  const middle = ratio(0.5);
  const isMissed = middle > bar;
  missed += Number(isMissed);
  console.log(
    `${(words.join(' ') || '(bare)').padEnd(20)} ${median(program).toFixed(0).padStart(5)}   ` +
      `${middle.toFixed(2)}   (${ratio(0.25).toFixed(2)}–${ratio(0.75).toFixed(2)})   ${bar}${isMissed ? '  missed' : ''}`,
  );
}
console.log(missed === 0 ? '\nevery bar is met' : `\n${missed} missed`);
rmSync(home, { recursive: true });

/**
 * Milliseconds of each run of each command, the commands taking turns.
 * @param {string[][]} commands arguments of node
 */
function measure(commands) {
  /** @type {number[][]} */
  const times = commands.map(() => []);
  for (let run = -WARM_UPS; run < RUNS; run++) {
    commands.forEach((args, i) => {
      const start = process.hrtime.bigint();
      const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
      if (run >= 0) times[i]?.push(ms);
    });
  }
  return times;
}
