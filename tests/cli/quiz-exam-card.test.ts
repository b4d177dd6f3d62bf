import { beforeAll, expect, it } from 'vitest';
import { freshHome, PROGRAM } from './program.ts';
import { answersIn, eventsIn, hold, quizBundle, right } from './quiz.ts';
import { Terminal } from './terminal.ts';

let bundle = '';
beforeAll(() => {
  bundle = quizBundle();
});

/** A home with an exam that was cut off: of its seven questions one is answered, and one set aside. */
async function cutOff(): Promise<string> {
  const home = freshHome();
  let kill = () => {};
  await hold(['--bundle', bundle, '--mode', 'exam', '--minutes', '30'], {
    home,
    onStart: (child) => {
      kill = () => child.kill('SIGKILL');
    },
    reply: (came) => {
      if (came.type !== 'question') return undefined;
      if (came.number === 1) return { answer: right(came) };
      if (came.number === 2) return { command: 'suspend' };
      kill();
      return undefined;
    },
  });
  return home;
}

/** The offer, in a terminal. */
async function offered(home: string, ...words: string[]): Promise<Terminal> {
  const screen = new Terminal(process.execPath, [PROGRAM, 'quiz', '--bundle', bundle, ...words], { home });
  await screen.shows(/An exam was cut off: 5 of 7 questions are left, and 30 minutes\. Go on with it\?/);
  await screen.shows(/enter yes {3}n no {3}q quit/);
  return screen;
}

it('q, Ctrl-D and Ctrl-C leave an exam that was cut off as it is; n ends it', async () => {
  const home = await cutOff();
  const events = eventsIn(home);
  for (const key of ['q', '\u0004']) {
    const screen = await offered(home);
    screen.type(key);
    await screen.shows(/the exam is offered again/);
    expect(await screen.ended()).toBe(0);
  }
  const stopped = await offered(home);
  stopped.type('\u0003');
  expect(await stopped.ended()).toBe(130);
  expect(eventsIn(home)).toEqual(events);
  const ended = await offered(home);
  ended.type('n');
  await ended.shows(/flag|commands/);
  ended.type('\u0003');
  expect(await ended.ended()).toBe(130);
  expect(eventsIn(home).slice(events.length)).toMatchObject([{ type: 'set', key: 'exam', value: null }]);
});

it('under --no-save a no is not kept either', async () => {
  const home = await cutOff();
  const events = eventsIn(home);
  const screen = await offered(home, '--no-save');
  screen.type('n');
  await screen.shows(/flag|commands/);
  screen.type('\u0003');
  expect(await screen.ended()).toBe(130);
  expect(eventsIn(home)).toEqual(events);
});

it('what was set aside in it is not asked again', async () => {
  const home = await cutOff();
  const [, , { q: aside }] = eventsIn(home) as [object, object, { q: string }];
  const screen = await offered(home);
  screen.type('\r');
  for (let n = 1; n <= 5; n++) {
    await screen.shows(new RegExp(`${n} of 5`));
    await screen.shows(/flag|commands/);
    // Where text is typed, Tab comes before a command.
    const isTyped = /tab skip/.test(screen.drawn.slice(screen.drawn.lastIndexOf(`${n} of 5`)));
    screen.type(isTyped ? '\ts' : 's');
  }
  await screen.shows(/1 of 1 right/);
  expect(await screen.ended()).toBe(0);
  const skipped = eventsIn(home).filter(({ type }) => type === 'skip');
  expect(skipped.map(({ q }) => q)).not.toContain(aside);
  expect(skipped).toHaveLength(5);
  expect(answersIn(home)).toHaveLength(1);
});
