import { describe, expect, it } from 'vitest';
import type { QuestionEntry } from '../../src/bundle/questions.ts';
import { type Choice, choose, filtered } from '../../src/coach/choose.ts';
import { createMemory, rememberAll } from '../../src/memory/index.ts';

const DAY = 86_400_000;
const entry = (id: string, more: Partial<QuestionEntry> = {}): QuestionEntry => ({
  id,
  topic: 't',
  kind: 'choice',
  difficulty: 1,
  rounds: [],
  seconds: 60,
  ...more,
});
const entries = ['a', 'b', 'c', 'd'].map((id) => entry(id));
const answer = (id: string, at: number, correct: boolean) => ({
  id,
  at,
  correct,
  grade: correct ? ('good' as const) : ('again' as const),
  seconds: 10,
  effect: 'schedule' as const,
});
const memory = rememberAll(
  createMemory(entries.map(({ id, topic, seconds }) => ({ id, topic, seconds, weight: 1 }))),
  [answer('a', 0, true), answer('b', 0, false), answer('c', 400 * DAY, true)],
);
const choice = (more: Partial<Choice>): Choice => ({
  mode: 'coach',
  entries,
  memory,
  now: 400 * DAY + 3_600_000,
  deadlines: new Map(),
  retention: 0.8,
  isEve: false,
  studySecondsLeft: 1e9,
  sessionSeconds: null,
  count: null,
  ...more,
});

describe('what a sitting asks', () => {
  it('by mode: what is due, then what is new; the weakest; all of it', () => {
    const { ids, left } = choose(choice({}));
    expect([ids.slice(0, 2).toSorted(), ids.slice(2), left]).toEqual([['a', 'b'], ['d'], 0]);
    expect(choose(choice({ mode: 'due' })).ids.toSorted()).toEqual(['a', 'b']);
    expect(choose(choice({ mode: 'new' })).ids).toEqual(['d']);
    expect(choose(choice({ mode: 'weak' })).ids).toEqual(['b', 'a']);
    // What was asked within the day comes last where everything is asked.
    expect(choose(choice({ mode: 'cram' })).ids).toHaveLength(4);
    expect(choose(choice({ mode: 'cram' })).ids.at(-1)).toBe('c');
  });

  it('an exam keeps the order that it is given, whatever is remembered', () => {
    const order = ['c', 'a', 'd', 'b'].map((id) => entry(id));
    expect(choose(choice({ mode: 'exam', entries: order })).ids).toEqual(['c', 'a', 'd', 'b']);
  });

  it('within a number and a time; what is left out is counted', () => {
    expect(choose(choice({ mode: 'exam', count: 3 }))).toEqual({ ids: ['a', 'b', 'c'], left: 1 });
    expect(choose(choice({ mode: 'exam', sessionSeconds: 120 }))).toEqual({ ids: ['a', 'b'], left: 2 });
    const mixed = [entry('a', { seconds: 100 }), entry('b', { seconds: 900 }), entry('c', { seconds: 20 })];
    expect(choose(choice({ mode: 'exam', entries: mixed, sessionSeconds: 120 })).ids).toEqual(['a', 'c']);
    // One at least, however short the time.
    expect(choose(choice({ mode: 'exam', entries: mixed.slice(1, 2), sessionSeconds: 60 })).ids).toEqual([
      'b',
    ]);
    expect(choose(choice({ entries: [] }))).toEqual({ ids: [], left: 0 });
  });

  it('on the eve new ones come last, and not at all where old ones fill the time', () => {
    const deadlines = new Map(['a', 'b', 'c', 'd'].map((id) => [id, 402 * DAY]));
    const eve = (more: Partial<Choice>) =>
      choose(choice({ now: 401 * DAY, deadlines, isEve: true, ...more })).ids;
    // On another day what is new comes before what is still known.
    expect(eve({ isEve: false }).slice(2)).toEqual(['d', 'c']);
    expect(eve({}).slice(2)).toEqual(['c', 'd']);
    expect(eve({ sessionSeconds: 60 })).not.toContain('d');
    expect(eve({ sessionSeconds: 3600 })).toContain('d');
    // Nor is a short one put into what the old ones, which are too long for it, leave of the time.
    const short = rememberAll(
      createMemory(['a', 'b', 'd'].map((id) => ({ id, weight: 1, seconds: id === 'd' ? 5 : 60 }))),
      [answer('a', 0, true), answer('b', 0, false)],
    );
    const sitting = { memory: short, entries: ['a', 'b', 'd'].map((id) => entry(id)), sessionSeconds: 90 };
    expect(eve({ ...sitting, isEve: false })).toContain('d');
    expect(eve(sitting)).toHaveLength(1);
    expect(eve(sitting)).not.toContain('d');
    // What no coming round asks stays behind the new ones.
    deadlines.delete('c');
    expect(eve({}).slice(2)).toEqual(['d', 'c']);
  });

  it('filters go together; a question without rounds is asked in those of its topic', () => {
    const all = [
      entry('a', { topic: 's', kind: 'term', difficulty: 3 }),
      entry('b', { rounds: ['onsite'] }),
      entry('c', { difficulty: 2 }),
    ];
    const none = { topics: null, rounds: null, difficulties: null, kinds: null };
    const rounds = new Map([['t', ['coding']]]);
    const ids = (filters: object) => filtered(all, { ...none, ...filters }, rounds).map(({ id }) => id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ topics: new Set(['s']) })).toEqual(['a']);
    expect(ids({ rounds: new Set(['coding']) })).toEqual(['c']);
    expect(ids({ rounds: new Set(['onsite']) })).toEqual(['b']);
    expect(ids({ kinds: new Set(['choice']), difficulties: new Set([2, 3]) })).toEqual(['c']);
    expect(ids({ topics: new Set() })).toEqual([]);
  });
});
