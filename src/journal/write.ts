import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errno, makeFolder, refusal, syncFolder, writeAll } from '../disk.ts';
import { failure } from '../errors.ts';
import { printable } from '../problems.ts';
import { capital } from '../wording.ts';
import { type EventDraft, type JournalEvent, parseLine, stamped } from './events.ts';
import { type LastWords, lastWords, subjectOf } from './last-words.ts';
import { MAX_LINE_BYTES } from './lines.ts';
import { isTime } from './times.ts';

/** What stamps an event: the clock, the minutes east of UTC, and a source of random ids. */
export interface Stamp {
  now: Date | number;
  tz: number;
  newId: () => string;
}

/**
 * Appends events to a device's file, and returns once they are on the disk: one write for all of them, then a
 * sync. Kill it anywhere and at most these events are lost; others may append to the same file meanwhile.
 * @returns the events as they will be read back.
 * @throws KnownError `journal-write`, where the disk refuses.
 */
export function appendEvents(
  dir: string,
  device: string,
  drafts: readonly EventDraft[],
  stamp: Stamp,
): JournalEvent[] {
  if (drafts.length === 0) return [];
  return onDisk(dir, device, (fd) => {
    const { size } = fstatSync(fd);
    const tail = readTail(fd, size);
    const written = compose(device, drafts, stamp, { last: lastTime(tail), words: lastWords(dir, drafts) });
    // A writer that was stopped may have left half a line; ours must not continue it.
    const gap = size === 0 || tail.endsWith('\n') ? '' : '\n';
    writeAll(fd, Buffer.from(gap + written.lines.join('')));
    fsyncSync(fd);
    if (size === 0) syncFolder(dir);
    return written.events;
  });
}

/** About what an answer takes. */
const PROBE_BYTES = 512;

/**
 * Makes sure that the journal can be written, before anything is asked of a person. Makes the folder and an empty
 * file; whether the disk has room is tried out on a file beside it, which is taken away again.
 * @throws KnownError `journal-write`, as appending would.
 */
export function checkWritable(dir: string, device: string): void {
  onDisk(dir, device, () => {
    // Hidden, so that no reader takes it for a device's file.
    const probe = join(dir, `.${device}.probe`);
    const fd = openSync(probe, 'w', 0o600);
    try {
      writeAll(fd, Buffer.alloc(PROBE_BYTES));
    } finally {
      closeSync(fd);
      // Another quiz that begins now uses the same file.
      rmSync(probe, { force: true });
    }
  });
}

/** Opens a device's file, making what is missing, and puts what the disk says into words. */
function onDisk<T>(dir: string, device: string, work: (fd: number) => T): T {
  const file = join(dir, `${device}.jsonl`);
  try {
    makeFolder(dir);
    const fd = openSync(file, constants.O_APPEND | constants.O_CREAT | constants.O_RDWR, 0o600);
    try {
      return work(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    const code = errno(error);
    if (code === null) throw error;
    const { words, remedy } = refusal(code);
    throw failure(
      'journal-write',
      `The journal ${printable(file)} cannot be written: ${words}.`,
      `${capital(remedy)}, then run the command again; everything saved before is kept.`,
    );
  }
}

/** Far longer than an event without a long text in it. */
const TAIL_BYTES = 4096;

/** The end of the file, byte for character: only ASCII is looked for in it. */
function readTail(fd: number, size: number): string {
  const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const got = readSync(fd, bytes, 0, bytes.length, size - bytes.length);
  return bytes.toString('latin1', 0, got);
}

/** When the last event in the tail of a file happened, where that can be seen. */
function lastTime(tail: string): number | null {
  const key = '"at":"';
  const from = tail.lastIndexOf(key);
  if (from === -1) return null;
  const at = tail.slice(from + key.length, from + key.length + 24);
  return isTime(at) ? Date.parse(at) : null;
}

/** A clock that was set back further than this was set right. */
const STANDSTILL_MS = 60_000;

/** The last millisecond that `at` can name. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The time of the next event. A history is ordered by (at, id) and ids are random, so of two events in one
 * millisecond either may come first. Within a file each event is therefore at least a millisecond after the one before
 * it while the clock stands still or steps back a little; where it was set back further, it is followed.
 */
function nextTime(now: number, last: number | null): number {
  return last !== null && last >= now && last - now < STANDSTILL_MS ? last + 1 : now;
}

/**
 * The same for an event that must be the last word on its subject: after the last one that there is, whatever the clock
 * says. A word from a far future holds for its own subject only, and only until the next one.
 */
function after(at: number, word: number | undefined): number {
  return word === undefined ? at : Math.max(at, Math.min(word + 1, END_OF_TIME));
}

interface Before {
  /** Of the last event in the file. */
  last: number | null;
  words: LastWords;
}

function compose(
  device: string,
  drafts: readonly EventDraft[],
  { now, tz, newId }: Stamp,
  { last, words }: Before,
) {
  const events: JournalEvent[] = [];
  const lines: string[] = [];
  let at = nextTime(Number(now), last);
  for (const draft of drafts) {
    const subject = subjectOf(draft);
    const time = subject === null ? at : after(at, words.get(subject));
    if (subject !== null) words.set(subject, time);
    const line = JSON.stringify(
      stamped(draft, { id: newId(), at: new Date(time).toISOString(), tz, device }),
    );
    events.push(readable(line));
    lines.push(`${line}\n`);
    at++;
  }
  return { events, lines };
}

/** The event as a reader will see it. What could not be read back is never written. */
function readable(line: string): JournalEvent {
  if (Buffer.byteLength(line) >= MAX_LINE_BYTES) {
    const limit = `${MAX_LINE_BYTES / 1024 / 1024} MiB`;
    throw failure(
      'journal-write',
      `An event is longer than ${limit}.`,
      'Shorten what you wrote; nothing was saved.',
    );
  }
  const parsed = parseLine(line);
  if (parsed.kind === 'event') return parsed.event;
  throw new TypeError(
    `not an event: ${parsed.kind === 'foreign' ? parsed.why : 'newer'} in ${line.slice(0, 200)}`,
  );
}
