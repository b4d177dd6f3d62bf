// Prints the question bank's figures: `npm run figures [-- TOPIC…]`. With topics, also the cards that are taller than
// a screen of 80 × 24.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv.slice(2);

const aside = mkdtempSync(join(tmpdir(), 'bank-'));
const build = await rolldown({ cwd: root, input: 'tests/bank/print.ts', platform: 'node' });
await build.write({ dir: aside, format: 'cjs', exports: 'named', entryFileNames: '[name].cjs' });
await build.close();
/** @type {typeof import('./print.ts')} */
const { print } = createRequire(import.meta.url)(join(aside, 'print.cjs'));
rmSync(aside, { recursive: true });

/** @param {string} path */
const read = (path) => readFileSync(join(root, 'data', path), 'utf8');
const files = readdirSync(join(root, 'data/questions'))
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.yaml$/, '')))
  .map((name) => ({ name, text: read(`questions/${name}`) }));
console.log(print(files, read('sources.yaml'), wanted.length > 0));
