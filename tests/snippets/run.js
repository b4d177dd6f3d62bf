// Runs the code that stands in the question bank: `npm run snippets [-- ID…]`.
//
// A question with a block of code has a check, `tests/snippets/<id>.py`, `.rs` or `.cpp`. The blocks are written beside
// a copy of it as `prompt.py`, `prompt_2.py`, `model.py`, `explanation.py` and so on, just as they stand in the bank, so
// that the check imports, includes or runs them; `question.json` holds the whole question. Exit 0 is right.
//
// It needs Python 3 with NumPy and PyTorch (the one of `PYTHON`, or `python3`), rustc and g++.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';

const here = fileURLToPath(new URL('.', import.meta.url));
const bank = fileURLToPath(new URL('../../data/questions', import.meta.url));
const PYTHON = process.env.PYTHON ?? 'python3';
/** @type {Readonly<Record<string, string>>} */
const EXTENSIONS = { python: 'py', py: 'py', rust: 'rs', rs: 'rs', cpp: 'cpp', 'c++': 'cpp' };
const FENCE = /^[ \t]*```([\w+]*)[ \t]*\n([\s\S]*?)^[ \t]*```/gm;
const SECONDS = 120;

const questions = new Map(
  readdirSync(bank)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseYaml(readFileSync(join(bank, name), 'utf8')).questions ?? [])
    .map((question) => [question.id, question]),
);

/**
 * Writes the blocks of code of a text as `<name>.<ext>`, `<name>_2.<ext>` …
 *
 * @param {string} folder
 * @param {string} name
 * @param {string | undefined} text
 * @param {string} fallback the extension of a block that names no language
 */
function writeBlocks(folder, name, text, fallback) {
  let count = 0;
  for (const [, language = '', code = ''] of (text ?? '').matchAll(FENCE)) {
    count += 1;
    const extension = language === '' ? fallback : (EXTENSIONS[language] ?? language);
    writeFileSync(join(folder, `${name}${count === 1 ? '' : `_${count}`}.${extension}`), code);
  }
}

/**
 * The commands that check a file, one after the other.
 *
 * @param {string} extension
 * @returns {[command: string, words: string[]][]}
 */
function commandsFor(extension) {
  switch (extension) {
    case 'py':
      return [[PYTHON, ['check.py']]];
    case 'rs':
      return [
        ['rustc', ['--edition', '2021', '-A', 'warnings', '-O', '-o', 'check', 'check.rs']],
        ['./check', []],
      ];
    default:
      return [
        ['g++', ['-std=c++20', '-O1', '-pthread', '-o', 'check', 'check.cpp']],
        ['./check', []],
      ];
  }
}

/**
 * What was wrong; null where the check ran through.
 *
 * @param {string} file
 */
function check(file) {
  const { name: id, ext } = parse(file);
  const extension = ext.slice(1);
  const question = questions.get(id);
  if (question === undefined) return 'there is no such question';
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    for (const key of ['prompt', 'model', 'explanation']) writeBlocks(folder, key, question[key], extension);
    writeFileSync(join(folder, 'question.json'), JSON.stringify(question));
    copyFileSync(join(here, file), join(folder, `check${ext}`));
    cpSync(join(here, 'lib'), join(folder, 'lib'), { recursive: true });
    const env = {
      ...process.env,
      PYTHONPATH: `${folder}:${join(folder, 'lib')}`,
      PYTHONDONTWRITEBYTECODE: '1',
    };
    for (const [command, words] of commandsFor(extension)) {
      const run = spawnSync(command, words, { cwd: folder, env, timeout: SECONDS * 1000, encoding: 'utf8' });
      if (run.error) return `${command}: ${run.error.message}`;
      if (run.status !== 0)
        return `${run.stdout}${run.stderr}`.trim() || `${command} ended with ${run.status}`;
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => /\.(py|rs|cpp)$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.includes(parse(name).name));
let failed = 0;
for (const file of files) {
  const wrong = check(file);
  if (wrong === null) continue;
  failed += 1;
  console.log(`✘ ${file}\n${wrong}\n`);
}
console.log(`${files.length - failed} of ${files.length} snippets are as the bank says`);
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0;
