import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare, env, home, PROGRAM, recordsOf, root, run, runWith, ticked } from './syncing.ts';

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
    expect(readFileSync(join(a, 'journal', '.git', 'info', 'attributes'), 'utf8')).toContain(
      '*.jsonl -text merge=union\n',
    );
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
    expect(refused.stderr).toMatch(
      /^Another machine writes as this device, .*\n {2}Once on each copy: .*\n$/,
    );
    expect(ticked(a)).toEqual(['c1', 'c3']);
    // As the line says, on each that it is said to: a new id, and both ends of the old file are kept.
    rmSync(join(a, 'device'));
    run(a, 'checklist', '--tick', 'c4');
    expect(run(a, 'sync')).toMatchObject({ status: 0, stderr: '' });
    expect(run(b, 'sync').stderr).toBe(refused.stderr);
    rmSync(join(b, 'device'));
    expect(run(b, 'sync')).toMatchObject({ status: 0, stderr: '' });
    for (const dir of [a, b]) expect(ticked(dir)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  for (const [what, since, isOlder] of [
    ['as it was', [], false],
    ['older than the second machine', [], true],
    ['with something written since', ['c3'], false],
  ] as const) {
    it(`a backup that was put back, ${what}, takes nothing away from the others`, () => {
      const [remote, a, b] = [bare(), home(), home()];
      run(a, 'checklist', '--tick', 'c1');
      run(b, 'checklist', '--tick', 'r1');
      if (!isOlder) for (const dir of [a, b]) run(dir, 'sync', '--remote', remote);
      run(a, 'sync', '--remote', remote);
      const backup = recordsOf(a);
      run(a, 'checklist', '--tick', 'c2');
      run(b, 'checklist', '--tick', 'r2');
      for (const dir of [a, b, a]) run(dir, 'sync', '--remote', remote);
      for (const [path] of recordsOf(a)) rmSync(path);
      for (const [path, bytes] of backup) writeFileSync(path, bytes);
      for (const item of since) run(a, 'checklist', '--tick', item);
      const refused = run(a, 'sync');
      expect(refused.status).toBe(1);
      expect(refused.stderr).toMatch(/a backup was put back, or a home|a home was copied, or a backup/);
      expect(refused.stderr).toMatch(since.length === 0 ? /^The remote has more of/ : /^Another machine/);
      rmSync(join(a, 'device'));
      for (const dir of [a, b, a]) expect(run(dir, 'sync')).toMatchObject({ status: 0, stderr: '' });
      const all = ['c1', 'c2', ...since, 'r1', 'r2'];
      expect([ticked(a).sort(), ticked(b).sort()]).toEqual([all, all]);
    });
  }

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
    const child = spawn(process.execPath, [PROGRAM, ...words], { env: env(dir), stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
