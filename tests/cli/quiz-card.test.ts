import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, freshHome, PROGRAM } from './program.ts';
import { answersIn, eventsIn, hold, QUEUES, quizBundle, right, wrong } from './quiz.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

const [ENTER, CTRL_C, CTRL_D] = ['\r', '\u0003', '\u0004'];
const SHOWN_AGAIN = '\u001b[?25h';
const HIDDEN = '\u001b[?25l';

let bundle = '';
beforeAll(() => {
  bundle = quizBundle();
});

const CHOICE = ['--topic', 'queues', '--kind', 'choice'];
const TWO = ['--topic', 'queues', '--kind', 'choice', 'multi'];

interface Card {
  screen: Terminal;
  home: string;
  /** The keys that answer the first question, right and wrong. */
  right: string;
  wrong: string;
}

/** A quiz in a terminal whose first question has been drawn; the same seed told its keys before. */
async function card(words: string[], options: TerminalOptions & { from?: string } = {}): Promise<Card> {
  const { home = freshHome(), from = bundle } = options;
  const all = ['--bundle', from, '--seed', '5', ...words];
  const { said } = await hold([...all, '--no-save'], { home, reply: () => ({ command: 'quit' }) });
  const [first] = said;
  if (first?.type !== 'question') throw new Error('nothing was asked');
  const keys = (answer: unknown) =>
    Array.isArray(answer) ? `${answer.join('')}${ENTER}` : `${answer}${first.options ? '' : ENTER}`;
  const screen = new Terminal(process.execPath, [PROGRAM, 'quiz', ...all], { ...options, home });
  await screen.shows(new RegExp(first.prompt.replace(/[?.]/g, '\\$&')));
  await screen.shows(/flag|commands/);
  return { screen, home, right: keys(right(first)), wrong: keys(wrong(first)) };
}

async function isOver({ screen }: Card, code = 0): Promise<void> {
  expect(await screen.ended()).toBe(code);
  expect(screen.drawn.lastIndexOf(SHOWN_AGAIN)).toBeGreaterThanOrEqual(screen.drawn.lastIndexOf(HIDDEN));
  expect(screen.drawn).not.toMatch(/ {4}at .*:\d+|A defect in/);
}

const kept = (home: string) =>
  eventsIn(home).map(({ type, grade, hints }) => [type, grade, hints].filter((x) => x !== undefined));

describe('the card', () => {
  it('right: one key, the result, and the end', async () => {
    const at = await card(CHOICE);
    at.screen.type(at.right);
    await at.screen.shows(/right/);
    await at.screen.shows(/Because\./);
    at.screen.type(ENTER);
    await at.screen.shows(/1 of 1 right/);
    await isOver(at);
    expect(kept(at.home)).toEqual([['answer', 'easy', 0]]);
  });

  it('wrong: why, regraded by a key, and it does not come back', async () => {
    const at = await card(CHOICE);
    at.screen.type(at.wrong);
    await at.screen.shows(/wrong/);
    await at.screen.shows(/It is not\./);
    at.screen.type('3');
    await at.screen.shows(/Regraded/);
    at.screen.type(ENTER);
    await at.screen.shows(/1 of 1 right/);
    await isOver(at);
    expect(kept(at.home)).toEqual([
      ['answer', 'again', 0],
      ['override', 'good'],
    ]);
  });

  it('wrong: comes back once', async () => {
    const at = await card(CHOICE);
    at.screen.type(at.wrong);
    await at.screen.shows(/wrong/);
    at.screen.type(ENTER);
    await at.screen.shows(/2 of 2/);
    await at.screen.shows(/flag/);
    at.screen.type('q');
    await isOver(at);
    expect(kept(at.home)).toEqual([['answer', 'again', 0]]);
  });

  it.each([
    ['1', 'again'],
    ['2', 'hard'],
    ['4', 'easy'],
  ])('%s on the result is %s', async (key, grade) => {
    const at = await card([...CHOICE, '--no-relearn']);
    at.screen.type(at.right);
    await at.screen.shows(/Because\./);
    at.screen.type(key);
    await at.screen.shows(/Regraded/);
    at.screen.type(CTRL_D);
    await isOver(at);
    expect(eventsIn(at.home)[1]).toMatchObject({ type: 'override', grade });
  });

  it('hint, guess and flag leave the question open; what is right is then hard', async () => {
    const at = await card(CHOICE);
    at.screen.type('?');
    await at.screen.shows(/First hint/);
    await at.screen.shows(/skip/);
    at.screen.type('?');
    await at.screen.shows(/Second hint/);
    await at.screen.shows(/skip/);
    at.screen.type('!');
    await at.screen.shows(/Flagged: q-choice/);
    await at.screen.shows(/skip/);
    at.screen.type('g');
    await at.screen.shows(/guess: right|A guess/);
    await at.screen.shows(/skip/);
    at.screen.type(at.right);
    await at.screen.shows(/right/);
    at.screen.type(ENTER);
    await isOver(at);
    expect(eventsIn(at.home).map(({ type }) => type)).toEqual(['flag', 'answer']);
    expect(answersIn(at.home)).toMatchObject([{ hints: 2, grade: 'hard', confidence: 0.3 }]);
  });

  it('Enter before the answer is whole says what is missing', async () => {
    const one = await card(CHOICE);
    one.screen.type(ENTER);
    await one.screen.shows(/! Write one letter: a, b, c\./);
    one.screen.type(CTRL_C);
    await isOver(one, 130);
    const order = await card(['--kind', 'order']);
    order.screen.type(`12${ENTER}`);
    await order.screen.shows(/! Name every letter: c, d are missing\./);
    await order.screen.shows(/1–4 next/);
    order.screen.type(CTRL_C);
    await isOver(order, 130);
    expect([...answersIn(one.home), ...answersIn(order.home)]).toEqual([]);
  });

  it('skip, undo, suspend', async () => {
    const at = await card(TWO);
    at.screen.type('s');
    await at.screen.shows(/2 of 2/);
    await at.screen.shows(/flag/);
    at.screen.type('u');
    await at.screen.shows(/1 of 2/);
    await at.screen.shows(/flag/);
    at.screen.type('x');
    await at.screen.shows(/2 of 2/);
    await at.screen.shows(/flag/);
    at.screen.type('q');
    await isOver(at);
    const [skip, undo, suspend] = eventsIn(at.home);
    expect(undo).toMatchObject({ type: 'undo', of: skip?.id });
    expect(suspend).toMatchObject({ type: 'suspend', q: skip?.q });
  });

  it('undo on the result asks the same again; suspended there, it does not come back', async () => {
    const at = await card(CHOICE);
    at.screen.type(at.wrong);
    await at.screen.shows(/Because\./);
    at.screen.type('u');
    await at.screen.shows(/1 of 1/);
    await at.screen.shows(/flag/);
    at.screen.type(at.wrong);
    await at.screen.shows(/Because\./);
    at.screen.type('x');
    await at.screen.shows(/not asked again/);
    at.screen.type(ENTER);
    await at.screen.shows(/0 of 1 right/);
    await isOver(at);
    const events = eventsIn(at.home);
    expect(events.map(({ type }) => type)).toEqual(['answer', 'undo', 'answer', 'suspend']);
    expect(events[2]).toMatchObject({ draw: events[0]?.draw, answer: events[0]?.answer });
  });

  it.each(['multi', 'order', 'numeric', 'term'])('%s is answered by keys and Enter', async (kind) => {
    const at = await card(['--topic', 'queues', '--kind', kind, '--count', '1']);
    at.screen.type(kind === 'order' ? `${at.right}${ENTER}`.replace(/\r+$/, ENTER) : at.right);
    await at.screen.shows(/✔ right/);
    at.screen.type(ENTER);
    await isOver(at);
    expect(answersIn(at.home)).toMatchObject([{ correct: true }]);
  });

  it('an open answer is pasted, ticked against the rubric, and kept as it was written', async () => {
    const at = await card(['--kind', 'open']);
    const text = 'I would measure first, 漢字 and “quotes” — s q x u ?';
    at.screen.type(text);
    await at.screen.shows(/quotes” — s q x u \?/);
    at.screen.type(ENTER);
    await at.screen.shows(/A model answer/);
    await at.screen.shows(/enter done/);
    at.screen.type(`124${ENTER}`);
    await at.screen.shows(/✔ right/);
    at.screen.type(ENTER);
    await isOver(at);
    expect(answersIn(at.home)[0]).toMatchObject({
      answer: { text, points: ['p1', 'p2', 'p4'] },
      missed: ['p3'],
    });
  });

  it('$EDITOR writes an open answer; one that fails leaves the question open', async () => {
    const from = quizBundle(QUEUES.replace('kind: open,', 'kind: open, editor: true,'));
    const editor = join(folder(), 'my editor');
    writeFileSync(
      editor,
      '#!/bin/sh\ngrep -q "Tell me" "$1" && printf "In the editor\\nin two lines\\n" >> "$1"\n',
    );
    chmodSync(editor, 0o755);
    const at = await card(['--kind', 'open'], { from, env: { EDITOR: `'${editor}'` } });
    at.screen.type(ENTER);
    await at.screen.shows(/A model answer/);
    at.screen.type(`1234${ENTER}`);
    await at.screen.shows(/✔ right/);
    at.screen.type(ENTER);
    await isOver(at);
    expect(answersIn(at.home)[0]?.answer.text).toBe('In the editor\nin two lines');
    const none = await card(['--kind', 'open'], { from, env: { EDITOR: 'false' } });
    none.screen.type(ENTER);
    await none.screen.shows(/Tell me\./);
    none.screen.type(CTRL_C);
    await isOver(none, 130);
    expect(answersIn(none.home)).toEqual([]);
  });

  it('wide characters and a narrow window: no line is broken by the terminal, also after a resize', async () => {
    const prompt = '漢字かな交じり文は幅が二倍になるので、折り返しが正しくなければならない。全角文字。';
    const from = quizBundle(QUEUES.replace('"Which one?"', `"Which one? ${prompt}"`));
    const home = freshHome();
    const screen = new Terminal(
      process.execPath,
      [PROGRAM, 'quiz', '--bundle', from, '--seed', '5', '--no-timer', ...CHOICE],
      { home, columns: 80, env: { NO_COLOR: '1' } },
    );
    await screen.shows(/Which one\?/);
    await screen.shows(/flag/);
    const before = screen.drawn.length;
    screen.resize(44);
    screen.type('?');
    await screen.shows(/First hint/);
    await screen.shows(/flag/);
    // What is drawn at the old width, before the program hears of the new one, is followed by a drawing at the new.
    const widest = () => {
      const lines = stripVTControlCharacters(screen.drawn.slice(before)).split(/\r?\n/);
      const last = lines.slice(lines.findLastIndex((line) => line.includes('Which one?')));
      return Math.max(...last.map((line) => stringWidth(line)));
    };
    await expect.poll(widest, { timeout: 20_000 }).toBeLessThanOrEqual(44);
    screen.type('q');
    expect(await screen.ended()).toBe(0);
  });
});

describe('the end before the end', () => {
  it('Ctrl-C says what is saved, shows the cursor, exits 130', async () => {
    const at = await card(TWO);
    at.screen.type(at.right);
    await at.screen.shows(/Because\./);
    at.screen.type(ENTER);
    await at.screen.shows(/2 of 2/);
    await at.screen.shows(/flag/);
    at.screen.type(CTRL_C);
    await at.screen.shows(/Stopped\. .*saved\./);
    await isOver(at, 130);
    expect(answersIn(at.home)).toHaveLength(1);
    const unkept = await card([...CHOICE, '--no-save']);
    unkept.screen.type(CTRL_C);
    await unkept.screen.shows(/Stopped\. Nothing is kept/);
    await isOver(unkept, 130);
    expect(existsSync(join(unkept.home, 'journal'))).toBe(false);
  });

  it('Ctrl-D on a card, on a line and on a result ends it with the summary', async () => {
    const onCard = await card(CHOICE);
    onCard.screen.type(CTRL_D);
    await isOver(onCard);
    const onLine = await card(['--kind', 'term']);
    onLine.screen.type(CTRL_D);
    await isOver(onLine);
    const onResult = await card(TWO);
    onResult.screen.type(onResult.right);
    await onResult.screen.shows(/Because\./);
    onResult.screen.type(CTRL_D);
    await onResult.screen.shows(/1 of 1 right/);
    await isOver(onResult);
    expect(answersIn(onResult.home)).toHaveLength(1);
  });

  it('a window that is closed ends it; what was answered is kept', async () => {
    const at = await card(TWO);
    at.screen.type(at.right);
    await at.screen.shows(/Because\./);
    at.screen.hangUp();
    await at.screen.ended();
    expect(answersIn(at.home)).toHaveLength(1);
  });
});
