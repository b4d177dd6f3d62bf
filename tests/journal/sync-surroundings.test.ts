import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare, env, gitOf, home, PROGRAM, push, recordsOf, root, run, runWith, ticked } from './syncing.ts';

describe('sync', () => {
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
    const ignored = join(root, 'ignored');
    writeFileSync(ignored, '*.jsonl\n');
    writeFileSync(
      config,
      `[merge]\n\tff = only\n[core]\n\thooksPath = ${hooks}\n\texcludesFile = ${ignored}\n`,
    );
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

  it('a remote in a folder is meant from where it is typed', () => {
    const [remote, a] = [bare(), home()];
    run(a, 'checklist', '--tick', 'c1');
    for (const words of [['--remote', `./${basename(remote)}`], []]) {
      const options = { cwd: root, env: env(a), encoding: 'utf8' } as const;
      const { stdout } = spawnSync(process.execPath, [PROGRAM, 'sync', '--json', ...words], options);
      expect(JSON.parse(stdout).remote).toBe(realpathSync(remote));
    }
  });

  it('takes only files, and leaves what the remote holds besides as it is', () => {
    const [remote, a] = [bare(), home()];
    push(remote, '.gitattributes', '* text eol=crlf\n');
    run(a, 'checklist', '--tick', 'c1');
    mkdirSync(join(a, 'journal', 'x.jsonl'));
    writeFileSync(join(a, 'journal', 'x.jsonl', 'y'), '');
    symlinkSync('nowhere', join(a, 'journal', 'z.jsonl'));
    for (const _ of [1, 2]) {
      const { status, stderr } = run(a, 'sync', '--remote', remote);
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('journal check') });
    }
    expect(gitOf(remote, 'show', 'main:.gitattributes')).toBe('* text eol=crlf\n');
    const [[path = '', bytes] = []] = recordsOf(a);
    expect(gitOf(remote, 'show', `main:${basename(path)}`)).toBe(bytes?.toString());
    expect(gitOf(remote, 'ls-tree', '--name-only', 'main')).toBe(`.gitattributes\n${basename(path)}\n`);
  });

  it('says which lock a sync that was killed has left, and goes on once it is deleted', () => {
    const [remote, a] = [bare(), home()];
    run(a, 'checklist', '--tick', 'c1');
    run(a, 'sync', '--remote', remote);
    const git = join(realpathSync(a), 'journal', '.git');
    for (const [n, name] of ['index.lock', 'HEAD.lock', 'refs/heads/main.lock'].entries()) {
      const lock = join(git, name);
      run(a, 'checklist', n % 2 === 0 ? '--untick' : '--tick', 'c1');
      writeFileSync(lock, '');
      const { status, stderr } = run(a, 'sync');
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: expect.stringMatching(
          /^Another sync is running, or one was stopped: .*\n.*delete that file.*\n$/,
        ),
      });
      expect(stderr).toContain(lock);
      rmSync(lock);
      expect(run(a, 'sync')).toMatchObject({ status: 0, stderr: '' });
    }
    expect(ticked(a)).toEqual([]);
  });

  it('a merge that fails is taken back, each time', () => {
    const [remote, a] = [bare(), home()];
    run(a, 'checklist', '--tick', 'c1');
    run(a, 'sync', '--remote', remote);
    const journal = join(a, 'journal');
    writeFileSync(join(journal, 'notes'), 'mine\n');
    gitOf(journal, 'add', 'notes');
    push(remote, 'notes', 'theirs\n');
    for (const item of ['c2', 'c3']) {
      run(a, 'checklist', '--tick', item);
      const failed = run(a, 'sync');
      expect(failed.status).toBe(1);
      expect(failed.stderr).toContain('CONFLICT (add/add): Merge conflict in notes');
      expect(readFileSync(join(journal, 'notes'), 'utf8')).toBe('mine\n');
      expect(gitOf(remote, 'show', 'main:notes')).toBe('theirs\n');
    }
    expect(ticked(a)).toEqual(['c1', 'c2', 'c3']);
  });
});
