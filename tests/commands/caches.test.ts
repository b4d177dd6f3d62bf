import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerLines, bankIds } from '../bench/journal.js';
import { freshHome, inside, jsonOf } from './inside.ts';

const NOW = Date.parse('2026-10-19T09:00:00.000Z');

/** A home whose journal holds so many answers to a few questions. */
function studied(answers: number): string {
  const home = freshHome();
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(join(home, 'journal', 'bench.jsonl'), answerLines(answers, bankIds().slice(0, 50), NOW));
  return home;
}

it('a cache that is deleted changes no answer', async () => {
  const home = studied(450);
  await inside(['quiz', '--plain'], { home });
  const said = async () => [await jsonOf(['today'], { home }), await jsonOf(['progress'], { home })];
  const warm = await said();
  rmSync(join(home, 'cache'), { recursive: true });
  expect(await said()).toEqual(warm);
});
