import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editedBundle } from './bundles.ts';
import { freshHome, PROGRAM, run } from './program.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

const inTerminal = (words: string[], options: TerminalOptions = {}) =>
  new Terminal(process.execPath, [PROGRAM, ...words], options);

async function doneIn(home: string): Promise<string[]> {
  const { stdout } = await run(['checklist', 'coding', '--json'], { home });
  const [{ items }] = JSON.parse(stdout).rounds;
  return items.filter(({ done }: { done: boolean }) => done).map(({ id }: { id: string }) => id);
}

const [SPACE, ENTER, DOWN, CTRL_C, CTRL_U] = [' ', '\r', '\u001b[B', '\u0003', '\u0015'];
const SHOWN_AGAIN = '\u001b[?25h';
const HIDDEN = '\u001b[?25l';

/** Bytes of all journal files. */
function written(home: string): number {
  const dir = join(home, 'journal');
  if (!existsSync(dir)) return 0;
  return readdirSync(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
}

describe('checklist --interactive', () => {
  it('space ticks, enter saves, and the answer shows what is done', async () => {
    const home = freshHome();
    const list = inTerminal(['checklist', 'coding', '--interactive'], { home });
    await list.shows(/Done so far/);
    await list.shows(/c8/);
    list.type(SPACE);
    await list.shows(/c8/);
    list.type(DOWN);
    await list.shows(/c8/);
    list.type(DOWN);
    await list.shows(/c8/);
    list.type(SPACE);
    await list.shows(/c8/);
    list.type(ENTER);
    await list.shows(/2 of 8/);
    expect(await list.ended()).toBe(0);
    expect(list.drawn.lastIndexOf(SHOWN_AGAIN)).toBeGreaterThan(list.drawn.lastIndexOf(HIDDEN));
    expect(await doneIn(home)).toEqual(['c1', 'c3']);

    // What was ticked comes ticked, and can be taken back.
    const again = inTerminal(['checklist', 'coding', '-i'], { home });
    await again.shows(/c8/);
    again.type(SPACE);
    await again.shows(/c8/);
    again.type(ENTER);
    await again.shows(/1 of 8/);
    expect(await again.ended()).toBe(0);
    expect(await doneIn(home)).toEqual(['c3']);

    // Nothing changed is nothing written.
    const before = written(home);
    const still = inTerminal(['checklist', 'coding', '-i'], { home });
    await still.shows(/c8/);
    still.type(ENTER);
    expect(await still.ended()).toBe(0);
    expect(written(home)).toBe(before);
  });

  it('Ctrl-C, which the list names, shows the cursor again, keeps nothing, says so and exits 130', async () => {
    const home = freshHome();
    await run(['checklist', '--tick', 'c2'], { home });
    const before = written(home);
    const list = inTerminal(['checklist', 'coding', '-i', '--tick', 'c3'], { home });
    await list.shows(/c8/);
    await list.shows(/ctrl-c leaves without saving/);
    list.type(SPACE);
    await list.shows(/c8/);
    list.type(CTRL_C);
    await list.shows(/Stopped\. Nothing of this was kept\./);
    expect(await list.ended()).toBe(130);
    expect(list.drawn.lastIndexOf(SHOWN_AGAIN)).toBeGreaterThan(list.drawn.lastIndexOf(HIDDEN));
    expect(list.drawn).not.toMatch(/ {4}at /);
    expect(written(home)).toBe(before);
    expect(await doneIn(home)).toEqual(['c2']);
  });

  it('ticks beside it stand in the list, and are kept with it', async () => {
    const home = freshHome();
    const list = inTerminal(['checklist', 'coding', '-i', '--tick', 'c2', 'c3'], { home });
    await list.shows(/c8/);
    list.type(`${DOWN}${SPACE}`);
    await list.shows(/☐ c2/);
    list.type(ENTER);
    expect(await list.ended()).toBe(0);
    expect(await doneIn(home)).toEqual(['c3']);
  });

  it('is not asked where nothing can be kept, nor where there is nothing to tick', async () => {
    const home = freshHome();
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'journal'), '');
    const list = inTerminal(['checklist', 'coding', '-i'], { home });
    expect(await list.ended()).toBe(1);
    expect(list.drawn).not.toContain('Done so far');
    expect(list.drawn).toMatch(/cannot\s+be\s+written/);

    const bundle = editedBundle({
      'rounds.yaml': (text) => text.replaceAll(/^ {4}checklist:\n(^ {6}.*\n)+/gm, ''),
    });
    const empty = inTerminal(['checklist', 'coding', '-i', '--bundle', bundle]);
    expect(await empty.ended()).toBe(0);
    expect(empty.drawn).toMatch(/Nothing to do before it/);
  });

  it('without a terminal it is one line and 2, and ticks beside it are not kept', async () => {
    const home = freshHome();
    const { code, stdout, stderr } = await run(['checklist', 'coding', '-i', '--tick', 'c1'], {
      home,
      input: ' \r',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'Ticking in a list needs a terminal.',
      expect.stringContaining('--tick'),
      '',
    ]);
    expect(existsSync(home)).toBe(false);
  });
});

describe('setup', () => {
  it('Ctrl-C keeps nothing of what was answered, and says so', async () => {
    const home = freshHome();
    const questions = inTerminal(['setup'], { home });
    await questions.shows(/Track/);
    questions.type(ENTER);
    await questions.shows(/Last round/);
    questions.type(`2026-12-18${ENTER}`);
    await questions.shows(/Recruiter/);
    questions.type(CTRL_C);
    await questions.shows(/Stopped\. Nothing of this was kept\./);
    expect(await questions.ended()).toBe(130);
    expect(written(home)).toBe(0);
  });

  it('a date that is cleared is taken back, by an empty line or by none; a wrong one stands to be mended', async () => {
    const home = freshHome();
    const dates = ['--interview', '2026-12-18', '--round', 'coding=2026-12-05', '--day-off', '2026-12-06'];
    await run(['setup', ...dates, '--weekday', 'sun=20', 'sat=90'], { home });
    const questions = inTerminal(['setup'], { home });
    await questions.shows(/Track/);
    questions.type(ENTER);
    await questions.shows(/Last round.*none.*2026-12-18/);
    questions.type(`${CTRL_U}${ENTER}`);
    await questions.shows(/Recruiter/);
    questions.type(`2026-13-01${ENTER}`);
    await questions.shows(/01 to 12/);
    questions.type(`${CTRL_U}2026-12-01${ENTER}`);
    await questions.shows(/Coding.*none.*2026-12-05/);
    questions.type(`${CTRL_U}none${ENTER}`);
    for (const title of [/Coding \/ ML/, /System design/, /dive/, /Behavioural/]) {
      await questions.shows(title);
      questions.type(ENTER);
    }
    await questions.shows(/Minutes.*40/);
    questions.type(`${CTRL_U}0${ENTER}`);
    await questions.shows(/Give 1 to 960/);
    questions.type(`${CTRL_U}999${ENTER}`);
    await questions.shows(/999[\s\S]*Give 1 to 960/);
    questions.type(`${CTRL_U}45${ENTER}`);
    await questions.shows(/Days that differ.*sun=20 sat=90/);
    questions.type(`${CTRL_U}sun${ENTER}`);
    await questions.shows(/Write it as sat=90/);
    questions.type(`${CTRL_U}sun=0, wed=50${ENTER}`);
    await questions.shows(/Days off.*2026-12-06/);
    questions.type(`${CTRL_U}${ENTER}`);
    await questions.shows(/Level/);
    questions.type(ENTER);
    await questions.shows(/Place/);
    questions.type(ENTER);
    await questions.shows(/Your setup/);
    expect(await questions.ended()).toBe(0);
    const [recruiter] = JSON.parse((await run(['rounds', '--json'])).stdout).rounds;
    expect(JSON.parse((await run(['setup', '--json'], { home })).stdout)).toMatchObject({
      interview: null,
      minutes: 45,
      weekdays: { sun: 0, wed: 50 },
      daysOff: [],
      rounds: [{ id: recruiter.id, date: '2026-12-01' }],
    });
  });
});

describe('in a real terminal', () => {
  it('the screen has colours and its own width; NO_COLOR and --no-color take them away', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
    const colour = /\u001b\[\d+m/;
    const drawn = async (words: string[], options?: TerminalOptions) => {
      const terminal = inTerminal(words, options);
      expect(await terminal.ended()).toBe(0);
      return terminal.drawn;
    };
    expect(await drawn(['comp'])).toMatch(colour);
    expect(await drawn(['--help'])).toMatch(colour);
    expect(await drawn(['comp'], { env: { NO_COLOR: '1' } })).not.toMatch(colour);
    expect(await drawn(['comp', '--no-color'])).not.toMatch(colour);
    const narrow = await drawn(['comp'], { columns: 44, env: { NO_COLOR: '1' } });
    expect(Math.max(...narrow.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(44);
  });

  it('the list to tick is drawn without colours where none are wanted', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
    const hue = /\u001b\[(3[0-7]|9[0-7])m[^\u001b]/;
    for (const [words, env] of [
      [['--no-color'], {}],
      [[], { NO_COLOR: '1' }],
    ] as const) {
      const list = inTerminal(['checklist', 'coding', '-i', ...words], { env });
      await list.shows(/c8/);
      list.type(ENTER);
      expect(await list.ended()).toBe(0);
      expect(list.drawn).not.toMatch(hue);
    }
  });
});
