import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Filters } from '../../src/coach/choose.ts';
import type { Progress } from '../../src/coach/progress.ts';
import { type Supply, type Wished, whyNothing } from '../../src/commands/quiz/nothing.ts';
import { freshHome, inside } from './inside.ts';

const ALL: Filters = { topics: null, rounds: null, difficulties: null, kinds: null };
const WISHED: Wished = { words: {}, filters: ALL, mode: 'coach', minutes: null };
const commands = (wished: Partial<Wished>, supply: Partial<Supply>) => {
  const { why, ways } = whyNothing(
    { ...WISHED, ...wished },
    { fitting: () => ({ open: [], resting: [], aside: [] }), asked: () => 0, ...supply },
  );
  return [why, ...ways.map(({ command }) => command)];
};

test('no question fits: what to leave out, and only where that asks something', () => {
  const words = { topic: ['KV cache', 'moe'], difficulty: [1], kind: ['multi'] };
  const filters = { ...ALL, topics: new Set(['moe']), difficulties: new Set([1]), kinds: new Set(['multi']) };
  const asked: Supply['asked'] = (_, { kinds, difficulties }) => (kinds && difficulties ? 0 : 3);
  expect(commands({ words, filters, minutes: 15, mode: 'new' }, { asked })).toEqual([
    'No question fits --topic "KV cache" moe --difficulty 1 --kind multi.',
    'mistral-prep quiz --topic "KV cache" moe --kind multi --mode new --minutes 15',
    'mistral-prep quiz --topic "KV cache" moe --difficulty 1 --mode new --minutes 15',
  ]);
  const nowhere: Supply['asked'] = (_, left) => (left.kinds || left.difficulties || left.topics ? 0 : 9);
  expect(commands({ words, filters }, { asked: nowhere }).slice(1)).toEqual(['mistral-prep quiz']);
  expect(commands({}, {})).toEqual(['The bundle has no questions.']);
});

test('all that fit are set aside', () => {
  const fitting = () => ({ open: [], resting: [], aside: ['a', 'b'] });
  expect(commands({}, { fitting })).toEqual([
    '2 questions fit, and all are set aside.',
    'mistral-prep quiz --unsuspend a',
  ]);
});

test('questions fit and none is for now: the first way that asks something', () => {
  const fitting = () => ({ open: ['a', 'b'], resting: [], aside: [] });
  const words = { topic: ['moe'] };
  const one = { fitting: () => ({ open: ['a'], resting: [], aside: [] }) };
  expect(commands({ words, mode: 'due' }, { fitting, asked: () => 2 })).toEqual([
    'Of the 2 questions that fit none is due now.',
    'mistral-prep quiz --topic moe',
  ]);
  expect(commands({ words, mode: 'weak' }, { ...one, asked: (mode) => (mode === 'cram' ? 1 : 0) })).toEqual([
    'The one question that fits is not known to be weak.',
    'mistral-prep quiz --topic moe --mode cram',
  ]);
  expect(commands({}, { fitting, asked: () => 2 })[1]).toBe('mistral-prep quiz --mode cram');
  expect(commands({ mode: 'exam', minutes: 30 }, { fitting })[1]).toBe(
    'mistral-prep quiz --kind open --mode exam --minutes 30',
  );
});

test.each([
  [
    'coach',
    3,
    'Of the 3 questions in the bundle none is to be asked now: what was asked in the last 12 hours rests.',
  ],
  [
    'weak',
    3,
    'Of the 3 questions in the bundle none is to be asked now: what was asked in the last 12 hours rests.',
  ],
  [
    'weak',
    2,
    'Of the 3 questions in the bundle 2 were asked in the last 12 hours and rest; none of the others is known to be weak.',
  ],
  [
    'due',
    1,
    'Of the 3 questions in the bundle 1 was asked in the last 12 hours and rests; none of the others is due now.',
  ],
  [
    'new',
    3,
    'Of the 3 questions in the bundle none is to be asked now: what was asked in the last 12 hours rests.',
  ],
  ['new', 0, 'Of the 3 questions in the bundle none is new.'],
] as const)('what rests is the reason before that of the mode: %s, %i of 3', (mode, rest, says) => {
  const open = ['a', 'b', 'c'];
  const fitting = () => ({ open, resting: open.slice(0, rest), aside: [] });
  expect(commands({ mode }, { fitting })).toEqual([says]);
});

test('where what was answered rests, progress names no command and quiz says why', async () => {
  const home = freshHome();
  const env = { MISTRAL_PREP_NOW: '2026-12-10T07:00:00Z' };
  const lines = [1, 2].map((n) =>
    JSON.stringify({
      ...{
        v: 1,
        id: `e${n}`,
        at: `2026-12-10T06:0${n}:00.000Z`,
        tz: 0,
        device: 'a',
        type: 'answer',
        draw: 1,
      },
      ...{
        q: n === 1 ? 'quant-dtype-draw' : 'moe-dropped-token-path',
        answer: 1,
        correct: true,
        grade: 'hard',
        score: 1,
        hints: 0,
        seconds: 30,
      },
      ...{ confidence: null, mode: 'coach', missed: [] },
    }),
  );
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(join(home, 'journal', 'a.jsonl'), `${lines.join('\n')}\n`);
  const shown = (...words: string[]) => inside(words, { home, env });
  const { weakest } = JSON.parse((await shown('progress', '--json')).stdout) as Progress;
  expect([weakest.questions.length, weakest.command]).toEqual([2, null]);
  const { stdout } = await shown('quiz', '--plain', '--mode', 'weak');
  expect(stdout).toMatch(/^Of the \d+ questions in the bundle 2 were asked in the last 12 hours and rest;/);
});

test.each([
  [['--round', 'take-home'], 'No question fits --round take-home.'],
  [['--topic', 'moe', '--difficulty', '1', '--kind', 'multi'], 'No question fits --topic moe'],
  [['--mode', 'due'], /^Of the \d+ questions in the bundle none is due now\./],
])(
  'quiz %j says so on its first line, and where it points there is something to ask',
  async (words, says) => {
    const { stdout } = await inside(['quiz', '--plain', ...words]);
    expect(stdout.split('\n')[0]).toMatch(says);
    const [, way = ''] = /: mistral-prep (quiz.*)/.exec(stdout) ?? [];
    expect((await inside([...way.split(' '), '--plain'])).stdout).toMatch(/^Question 1 of/);
  },
);
