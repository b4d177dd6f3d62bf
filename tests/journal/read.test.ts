import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { appendEvents } from '../../src/journal/write.ts';
import {
  ANSWER,
  events,
  folder,
  garbage,
  histories,
  ids,
  inFolder,
  lineOf,
  put,
  stamp,
  tick,
} from './support.ts';

const EMPTY = { events: [], problems: [], unread: [], warnings: [] };

describe('the files of a journal', () => {
  it('are none where there is no folder, and reading makes none', () => {
    const dir = folder();
    expect(readJournal(join(dir, 'journal'))).toEqual(EMPTY);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('are those that end in .jsonl and do not hide', () => {
    const dir = folder();
    for (const name of ['a.jsonl', 'a.json', '.a.jsonl', 'a.jsonl.tmp', 'a (conflicted copy).jsonl']) {
      put(dir, name, lineOf(tick(name)));
    }
    expect(ids(readJournal(dir).events)).toEqual(['a (conflicted copy).jsonl', 'a.jsonl']);
  });

  it('may be empty, have blank lines and Windows line ends', () => {
    const dir = folder();
    put(dir, 'a.jsonl', '');
    put(
      dir,
      'b.jsonl',
      `\n\r\n  \n${lineOf(tick('e-1')).replace('\n', '\r\n')}\n${JSON.stringify(tick('e-2'))}`,
    );
    expect(readJournal(dir)).toEqual({ ...EMPTY, events: [tick('e-1'), tick('e-2')] });
  });

  it('are reported, not fatal, where they are no files', () => {
    const dir = folder();
    mkdirSync(join(dir, 'folder.jsonl'));
    symlinkSync(join(dir, 'nowhere'), join(dir, 'link.jsonl'));
    symlinkSync('/dev/zero', join(dir, 'zeros.jsonl'));
    execFileSync('mkfifo', [join(dir, 'pipe.jsonl')]);
    put(dir, 'good.jsonl', lineOf(tick('e-1')));
    const { events, problems, unread } = readJournal(dir);
    expect({ events, problems }).toEqual({ events: [tick('e-1')], problems: [] });
    expect(unread.map(({ file, message, remedy }) => [file, message, remedy])).toEqual([
      ['folder.jsonl', 'a folder, not a file', null],
      ['link.jsonl', 'it is gone, or a link that leads nowhere', null],
      ['pipe.jsonl', 'not an ordinary file', null],
      ['zeros.jsonl', 'not an ordinary file', null],
    ]);
  });

  it('are not taken for none where the folder cannot be read', () => {
    const dir = folder();
    put(dir, 'journal', 'a file');
    symlinkSync('loop.jsonl', join(dir, 'loop.jsonl'));
    expect(readJournal(join(dir, 'journal')).unread).toEqual([
      { file: '.', message: expect.stringContaining('ENOTDIR'), remedy: expect.any(String) },
    ]);
    expect(readJournal(dir).unread).toEqual([
      { file: 'loop.jsonl', message: expect.stringContaining('ELOOP'), remedy: expect.any(String) },
    ]);
  });
});

describe('the history', () => {
  it('is one, ordered by time and id', () => {
    const dir = folder();
    put(
      dir,
      'a.jsonl',
      lineOf(tick('c', '2026-03-09T18:30:02.000Z')) + lineOf(tick('b', '2026-03-09T18:30:01.000Z')),
    );
    put(
      dir,
      'b.jsonl',
      lineOf(tick('d', '2026-03-09T18:30:00.000Z')) + lineOf(tick('a', '2026-03-09T18:30:01.000Z')),
    );
    expect(ids(readJournal(dir).events)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('counts an id once, and is silent where the copies agree', () => {
    const dir = folder();
    const turned = Object.fromEntries(Object.entries(ANSWER).reverse());
    put(dir, 'a.jsonl', lineOf(ANSWER) + lineOf(ANSWER));
    put(dir, 'b.jsonl', lineOf(turned));
    expect(readJournal(dir)).toEqual({ ...EMPTY, events: [ANSWER] });
  });

  it('counts the first of two that differ under one id, and reports the other', () => {
    const dir = folder();
    put(dir, 'b.jsonl', lineOf(tick('x')) + lineOf({ ...ANSWER, missed: ['a'] }));
    put(dir, 'a.jsonl', lineOf(ANSWER));
    const { events, problems } = readJournal(dir);
    expect(events).toEqual([ANSWER, tick('x')]);
    expect(problems).toEqual([
      { file: 'b.jsonl', line: 2, column: 1, id: 'e-1', message: expect.stringContaining('differs') },
    ]);
  });

  it('skips what a later version wrote, and says so once a file', () => {
    const dir = folder();
    put(dir, 'a.jsonl', `{"v":2,"id":"x"}\n{"v":3}\n${lineOf(tick('e-1'))}`);
    put(dir, 'b\u001b.jsonl', '{"v":2}\n');
    const { events, problems, warnings } = readJournal(dir);
    expect([ids(events), problems]).toEqual([['e-1'], []]);
    expect(warnings).toEqual([
      expect.stringMatching(/^a\.jsonl: 2 events are from a newer mistral-prep/),
      expect.stringMatching(/^b\\x1b\.jsonl: 1 event is from/),
    ]);
  });

  it('is the same however it lies in files, in whatever order and however often', () => {
    const layout = histories.chain((history) =>
      fc.tuple(
        fc.constant(history),
        fc
          .array(fc.nat(Math.max(0, history.length - 1)), { maxLength: history.length ? 6 : 0 })
          .map((again) => [...history, ...again.flatMap((i) => history[i] ?? [])])
          .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
          .chain((all) => fc.tuple(fc.constant(all), fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }))),
      ),
    );
    fc.assert(
      fc.property(layout, ([history, [all, files]]) => {
        const one = inFolder((dir) => {
          put(dir, 'only.jsonl', history.map(lineOf).join(''));
          return readJournal(dir);
        });
        const many = inFolder((dir) => {
          for (const file of [0, 1, 2]) {
            put(
              dir,
              `${file}.jsonl`,
              all
                .filter((_, i) => files[i] === file)
                .map(lineOf)
                .join(''),
            );
          }
          return readJournal(dir);
        });
        expect(many).toEqual(one);
        expect(one.problems).toEqual([]);
        expect(new Set(ids(one.events))).toEqual(new Set(ids(history)));
        expect(one.events).toHaveLength(history.length);
      }),
    );
  });
});

describe('damage', () => {
  it('on a line costs that line only, and is reported with its place', () => {
    const dir = folder();
    const line = JSON.stringify(tick('e-9'));
    put(
      dir,
      'a.jsonl',
      Buffer.concat([
        Buffer.from(`${lineOf(tick('e-1'))}hello\n`),
        Buffer.from(`${line.slice(0, 40)}\n${lineOf({ ...tick('e-2'), item: 3 })}`),
        Buffer.from('\0\0\0\n'),
        Buffer.from(lineOf({ ...tick('e-3'), item: 'caf\xe9' }), 'latin1'),
        Buffer.from(lineOf(tick('e-4'))),
        Buffer.from(line.slice(0, 50)),
      ]),
    );
    const { events, problems } = readJournal(dir);
    expect(ids(events)).toEqual(['e-1', 'e-4']);
    expect(problems.map(({ line, column, id, message }) => [line, column, id, message])).toEqual([
      [2, 1, null, 'not a line of JSON; set aside'],
      [3, 1, null, 'torn line: it breaks off; set aside'],
      [4, 1, 'e-2', '"item" must be the id of an item; set aside'],
      [5, 1, null, 'NUL bytes, as a crash leaves them; set aside'],
      [6, 1, null, 'not UTF-8; set aside'],
      [8, 1, null, 'torn line: its writer was stopped before the end; set aside'],
    ]);
  });

  it('leaves a replacement character alone that somebody typed', () => {
    const dir = folder();
    const event = { ...tick('e-1'), item: 'caf\ufffd' };
    put(dir, 'a.jsonl', lineOf(event));
    expect(readJournal(dir)).toEqual({ ...EMPTY, events: [event] });
  });

  it('at the head of a line does not cost the event after it', () => {
    const dir = folder();
    const torn = JSON.stringify(ANSWER).slice(0, 90);
    put(dir, 'a.jsonl', torn + lineOf(tick('e-2')));
    const { events, problems } = readJournal(dir);
    expect(events).toEqual([tick('e-2')]);
    expect(problems).toEqual([
      { file: 'a.jsonl', line: 1, column: 1, id: null, message: expect.stringContaining('torn line') },
    ]);
  });

  it('wherever the head was torn, also in an answer that looks like an event', () => {
    const dir = folder();
    const head = JSON.stringify({ ...ANSWER, answer: { v: 1, q: 'a "quoted" {"v": \\' } });
    const second = { ...ANSWER, id: 'e-2', answer: { v: 3, more: [{ v: 1 }], text: 'a "}" and \\' } };
    for (let cut = 1; cut < head.length; cut++) {
      put(dir, 'a.jsonl', head.slice(0, cut) + lineOf(second) + lineOf(tick('e-3')));
      const { events, problems } = readJournal(dir);
      expect(ids(events), `cut at ${cut}`).toEqual(['e-2', 'e-3']);
      expect(problems, `cut at ${cut}`).toHaveLength(1);
    }
  });

  it('between whole events on one line costs none of them', () => {
    const dir = folder();
    const [a, b, c] = [tick('e-1'), tick('e-2'), tick('e-3')].map((event) => JSON.stringify(event));
    put(dir, 'a.jsonl', `${a}${b}\0\0\0${c}<<<<\n`);
    put(dir, 'b.jsonl', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lineOf(tick('e-4')))]));
    const { events, problems } = readJournal(dir);
    expect(ids(events)).toEqual(['e-1', 'e-2', 'e-3', 'e-4']);
    expect(problems.map(({ file, column }) => [file, column])).toEqual([
      ['a.jsonl', `${a}${b}`.length + 1],
      ['a.jsonl', `${a}${b}\0\0\0${c}`.length + 1],
      ['b.jsonl', 1],
    ]);
  });

  it('of any kind at the end of a journal never throws and costs no whole line', () => {
    fc.assert(
      fc.property(histories, garbage, (history, bytes) => {
        inFolder((dir) => {
          put(dir, 'a.jsonl', Buffer.concat([Buffer.from(history.map(lineOf).join('')), bytes]));
          expect(ids(readJournal(dir).events)).toEqual(expect.arrayContaining(ids(history)));
          const [written] = appendEvents(
            dir,
            'a',
            [{ type: 'tick', item: 'cv' }],
            stamp({ newId: () => 'a new id' }),
          );
          expect(ids(readJournal(dir).events)).toEqual(
            expect.arrayContaining([...ids(history), written?.id]),
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  it('by a cut at any byte costs at most the event that it cuts', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, where) => {
        inFolder((dir) => {
          const lines = history.map((event) => Buffer.from(lineOf(event)));
          const bytes = Buffer.concat(lines);
          const cut = where % (bytes.length + 1);
          put(dir, 'a.jsonl', bytes.subarray(0, cut));
          // An event is whole as soon as its last brace is there, newline or not.
          let end = 0;
          const whole = history.filter((_, i) => {
            end += lines[i]?.length ?? 0;
            return end - 1 <= cut;
          });
          const read = readJournal(dir);
          expect(new Set(ids(read.events))).toEqual(new Set(ids(whole)));
          expect(read.problems.every(({ message }) => message.startsWith('torn line'))).toBe(true);
          expect(read.problems.length).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of a line of nothing but beginnings is read in good time', () => {
    const dir = folder();
    put(dir, 'a.jsonl', `${'{"v":'.repeat(400_000)}\n${lineOf(tick('e-1'))}`);
    expect(ids(readJournal(dir).events)).toEqual(['e-1']);
  });

  it('of a value nested without end does not throw', () => {
    const dir = folder();
    const deep = JSON.stringify(ANSWER).replace('["a","c"]', '['.repeat(200_000) + ']'.repeat(200_000));
    put(dir, 'a.jsonl', `${deep}\n${deep}\n`);
    expect(ids(readJournal(dir).events)).toEqual(['e-1']);
  });
});

describe('size', () => {
  it('of a line may pass any chunk that is read at once', () => {
    const dir = folder();
    const history = [10, 65_500, 70_000, 3, 500_000, 20].map((size, i) => ({
      ...ANSWER,
      id: `e-${i}`,
      answer: 'é€x'.repeat(size / 2),
    }));
    put(dir, 'a.jsonl', history.map(lineOf).join(''));
    expect(readJournal(dir)).toEqual({ ...EMPTY, events: history });
  });

  it('of a file may be many chunks, with a garbled line in one of them', () => {
    const dir = folder();
    const history = Array.from({ length: 3000 }, (_, i) => tick(`e-${String(i).padStart(5, '0')}`));
    const lines = history.map((event) => Buffer.from(lineOf(event)));
    put(
      dir,
      'a.jsonl',
      Buffer.concat([...lines.slice(0, 2000), Buffer.from([0xc3, 0x0a]), ...lines.slice(2000)]),
    );
    const { events, problems } = readJournal(dir);
    expect(events).toEqual(history);
    expect(problems).toMatchObject([{ line: 2001, message: 'not UTF-8; set aside' }]);
  });

  it.each([true, false])('of a line has an end: the rest is still read (ended: %s)', (ended) => {
    const dir = folder();
    const endless = Buffer.alloc(17 * 1024 * 1024, 'x');
    const rest = ended ? `\n${lineOf(tick('e-2'))}` : '';
    put(dir, 'a.jsonl', Buffer.concat([Buffer.from(lineOf(tick('e-1'))), endless, Buffer.from(rest)]));
    const { events, problems } = readJournal(dir);
    expect(ids(events)).toEqual(ended ? ['e-1', 'e-2'] : ['e-1']);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('16 MiB') }]);
  });
});

it('reads any event back from a file', () => {
  fc.assert(
    fc.property(events, (event) => {
      inFolder((dir) => {
        put(dir, 'a.jsonl', lineOf(event));
        expect(readJournal(dir)).toEqual({ ...EMPTY, events: [event] });
      });
    }),
  );
});
