import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAll } from '../../src/disk.ts';
import { EXIT, KnownError } from '../../src/errors.ts';
import type { EventDraft } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import { appendEvents, checkWritable } from '../../src/journal/write.ts';
import { ANSWER, drafts, folder, ids, inFolder, lineOf, put, stamp, text, tick } from './support.ts';

const TICK: EventDraft = { type: 'tick', item: 'cv' };
const UNTICK: EventDraft = { type: 'untick', item: 'cv' };
const SKIP: EventDraft = { type: 'skip', q: 'moe-top2' };

function known(work: () => unknown): KnownError {
  try {
    work();
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('appendEvents', () => {
  it('stamps a draft and writes it as one line', () => {
    const dir = folder();
    const written = appendEvents(dir, 'laptop-1', [TICK], stamp());
    const line =
      '{"v":1,"id":"id-1","at":"2026-03-09T18:30:00.000Z","tz":60,"device":"laptop-1","type":"tick","item":"cv"}\n';
    expect(text(dir, 'laptop-1.jsonl')).toBe(line);
    expect(written).toEqual([JSON.parse(line)]);
  });

  it('makes the folder and the file for their owner only', () => {
    const dir = join(folder(), 'state', 'journal');
    appendEvents(dir, 'laptop-1', [TICK], stamp());
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dir, 'laptop-1.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('adds to what is there and touches no other file', () => {
    const dir = folder();
    const other = lineOf(tick('other'));
    put(dir, 'phone.jsonl', other);
    const first = lineOf(tick('first'));
    put(dir, 'laptop-1.jsonl', first);
    appendEvents(dir, 'laptop-1', [TICK, UNTICK], stamp());
    expect(text(dir, 'phone.jsonl')).toBe(other);
    expect(text(dir, 'laptop-1.jsonl').startsWith(first)).toBe(true);
    expect(text(dir, 'laptop-1.jsonl').trimEnd().split('\n')).toHaveLength(3);
  });

  it('ends the line of a writer that was stopped before it writes its own', () => {
    const dir = folder();
    put(dir, 'laptop-1.jsonl', '{"v":1,"id":"e-');
    appendEvents(dir, 'laptop-1', [TICK], stamp());
    const { events, problems } = readJournal(dir);
    expect(ids(events)).toEqual(['id-1']);
    expect(problems).toMatchObject([{ line: 1 }]);
    expect(text(dir, 'laptop-1.jsonl').split('\n')[0]).toBe('{"v":1,"id":"e-');
  });

  it('touches nothing for no events', () => {
    const dir = join(folder(), 'journal');
    expect(appendEvents(dir, 'laptop-1', [], stamp())).toEqual([]);
    expect(() => statSync(dir)).toThrow('ENOENT');
  });

  it('gives back what a reader will read, for any drafts', () => {
    fc.assert(
      fc.property(fc.array(drafts, { maxLength: 4 }), fc.array(drafts, { maxLength: 4 }), (first, second) => {
        inFolder((dir) => {
          const by = stamp();
          const written = [...appendEvents(dir, 'a', first, by), ...appendEvents(dir, 'a', second, by)];
          expect(readJournal(dir)).toEqual({ events: written, problems: [], unread: [], warnings: [] });
          expect(written.map((event) => event.type)).toEqual(
            [...first, ...second].map((draft) => draft.type),
          );
        });
      }),
    );
  });

  it('stamps anew an event that is given as a draft', () => {
    const dir = folder();
    const [written] = appendEvents(dir, 'phone-1', [ANSWER], stamp({ now: Date.UTC(2027, 0, 1), tz: -300 }));
    expect(written).toEqual({
      ...ANSWER,
      id: 'id-1',
      at: '2027-01-01T00:00:00.000Z',
      tz: -300,
      device: 'phone-1',
    });
  });

  it('writes nothing that could not be read back', () => {
    const dir = folder();
    const drafts: EventDraft[] = [TICK, { ...ANSWER, score: Number.NaN }];
    expect(() => appendEvents(dir, 'laptop-1', drafts, stamp())).toThrow('"score" must be a number');
    expect(() => appendEvents(dir, 'laptop-1', [TICK], stamp({ now: Number.NaN }))).toThrow(RangeError);
    const long = { ...ANSWER, answer: 'x'.repeat(16 * 1024 * 1024) };
    expect(known(() => appendEvents(dir, 'laptop-1', [long], stamp())).message).toContain(
      'longer than 16 MiB',
    );
    expect(text(dir, 'laptop-1.jsonl')).toBe('');
  });
});

describe('the time of an event', () => {
  const at = (dir: string) => readJournal(dir).events.map((event) => event.at.slice(17, -1));

  it('keeps the order of writing while the clock stands still', () => {
    const dir = folder();
    const ids = ['z', 'y', 'x', 'w'];
    const by = stamp({ newId: () => ids.shift() ?? 'none' });
    appendEvents(dir, 'a', [TICK, UNTICK], by);
    appendEvents(dir, 'a', [TICK], by);
    appendEvents(dir, 'a', [UNTICK], by);
    expect(readJournal(dir).events.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'z tick',
      'y untick',
      'x tick',
      'w untick',
    ]);
    expect(at(dir)).toEqual(['00.000', '00.001', '00.002', '00.003']);
  });

  it('is the clock’s where the clock has gone on', () => {
    const dir = folder();
    appendEvents(dir, 'a', [TICK], stamp());
    appendEvents(dir, 'a', [TICK], stamp({ now: Date.UTC(2026, 2, 9, 18, 30, 5), newId: () => 'b' }));
    expect(at(dir)).toEqual(['00.000', '05.000']);
  });

  it('goes on where the clock stepped back a little, and follows it where it was set right', () => {
    const dir = folder();
    appendEvents(dir, 'a', [SKIP], stamp({ now: Date.UTC(2026, 2, 9, 18, 30, 10), newId: () => 'a' }));
    appendEvents(dir, 'a', [SKIP], stamp({ now: Date.UTC(2026, 2, 9, 18, 30, 3), newId: () => 'b' }));
    appendEvents(dir, 'a', [SKIP], stamp({ now: Date.UTC(2026, 2, 9, 17, 0, 20), newId: () => 'c' }));
    expect(at(dir)).toEqual(['20.000', '10.000', '10.001']);
  });
});

describe('a disk that refuses', () => {
  const hint = /, then run the command again; everything saved before is kept\.$/;

  it('because it is full', () => {
    const dir = folder();
    symlinkSync('/dev/full', join(dir, 'laptop-1.jsonl'));
    const error = known(() => appendEvents(dir, 'laptop-1', [TICK], stamp()));
    expect(error).toMatchObject({ code: 'journal-write', exitCode: EXIT.failed });
    expect(error.message).toBe(
      `The journal ${join(dir, 'laptop-1.jsonl')} cannot be written: the disk is full (ENOSPC).`,
    );
    expect(error.hint).toMatch(/^Free some space, then/);
  });

  it.each([
    [
      'a file above the folder',
      (dir: string) => put(dir, 'journal', ''),
      'journal/deep',
      'a file is where a folder belongs (ENOTDIR)',
    ],
    [
      'a file for the folder',
      (dir: string) => put(dir, 'journal', ''),
      'journal',
      'a file is where a folder belongs (EEXIST)',
    ],
    [
      'a folder for the file',
      (dir: string) => mkdirSync(join(dir, 'journal', 'a.jsonl'), { recursive: true }),
      'journal',
      'a folder is where the file belongs (EISDIR)',
    ],
    [
      'a link to itself',
      (dir: string) => symlinkSync('journal', join(dir, 'journal')),
      'journal/x',
      'its links lead in a circle (ELOOP)',
    ],
  ])('because of %s, before and while writing', (_, prepare, path, words) => {
    const dir = folder();
    prepare(dir);
    for (const work of [
      () => checkWritable(join(dir, path), 'a'),
      () => appendEvents(join(dir, path), 'a', [TICK], stamp()),
    ]) {
      const error = known(work);
      expect(error.code).toBe('journal-write');
      expect(error.message).toContain(words);
      expect(error.message).not.toContain('\n');
      expect(error.hint).toMatch(hint);
    }
  });

  it('because it cannot promise to keep what it took', () => {
    const dir = folder();
    // It takes every write and refuses to sync.
    symlinkSync('/dev/null', join(dir, 'laptop-1.jsonl'));
    const error = known(() => appendEvents(dir, 'laptop-1', [TICK], stamp()));
    expect(error.message).toContain('it is not an ordinary file (EINVAL)');
  });

  it('because nothing can be made there', () => {
    const error = known(() => checkWritable('/proc/nobody/journal', 'a'));
    expect(error.message).toContain('/proc/nobody/journal/a.jsonl');
  });
});

describe('checkWritable', () => {
  it('makes what is missing and writes nothing', () => {
    const dir = join(folder(), 'journal');
    checkWritable(dir, 'laptop-1');
    expect(readdirSync(dir)).toEqual(['laptop-1.jsonl']);
    expect(text(dir, 'laptop-1.jsonl')).toBe('');
    expect(readJournal(dir)).toEqual({ events: [], problems: [], unread: [], warnings: [] });
  });

  it('leaves a journal as it is, torn end and all', () => {
    const dir = folder();
    put(dir, 'laptop-1.jsonl', 'torn');
    checkWritable(dir, 'laptop-1');
    expect(text(dir, 'laptop-1.jsonl')).toBe('torn');
  });
});

describe('writeAll', () => {
  it('writes in one call', () => {
    const calls: number[] = [];
    writeAll(0, Buffer.from('abcdef'), (_, bytes, from) => {
      calls.push(from);
      return bytes.length;
    });
    expect(calls).toEqual([0]);
  });

  it('goes on from where a short write stopped', () => {
    const taken: number[] = [];
    writeAll(0, Buffer.from('abcdef'), (_, bytes, from) => {
      const part = bytes.subarray(from, from + 4);
      taken.push(...part);
      return part.length;
    });
    expect(Buffer.from(taken).toString()).toBe('abcdef');
  });

  it('gives up where nothing is taken', () => {
    expect(() => writeAll(0, Buffer.from('abc'), () => 0)).toThrow('nothing was written');
  });
});
