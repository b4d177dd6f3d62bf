// Plays the coach's rule and others on simulated learners: `npm run simulate [-- --learners N --seed N]`.
import { parseArgs } from 'node:util';
import { bundled } from '../../bundled.js';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
/** @type {typeof import('./grid.ts')} */
const { playGrid } = await bundled('tests/bench/simulation/grid.ts');
playGrid(Number(values.learners), Number(values.seed), console.log);
