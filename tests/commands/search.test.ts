import { expect, it } from 'vitest';
import { jsonOf, linesOf } from './inside.ts';

it('finds formulas, and says how to call each', async () => {
  const text = (await linesOf(['search', 'minhash error'])).join('\n');
  expect(text).toMatch(/formula: mistral-prep calc minhash-error/);
  const { hits } = (await jsonOf(['search', 'pipeline bubble'])) as { hits: { type: string; id: string }[] };
  expect(hits).toContainEqual(expect.objectContaining({ type: 'formula', id: 'pipeline-bubble' }));
});

it('where nothing fits, it says how to look in the questions, for words that a shell leaves alone', async () => {
  const shown = async (words: string) => (await linesOf(['search', words])).join('\n');
  expect(await shown('qqqq')).toContain('mistral-prep export markdown | grep -i qqqq');
  expect(await shown('qqqq zzzz')).toContain('grep -i "qqqq zzzz"');
  expect(await shown('qqqq;$(x)')).not.toContain('grep');
});

it('the help says what is searched', async () => {
  expect((await linesOf(['search', '--help'])).join(' ').replace(/\s+/g, ' ')).toMatch(
    /formulas; not in the questions/,
  );
});
