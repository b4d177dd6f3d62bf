import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, effectOf } from '../../src/coach/history.ts';
import type { EventDraft, JournalEvent } from '../../src/journal/events.ts';
import { createMemory, rank, readiness, rememberAll } from '../../src/memory/index.ts';
import { ANSWER, events, histories } from '../journal/support.ts';

const QUESTIONS = ['moe-top2', 'kv-size', 'dsa-heap', 'zero-3'];
const BANK = QUESTIONS.slice(1).map((id, at) => ({ id, weight: at + 1, topic: 'all' }));
const memoryOf = (list: readonly JournalEvent[]) => rememberAll(createMemory(BANK), answersOf(list).answers);

const BASE = { v: 1, tz: 60, device: 'laptop-1' } as const;
const time = (minute: number) => new Date(Date.UTC(2026, 2, 9, 18, minute)).toISOString();
const stamped = (id: string, minute: number, draft: EventDraft): JournalEvent =>
  ({ ...BASE, id, at: time(minute), ...draft }) as JournalEvent;
const answer = (id: string, minute: number, over: Partial<typeof ANSWER> = {}): JournalEvent => ({
  ...ANSWER,
  id,
  at: time(minute),
  q: 'kv-size',
  ...over,
});

/** What one device writes: times that mostly go on, and undos and overrides of events that may lie anywhere. */
const device = (name: string) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(
          'answer',
          'answer',
          'answer',
          'undo',
          'override',
          'suspend',
          'unsuspend',
          'flag',
          'skip',
        ),
        q: fc.constantFrom(...QUESTIONS),
        // Often none at all, so that events share a moment and their ids decide.
        wait: fc.oneof(fc.constant(0), fc.nat(900)),
        grade: fc.constantFrom('again' as const, 'hard' as const, 'good' as const, 'easy' as const),
        mode: fc.constantFrom('coach', 'due', 'exam', 'cram'),
        of: fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.nat(12)).map(([other, n]) => `${other}${n}`),
        seconds: fc.nat(200),
      }),
      { maxLength: 12 },
    )
    .map((steps) => {
      let minute = 0;
      return steps.map(({ kind, q, wait, grade, mode, of, seconds }, n): JournalEvent => {
        minute += wait;
        const id = `${name}${n}`;
        if (kind === 'answer') {
          return answer(id, minute, { q, grade, mode, seconds, draw: n, correct: grade !== 'again' });
        }
        if (kind === 'undo') return stamped(id, minute, { type: 'undo', of });
        if (kind === 'override') return stamped(id, minute, { type: 'override', of, grade });
        if (kind === 'flag') return stamped(id, minute, { type: 'flag', q, why: `why ${n}` });
        return stamped(id, minute, { type: kind as 'skip', q });
      });
    });
const devices = fc.tuple(device('x'), device('y'), device('z'));

/** One of the many orders in which the lines of several files can be read. */
function interleaved(files: readonly JournalEvent[][], turns: readonly number[]): JournalEvent[] {
  const left = files.map((file) => [...file]);
  const out: JournalEvent[] = [];
  for (let n = 0; left.some((file) => file.length > 0); n++) {
    const full = left.filter((file) => file.length > 0);
    const next = full[(turns[n % Math.max(1, turns.length)] ?? 0) % full.length]?.shift();
    if (next !== undefined) out.push(next);
  }
  return out;
}

describe('a history', () => {
  it('gives the same memory however the devices’ journals are interleaved', () => {
    fc.assert(
      fc.property(
        devices,
        fc.array(fc.nat(5), { maxLength: 40 }),
        fc.array(fc.nat(5)),
        (files, one, other) => {
          const a = interleaved(files, one);
          const b = interleaved(files, other);
          expect(answersOf(b)).toEqual(answersOf(a));
          expect(memoryOf(b)).toEqual(memoryOf(a));
        },
      ),
    );
  });

  it('does not change when what it is given does, and gives answers in order', () => {
    fc.assert(
      fc.property(devices, (files) => {
        const list = files.flat();
        const copy = structuredClone(list);
        const { answers } = answersOf(list);
        expect(list).toEqual(copy);
        expect(answers).toEqual(
          answers.toSorted((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1)),
        );
      }),
    );
  });

  it('undone is as if it had never been', () => {
    fc.assert(
      fc.property(devices, fc.nat(), fc.nat(), fc.nat(2000), (files, which, where, minute) => {
        const list = files.flat().filter(({ type }) => type !== 'undo');
        const one = list[which % Math.max(1, list.length)];
        if (one === undefined) return;
        const never = list.filter(({ id }) => id !== one.id);
        const undo = stamped('undo', minute, { type: 'undo', of: one.id });
        const at = where % (list.length + 1);
        const undone = [...list.slice(0, at), undo, ...list.slice(at)];
        expect(answersOf(undone)).toEqual(answersOf(never));
        expect(memoryOf(undone)).toEqual(memoryOf(never));
      }),
    );
  });

  it('never throws on 10,000 random events', () => {
    const [many] = fc.sample(fc.array(events, { minLength: 10_000, maxLength: 10_000 }), {
      numRuns: 1,
      seed: 5,
    });
    const files = fc.sample(devices, { numRuns: 500, seed: 6 }).flat(2);
    for (const list of [many ?? [], files]) {
      expect(list.length).toBeGreaterThan(5000);
      const { answers } = answersOf(list);
      const memory = rememberAll(createMemory(BANK), answers);
      const now = Date.parse('2026-04-01T09:00:00.000Z');
      const how = { now, deadlines: new Map(), studySecondsLeft: 1e6, sessionSeconds: 1e6 };
      for (const { recallNow, score } of rank(memory, how)) expect(recallNow + score).not.toBeNaN();
      const { overall } = readiness(memory, { now, deadlines: new Map(), groups: new Map() });
      expect(overall >= 0 && overall <= 1).toBe(true);
    }
  });

  it('reads any journal', () => {
    fc.assert(
      fc.property(histories, (list) => {
        const { answers } = answersOf(list);
        expect(answers.length).toBeLessThanOrEqual(list.length);
        rememberAll(createMemory(BANK), answers);
      }),
    );
  });
});

describe('undo and override', () => {
  it('work wherever they stand, and the last override wins', () => {
    const list = [
      stamped('o2', 9, { type: 'override', of: 'a1', grade: 'again' }),
      stamped('o1', 8, { type: 'override', of: 'a1', grade: 'easy' }),
      answer('a1', 10, { grade: 'good' }),
    ];
    expect(answersOf(list).answers).toMatchObject([{ grade: 'again', correct: false }]);
    expect(answersOf(list).answers[0]?.event).toMatchObject({ grade: 'good', correct: true });
  });

  it('an override taken back leaves the one before it', () => {
    const list = [
      answer('a1', 1, { grade: 'again', correct: false }),
      stamped('o1', 2, { type: 'override', of: 'a1', grade: 'hard' }),
      stamped('o2', 3, { type: 'override', of: 'a1', grade: 'easy' }),
      stamped('u', 4, { type: 'undo', of: 'o2' }),
    ];
    expect(answersOf(list).answers).toMatchObject([{ grade: 'hard', correct: true }]);
  });

  it('an undo cannot be taken back, nor take itself back', () => {
    const list = [
      answer('a1', 1),
      stamped('u1', 2, { type: 'undo', of: 'a1' }),
      stamped('u2', 3, { type: 'undo', of: 'u1' }),
      stamped('u3', 3, { type: 'undo', of: 'u3' }),
    ];
    expect(answersOf(list).answers).toEqual([]);
  });
});

describe('questions', () => {
  it('keeps what was last said of each', () => {
    const list = [
      answer('a1', 1, { draw: 3 }),
      answer('a2', 2, { draw: 4, missed: ['p1'] }),
      stamped('s1', 3, { type: 'suspend', q: 'kv-size' }),
      stamped('s2', 4, { type: 'suspend', q: 'zero-3' }),
      stamped('s3', 5, { type: 'unsuspend', q: 'kv-size' }),
      stamped('f1', 6, { type: 'flag', q: 'kv-size', why: 'wrong' }),
      stamped('f2', 7, { type: 'flag', q: 'kv-size', why: 'out of date' }),
      stamped('k', 8, { type: 'skip', q: 'dsa-heap' }),
      answer('a3', 9, { draw: 5 }),
      stamped('u', 10, { type: 'undo', of: 'a3' }),
    ];
    const history = answersOf(list);
    expect(history.suspended).toEqual(new Set(['zero-3']));
    expect(history.flagged).toEqual(new Map([['kv-size', 'out of date']]));
    expect(history.last.get('kv-size')).toEqual(list[1]);
  });

  it('only a wrong exam answer counts of an exam, and nothing of cramming', () => {
    expect(['coach', 'due', 'new', 'weak', 'exam', 'cram'].map(effectOf)).toEqual([
      'schedule',
      'schedule',
      'schedule',
      'schedule',
      'lapse-only',
      'none',
    ]);
  });
});
