import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { appendEvents } from '../../src/journal/write.ts';
import { folder, ids, put, stamp, text } from './support.ts';

const programs = mkdtempSync(join(tmpdir(), 'journal-programs-'));

beforeAll(async () => {
  const children = fileURLToPath(new URL('children/', import.meta.url));
  const build = await rolldown({
    input: [join(children, 'append.ts'), join(children, 'device.ts')],
    platform: 'node',
  });
  await build.write({ dir: programs, format: 'esm', entryFileNames: '[name].mjs' });
  await build.close();
});

afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** A process and what it has said so far, in whole lines. */
class Child {
  readonly process: ChildProcess;
  readonly #ended: Promise<void>;
  #said = '';
  #errors = '';
  #wake = () => {};

  constructor(command: string, args: readonly string[]) {
    this.process = spawn(command, args, {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout?.setEncoding('utf8').on('data', (data: string) => {
      this.#said += data;
      this.#wake();
    });
    this.process.stderr?.setEncoding('utf8').on('data', (data: string) => {
      this.#errors += data;
    });
    this.#ended = new Promise((resolve) => {
      this.process.on('close', () => {
        resolve();
        this.#wake();
      });
    });
  }

  lines(): string[] {
    return this.#said.split('\n').slice(0, -1);
  }

  async until(lines: number): Promise<void> {
    while (this.lines().length < lines) {
      if (this.process.exitCode !== null) throw new Error(`it ended early: ${this.#errors}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async end(): Promise<string[]> {
    await this.#ended;
    expect(this.#errors).toBe('');
    return this.lines();
  }
}

const program = (name: string, ...args: string[]) =>
  new Child(process.execPath, [join(programs, `${name}.mjs`), ...args]);

describe('several processes', () => {
  it('append to one file at once and lose nothing', async () => {
    const home = folder();
    const dir = join(home, 'journal');
    const writers = [1, 2, 3, 4].map(() => program('append', dir, 'laptop-1', '200', join(home, 'go')));
    await Promise.all(writers.map((writer) => writer.until(1)));
    put(home, 'go', '');
    const kept = (await Promise.all(writers.map((writer) => writer.end()))).flatMap((lines) =>
      lines.slice(1),
    );
    expect(kept).toHaveLength(800);
    const { events, problems } = readJournal(dir);
    expect(problems).toEqual([]);
    expect(new Set(ids(events))).toEqual(new Set(kept));
    expect(events).toHaveLength(800);
  });

  it('agree on the id of their device', async () => {
    const dir = folder();
    const pair = [program('device', dir, 'a', 'b', '40'), program('device', dir, 'b', 'a', '40')];
    const [a, b] = await Promise.all(pair.map((one) => one.end()));
    expect(a).toHaveLength(40);
    expect(a).toEqual(b);
    expect(new Set(a).size).toBe(40);
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

it('a process that is killed anywhere has kept all that it said it kept', async () => {
  const home = folder();
  const dir = join(home, 'journal');
  put(home, 'go', '');
  const kept: string[] = [];
  const kills = 50;
  let next = 0;
  const killOneByOne = async () => {
    while (next < kills) {
      const lines = 2 + (next++ % 9);
      const writer = program('append', dir, 'laptop-1', 'Infinity', join(home, 'go'));
      await writer.until(lines);
      writer.process.kill('SIGKILL');
      kept.push(...(await writer.end()).slice(1));
    }
  };
  // Two at a time into the same file: each also goes on after what the other left.
  await Promise.all([killOneByOne(), killOneByOne()]);
  const { events } = readJournal(dir);
  const found = ids(events);
  expect(new Set(found).size).toBe(found.length);
  expect(kept.length).toBeGreaterThan(kills);
  expect(new Set(kept).size).toBe(kept.length);
  expect(found).toEqual(expect.arrayContaining(kept));
  // At most the event that was being written is not known of.
  expect(found.length - kept.length).toBeLessThanOrEqual(kills);
});

it('a disk that takes only half an event is reported, and nothing before or after is lost', async () => {
  const home = folder();
  const dir = join(home, 'journal');
  put(home, 'go', '');
  const first = appendEvents(
    dir,
    'laptop-1',
    [{ type: 'set', key: 'note', value: 'x'.repeat(500) }],
    stamp(),
  );
  // No file may pass 1 KiB; the system takes what fits, then refuses.
  const limited = ['-c', 'ulimit -f 1; exec "$@"', 'bash', process.execPath, join(programs, 'append.mjs')];
  const lines = await new Child('bash', [...limited, dir, 'laptop-1', '50', join(home, 'go')]).end();
  const kept = lines.slice(1, -1);
  expect(kept.length).toBeGreaterThan(0);
  expect(lines.at(-1)).toBe(
    `refused journal-write: The journal ${join(dir, 'laptop-1.jsonl')} cannot be written: the file has reached the largest size allowed (EFBIG).`,
  );
  expect(Buffer.byteLength(text(dir, 'laptop-1.jsonl'))).toBe(1024);
  const after = appendEvents(
    dir,
    'laptop-1',
    [{ type: 'tick', item: 'cv' }],
    stamp({ newId: () => 'after' }),
  );
  const { events, problems } = readJournal(dir);
  expect(new Set(ids(events))).toEqual(new Set([...ids(first), ...kept, ...ids(after)]));
  expect(problems).toMatchObject([{ message: expect.stringContaining('torn line') }]);
});
