import { join } from 'node:path';
import { failure } from '../errors.ts';
import { printable } from '../problems.ts';
import { capital } from '../wording.ts';
import { deviceId } from './device.ts';
import type { EventDraft, JournalEvent } from './events.ts';
import { fingerprint } from './fingerprint.ts';
import type { JournalContents } from './gather.ts';
import { readJournal } from './read.ts';
import { appendEvents, checkWritable } from './write.ts';

export interface JournalOptions {
  /** The folder of the journal's files; it may be synced. */
  dir: string;
  /** The file with this device's id; it must not be synced. */
  deviceFile: string;
  clock: () => Date;
  /** Minutes east of UTC. */
  tzOffset: (at: Date) => number;
  /** Random; small letters, digits and hyphens, 4 to 64 of them. */
  newId: () => string;
  /** Takes a line on what is passed over. */
  warn: (message: string) => void;
}

/** The record of all that the learner did, on this device and on those it is synced with. */
export interface Journal {
  readonly dir: string;
  /** This device's id, which its file is called by; made where there is none. */
  device(): string;
  /** Reads everything anew, and says what could not be read. Creates nothing, and never throws for what it finds. */
  read(): JournalContents;
  /**
   * All events, for whoever works from them. What is passed over is said on the first call.
   * @throws KnownError `journal-read`, where there may be events that cannot be read
   */
  events(): JournalEvent[];
  /** Names all of its bytes; null where there are none. */
  fingerprint(): string | null;
  /** Keeps events; they are on the disk when it returns. */
  append(...drafts: EventDraft[]): JournalEvent[];
  /** Throws a KnownError where append would: ask before a person has answered anything. */
  checkWritable(): void;
}

/** A journal in a folder. Opening it touches nothing on the disk. */
export function openJournal({ dir, deviceFile, clock, tzOffset, newId, warn }: JournalOptions): Journal {
  let known: string | null = null;
  let isTold = false;
  const device = () => {
    known ??= deviceId(deviceFile, newId);
    return known;
  };
  return {
    dir,
    device,
    read: () => readJournal(dir),
    events: () => {
      const contents = readJournal(dir);
      refuseUnread(dir, contents);
      if (!isTold) for (const line of passedOver(contents)) warn(line);
      isTold = true;
      return contents.events;
    },
    fingerprint: () => fingerprint(dir),
    append: (...drafts) => {
      if (drafts.length === 0) return [];
      const now = clock();
      return appendEvents(dir, device(), drafts, { now, tz: tzOffset(now), newId });
    },
    checkWritable: () => checkWritable(dir, device()),
  };
}

/** A history with a hole in it would be taken for the whole. */
function refuseUnread(dir: string, { unread }: JournalContents): void {
  for (const { file, message, remedy } of unread) {
    if (remedy === null) continue;
    throw failure(
      'journal-read',
      `The journal ${printable(join(dir, file))} cannot be read: ${message}.`,
      `${capital(remedy)}.`,
    );
  }
}

function passedOver({ problems, unread, warnings }: JournalContents): string[] {
  const counts = [counted(problems.length, 'line'), counted(unread.length, 'file')].filter((n) => n !== '');
  if (counts.length === 0) return warnings;
  const are = problems.length + unread.length === 1 ? 'is' : 'are';
  const what = `${counts.join(' and ')} of the journal ${are} set aside and not counted`;
  return [...warnings, `${what}; see why: mistral-prep journal check`];
}

function counted(n: number, what: string): string {
  return n === 0 ? '' : `${n} ${what}${n === 1 ? '' : 's'}`;
}
