import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeze, recollect, thaw } from '../../src/coach/recollection.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { STANDARD_FIT } from '../../src/memory/index.ts';

const items = ['a', 'b', 'c', 'd'].map((id, i) => ({
  id,
  weight: 1 + i,
  topic: i < 2 ? 's' : 't',
  seconds: 20 + i,
}));

const question = fc.constantFrom('a', 'b', 'c', 'd', 'gone');
const event = fc.oneof(
  fc.record({
    type: fc.constant('answer'),
    q: question,
    draw: fc.nat(),
    answer: fc.oneof(fc.constant('x'), fc.record({ text: fc.string(), points: fc.constant([]) })),
    correct: fc.boolean(),
    grade: fc.constantFrom('again', 'hard', 'good', 'easy'),
    score: fc.constant(1),
    hints: fc.nat(2),
    seconds: fc.nat(200),
    confidence: fc.constant(null),
    mode: fc.constantFrom('coach', 'exam', 'cram'),
    missed: fc.array(fc.constantFrom('p', 'q')),
  }),
  fc.record({ type: fc.constantFrom('suspend', 'unsuspend', 'skip'), q: question }),
  fc.record({ type: fc.constant('undo'), of: fc.nat(40).map((n) => `e${n}`) }),
  fc.record({
    type: fc.constant('set'),
    key: fc.constant('exam'),
    value: fc.constant({ slots: [{ id: 'a', draw: 1 }], startedAt: 0, endsAt: null }),
  }),
);

it('frozen, written as JSON and thawed is the same', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (drafts) => {
      const events = drafts.map((draft, i) => ({
        v: 1,
        id: `e${i}`,
        at: new Date(Date.UTC(2026, 0, 1) + i * 40_000_000).toISOString(),
        tz: 0,
        device: 'd',
        ...draft,
      })) as unknown as JournalEvent[];
      const past = recollect(
        events,
        () => items,
        () => STANDARD_FIT,
      );
      expect(thaw(() => items, JSON.parse(JSON.stringify(freeze(past))))).toEqual(past);
    }),
  );
});
