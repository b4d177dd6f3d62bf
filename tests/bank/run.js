// Prints the question bank's figures: `npm run figures [-- TOPIC…]`. With topics, also the cards that are taller than
// a screen of 80 × 24.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from '../bundled.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv.slice(2);

/** @type {typeof import('./print.ts')} */
const { print } = await bundled('tests/bank/print.ts');

/** @param {string} path */
const read = (path) => readFileSync(join(root, 'data', path), 'utf8');
const files = readdirSync(join(root, 'data/questions'))
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.yaml$/, '')))
  .map((name) => ({ name, text: read(`questions/${name}`) }));
console.log(print(files, read('sources.yaml'), wanted.length > 0));
