import { expect, test } from 'vitest';
import type { QuizCard } from '../../src/commands/quiz/face.ts';
import { plainFace } from '../../src/commands/quiz/plain-face.ts';
import { createTheme } from '../../src/terminal/theme.ts';

const CARD: QuizCard = {
  id: 'q',
  kind: 'numeric',
  topic: { id: 'moe', title: 'MoE' },
  difficulty: 1,
  number: 1,
  of: 2,
  presented: { prompt: 'How long?', options: null, unit: 's', inputs: {} },
  how: 'A number in s.',
  hints: [],
  hintsLeft: 1,
  editor: false,
  isRepeat: false,
  wasShown: false,
  isExam: false,
  endsAt: null,
};

/** What the face says when a question is asked and these lines are typed. */
async function asked(changes: Partial<QuizCard>, ...lines: string[]): Promise<string> {
  let said = '';
  const face = plainFace(
    (text) => {
      said += text;
    },
    { next: async () => lines.shift() ?? null, close: () => undefined },
    { width: 200, theme: createTheme(0) },
  );
  const card = { ...CARD, ...changes };
  const reply = await face.ask(card);
  if (reply.type === 'hint') face.hint(card, card.hints.length, null);
  return said;
}

test('says the unit once', async () => {
  expect(await asked({})).toBe('Question 1 of 2 · MoE\nHow long?\nA number in s. :help for commands.\n> ');
});

test('says that what was shown and taken back counts as hard', async () => {
  expect(await asked({ wasShown: true })).toContain('You have seen the solution');
  expect(await asked({})).not.toContain('You have seen');
});

test('offers a hint only where there is one left', async () => {
  expect(await asked({}, ':help')).toContain('Commands: :hint :skip');
  expect(await asked({ hintsLeft: 0 }, ':help')).toContain('Commands: :skip');
  expect(await asked({ isExam: true }, ':help')).toContain('Commands: :skip');
});

test('says whether the last hint was given or there never was one', async () => {
  expect(await asked({ hintsLeft: 0 }, ':hint')).toContain('There is no hint to this one.');
  expect(await asked({ hints: ['Think.'], hintsLeft: 0 }, ':hint')).toContain('No more hints.');
});
