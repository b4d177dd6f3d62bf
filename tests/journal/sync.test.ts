import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../bin/mistral-prep.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'sync-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
function bare(): string {
  const dir = join(root, `remote${++count}.git`);
  expect(spawnSync('git', ['init', '--quiet', '--bare', dir]).status).toBe(0);
  return dir;
}
const home = () => join(root, `home${++count}`);
const env = (dir: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  HOME: root,
  MISTRAL_PREP_HOME: dir,
  ...more,
});
const run = (dir: string, ...words: string[]) => runWith({}, dir, ...words);
const runWith = (more: Record<string, string>, dir: string, ...words: string[]) =>
  spawnSync(process.execPath, [program, ...words], { env: env(dir, more), encoding: 'utf8' });
const gitOf = (dir: string, ...words: string[]) =>
  spawnSync('git', ['-C', dir, ...words], { env: env(dir), encoding: 'utf8' }).stdout;
const ticked = (dir: string): string[] =>
  JSON.parse(run(dir, 'checklist', '--json').stdout).rounds.flatMap(
    ({ items }: { items: { id: string; done: boolean }[] }) =>
      items.filter(({ done }) => done).map(({ id }) => id),
  );

describe('sync', () => {
  it('brings two machines together, though each began alone', () => {
    const [remote, a, b] = [bare(), home(), home()];
    run(a, 'checklist', '--tick', 'c1');
    run(b, 'checklist', '--tick', 'c2');
    expect(run(a, 'sync', '--remote', remote)).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(run(b, 'sync', '--remote', remote, '--json').stdout)).toMatchObject({
      received: 1,
      sent: true,
      events: 2,
    });
    expect(run(a, 'sync').stdout).toContain('new from 1 machine');
    expect([ticked(a), ticked(b)]).toEqual([
      ['c1', 'c2'],
      ['c1', 'c2'],
    ]);
    expect(JSON.parse(run(a, 'sync', '--json').stdout)).toMatchObject({ received: 0, sent: false });
    expect(readFileSync(join(a, 'journal', '.gitattributes'), 'utf8')).toBe('*.jsonl -text merge=union\n');
  });

  it('three homes that write and sync at once lose nothing', { timeout: 120_000 }, async () => {
    const remote = bare();
    const homes = [home(), home(), home()];
    for (const dir of homes) {
      run(dir, 'checklist', '--tick', 'r1');
      expect(run(dir, 'sync', '--remote', remote).status).toBe(0);
    }
    const items = ['c1', 'c2', 'c3', 'c4'];
    const work = async (dir: string, n: number) => {
      for (const item of items) {
        const words = n === 2 ? ['checklist', '--untick', item] : ['checklist', '--tick', item];
        expect(await exitOf(dir, words)).toBe(0);
        expect(await exitOf(dir, ['sync'])).toBe(0);
      }
    };
    await Promise.all(homes.map(work));
    for (const dir of homes) expect(run(dir, 'sync').status).toBe(0);
    for (const dir of homes) expect(run(dir, 'sync').status).toBe(0);
    const lines = homes.map((dir) => {
      const journal = join(dir, 'journal');
      const names = readdirSync(journal).filter((name) => name.endsWith('.jsonl'));
      return names.sort().flatMap((name) => readFileSync(join(journal, name), 'utf8').trim().split('\n'));
    });
    expect(lines[0]).toHaveLength(3 * (1 + items.length));
    expect(lines[1]).toEqual(lines[0]);
    expect(lines[2]).toEqual(lines[0]);
    expect(JSON.parse(run(homes[0] ?? '', 'journal', 'check', '--json').stdout).problems).toEqual([]);
  });

  it('refuses a copied home, and loses nothing of either', () => {
    const [remote, a, b] = [bare(), home(), home()];
    run(a, 'checklist', '--tick', 'c1');
    run(a, 'sync', '--remote', remote);
    cpSync(a, b, { recursive: true });
    run(b, 'checklist', '--tick', 'c2');
    expect(run(b, 'sync').status).toBe(0);
    run(a, 'checklist', '--tick', 'c3');
    const refused = run(a, 'sync');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^Another machine writes as this device, .*\n {2}.*\n$/);
    expect(ticked(a)).toEqual(['c1', 'c3']);
    // As the line says: a new id, and both ends of the old file are kept.
    rmSync(join(a, 'device'));
    run(a, 'checklist', '--tick', 'c4');
    expect(run(a, 'sync')).toMatchObject({ status: 0, stderr: '' });
    expect(ticked(a)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it('says in one line what is missing', () => {
    const a = home();
    const none = run(a, 'sync');
    expect([none.status, none.stderr.split('\n')[0]]).toEqual([
      1,
      'This record is not synced with anything yet.',
    ]);
    const wrong = run(a, 'sync', '--remote', join(root, 'nowhere'));
    expect(wrong.status).toBe(1);
    expect(wrong.stderr.split('\n')).toHaveLength(3);
    const without = join(root, 'bin');
    mkdirSync(without, { recursive: true });
    const noGit = runWith({ PATH: without }, a, 'sync', '--remote', bare());
    expect([noGit.status, noGit.stderr.split('\n')[0]]).toEqual([1, 'Syncing needs git, and there is none.']);
  });

  it('an address that does not answer leaves the old one in its place', () => {
    const [remote, a] = [bare(), home()];
    run(a, 'checklist', '--tick', 'c1');
    run(a, 'sync', '--remote', remote);
    expect(run(a, 'sync', '--remote', join(root, 'nowhere')).status).toBe(1);
    expect(run(a, 'sync').status).toBe(0);
  });

  it('touches no other repository whose variables it has inherited', () => {
    const [remote, other, a] = [bare(), join(root, 'other'), home()];
    spawnSync('git', ['init', '--quiet', other]);
    const inOther = (...names: string[]) => join(other, '.git', ...names);
    run(a, 'checklist', '--tick', 'c1');
    const inherited = {
      GIT_DIR: inOther(),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: inOther('index'),
      GIT_OBJECT_DIRECTORY: inOther('objects'),
      GIT_COMMON_DIR: inOther(),
      GIT_NAMESPACE: 'other',
      GIT_PREFIX: 'other/',
    };
    expect(runWith(inherited, a, 'sync', '--remote', remote)).toMatchObject({ status: 0, stderr: '' });
    expect(gitOf(other, 'ls-files')).toBe('');
    expect(gitOf(other, 'count-objects')).toMatch(/^0 objects/);
    expect(gitOf(remote, 'ls-tree', '--name-only', 'main')).toContain('.jsonl');
  });

  it('whatever the settings of the learner are', () => {
    const [remote, a, b] = [bare(), home(), home()];
    const hooks = join(root, 'hooks');
    mkdirSync(hooks);
    for (const name of ['pre-commit', 'pre-push', 'pre-merge-commit']) {
      writeFileSync(join(hooks, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    }
    const config = join(root, 'config');
    writeFileSync(config, `[merge]\n\tff = only\n[core]\n\thooksPath = ${hooks}\n`);
    const settings = { GIT_CONFIG_GLOBAL: config };
    run(a, 'checklist', '--tick', 'c1');
    run(b, 'checklist', '--tick', 'c2');
    for (const dir of [a, b, a]) {
      const done = runWith(settings, dir, 'sync', '--remote', remote);
      expect(done).toMatchObject({ status: 0, stderr: '' });
    }
    expect([ticked(a), ticked(b)]).toEqual([
      ['c1', 'c2'],
      ['c1', 'c2'],
    ]);
  });

  it('keeps every byte, also of a line that git might take for text', () => {
    const [remote, a, b] = [bare(), home(), home()];
    run(a, 'checklist', '--tick', 'c1');
    const journal = join(a, 'journal');
    const name = readdirSync(journal).find((one) => one.endsWith('.jsonl')) ?? '';
    writeFileSync(join(journal, name), `${readFileSync(join(journal, name), 'utf8')}{"torn":"\r\n`);
    run(a, 'sync', '--remote', remote);
    run(b, 'sync', '--remote', remote);
    expect(readFileSync(join(b, 'journal', name))).toEqual(readFileSync(join(journal, name)));
  });
});

function exitOf(dir: string, words: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { env: env(dir), stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
