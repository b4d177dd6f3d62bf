// Plays the coach's rule and others on simulated learners: `npm run simulate [-- --learners N --seed N]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const root = fileURLToPath(new URL('../../../', import.meta.url));
const aside = mkdtempSync(join(tmpdir(), 'simulation-'));
const build = await rolldown({ cwd: root, input: 'tests/bench/simulation/grid.ts', platform: 'node' });
await build.write({ dir: aside, format: 'cjs', exports: 'named', entryFileNames: '[name].cjs' });
await build.close();
/** @type {typeof import('./grid.ts')} */
const { playGrid } = createRequire(import.meta.url)(join(aside, 'grid.cjs'));
rmSync(aside, { recursive: true });
playGrid(Number(values.learners), Number(values.seed), console.log);
