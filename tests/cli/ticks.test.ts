import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanEnv, folder, freshHome, PROGRAM, run, spread } from './program.ts';

interface Item {
  id: string;
  done: boolean;
}

async function itemsIn(home: string, ...words: string[]): Promise<Item[]> {
  const { code, stdout } = await run(['checklist', ...words, '--json'], { home });
  expect(code).toBe(0);
  const { rounds } = JSON.parse(stdout) as { rounds: { items: Item[] }[] };
  return rounds.flatMap(({ items }) => items);
}

async function doneIn(home: string): Promise<string[]> {
  const items = [...(await itemsIn(home)), ...(await itemsIn(home, 'paper-discussion'))];
  return items.filter(({ done }) => done).map(({ id }) => id);
}

const journalOf = (home: string) => join(home, 'journal');

describe('ticking', () => {
  it('keeps ticks, takes them back, and reads commas and spaces', async () => {
    const home = freshHome();
    const said = await run(['checklist', '--tick', 'c1,c3', 'd2,', 'C5'], { home });
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(/☑ c1 .*☐ c2 .*☑ c3 .*☑ c5 .*☑ d2 /s);
    expect(await doneIn(home)).toEqual(['c1', 'c3', 'c5', 'd2']);
    await run(['checklist', '--untick', 'c3', 'd2', '--tick', 'b1'], { home });
    expect(await doneIn(home)).toEqual(['c1', 'c5', 'b1']);
    await run(['checklist', '--tick', 'c3'], { home });
    expect(await doneIn(home)).toEqual(['c1', 'c3', 'c5', 'b1']);
    const markdown = await run(['checklist', 'coding', '--markdown'], { home });
    expect(markdown.stdout).toMatch(/^## Coding\n\n- \[x\] Two timed .*\n- \[ \] Heap/);
  });

  it('changes nothing where a word is wrong', async () => {
    const home = freshHome();
    await run(['checklist', '--tick', 'c1'], { home });
    const refused = await spread(
      [
        ['--tick', 'c2', 'zz9'],
        ['--tick', 'c2', '--untick', 'c1', 'zz9'],
        ['nowhere', '--tick', 'c2'],
        ['--tick', 'c2', '--untick', 'c2'],
        ['--tick', 'c2', '--interactive'],
        ['--tick', 'c2', '--track', 'nowhere'],
      ],
      (words) => run(['checklist', ...words], { home }),
    );
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(await doneIn(home)).toEqual(['c1']);
  });

  it('reading leaves no trace', async () => {
    const home = freshHome();
    await spread(['checklist', 'process', 'comp', 'faq', 'search'], (word) =>
      run(word === 'search' ? [word, 'cache'] : [word], { home }),
    );
    await run(['journal', 'check'], { home });
    expect(existsSync(home)).toBe(false);
  });
});

it('several devices share one journal, each with its file', async () => {
  const shared = folder();
  const [laptop, desk] = [freshHome(), freshHome()];
  for (const home of [laptop, desk]) {
    mkdirSync(home, { recursive: true });
    symlinkSync(shared, journalOf(home));
  }
  await run(['checklist', '--tick', 'c1', 'c2'], { home: laptop });
  await run(['checklist', '--tick', 'c3'], { home: desk });
  await run(['checklist', '--untick', 'c1'], {
    home: desk,
    env: { MISTRAL_PREP_NOW: '2026-10-19T10:00:00.000Z' },
  });
  expect(readdirSync(shared)).toHaveLength(2);
  const ids = [laptop, desk].map((home) => readFileSync(join(home, 'device'), 'utf8'));
  expect(new Set(ids).size).toBe(2);
  expect(await doneIn(laptop)).toEqual(['c2', 'c3']);
  expect(await doneIn(desk)).toEqual(['c2', 'c3']);
  // What a sync program brings from a third device counts as well.
  const [name = ''] = readdirSync(shared);
  const line = readFileSync(join(shared, name), 'utf8').split('\n')[0] ?? '';
  writeFileSync(
    join(shared, 'phone-0001.jsonl'),
    `${JSON.stringify({ ...JSON.parse(line), id: 'ff00', device: 'phone-0001', type: 'tick', item: 'd1' })}\n`,
  );
  expect(await doneIn(laptop)).toEqual(['c2', 'c3', 'd1']);
});

it('50 kills in a loop of ticks lose nothing that was confirmed', async () => {
  const home = freshHome();
  const confirmed = new Set<string>();
  const tickable = (await itemsIn(home)).map(({ id }) => id);
  let kills = 0;
  const killOne = (item: string, afterOutput: boolean) =>
    new Promise<void>((resolve) => {
      const child = spawn(process.execPath, [PROGRAM, 'checklist', '--tick', item, '--json'], {
        env: cleanEnv({}, home),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (afterOutput) child.kill('SIGKILL');
      });
      // The others are met at many different moments of their short lives.
      if (!afterOutput) setTimeout(() => child.kill('SIGKILL'), 20 + ((kills * 7) % 90));
      child.on('close', () => {
        kills++;
        if (said !== '') confirmed.add(item);
        resolve();
      });
    });
  await spread(
    Array.from({ length: 50 }, (_, i) => i),
    (i) => killOne(tickable[i % tickable.length] ?? '', i % 5 === 0),
  );
  expect(kills).toBe(50);
  expect(confirmed.size).toBeGreaterThan(5);
  const done = await doneIn(home);
  expect([...confirmed].filter((id) => !done.includes(id))).toEqual([]);
  // And it goes on as if nothing had happened.
  const after = await run(['checklist', '--tick', 'b8', '--json'], { home });
  expect(after).toMatchObject({ code: 0, stderr: '' });
  expect(await doneIn(home)).toContain('b8');
});

it('four processes that tick at once lose nothing', async () => {
  const home = freshHome();
  const ids = (await itemsIn(home)).map(({ id }) => id).slice(0, 40);
  const quarters = [0, 1, 2, 3].map((n) => ids.filter((_, i) => i % 4 === n));
  await Promise.all(
    quarters.map(async (quarter) => {
      for (const pair of [quarter.slice(0, 3), quarter.slice(3, 5), quarter.slice(5)]) {
        expect((await run(['checklist', '--tick', ...pair], { home })).code).toBe(0);
      }
    }),
  );
  expect((await doneIn(home)).sort()).toEqual([...ids].sort());
  expect(readdirSync(journalOf(home))).toHaveLength(1);
  const check = await run(['journal', 'check', '--json'], { home });
  expect(JSON.parse(check.stdout)).toMatchObject({ ok: true, events: 40, problems: [] });
});

it('where nothing can be kept, one line says so, and reading still works', async () => {
  // The tests run as root, whom no permission stops: a folder below an ordinary file stops everybody.
  const home = join(folder(), 'file');
  writeFileSync(home, '');
  const [tick, json, list] = await Promise.all([
    run(['checklist', '--tick', 'c1'], { home }),
    run(['checklist', '--tick', 'c1', '--json'], { home }),
    run(['comp'], { home }),
  ]);
  expect(tick).toMatchObject({ code: 1, stdout: '' });
  expect(tick.stderr.split('\n')).toEqual([
    expect.stringContaining(home),
    expect.stringMatching(/^ {2}\S/),
    '',
  ]);
  expect(json).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse(json.stderr)).toMatchObject({ error: { code: 'journal-read' } });
  expect(list.code).toBe(0);
  // The folder of the journal in the way of itself.
  const blocked = freshHome();
  mkdirSync(blocked, { recursive: true });
  writeFileSync(journalOf(blocked), '');
  const refused = await run(['checklist', '--tick', 'c1', '--json'], { home: blocked });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'journal-read' } });
});

it('a torn last line is reported and survived', async () => {
  const home = freshHome();
  await run(['checklist', '--tick', 'c1'], { home });
  const [name = ''] = readdirSync(journalOf(home));
  const torn = '{"v":1,"id":"torn","at":"2026-10-19T09:0';
  appendFileSync(join(journalOf(home), name), torn);
  expect((await run(['checklist', '--tick', 'c2'], { home })).code).toBe(0);
  expect(await doneIn(home)).toEqual(['c1', 'c2']);
  const check = await run(['journal', 'check'], { home });
  expect(check).toMatchObject({ code: 1, stderr: '' });
  expect(check.stdout).toMatch(new RegExp(`${name}:2:1 torn line.*\n.*2 events in`));
  const json = await run(['journal', 'check', '--json'], { home });
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: false,
    problems: [{ file: name, line: 2, column: 1 }],
  });
  // Set aside, not deleted.
  expect(readFileSync(join(journalOf(home), name), 'utf8')).toContain(`${torn}\n`);
});

it('an event of a newer program is kept, passed over, and said once', async () => {
  const home = freshHome();
  await run(['checklist', '--tick', 'c1'], { home });
  const [name = ''] = readdirSync(journalOf(home));
  appendFileSync(join(journalOf(home), name), '{"v":2,"id":"n1","type":"tick","item":"c2"}\n');
  const { code, stdout, stderr } = await run(['checklist', 'coding', '--json'], { home });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^warning: .*newer mistral-prep.*\n$/);
  expect(JSON.parse(stdout).rounds[0].items.filter(({ done }: Item) => done)).toHaveLength(1);
  rmSync(home, { recursive: true });
});
