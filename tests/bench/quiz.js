// The first card of `quiz`, seen through a pseudo-terminal, and how that grows with the bank and the journal: as
// ratios to `node -e 0` started the same way, turn by turn.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { answerLines, bankIds } from './journal.js';
import { median, quantile } from './statistics.js';

const WARM_UPS = 3;
const RUNS = 20;
const PROGRAM = fileURLToPath(new URL('../../bin/mistral-prep.js', import.meta.url));
/** Stands under every card, so the card is whole when it is seen. */
const LAST_KEY = /flag|tab commands/;

const root = mkdtempSync(join(tmpdir(), 'mistral-prep-bench-'));
const bundle = join(root, 'bundle');
writeBundle(bundle, 10_000);

const ROWS = [
  { name: 'first card, 500 events', events: 500, bundle: null, bar: 1.9 },
  { name: 'first card, 10,000 questions, 20,000 events', events: 20_000, bundle, bar: 2.5 },
  { name: 'first card, 100,000 events', events: 100_000, bundle: null, bar: 6 },
];

console.log(
  `node ${process.version}, ${RUNS} runs each after ${WARM_UPS} warm-ups, interleaved with node -e 0\n`,
);
for (const row of ROWS) {
  const home = join(root, `home-${row.events}`);
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(
    join(home, 'journal', 'bench.jsonl'),
    answerLines(row.events, row.bundle ? benchIds() : bankIds(), Date.now()),
  );
  const quiz = ['quiz', ...(row.bundle ? ['--bundle', row.bundle] : [])];
  // As after any sitting: it leaves behind what the next one need not replay.
  spawnSync(process.execPath, [PROGRAM, ...quiz, '--plain'], {
    env: { ...process.env, MISTRAL_PREP_HOME: home },
  });
  const words = [PROGRAM, ...quiz, '--no-timer'];
  /** @type {number[]} */
  const empty = [];
  /** @type {number[]} */
  const card = [];
  let memory = 0;
  for (let run = -WARM_UPS; run < RUNS; run++) {
    const [nothing, first] = [await timeToEnd(['-e', '0']), await timeToCard(words, home)];
    memory = Math.max(memory, first.kilobytes);
    if (run < 0) continue;
    empty.push(nothing);
    card.push(first.ms);
  }
  const ratio = (/** @type {number} */ q) => (quantile(card, q) / median(empty)).toFixed(2);
  const missed = Number(ratio(0.5)) > row.bar ? '  missed' : '';
  console.log(
    `${row.name.padEnd(46)} ${median(card).toFixed(0).padStart(5)} ms   ${ratio(0.5)} (${ratio(0.25)}–${ratio(0.75)})   ` +
      `bar ${row.bar}${missed}   ${Math.round(memory / 1024)} MB`,
  );
}
rmSync(root, { recursive: true });

/**
 * Milliseconds until the program ends by itself.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function timeToEnd(args) {
  return new Promise((resolve) => {
    const start = process.hrtime.bigint();
    const pty = spawn(process.execPath, args, { cols: 80, rows: 30 });
    pty.onExit(() => resolve(Number(process.hrtime.bigint() - start) / 1e6));
  });
}

/**
 * Milliseconds until a card stands on the screen, and the memory held then; the program is ended after that.
 * @param {string[]} args
 * @param {string} home
 * @returns {Promise<{ ms: number, kilobytes: number }>}
 */
function timeToCard(args, home) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const env = { ...process.env, MISTRAL_PREP_HOME: home };
    const pty = spawn(process.execPath, args, { cols: 80, rows: 40, env });
    let seen = '';
    let ms = 0;
    let kilobytes = 0;
    pty.onData((text) => {
      seen += text;
      if (ms !== 0 || !LAST_KEY.test(seen)) return;
      ms = Number(process.hrtime.bigint() - start) / 1e6;
      kilobytes = peakOf(pty.pid);
      pty.write('\u0003');
    });
    pty.onExit(() =>
      ms === 0 ? reject(new Error(`no card was seen:\n${seen}`)) : resolve({ ms, kilobytes }),
    );
  });
}

/** Of the bundle below. */
function benchIds() {
  return Array.from({ length: 10_000 }, (_, at) => `q-${at % 20}-${Math.floor(at / 20)}`);
}

/** @param {number} pid */
function peakOf(pid) {
  try {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * A bundle of many questions, in twenty topics.
 * @param {string} folder
 * @param {number} questions
 */
function writeBundle(folder, questions) {
  mkdirSync(join(folder, 'questions'), { recursive: true });
  const stated = 'layer: guide, sources: [s], as_of: 2026, confidence: high';
  const topics = Array.from({ length: 20 }, (_, i) => `topic-${i}`);
  const files = {
    'bundle.yaml': `format: 1\ncompany: Bench\nas_of: 2026\ntracks: []\nstages: [{ id: on, title: On }]\nlocations: []\nlevels: []\npriorities: [{ id: p, rank: 1, title: P, ${stated} }]\n`,
    'sources.yaml': 'sources: [{ id: s, title: S, as_of: 2026 }]\n',
    'rounds.yaml': `cycle: { weeks: { min: 1, max: 2 }, ${stated} }\nrounds: [{ id: r, title: R, stage: on, ${stated} }]\n`,
    'topics.yaml': `topics:\n${topics.map((id) => `  - { id: ${id}, title: ${id}, priority: p, rounds: [r], summary: x, layer: advice }\n`).join('')}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  for (const [i, topic] of topics.entries()) {
    const each = Array.from({ length: questions / topics.length }, (_, n) => {
      const id = `q-${i}-${n}`;
      const prompt = `Which of these stands for ${id}, in a sentence as long as a usual one has to be, with some more words?`;
      const options = ['a', 'b', 'c']
        .map((key) => `{ id: ${key}, text: option ${key} of ${id}, why: not it }`)
        .join(', ');
      return `  - { id: ${id}, kind: choice, difficulty: 2, seconds: 30, prompt: "${prompt}", options: [${options}], answer: a, explanation: since it is, sources: [s] }\n`;
    });
    writeFileSync(
      join(folder, 'questions', `${topic}.yaml`),
      `topic: ${topic}\nquestions:\n${each.join('')}`,
    );
  }
}
