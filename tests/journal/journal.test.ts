import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { folder, ids, lineOf, put, tick } from './support.ts';

function open(home: string, over: { now?: Date; told?: string[] } = {}) {
  let n = 0;
  return openJournal({
    dir: join(home, 'journal'),
    deviceFile: join(home, 'device'),
    clock: () => over.now ?? new Date('2026-07-01T10:00:00.000Z'),
    tzOffset: (at) => (at.getUTCMonth() === 6 ? 120 : 60),
    newId: () => `new-id-${++n}`,
    warn: (message) => over.told?.push(message),
  });
}

it('touches nothing by being opened, read, or given nothing to keep', () => {
  const home = folder();
  const journal = open(home);
  expect(journal.dir).toBe(join(home, 'journal'));
  expect(journal.read()).toEqual({ events: [], problems: [], unread: [], warnings: [] });
  expect(journal.append()).toEqual([]);
  expect(readdirSync(home)).toEqual([]);
});

it('keeps events under this device, with the time and the offset of that time', () => {
  const home = folder();
  const journal = open(home);
  const written = journal.append({ type: 'skip', q: 'moe-top2' }, { type: 'set', key: 'minutes', value: 40 });
  expect(written).toMatchObject([
    { id: 'new-id-2', device: 'new-id-1', tz: 120, at: '2026-07-01T10:00:00.000Z', type: 'skip' },
    { id: 'new-id-3', device: 'new-id-1', tz: 120, type: 'set', value: 40 },
  ]);
  expect(journal.read().events).toEqual(written);
  expect(readdirSync(join(home, 'journal'))).toEqual(['new-id-1.jsonl']);
});

it('is the same journal when it is opened again', () => {
  const home = folder();
  open(home).append({ type: 'tick', item: 'cv' });
  const again = open(home, { now: new Date('2026-12-01T10:00:00.000Z') });
  const [event] = again.append({ type: 'untick', item: 'cv' });
  expect(event).toMatchObject({ device: 'new-id-1', tz: 60 });
  expect(ids(again.read().events)).toEqual(['new-id-2', 'new-id-1']);
});

it('finds out whether it can be written before anything is', () => {
  const home = folder();
  open(home).checkWritable();
  expect(existsSync(join(home, 'device'))).toBe(true);
  expect(open(home).read().events).toEqual([]);
  const blocked = openJournal({
    dir: join(home, 'device', 'journal'),
    deviceFile: join(home, 'device'),
    clock: () => new Date(0),
    tzOffset: () => 0,
    newId: () => 'unused',
    warn: () => undefined,
  });
  expect(() => blocked.checkWritable()).toThrow('a file is where a folder belongs (ENOTDIR)');
});

it('whoever works from the events is refused where some may be that cannot be read', () => {
  const home = folder();
  expect(open(home).events()).toEqual([]);
  writeFileSync(join(home, 'journal'), '');
  expect(() => open(home).events()).toThrow(/^The journal .*\/journal cannot be read: .*\(ENOTDIR\)\.$/);
  const other = folder();
  mkdirSync(join(other, 'journal'));
  put(join(other, 'journal'), 'a.jsonl', lineOf(tick('e-1')));
  symlinkSync('b.jsonl', join(other, 'journal/b.jsonl'));
  expect(() => open(other).events()).toThrow(/\/journal\/b\.jsonl cannot be read: .*\(ELOOP\)\.$/);
});

it('says once what is passed over, and where to see it', () => {
  const home = folder();
  const told: string[] = [];
  mkdirSync(join(home, 'journal/folder.jsonl'), { recursive: true });
  put(join(home, 'journal'), 'a.jsonl', `{"v":1,\n${lineOf(tick('e-1'))}{"v":1}\n`);
  const journal = open(home, { told });
  expect(ids(journal.events())).toEqual(['e-1']);
  expect(ids(journal.events())).toEqual(['e-1']);
  expect(told).toEqual([
    '2 lines and 1 file of the journal are set aside and not counted; see why: mistral-prep journal check',
  ]);
});
