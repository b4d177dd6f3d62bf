import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshHome, run } from './program.ts';
import {
  ALL,
  allRight,
  answersIn,
  eventsIn,
  type Held,
  type Holding,
  hold,
  LOGS,
  type Message,
  ofType,
  QUEUES,
  quizBundle,
  right,
  wrong,
} from './quiz.ts';

const texts = v.array(v.string());
const source = v.strictObject({
  id: v.string(),
  title: v.string(),
  url: v.nullable(v.string()),
  section: v.nullable(v.string()),
  asOf: v.string(),
});
const grade = v.picklist(['again', 'hard', 'good', 'easy']);
const message = v.variant('type', [
  v.strictObject({
    type: v.literal('question'),
    id: v.string(),
    kind: v.picklist(['choice', 'multi', 'numeric', 'order', 'term', 'open']),
    topic: v.nullable(v.string()),
    prompt: v.string(),
    options: v.nullable(v.array(v.strictObject({ key: v.string(), text: v.string() }))),
    unit: v.nullable(v.string()),
    number: v.pipe(v.number(), v.minValue(1)),
    of: v.pipe(v.number(), v.minValue(1)),
    how: v.string(),
    editor: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('rubric'),
    id: v.string(),
    model: v.string(),
    points: v.array(v.strictObject({ id: v.string(), text: v.string() })),
  }),
  v.strictObject({
    type: v.literal('result'),
    id: v.string(),
    correct: v.boolean(),
    grade,
    answer: v.string(),
    explanation: v.string(),
    sources: v.pipe(v.array(source), v.minLength(1)),
    due: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
    score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    missed: texts,
    feedback: texts,
    steps: texts,
    followups: texts,
    topic: v.string(),
  }),
  v.strictObject({ type: v.literal('accepted'), id: v.string() }),
  v.strictObject({ type: v.literal('hint'), id: v.string(), n: v.number(), text: v.nullable(v.string()) }),
  v.strictObject({
    type: v.literal('done'),
    command: v.picklist(['skip', 'suspend', 'undo', 'flag', 'override']),
    id: v.string(),
  }),
  v.strictObject({ type: v.literal('retry'), id: v.string(), message: v.pipe(v.string(), v.minLength(1)) }),
  v.strictObject({
    type: v.literal('summary'),
    asked: v.number(),
    correct: v.number(),
    readiness: v.strictObject({
      before: v.number(),
      after: v.number(),
      at: v.pipe(v.string(), v.isoTimestamp()),
      basis: v.picklist(['set', 'assumed']),
    }),
    left: v.number(),
  }),
]);

let bundle = '';
beforeAll(() => {
  bundle = quizBundle();
});

/** A sitting with the bundle above, every line of it as the protocol has it, ended by one summary. */
async function sit(words: readonly string[], holding: Holding): Promise<Held & { asked: Message[] }> {
  const held = await hold(['--bundle', bundle, ...words], holding);
  expect({ code: held.code, stderr: held.stderr }).toEqual({ code: 0, stderr: '' });
  for (const one of held.said) v.parse(message, one);
  expect(held.said.map(({ type }) => type).indexOf('summary')).toBe(held.said.length - 1);
  return { ...held, asked: ofType(held.said, 'question') };
}

/** Sends these to the questions as they come, one for each question and each reply that leaves it open. */
function script(...steps: unknown[]): Holding['reply'] {
  let open: Message | null = null;
  return (came) => {
    if (came.type === 'question' || came.type === 'rubric') open = came;
    const isAgain =
      came.type === 'hint' || came.type === 'retry' || came.command === 'flag' || came.command === 'override';
    if ((came.type !== 'question' && came.type !== 'rubric' && !isAgain) || !open) return undefined;
    const step = steps.shift();
    if (step === undefined) return null;
    if (step === 'right') return { answer: right(open) };
    if (step === 'wrong') return { answer: wrong(open) };
    return step as object;
  };
}

const ON_LOGS = ['--topic', 'logs'];
const at = (time: string) => ({ MISTRAL_PREP_NOW: time });

describe('every kind', () => {
  it('is asked, answered right, explained and kept', async () => {
    const home = freshHome();
    const { said, asked } = await sit([], { home, reply: allRight });
    expect(asked.map(({ id }) => id).sort()).toEqual([...ALL].sort());
    expect(asked.map(({ number }) => number)).toEqual(ALL.map((_, i) => i + 1));
    expect(new Set(asked.map(({ of }) => of))).toEqual(new Set([ALL.length]));
    const results = ofType(said, 'result');
    expect(results.map(({ id, correct, grade, score }) => ({ id, correct, grade, score }))).toEqual(
      asked.map(({ id }) => ({ id, correct: true, grade: 'easy', score: 1 })),
    );
    expect(said.at(-1)).toMatchObject({ asked: ALL.length, correct: ALL.length, left: 0 });
    const { before, after } = said.at(-1)?.readiness ?? {};
    expect(after).toBeGreaterThan(before);
    // One event an answer, of the question as it was asked, nothing besides.
    expect(eventsIn(home).map(({ type, q }) => [type, q])).toEqual(asked.map(({ id }) => ['answer', id]));
    expect(answersIn(home).find(({ q }) => q === 'q-open')?.answer).toEqual({
      text: 'What I would do.',
      points: ['p1', 'p2', 'p3', 'p4'],
    });
    expect(results.find(({ id }) => id === 'q-drawn')?.steps.length).toBeGreaterThan(0);
  });

  it('answered wrong says what is right, and comes back once at the end with fresh numbers', async () => {
    const home = freshHome();
    const { said, asked } = await sit([], {
      home,
      reply: (came) =>
        came.options !== undefined || came.type === 'rubric' ? { answer: wrong(came) } : undefined,
    });
    const ids = asked.map(({ id }) => id);
    expect(ids).toHaveLength(2 * ALL.length);
    expect(ids.slice(ALL.length)).toEqual(ids.slice(0, ALL.length));
    expect(ofType(said, 'result').every(({ correct, grade }) => !correct && grade === 'again')).toBe(true);
    expect(asked.at(-1)?.of).toBe(2 * ALL.length);
    const draws = answersIn(home).filter(({ q }) => q === 'q-drawn');
    expect(draws[0]?.draw).not.toBe(draws[1]?.draw);
    // What was missed comes first the next time.
    const later = await sit(['--kind', 'open'], {
      home,
      env: at('2026-11-19T09:00:00.000Z'),
      reply: (came) =>
        came.type === 'rubric' ? { answer: { points: ['p2', 'p1', 'p4'] } } : allRight(came, []),
    });
    expect(ofType(later.said, 'result')).toMatchObject([
      { correct: true, grade: 'good', missed: ['p3'], score: 0.75 },
    ]);
    const third = await sit(['--kind', 'open', '--mode', 'cram'], { home, reply: allRight });
    expect(ofType(third.said, 'rubric')[0]?.points.map(({ id }: Message) => id)).toEqual([
      'p3',
      'p1',
      'p2',
      'p4',
    ]);
  });

  it('--no-relearn: what was wrong does not come back', async () => {
    const { asked } = await sit([...ON_LOGS, '--no-relearn'], { reply: script('wrong') });
    expect(asked).toHaveLength(1);
  });
});

describe('commands', () => {
  it('hint: one after the other, then none; a right answer is then hard', async () => {
    const home = freshHome();
    const hint = { command: 'hint' };
    const { said } = await sit(['--topic', 'queues', '--kind', 'choice'], {
      home,
      reply: script(hint, hint, hint, 'right'),
    });
    expect(said.slice(1, 4)).toEqual([
      { type: 'hint', id: 'q-choice', n: 1, text: 'First hint' },
      { type: 'hint', id: 'q-choice', n: 2, text: 'Second hint' },
      { type: 'hint', id: 'q-choice', n: 2, text: null },
    ]);
    expect(said[4]).toMatchObject({ type: 'result', correct: true, grade: 'hard' });
    expect(answersIn(home)).toMatchObject([{ hints: 2, grade: 'hard' }]);
  });

  it('skip goes on; suspend is for good, and its undo brings it back', async () => {
    const home = freshHome();
    const { said, asked } = await sit([], {
      home,
      reply: script({ command: 'skip' }, { command: 'suspend' }, null),
    });
    const [skipped, suspended] = asked.map(({ id }) => id);
    expect(ofType(said, 'done')).toEqual([
      { type: 'done', command: 'skip', id: skipped },
      { type: 'done', command: 'suspend', id: suspended },
    ]);
    expect(said.at(-1)).toMatchObject({ asked: 0 });
    const next = await sit([], { home, reply: allRight });
    const ids = next.asked.map(({ id }) => id);
    expect(ids).toContain(skipped);
    expect(ids).not.toContain(suspended);
    const other = freshHome();
    await sit(ON_LOGS, { home: other, reply: script({ command: 'suspend' }) });
    expect((await sit(ON_LOGS, { home: other, reply: allRight })).asked).toEqual([]);
    const third = freshHome();
    await sit(['--count', '2'], {
      home: third,
      reply: script({ command: 'suspend' }, { command: 'undo' }, null),
    });
    expect((await sit([], { home: third, reply: allRight })).asked).toHaveLength(ALL.length);
  });

  it('undo asks the same question again, as it was, and the answer never was', async () => {
    const home = freshHome();
    const { said, asked } = await sit([], { home, reply: script('wrong', { command: 'undo' }, null) });
    const [first, second, again] = asked;
    expect(again).toEqual(first);
    expect(second?.id).not.toBe(first?.id);
    expect(ofType(said, 'done')).toEqual([{ type: 'done', command: 'undo', id: first?.id }]);
    expect(said.at(-1)).toMatchObject({ asked: 0, correct: 0 });
    const [answer, undo] = eventsIn(home);
    expect(undo).toMatchObject({ type: 'undo', of: answer?.id });
    // Nothing is remembered of it: it is new, and a right answer to it the first.
    const next = await sit(['--mode', 'new'], { home, reply: allRight });
    expect(next.asked).toHaveLength(ALL.length);
    expect(ofType(next.said, 'result').every((result) => result.grade === 'easy')).toBe(true);
  });

  it('what is answered again after an undo is hard at best, except where no solution was shown', async () => {
    const undo = { command: 'undo' };
    const again = await sit(['--kind', 'choice'], { reply: script('right', undo, 'right', null) });
    expect(ofType(again.said, 'result').map((result) => result.grade)).toEqual(['easy', 'hard']);
    // Of the next in line nothing was shown.
    const skipped = await sit(['--kind', 'choice'], {
      reply: script({ command: 'skip' }, undo, 'right', null),
    });
    expect(ofType(skipped.said, 'result')).toMatchObject([{ grade: 'easy' }]);
    const exam = await sit(['--mode', 'exam', '--minutes', '30', '--kind', 'choice'], {
      reply: script('right', undo, 'right', 'right'),
    });
    expect(ofType(exam.said, 'result').map((result) => result.grade)).toEqual(['easy', 'easy']);
  });

  it('undo of a lapse takes the repetition away', async () => {
    const { asked } = await sit(['--topic', 'queues', '--kind', 'choice', 'multi'], {
      reply: script('wrong', { command: 'undo' }, 'right', 'right'),
    });
    expect(asked.map(({ of }) => of)).toEqual([2, 3, 2, 2]);
  });

  it('flag is for the open question, with a reason; --flagged lists it', async () => {
    const home = freshHome();
    const { said } = await sit(ON_LOGS, {
      home,
      reply: script({ command: 'flag', why: 'two are right' }, 'right'),
    });
    expect(ofType(said, 'done')).toEqual([{ type: 'done', command: 'flag', id: 'l-choice' }]);
    expect(eventsIn(home)[0]).toMatchObject({ type: 'flag', q: 'l-choice', why: 'two are right' });
    const withCode = quizBundle(
      QUEUES,
      LOGS.replace('"Which log?"', '"Which log?\\n```\\nx = 1\\n```\\nOf two."'),
    );
    const [json, text] = await Promise.all([
      run(['quiz', '--flagged', '--json', '--bundle', bundle], { home }),
      run(['quiz', '--flagged', '--bundle', withCode], { home }),
    ]);
    expect(JSON.parse(json.stdout)).toEqual({
      flagged: [{ id: 'l-choice', topic: 'logs', why: 'two are right', prompt: 'Which log?' }],
    });
    expect(text.stdout.split('\n')).toEqual([
      'l-choice (logs)',
      '  two are right',
      '  Which log?',
      '      x = 1',
      '',
      '  Of two.',
      '',
      ' take a flag back: mistral-prep quiz --unflag l-choice',
      '',
    ]);
    expect(await run(['quiz', '--unflag', 'q-term'], { home })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('These are: l-choice'),
    });
    expect(await run(['quiz', '--unflag', 'l-choice'], { home })).toMatchObject({
      code: 0,
      stdout: 'no longer flagged: l-choice\n',
    });
    expect((await run(['quiz', '--flagged'], { home })).stdout).toMatch(/Nothing is flagged/);
    expect((await run(['quiz', '--flagged'])).stdout).toMatch(/Nothing is flagged/);
  });

  it('override is of the last result, and wins: a lapse regraded does not come back', async () => {
    const home = freshHome();
    const good = { command: 'override', grade: 'good' };
    const { said, asked } = await sit(['--topic', 'queues', '--kind', 'choice', 'multi'], {
      home,
      reply: script('wrong', good, 'right'),
    });
    expect(asked).toHaveLength(2);
    expect(ofType(said, 'done')).toEqual([{ type: 'done', command: 'override', id: asked[0]?.id }]);
    expect(said.at(-1)).toMatchObject({ asked: 2, correct: 2 });
    const [answer, override] = eventsIn(home);
    expect(override).toMatchObject({ type: 'override', of: answer?.id, grade: 'good' });
    const again = await sit(['--topic', 'queues', '--kind', 'choice', 'multi'], {
      reply: script('right', { command: 'override', grade: 'again' }, 'right', 'right'),
    });
    expect(again.asked.map(({ id }) => id)[2]).toBe(again.asked[0]?.id);
  });

  it('what has nothing to act on, or cannot be read, keeps the question open', async () => {
    const home = freshHome();
    const lines = [
      { command: 'undo' },
      { command: 'override', grade: 'good' },
      { command: 'override', grade: 'best' },
      { command: 'dance' },
      { answer: 'q' },
      { answer: null },
      { answer: { deep: [1] } },
      { answer: 'a', confidence: 80 },
      { answer: 'a', confidence: 'high' },
      { answer: 'a', seconds: -1 },
      {},
      '[]',
      '7',
      'null',
      '{"answer":',
      'b',
      `{"answer":"${'x'.repeat(200_000)}"}`,
    ];
    const { said } = await sit(ON_LOGS, { home, reply: script(...lines, 'right') });
    expect(said.map(({ type }) => type)).toEqual([
      'question',
      ...lines.map(() => 'retry'),
      'result',
      'summary',
    ]);
    expect(new Set(ofType(said, 'retry').map(({ id }) => id))).toEqual(new Set(['l-choice']));
    expect(Math.max(...ofType(said, 'retry').map((retry) => retry.message.length))).toBeLessThan(200);
    expect(eventsIn(home)).toHaveLength(1);
  });

  it('quit and the end of the input end it with the summary; what was answered is kept', async () => {
    for (const end of [{ command: 'quit' }, null]) {
      const home = freshHome();
      const { said } = await sit([], { home, reply: script('right', end) });
      expect(said.at(-1)).toMatchObject({
        type: 'summary',
        asked: said.some((m) => m.type === 'result') ? 1 : 0,
      });
      expect(answersIn(home).length).toBe(ofType(said, 'result').length);
    }
    const open = await sit(['--kind', 'open'], {
      reply: (came) => (came.type === 'rubric' ? { command: 'quit' } : { answer: { text: 'So.' } }),
    });
    expect(open.said.at(-1)).toMatchObject({ asked: 0 });
  });

  it('a text with any characters is kept as it was written', async () => {
    const home = freshHome();
    const text = 'first\nsecond \u2028 third \u2029 “漢字” 👩‍👩‍👧 \\ " \u001b[31m';
    const { said } = await sit(['--kind', 'open'], {
      home,
      reply: (came) => (came.type === 'question' ? { answer: { text } } : allRight(came, [])),
    });
    expect(ofType(said, 'retry')).toEqual([]);
    expect(answersIn(home)[0]?.answer.text).toBe(text);
  });
});

describe('what is kept of an answer', () => {
  it('confidence and seconds as they were sent; a guess and a slow answer are hard', async () => {
    const home = freshHome();
    await sit(['--count', '4'], {
      home,
      reply: (came, said) => {
        if (came.type !== 'question') return allRight(came, said);
        const more = [
          {},
          { confidence: 0.3, seconds: 7.5 },
          { confidence: 0.9, seconds: 3 },
          { seconds: 121 },
        ];
        return { answer: right(came), ...more[came.number - 1] };
      },
    });
    expect(answersIn(home).map(({ confidence, seconds, grade }) => ({ confidence, seconds, grade }))).toEqual(
      [
        { confidence: null, seconds: 0, grade: 'easy' },
        { confidence: 0.3, seconds: 7.5, grade: 'hard' },
        { confidence: 0.9, seconds: 3, grade: 'easy' },
        { confidence: null, seconds: 121, grade: 'hard' },
      ],
    );
  });

  it('--no-save leaves nothing of it', async () => {
    const home = freshHome();
    const { said } = await sit(['--no-save'], {
      home,
      reply: script('right', { command: 'flag' }, { command: 'undo' }, 'wrong', null),
    });
    expect(ofType(said, 'done')).toHaveLength(2);
    expect(ofType(said, 'result').map(({ due }) => due)).toEqual([null, null]);
    const { before, after } = said.at(-1)?.readiness ?? {};
    expect(after).toBe(before);
    expect(existsSync(join(home, 'journal'))).toBe(false);
    expect(existsSync(join(home, 'device'))).toBe(false);
  });

  it('--seed: the same bytes with the same clock and journal', async () => {
    const first = freshHome();
    await sit(['--count', '3'], { home: first, reply: allRight });
    const second = freshHome();
    cpSync(first, second, { recursive: true });
    const later = at('2026-10-25T09:00:00.000Z');
    const said = [];
    for (const home of [first, second]) {
      const reply = script('wrong', 'right', { command: 'undo' }, 'wrong', 'right', 'right');
      said.push(JSON.stringify((await sit(['--seed', '7'], { home, env: later, reply })).said));
    }
    expect(said[1]).toBe(said[0]);
    const other = await sit(['--seed', '8', '--no-save'], { home: first, env: later, reply: script(null) });
    expect(JSON.stringify(other.asked)).not.toBe(JSON.stringify(JSON.parse(said[0] ?? '').slice(0, 1)));
  });
});

describe('what is asked', () => {
  const idsOf = async (...words: string[]) =>
    (await sit([...words, '--no-save'], { reply: allRight })).asked.map(({ id }) => id).sort();

  it('filters narrow it, together', async () => {
    expect(await idsOf('--topic', 'logs')).toEqual(['l-choice']);
    expect(await idsOf('--priority', '1')).toEqual(ALL.filter((id) => id !== 'l-choice').sort());
    expect(await idsOf('--round', 'recruiter')).toEqual(['l-choice']);
    expect(await idsOf('--difficulty', '3')).toEqual(['q-open', 'q-term']);
    expect(await idsOf('--difficulty', '3', '1', '--kind', 'term', 'multi')).toEqual(['q-multi', 'q-term']);
    expect(await idsOf('--kind', 'choice', '--topic', 'queues')).toEqual(['q-choice']);
    expect(await idsOf('--count', '3')).toHaveLength(3);
    const short = (await idsOf('--minutes', '5')).length;
    expect(short).toBeGreaterThan(0);
    expect(short).toBeLessThan(ALL.length);
    expect(await idsOf('--minutes', '600')).toHaveLength(ALL.length);
    expect(await idsOf('--topic', 'logs', '--kind', 'open')).toEqual([]);
  });

  it('--mode new, due, weak and cram', async () => {
    const home = freshHome();
    const modes = async (time: string) => {
      const ids: Record<string, string[]> = {};
      for (const mode of ['coach', 'new', 'due', 'weak', 'cram']) {
        const { asked } = await sit(['--mode', mode, '--no-save'], { home, env: at(time), reply: allRight });
        ids[mode] = asked.map(({ id }) => id);
      }
      return ids;
    };
    await sit(['--topic', 'queues', '--no-relearn'], {
      home,
      reply: (came) => {
        if (came.type !== 'question' && came.type !== 'rubric') return undefined;
        return { answer: came.id === 'q-term' ? wrong(came) : right(came) };
      },
    });
    // Within the hour only what is new, and what lapsed.
    const soon = await modes('2026-10-19T10:00:00.000Z');
    expect(soon.new).toEqual(['l-choice']);
    expect(soon.coach).toContain('l-choice');
    expect(soon.coach).not.toContain('q-choice');
    expect(soon.cram).toHaveLength(ALL.length);
    const late = await modes('2027-10-19T10:00:00.000Z');
    expect(late.due?.toSorted()).toEqual(ALL.filter((id) => id !== 'l-choice').sort());
    expect(late.new).toEqual(['l-choice']);
    expect(late.weak?.[0]).toBe('q-term');
    expect(late.weak).toHaveLength(ALL.length - 1);
  });

  it.each([
    [['--topic', 'nowhere'], 2],
    [['--kind', 'riddle'], 2],
    [['--mode', 'fast'], 2],
    [['--difficulty', '4'], 2],
    [['--count', '0'], 2],
    [['--minutes', 'x'], 2],
    [['--seed', '-1'], 2],
    [['--mode', 'exam'], 2],
  ])('%j is refused in one line', async (words, code) => {
    const ran = await run(['quiz', '--json', ...words]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
    expect(Object.keys(JSON.parse(ran.stderr).error)).toEqual(['code', 'message', 'hint']);
  });
});

describe('exam', () => {
  it('hides topic and result until the end, then tells all before the summary', async () => {
    const home = freshHome();
    const { said, asked } = await sit(['--mode', 'exam', '--minutes', '30'], {
      home,
      reply: (came) =>
        came.type === 'question' ? { answer: came.id === 'q-term' ? wrong(came) : right(came) } : undefined,
    });
    // An open answer cannot be marked without showing the model answer.
    expect(asked.map(({ id }) => id).sort()).toEqual(ALL.filter((id) => id !== 'q-open').sort());
    expect(asked.every(({ topic }) => topic === null)).toBe(true);
    expect(asked.some((card) => 'difficulty' in card)).toBe(false);
    const n = asked.length;
    const types = said.map(({ type }) => type);
    expect(types).toEqual([
      ...asked.flatMap(() => ['question', 'accepted']),
      ...asked.map(() => 'result'),
      'summary',
    ]);
    expect(ofType(said, 'result').map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
    expect(said.at(-1)).toMatchObject({ asked: n, correct: n - 1 });
    expect(answersIn(home).map(({ mode }) => mode)).toEqual(asked.map(() => 'exam'));
  });

  it('gives no hints, takes answers back, and is over at quit', async () => {
    const { said, asked } = await sit(['--mode', 'exam', '--minutes', '30'], {
      reply: script({ command: 'hint' }, 'right', { command: 'undo' }, 'wrong', { command: 'quit' }),
    });
    expect(said[1]).toMatchObject({ type: 'retry', id: asked[0]?.id });
    expect(asked[2]).toEqual(asked[0]);
    expect(ofType(said, 'result')).toMatchObject([{ id: asked[0]?.id, correct: false }]);
  });

  it('of a round lasts as long as the round, asks only what it asks', async () => {
    const { asked } = await sit(['--mode', 'exam', '--round', 'recruiter'], { reply: allRight });
    expect(asked.map(({ id }) => id)).toEqual(['l-choice']);
  });

  it('neither an exam nor cramming inflates the schedule; only a wrong exam answer makes its question due', async () => {
    const stillNew = async (mode: string[], choose: typeof right) => {
      const home = freshHome();
      const { said } = await sit([...ON_LOGS, ...mode], {
        home,
        reply: (came) => (came.type === 'question' ? { answer: choose(came) } : undefined),
      });
      const again = at('2026-10-19T23:00:00.000Z');
      const fresh = await sit([...ON_LOGS, '--mode', 'new', '--no-save'], {
        home,
        env: again,
        reply: script(null),
      });
      const due = await sit([...ON_LOGS, '--mode', 'due', '--no-save'], {
        home,
        env: again,
        reply: script(null),
      });
      return { fresh: fresh.asked.length, due: due.asked.length, dueAt: ofType(said, 'result')[0]?.due };
    };
    const exam = ['--mode', 'exam', '--minutes', '5'];
    expect(await stillNew(exam, right)).toEqual({ fresh: 1, due: 0, dueAt: null });
    expect(await stillNew(exam, wrong)).toMatchObject({ fresh: 0, due: 1 });
    expect(await stillNew(['--mode', 'cram', '--no-relearn'], right)).toEqual({
      fresh: 1,
      due: 0,
      dueAt: null,
    });
    expect(await stillNew(['--mode', 'cram', '--no-relearn'], wrong)).toEqual({
      fresh: 1,
      due: 0,
      dueAt: null,
    });
  });
});

it('where nothing can be kept, one line says so before the first question, and --no-save works', async () => {
  const home = freshHome();
  mkdirSync(join(home, '..'), { recursive: true });
  writeFileSync(home, '');
  const words = ['quiz', '--json', '--bundle', bundle];
  const [json, text] = await Promise.all([run(words, { home }), run(['quiz', '--bundle', bundle], { home })]);
  expect(json).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse(json.stderr).error.hint).toContain('mistral-prep quiz --no-save');
  expect(text).toMatchObject({ code: 1, stdout: '' });
  expect(text.stderr.split('\n')).toEqual([
    expect.stringContaining(home),
    expect.stringContaining('--no-save'),
    '',
  ]);
  // What cannot be read is not taken for nothing in silence.
  const { code, said, stderr } = await hold(['--bundle', bundle, '--no-save'], { home, reply: allRight });
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^warning: The journal .* cannot be read: .* as if you had answered nothing yet\.\n$/,
  );
  expect(said.at(-1)).toMatchObject({ asked: ALL.length });
});

it('the built-in bank is asked as any other', async () => {
  const held = await hold(['--count', '3', '--seed', '1'], {
    reply: ({ type }) => (type === 'question' ? { command: 'skip' } : undefined),
  });
  expect(held).toMatchObject({ code: 0, stderr: '' });
  for (const one of held.said) v.parse(message, one);
  expect(ofType(held.said, 'question')).toHaveLength(3);
});
