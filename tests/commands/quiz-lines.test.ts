import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { questionCard, resultCard, rubricCard } from '../../src/commands/quiz/card-lines.ts';
import type { QuizCard, QuizResult } from '../../src/commands/quiz/face.ts';
import { inTime, resultLines } from '../../src/commands/quiz/result-lines.ts';
import { summaryLines } from '../../src/commands/quiz/summary-lines.ts';
import { createTheme } from '../../src/terminal/theme.ts';

const HOUR = 3_600_000;
const screen = (width: number) => ({ width, theme: createTheme(0) });
const UNTOUCHED = { typed: '', chosen: [], isCommanding: false };
const ASIDE = { said: null, isGuess: false, clock: '' };

const OPTIONS = ['one', 'two, which is a longer option than the others are', '三つ', 'four'].map(
  (text, i) => ({
    key: 'abcd'[i] ?? '',
    id: `o${i}`,
    text,
  }),
);

function card(changes: Partial<QuizCard> = {}): QuizCard {
  return {
    id: 'q',
    kind: 'choice',
    topic: { id: 'moe', title: 'MoE and sparsity' },
    difficulty: 1,
    number: 2,
    of: 9,
    presented: { prompt: 'Which?\n```python\nx = 1\n```', options: OPTIONS, unit: null, inputs: {} },
    how: 'One letter.',
    hints: [],
    hintsLeft: 1,
    editor: false,
    isRepeat: false,
    wasShown: false,
    isExam: false,
    endsAt: null,
    ...changes,
  };
}

function result(changes: Partial<QuizResult> = {}, marked: Partial<QuizResult['marked']> = {}): QuizResult {
  return {
    card: card(),
    correct: false,
    grade: 'again',
    marked: {
      correct: false,
      score: 0,
      missed: ['o0', 'o2'],
      expected: 'a) one',
      feedback: ['c) 三つ: because not.'],
      answer: 'o2',
      ...marked,
    },
    explained: { explanation: 'Because it is so.', steps: ['a = 1 · 2 = 2 B'] },
    sources: [],
    followups: ['And then?'],
    dueAt: 9 * 24 * HOUR,
    now: 0,
    isKept: true,
    ...changes,
  };
}

const NUMERIC = card({
  kind: 'numeric',
  presented: { prompt: 'How much?', options: null, unit: 'ms', inputs: {} },
});

describe('a question', () => {
  test('says which keys answer, and names only those that do something', () => {
    const keys = (of: QuizCard, state = UNTOUCHED) =>
      questionCard(screen(80), of, state, ASIDE).foot.join('\n');
    expect(keys(card())).toBe(
      ' 1–4 answer   ? hint   g guess   s skip   x suspend   u undo   ! flag   q quit',
    );
    expect(keys(card({ number: 1, isExam: true }))).not.toMatch(/undo|hint/);
    for (const kind of ['choice', 'term'] as const) {
      expect(keys(card({ kind }))).toContain('? hint');
      expect(keys(card({ kind, hintsLeft: 0 }))).not.toContain('hint');
    }
    expect(keys(NUMERIC)).toContain('c guess');
    expect(keys(NUMERIC, { ...UNTOUCHED, typed: '1' })).toBe(' enter answer   tab skip, guess, quit …');
  });

  test('says that what was shown and taken back counts as hard', () => {
    const { body } = questionCard(screen(80), card({ wasShown: true }), UNTOUCHED, ASIDE);
    expect(body).toContain(' ! You have seen the solution: if it is right, it counts as hard.');
  });

  test('an exam shows neither topic nor time spent', () => {
    const { head } = questionCard(screen(80), card({ isExam: true }), UNTOUCHED, ASIDE);
    expect(head.join()).toMatch(/^ Exam +2 of 9,$/);
  });

  test.each([40, 50, 80, 120, 200])('fits %i columns, whatever its kind, and no key is broken', (width) => {
    for (const kind of ['choice', 'multi', 'order', 'numeric', 'term', 'open'] as const) {
      const of = card({ kind, hints: ['Think of it.'], editor: kind === 'open' });
      for (const state of [UNTOUCHED, { typed: '1', chosen: ['b', 'a'], isCommanding: true }]) {
        const { head, body, foot } = questionCard(screen(width), of, state, {
          ...ASIDE,
          said: 'No.',
          clock: '0:10',
        });
        for (const line of [...head, ...body, ...foot]) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(foot.join('   ')).toMatch(/q quit|guess, quit/);
      }
      const done = resultCard(screen(width), result({ card: of }), 'Regraded.');
      for (const line of [...done.head, ...done.body, ...done.foot])
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
      const said = summaryLines(screen(width), summary([result({ card: of })], true));
      for (const line of said) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});

describe('a result', () => {
  test('marks the options: yours, and the right one', () => {
    const { body } = resultCard(screen(80), result(), null);
    expect(body).toContain('     ✔ a  one');
    expect(body).toContain(' you ✘ c  三つ');
    expect(body).toContain('       d  four');
    expect(body.join('\n')).toMatch(/✘ wrong: it is a +again · back in 9 days/);
    // The option stands above, so its letter is enough.
    expect(body).toContain('   c  because not.');
  });

  test('of several, those missed and those wrongly chosen', () => {
    const { body } = resultCard(
      screen(80),
      result({ card: card({ kind: 'multi' }) }, { answer: ['o0', 'o3'], missed: ['o1', 'o3'] }),
      null,
    );
    expect(
      body.filter((line) => /^ (you| {3}) .? ?[abcd] /.test(line)).map((line) => line.slice(0, 9)),
    ).toEqual([' you ✔ a ', '     ✔ b ', '       c ', ' you ✘ d ']);
    expect(body.join('\n')).toContain('✘ wrong: they are a, b');
  });

  test('a number stands above the right one, and the working below', () => {
    const lines = resultLines(
      screen(80),
      result(
        { card: NUMERIC },
        { answer: { value: 12, unit: 'ms' }, expected: '13 ms', feedback: [], missed: [] },
      ),
      { withOptions: true },
    );
    expect(lines).toContain('   you    12 ms');
    expect(lines).toContain('   right  13 ms');
    expect(lines).toContain('   a = 1 · 2 = 2 B');
  });

  test('that is not kept does not say when it comes back', () => {
    const [verdict] = resultLines(screen(80), result({ isKept: false, dueAt: null }), { withOptions: true });
    expect(verdict).toMatch(/it is a +again$/);
  });

  test('says so where the person overruled the marking', () => {
    expect(resultLines(screen(80), result({ correct: true }), { withOptions: true })[0]).toContain(
      '✔ counted as right',
    );
  });

  test('an open answer is counted in points', () => {
    const open = result(
      { card: card({ kind: 'open' }) },
      { answer: { text: 't', points: ['p'] }, missed: ['r', 's'], feedback: ['Missed: the reason'] },
    );
    const lines = resultLines(screen(80), open, { withOptions: true });
    expect(lines[0]).toContain('wrong: 1 of 3 points');
    expect(lines).toContain(' ✘ the reason');
  });

  test.each([
    [0, 'soon'],
    [HOUR, 'in an hour'],
    [17 * HOUR, 'in 17 hours'],
    [24 * HOUR, 'tomorrow'],
    [72 * HOUR, 'in 3 days'],
  ])('%i ms from now is %s', (ms, words) => expect(inTime(ms)).toBe(words));
});

test('a rubric shows what was written beside the strong answer, and counts the ticks', () => {
  const points = [
    { key: 'a', id: 'p', text: 'the point', missedBefore: true },
    { key: 'b', id: 'r', text: 'the reason', missedBefore: false },
  ];
  const rubric = { id: 'q', model: 'Strong.', points, written: 'Mine.', before: 'Old.' };
  const { body } = rubricCard(screen(80), rubric, { ...UNTOUCHED, chosen: ['a'] });
  for (const line of [
    '   Old.',
    '   Mine.',
    '   Strong.',
    ' 1 a  ☑ the point (missed last time)',
    ' 2 b  ☐ the reason',
  ])
    expect(body).toContain(line);
  expect(body.join('\n')).toContain('1 of 2');
});

function summary(results: QuizResult[], isExam = false) {
  return {
    asked: results.length,
    correct: results.filter(({ correct }) => correct).length,
    results,
    isExam,
    readiness: { before: 0.1, after: 0.13, at: 0, basis: 'set' as const },
    nothing: null,
    left: 3,
  };
}

describe('the end', () => {
  const right = result({
    correct: true,
    grade: 'easy',
    card: card({ id: 'r', topic: { id: 'dsa', title: 'DSA' } }),
  });

  test('what went well first, when to come back, one command', () => {
    const lines = summaryLines(screen(80), summary([result({ dueAt: 17 * HOUR }), right])).join('\n');
    expect(lines).toMatch(/^1 of 2 right +ready on the day 10% → 13%/);
    expect(lines.indexOf('DSA')).toBeLessThan(lines.indexOf('MoE'));
    expect(lines).toContain('Come back in 17 hours: 1 question is due then; the next come back in 9 days.');
    expect(lines).toMatch(/more of MoE and sparsity: mistral-prep quiz --topic moe$/);
  });

  test('what is due at once is not come back to', () => {
    const due = (...hours: number[]) =>
      summaryLines(
        screen(80),
        summary(hours.map((h) => result({ card: card({ id: `q${h}` }), dueAt: h * HOUR }))),
      ).join('\n');
    expect(due(0, 0.5, 17)).toContain('2 questions are due again now; the next come back in 17 hours.');
    expect(due(0)).not.toContain('Come back');
  });

  test('an exam goes through its questions, and explains those that were wrong', () => {
    const lines = summaryLines(screen(80), summary([result(), right], true));
    expect(lines.slice(0, 4)).toEqual([
      '  1 ✘ Which?',
      '      you    c) 三つ',
      '      right  a) one',
      '      Because it is so.',
    ]);
    expect(lines).toContain('  2 ✔ Which?');
    expect(lines.join('\n')).toMatch(/Exam: 1 of 2 right/);
  });

  test('nothing answered is said in one line', () => {
    expect(summaryLines(screen(80), summary([]))).toEqual(['Nothing was answered.']);
  });
});
