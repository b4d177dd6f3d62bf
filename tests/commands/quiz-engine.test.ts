import { expect, test } from 'vitest';
import { createSession } from '../../src/coach/session.ts';
import { runSitting } from '../../src/commands/quiz/engine.ts';
import type { Face } from '../../src/commands/quiz/face.ts';
import type { Sitting } from '../../src/commands/quiz/state.ts';
import type { EventDraft, JournalEvent } from '../../src/journal/events.ts';
import { termOf } from '../questions/fixtures.ts';

test('a clock that is set back during a question makes no time of less than nothing', async () => {
  let clock = Date.parse('2026-10-19T12:00:00.000Z');
  const kept: EventDraft[] = [];
  const sitting: Sitting = {
    mode: 'coach',
    save: true,
    session: createSession([{ id: 'kv-q', draw: 1, isRelearn: false }], false),
    question: async () => termOf(),
    topicOf: (id) => ({ id, title: id }),
    citations: () => [],
    before: new Map(),
    answeredBefore: new Set(),
    keep(draft) {
      kept.push(draft);
      const stamp = { v: 1, id: 'e1', at: new Date(clock).toISOString(), tz: 0, device: 'd' } as const;
      return { ...draft, ...stamp } as JournalEvent;
    },
    dueAt: () => null,
    now: () => clock,
    nextDraw: () => 0,
    endsAt: null,
  };
  const nothing = () => undefined;
  const face: Face = {
    async ask() {
      clock -= 2 * 3_600_000;
      return { type: 'answer', raw: 'FlashAttention', confidence: null, seconds: null };
    },
    rubric: async () => null,
    result: async () => null,
    retry: nothing,
    hint: nothing,
    accepted: nothing,
    done: nothing,
    refused: nothing,
    summary: nothing,
    close: nothing,
  };
  await runSitting(sitting, face);
  expect(kept).toMatchObject([{ type: 'answer', correct: true, seconds: 0 }]);
});
