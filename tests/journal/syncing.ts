import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

export const PROGRAM = fileURLToPath(new URL('../../bin/mistral-prep.js', import.meta.url));

/** All homes and remotes of one file of tests. */
export const root = mkdtempSync(join(tmpdir(), 'sync-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;

export function bare(): string {
  const dir = join(root, `remote${++count}.git`);
  expect(spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', dir]).status).toBe(0);
  return dir;
}
export const home = () => join(root, `home${++count}`);
export const env = (dir: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  HOME: root,
  MISTRAL_PREP_HOME: dir,
  ...more,
});
export const run = (dir: string, ...words: string[]) => runWith({}, dir, ...words);
export const runWith = (more: Record<string, string>, dir: string, ...words: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...words], { env: env(dir, more), encoding: 'utf8' });
export const gitOf = (dir: string, ...words: string[]) =>
  spawnSync('git', ['-C', dir, ...words], { env: env(dir), encoding: 'utf8' }).stdout;
export const ticked = (dir: string): string[] =>
  JSON.parse(run(dir, 'checklist', '--json').stdout).rounds.flatMap(
    ({ items }: { items: { id: string; done: boolean }[] }) =>
      items.filter(({ done }) => done).map(({ id }) => id),
  );

/** The journal's files, as they are. */
export function recordsOf(dir: string): [path: string, bytes: Buffer][] {
  const journal = join(dir, 'journal');
  return readdirSync(journal, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map(({ name }) => [join(journal, name), readFileSync(join(journal, name))]);
}

/** What somebody else has put into a remote. */
export function push(remote: string, name: string, text: string): void {
  const clone = home();
  spawnSync('git', ['clone', '--quiet', remote, clone], { env: env(clone) });
  writeFileSync(join(clone, name), text);
  gitOf(clone, 'add', name);
  gitOf(clone, '-c', 'user.name=x', '-c', 'user.email=x', 'commit', '--quiet', '-m', 'x');
  gitOf(clone, 'push', '--quiet', 'origin', 'main');
}
