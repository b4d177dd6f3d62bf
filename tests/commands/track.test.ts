import { expect, it } from 'vitest';
import { freshHome, inside, jsonOf } from './inside.ts';

it('the loop is that of the track told to setup, unless another is named', async () => {
  const home = freshHome();
  const ids = async (...words: string[]) => {
    const { rounds } = (await jsonOf(words, { home })) as { rounds: { id: string }[] };
    return rounds.map(({ id }) => id);
  };
  const engineering = await ids('process');
  await inside(['setup', '--track', 'research'], { home });
  const research = await ids('process');
  expect(research).toContain('paper-discussion');
  expect(engineering).not.toContain('paper-discussion');
  expect(await ids('rounds')).toEqual(research);
  expect(await ids('checklist')).toContain('paper-discussion');
  expect(await ids('process', '--track', 'engineering')).toEqual(engineering);
});
