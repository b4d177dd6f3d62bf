import { type Problem, printable } from '../problems.ts';
import { byTime, type JournalEvent, parseLine } from './events.ts';
import { type LineState, MAX_LINE_BYTES } from './lines.ts';
import { salvage } from './salvage.ts';
import { sameJson } from './same.ts';

/** A file, or the folder itself as `.`, of which not a line could be read. */
export interface Unread {
  file: string;
  /** Why, in words. */
  message: string;
  /** What a person can do about it; null where it holds no events that could be missed: it is no file, or gone. */
  remedy: string | null;
}

/** All that the files of a journal hold: one history, and what in them could not be read. */
export interface JournalContents {
  /** Ordered by (at, id), each id once. */
  events: JournalEvent[];
  /** Lines that are set aside. */
  problems: Problem[];
  unread: Unread[];
  warnings: string[];
}

/** The history while it is being gathered, file by file and line by line. */
export class Gathering {
  readonly #events: JournalEvent[] = [];
  readonly #byId = new Map<string, JournalEvent>();
  readonly #problems: Problem[] = [];
  readonly #unread: Unread[] = [];
  readonly #warnings: string[] = [];
  /** Most journals are one file in the order of time: then there is nothing to sort. */
  #sorted = true;
  #last: JournalEvent | null = null;
  #file = '';
  #newer = 0;

  begin(file: string): void {
    this.#file = file;
    this.#newer = 0;
  }

  end(): void {
    if (this.#newer === 0) return;
    const what = this.#newer === 1 ? '1 event is' : `${this.#newer} events are`;
    this.#warnings.push(
      `${printable(this.#file)}: ${what} from a newer mistral-prep and not counted here; update mistral-prep to use them`,
    );
  }

  line(text: string, number: number, state: LineState): void {
    if (state.tooLong) {
      const limit = MAX_LINE_BYTES / 1024 / 1024;
      this.#problem(`longer than ${limit} MiB, so not an event; set aside`, number);
      return;
    }
    if (!state.utf8) {
      this.#salvage(text, number, state);
      return;
    }
    const parsed = parseLine(text);
    if (parsed.kind === 'event') this.#add(parsed.event, number, 1);
    else if (parsed.kind === 'newer') this.#newer++;
    else if (!parsed.json) {
      if (text.trim() !== '') this.#salvage(text, number, state);
    } else this.#problem(`${parsed.why}; set aside`, number, 1, parsed.id);
  }

  /** Notes that the file that was begun cannot be read. */
  unread(message: string, remedy: string | null = null): void {
    this.#unread.push({ file: this.#file, message, remedy });
  }

  contents(): JournalContents {
    if (!this.#sorted) this.#events.sort(byTime);
    return {
      events: this.#events,
      problems: this.#problems,
      unread: this.#unread,
      warnings: this.#warnings,
    };
  }

  #problem(message: string, line: number, column = 1, id: string | null = null): void {
    this.#problems.push({ file: this.#file, line, column, id, message });
  }

  #add(event: JournalEvent, line: number, column: number): void {
    const known = this.#byId.get(event.id);
    if (known !== undefined) {
      // The same line in two files is what a sync program leaves; only a difference is worth a word.
      if (!sameJson(known, event)) {
        const message = 'another event has this id and differs; the first is counted, this one is set aside';
        this.#problem(message, line, column, event.id);
      }
      return;
    }
    this.#byId.set(event.id, event);
    if (this.#last !== null && this.#sorted && byTime(this.#last, event) > 0) this.#sorted = false;
    this.#last = event;
    this.#events.push(event);
  }

  #salvage(text: string, number: number, state: LineState): void {
    const { found, wrecks } = salvage(text, !state.utf8);
    for (const { event, from } of found) this.#add(event, number, from + 1);
    for (const { from, to } of wrecks) {
      const why = describe(text.slice(from, to), state, to === text.length);
      this.#problem(`${why}; set aside`, number, from + 1);
    }
  }
}

function describe(wreck: string, state: LineState, atEnd: boolean): string {
  if (wreck.includes('\0')) return 'NUL bytes, as a crash leaves them';
  if (!state.ended && atEnd) return 'torn line: its writer was stopped before the end';
  if (!state.utf8 && wreck.includes('\ufffd')) return 'not UTF-8';
  return wreck.startsWith('{"v":') ? 'torn line: it breaks off' : 'not a line of JSON';
}
