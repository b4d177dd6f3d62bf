import type { EventDraft } from './events.ts';
import { readJournal } from './read.ts';

/** By what the last word decides, when that was spoken, epoch milliseconds. */
export type LastWords = Map<string, number>;

/**
 * What an event speaks of, where the last word on it decides: a setting, a checklist item, whether a question is asked.
 * Null for the others: they happened when they happened, or name the event that they act on.
 */
export function subjectOf(event: EventDraft): string | null {
  const name = nameIn(event);
  return name === null ? null : `${event.type.replace(/^un/, '')} ${name}`;
}

function nameIn(event: EventDraft): string | null {
  switch (event.type) {
    case 'set':
      return event.key;
    case 'tick':
    case 'untick':
      return event.item;
    case 'suspend':
    case 'unsuspend':
      return event.q;
    default:
      return null;
  }
}

/**
 * The last words on what these drafts speak of, by any device: who speaks has seen them all. The record is read only
 * where there is something to look for, and of it the lines that name it.
 */
export function lastWords(dir: string, drafts: readonly EventDraft[]): LastWords {
  const words: LastWords = new Map();
  const subjects = new Set(drafts.map(subjectOf).filter((subject) => subject !== null));
  if (subjects.size === 0) return words;
  const names = drafts.map(nameIn).flatMap((name) => (name === null ? [] : JSON.stringify(name)));
  const { events } = readJournal(dir, (line) => names.some((name) => line.includes(name)));
  for (const event of events) {
    const subject = subjectOf(event);
    if (subject !== null && subjects.has(subject)) words.set(subject, Date.parse(event.at));
  }
  return words;
}
