// What choosing a session's questions costs, from many items.
import { bundled } from '../bundled.js';

/** @type {typeof import('./picks.ts')} */
const { measurePicks } = await bundled('tests/bench/picks.ts');
measurePicks(console.log);
