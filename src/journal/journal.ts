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
}

/** The record of all that the learner did, on this device and on those it is synced with. */
export interface Journal {
  readonly dir: string;
  /** This device's id, which its file is called by; made where there is none. */
  device(): string;
  /** Reads everything anew. Creates nothing. */
  read(): JournalContents;
  /** Names all of its bytes; null where there are none. */
  fingerprint(): string | null;
  /** Keeps events; they are on the disk when it returns. */
  append(...drafts: EventDraft[]): JournalEvent[];
  /** Throws a KnownError where append would: ask before a person has answered anything. */
  checkWritable(): void;
}

/** A journal in a folder. Opening it touches nothing on the disk. */
export function openJournal({ dir, deviceFile, clock, tzOffset, newId }: JournalOptions): Journal {
  let known: string | null = null;
  const device = () => {
    known ??= deviceId(deviceFile, newId);
    return known;
  };
  return {
    dir,
    device,
    read: () => readJournal(dir),
    fingerprint: () => fingerprint(dir),
    append: (...drafts) => {
      if (drafts.length === 0) return [];
      const now = clock();
      return appendEvents(dir, device(), drafts, { now, tz: tzOffset(now), newId });
    },
    checkWritable: () => checkWritable(dir, device()),
  };
}
