import { type Fit, firstStrength, nextStrength } from './fsrs.ts';
import { daysBetween, NEW } from './memory.ts';
import { timed } from './pace.ts';
import { Rewriting } from './shelves.ts';
import type { Answer, KnownItem, Memory, MemoryState, Tally, Trace } from './types.ts';

/**
 * The memory after one more answer; the one that was handed in stays as it was. Answers are given in the order of their
 * times; one that comes late counts as given at the time of the last. An answer to an id that is not an item is kept
 * and has no influence on the items.
 * @throws RangeError where `at` or `seconds` is not a finite number, or `seconds` is negative
 */
export function remember(memory: Memory, answer: Answer): Memory {
  return rememberAll(memory, [answer]);
}

type Before = (answer: Answer, state: MemoryState, askedAt: number | null) => void;

/**
 * The same for a whole history, sorted by time, in one pass.
 * @param before is told each answer to an item, what was remembered of the item just before it, and when it had last been
 *   answered with any effect, epoch milliseconds; null for never
 */
export function rememberAll(memory: Memory, answers: Iterable<Answer>, before?: Before): Memory {
  const replay = new Replay(memory);
  for (const answer of answers) replay.add(answer, before);
  return replay.memory();
}

/** A memory while answers are added to it; what it began with stays as it was. */
class Replay {
  readonly #before: Memory;
  readonly #traces: Rewriting<Trace>;
  readonly #others = new Map<string, Trace>();
  readonly #tallies = new Map<string, Tally>();
  #usual: Memory['usual'];

  constructor(before: Memory) {
    this.#before = before;
    this.#traces = new Rewriting(before.traces);
    this.#usual = before.usual;
  }

  add(answer: Answer, before?: Before): void {
    check(answer);
    const { fit, items, others } = this.#before;
    const item = items.get(answer.id);
    if (item === undefined) {
      const trace = this.#others.get(answer.id) ?? others.get(answer.id);
      this.#others.set(answer.id, traced(fit, trace, answer, 0));
      return;
    }
    const trace = this.#traces.at(item.index);
    before?.(answer, trace?.state ?? NEW, trace?.askedAt ?? null);
    const wrong = trace === undefined ? 'firstWrong' : 'wrong';
    const time = timed(this.#usual, item.length, answer.seconds, answer.grade === 'again' ? wrong : 'right');
    this.#usual = time.usual;
    this.#traces.put(item.index, traced(fit, trace, answer, time.pace));
    if (trace === undefined) this.#count(item, answer);
  }

  /** With a hint or by a guess (`hard`) it was not known. */
  #count({ topic }: KnownItem, { grade }: Answer): void {
    if (topic === undefined) return;
    const tally = this.#tallies.get(topic) ?? this.#before.tallies.get(topic) ?? { first: 0, known: 0 };
    const known = grade === 'good' || grade === 'easy' ? 1 : 0;
    this.#tallies.set(topic, { first: tally.first + 1, known: tally.known + known });
  }

  memory(): Memory {
    return {
      ...this.#before,
      usual: this.#usual,
      traces: this.#traces.done(),
      others: merged(this.#before.others, this.#others),
      tallies: merged(this.#before.tallies, this.#tallies),
    };
  }
}

function merged<V>(before: ReadonlyMap<string, V>, changed: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return changed.size === 0 ? before : new Map([...before, ...changed]);
}

function check({ id, at, seconds }: Answer): void {
  if (!Number.isFinite(at)) throw new RangeError(`answer to "${id}": at must be epoch milliseconds`);
  if (!(seconds >= 0 && seconds < Infinity)) {
    throw new RangeError(`answer to "${id}": seconds must be 0 or more`);
  }
}

function traced(fit: Fit, before: Trace | undefined, answer: Answer, pace: number): Trace {
  const state = before?.state ?? NEW;
  return {
    state: answered(fit, state, answer),
    askedAt: Math.max(answer.at, before?.askedAt ?? answer.at),
    lapsed: answer.grade === 'again',
    answers: (before?.answers ?? 0) + 1,
    paces: (before?.paces ?? 0) + pace,
  };
}

function counts({ effect = 'schedule', grade }: Answer): boolean {
  return effect === 'schedule' || (effect === 'lapse-only' && grade === 'again');
}

/** What is remembered after an answer; unchanged by one that does not count for the schedule. */
export function answered(fit: Fit, state: MemoryState, answer: Answer): MemoryState {
  if (!counts(answer)) return state;
  const { at, grade, effect } = answer;
  const due = effect === 'lapse-only';
  if (state.kind === 'new') return { kind: 'reviewed', ...firstStrength(fit, grade), at, due };
  const strength = nextStrength(fit, state, daysBetween(state.at, at), grade);
  return { kind: 'reviewed', ...strength, at: Math.max(at, state.at), due };
}
