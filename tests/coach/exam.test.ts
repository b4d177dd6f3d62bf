import { describe, expect, it } from 'vitest';
import { EXAM_KEY, type ExamPlan, openExam } from '../../src/coach/exam.ts';
import type { JournalEvent } from '../../src/journal/events.ts';

const START = Date.parse('2026-12-01T10:00:00.000Z');
const MINUTE = 60_000;
const plan: ExamPlan = {
  slots: [
    { id: 'a', draw: 1 },
    { id: 'b', draw: 2 },
    { id: 'c', draw: 3 },
  ],
  startedAt: START,
  endsAt: START + 30 * MINUTE,
};

function at(minute: number, event: object): JournalEvent {
  const base = {
    v: 1,
    id: `e${minute}`,
    at: new Date(START + minute * MINUTE).toISOString(),
    tz: 0,
    device: 'd',
  };
  return { ...base, ...event } as JournalEvent;
}

const begun = at(0, { type: 'set', key: EXAM_KEY, value: plan });
const draws = new Map(plan.slots.map(({ id, draw }) => [id, draw]));
const answer = (minute: number, q: string, mode = 'exam') =>
  at(minute, { type: 'answer', q, draw: draws.get(q), mode });
const opened = (events: readonly JournalEvent[], minute: number, suspended: readonly string[] = []) =>
  openExam(events, new Set(suspended), START + minute * MINUTE);

describe('openExam', () => {
  it('is what was begun, less what was answered since', () => {
    expect(opened([begun, answer(1, 'b')], 2)?.left).toEqual([
      { id: 'a', draw: 1, isRelearn: false },
      { id: 'c', draw: 3, isRelearn: false },
    ]);
  });

  it('keeps what was answered before the cut, for the report', () => {
    const given = opened([begun, answer(1, 'b'), answer(2, 'a')], 3)?.given;
    expect(given?.map(({ q }) => q)).toEqual(['b', 'a']);
  });

  it('asks again what was answered and taken back', () => {
    const events = [begun, answer(1, 'b'), at(2, { type: 'undo', of: 'e1' })];
    expect(opened(events, 3)?.left).toHaveLength(3);
  });

  it('leaves out what was set aside in it', () => {
    expect(opened([begun, answer(1, 'b')], 2, ['c'])?.left.map(({ id }) => id)).toEqual(['a']);
    expect(opened([begun, answer(1, 'b')], 2, ['a', 'c'])).toBeNull();
  });

  it('counts its answers also where a clock that was set back has stamped its beginning after them', () => {
    const late = at(120, { type: 'set', key: EXAM_KEY, value: plan });
    expect(opened([answer(-5, 'a'), answer(1, 'b'), late], 2)).toMatchObject({
      given: [{ q: 'b' }],
      left: [{ id: 'a' }, { id: 'c' }],
    });
  });

  it('does not count the answers of an exam before it that was drawn otherwise', () => {
    const other = at(1, { type: 'answer', q: 'a', draw: 77, mode: 'exam' });
    expect(opened([other, begun], 2)?.left).toHaveLength(3);
  });

  it('does not count what was answered before, or outside the exam', () => {
    const events = [answer(-5, 'a'), begun, answer(1, 'b', 'coach')];
    expect(opened(events, 2)?.left).toHaveLength(3);
  });

  it.each([
    ['there was none', [], 1],
    ['it was ended', [begun, at(5, { type: 'set', key: EXAM_KEY, value: null })], 6],
    ['its time is over', [begun], 30],
    ['all of it is answered', [begun, answer(1, 'a'), answer(2, 'b'), answer(3, 'c')], 4],
    ['its plan cannot be read', [at(0, { type: 'set', key: EXAM_KEY, value: { slots: [{ id: 1 }] } })], 1],
  ])('is none where %s', (_, events, minute) => {
    expect(opened(events, minute)).toBeNull();
  });

  it('of several is the last', () => {
    const second = at(10, { type: 'set', key: EXAM_KEY, value: { ...plan, slots: [{ id: 'z', draw: 9 }] } });
    expect(opened([begun, second], 11)?.left.map(({ id }) => id)).toEqual(['z']);
  });
});
