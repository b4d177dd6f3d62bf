import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerLines, bankIds } from '../bench/journal.js';
import { freshHome, inside, jsonOf } from './inside.ts';

const NOW = Date.parse('2026-10-19T09:00:00.000Z');

it('how ready one is after a sitting is what today then says, though its answers have moved the parameters', async () => {
  const home = freshHome();
  mkdirSync(join(home, 'journal'), { recursive: true });
  // One answer fewer than the parameters are fitted to.
  writeFileSync(join(home, 'journal', 'bench.jsonl'), answerLines(29, bankIds().slice(0, 14), NOW));
  const overall = async () =>
    ((await jsonOf(['today'], { home })) as { readiness: { overall: number } }).readiness.overall;
  const first = await overall();
  const sit = async (...words: string[]) => {
    const input = '{"answer":"a"}\n'.repeat(3);
    const { stdout } = await inside(
      ['quiz', '--json', '--kind', 'choice', '--seed', '1', '--count', '3', ...words],
      { home, input },
    );
    const summary = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(summary).toMatchObject({ type: 'summary', asked: 3 });
    return summary.readiness;
  };
  expect(await sit('--no-save')).toMatchObject({ before: first, after: first });
  const { before, after } = await sit();
  expect(before).toBe(first);
  expect(after).not.toBe(first);
  expect(after).toBe(await overall());
});
