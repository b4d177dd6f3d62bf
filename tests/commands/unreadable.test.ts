import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { freshHome, inside } from './inside.ts';

/** All that work from the record. */
const COMMANDS = [
  ['today'],
  ['progress'],
  ['plan'],
  ['priorities'],
  ['checklist'],
  ['checklist', '--tick', 'c1'],
  ['setup'],
  ['setup', '--minutes', '30'],
  ['export', 'json'],
  ['quiz', '--flagged'],
  ['sync'],
];

it('a record that cannot be read is never taken for an empty one', async () => {
  const isFile = freshHome();
  mkdirSync(dirname(isFile), { recursive: true });
  writeFileSync(isFile, '');
  const halfReadable = freshHome();
  mkdirSync(join(halfReadable, 'journal'), { recursive: true });
  symlinkSync('loop.jsonl', join(halfReadable, 'journal/loop.jsonl'));
  for (const home of [isFile, halfReadable]) {
    for (const argv of COMMANDS) {
      const { code, stdout, stderr } = await inside(argv, { home });
      expect({ argv, code, stdout }).toEqual({ argv, code: 1, stdout: '' });
      expect(stderr.split('\n')).toEqual([
        expect.stringMatching(/^The journal .* cannot be read: .+\.$/),
        expect.stringMatching(/^ {2}\S.*MISTRAL_PREP_HOME/),
        '',
      ]);
    }
  }
  rmSync(isFile);
});

it('lines that are set aside are said once on stderr, and the answer goes on', async () => {
  const home = freshHome();
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(join(home, 'journal/a.jsonl'), '{"v":1,"id":"torn\n');
  for (const argv of [['progress'], ['checklist', 'coding'], ['setup', '--json'], ['plan', '--json']]) {
    const { code, stdout, stderr } = await inside(argv, { home });
    expect({ argv, code, stderr }).toEqual({
      argv,
      code: 0,
      stderr:
        'warning: 1 line of the journal is set aside and not counted; see why: mistral-prep journal check\n',
    });
    if (argv.includes('--json')) JSON.parse(stdout);
  }
});

it('journal check names the folder that cannot be read, and sets nothing aside', async () => {
  const home = freshHome();
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'journal'), '');
  const { code, stdout } = await inside(['journal', 'check', '--width', '200'], { home });
  expect(code).toBe(1);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(/^✘ \S*\/journal cannot be read: .*\(ENOTDIR\)\. Move .*\. $/);
});
