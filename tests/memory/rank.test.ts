import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMemory,
  dueAt,
  type Item,
  isResting,
  type Memory,
  type Pick,
  type RankOptions,
  rank,
  recall,
  remember,
  rememberAll,
} from '../../src/memory/index.ts';
import { answers, DAY, ends, HOUR, items, right, T0, wrong } from './support.ts';

const PLENTY = 1e9;
const options = (over: Partial<RankOptions> = {}): RankOptions => ({
  now: T0,
  deadlines: new Map(),
  studySecondsLeft: PLENTY,
  sessionSeconds: PLENTY,
  ...over,
});
const idsOf = (picks: readonly Pick[]) => picks.map(({ id }) => id);
const many = (n: number, over: Partial<Item> = {}): Item[] =>
  Array.from({ length: n }, (_, at) => ({ id: `n${String(at).padStart(3, '0')}`, weight: 1, ...over }));

/** A memory, and a session to be ranked some time after its last answer, with or without deadlines. */
const cases = fc
  .record({
    bank: items,
    list: answers,
    wait: fc.double({ min: 0, max: 90, noNaN: true }),
    ahead: fc.array(fc.double({ min: -5, max: 60, noNaN: true }), { maxLength: 8 }),
    studySecondsLeft: fc.constantFrom(0, 300, PLENTY),
    sessionSeconds: fc.oneof(fc.constant(PLENTY), fc.double({ min: 0, max: 1200, noNaN: true })),
    newRun: fc.constantFrom(1, 2, 5),
  })
  .map(({ bank, list, wait, ahead, ...rest }) => {
    const now = ends(list) + wait * DAY;
    const deadlines = new Map(ahead.map((days, at) => [bank[at]?.id ?? 'none', now + days * DAY]));
    return { bank, list, how: options({ now, deadlines, ...rest }) };
  });

describe('rank', () => {
  it('never exceeds the session, and names each item once', () => {
    fc.assert(
      fc.property(cases, ({ bank, list, how }) => {
        const picks = rank(rememberAll(createMemory(bank), list), how);
        expect(picks.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(how.sessionSeconds);
        expect(new Set(idsOf(picks)).size).toBe(picks.length);
        for (const { seconds, score, recallNow, gain } of picks) {
          expect(seconds).toBeGreaterThanOrEqual(1);
          expect(Number.isFinite(score) && score >= 0).toBe(true);
          expect(recallNow >= 0 && recallNow <= 1).toBe(true);
          expect(gain >= -1 && gain <= 1).toBe(true);
        }
      }),
    );
  });

  it('leaves out nothing that may be asked and still fits', () => {
    fc.assert(
      fc.property(cases, ({ bank, list, how }) => {
        const memory = rememberAll(createMemory(bank), list);
        const picks = rank(memory, how);
        const used = picks.reduce((sum, { seconds }) => sum + seconds, 0);
        const chosen = new Set(idsOf(picks));
        for (const { id, seconds } of rank(memory, { ...how, sessionSeconds: PLENTY })) {
          if (!chosen.has(id)) expect(used + seconds).toBeGreaterThan(how.sessionSeconds);
        }
      }),
    );
  });

  it('is the same whatever the order of the items', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ bank, list, how }, turn) => {
        const at = turn % bank.length;
        const turned = [...bank.slice(at), ...bank.slice(0, at)].reverse();
        const picks = rank(rememberAll(createMemory(bank), list), how);
        expect(rank(rememberAll(createMemory(turned), list), how)).toEqual(picks);
      }),
    );
  });

  it('never ranks a higher weight later within its tier', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, fc.nat(7), fc.double({ min: 1, max: 50, noNaN: true }), (one, which, factor) => {
        const { bank, list } = one;
        const how = { ...one.how, newRun: 1000 };
        const id = bank[which]?.id ?? '';
        const heavier = bank.map((item) =>
          item.id === id ? { ...item, weight: item.weight * factor } : item,
        );
        const place = (bank: Item[]) => {
          const picks = rank(rememberAll(createMemory(bank), list), how);
          const tier = picks.find((pick) => pick.id === id)?.tier;
          return picks.filter((pick) => pick.tier === tier).findIndex((pick) => pick.id === id);
        };
        const before = place(bank);
        if (before < 0) return;
        compared++;
        const after = place(heavier);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('ranks two items that differ in weight alone by it', () => {
    fc.assert(
      fc.property(
        answers,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.boolean(),
        (list, weight, final) => {
          const twins = list.flatMap((answer) => [
            { ...answer, id: 'a', seconds: 20 },
            { ...answer, id: 'b', seconds: 20 },
          ]);
          const bank = createMemory([
            { id: 'a', weight },
            { id: 'b', weight: weight * 1.5 },
          ]);
          // Their answers are interleaved, so the usual seconds that they were held against differ by a hair.
          const level = { ...rememberAll(bank, twins), usual: bank.usual };
          const picks = rank(level, options({ now: ends(list) + DAY, studySecondsLeft: final ? 0 : PLENTY }));
          expect(idsOf(picks)).toEqual(['b', 'a']);
        },
      ),
    );
  });

  it('asks no new one after a run of them while an old one can be asked', () => {
    let broken = 0;
    fc.assert(
      fc.property(cases, ({ bank, list, how }) => {
        const memory = rememberAll(createMemory(bank), list);
        const heavy = new Set(bank.filter(({ weight }) => weight > 0).map(({ id }) => id));
        const picks = rank(memory, how).filter(({ id }) => heavy.has(id));
        let run = 0;
        picks.forEach(({ tier }, at) => {
          if (tier !== 'new') {
            if (run === (how.newRun ?? 5)) broken++;
            run = 0;
          } else if (++run > (how.newRun ?? 5)) {
            expect(picks.slice(at).every((pick) => pick.tier === 'new')).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
    expect(broken).toBeGreaterThan(10);
  });

  it('asks nothing twice in half a day, except after a lapse', () => {
    fc.assert(
      fc.property(cases, ({ bank, list, how }) => {
        const memory = rememberAll(createMemory(bank), list);
        const now = ends(list) + HOUR;
        const picked = new Set(idsOf(rank(memory, { ...how, now, sessionSeconds: PLENTY })));
        for (const { id } of bank) {
          const last = list.findLast((answer) => answer.id === id);
          const rests = last !== undefined && last.grade !== 'again' && now - last.at < 12 * HOUR;
          expect([picked.has(id), isResting(memory, id, now)]).toEqual([!rests, rests]);
        }
      }),
    );
  });

  it('is not moved by answers to what is no item', () => {
    fc.assert(
      fc.property(cases, ({ bank, list, how }) => {
        const known = new Set(bank.map(({ id }) => id));
        const without = list.filter(({ id }) => known.has(id));
        expect(rank(rememberAll(createMemory(bank), list), how)).toEqual(
          rank(rememberAll(createMemory(bank), without), how),
        );
      }),
    );
  });
});

describe('tiers', () => {
  const memory = rememberAll(
    createMemory([...many(3), { id: 'fresh', weight: 1 }, { id: 'old', weight: 9 }]),
    [right('old', T0, { grade: 'easy' }), right('fresh', T0), right('n000', T0)],
  );
  const due = (dueAt(memory, 'fresh', 0.8) ?? 0) - T0;

  it('what is due goes first, then what is new, then the rest', () => {
    const picks = rank(memory, options({ now: T0 + due }));
    expect(picks.map(({ id, tier }) => [id, tier])).toEqual([
      ['fresh', 'due'],
      ['n000', 'due'],
      ['n001', 'new'],
      ['n002', 'new'],
      ['old', 'extra'],
    ]);
    expect(rank(memory, options({ now: T0 + due - 60_000 })).some(({ tier }) => tier === 'due')).toBe(false);
    expect(rank(memory, options({ now: T0 + due, retention: 0.97 }))[0]).toMatchObject({
      id: 'old',
      tier: 'due',
    });
  });

  it('holds while there is time for more than one round, and then the score alone decides', () => {
    const round = 5 * (0.6 * memory.usual.right + 0.4 * memory.usual.wrong);
    const how = options({ now: T0 + due, deadlines: new Map([['old', T0 + due + DAY]]) });
    const tiered = rank(memory, { ...how, studySecondsLeft: round * 1.001 });
    const final = rank(memory, { ...how, studySecondsLeft: round });
    expect(idsOf(tiered).slice(0, 2)).toEqual(['fresh', 'n000']);
    expect(idsOf(final)).toEqual(
      idsOf(final.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))),
    );
    expect(final[0]).toMatchObject({ id: 'old', tier: 'extra' });
  });

  it('a wrong exam answer is due in the next session', () => {
    const failed = remember(memory, wrong('old', T0 + DAY, { effect: 'lapse-only' }));
    const picks = rank(failed, options({ now: T0 + DAY + HOUR }));
    expect(picks.find(({ id }) => id === 'old')?.tier).toBe('due');
  });

  it('what counts for nothing comes last, due or not', () => {
    const bank = createMemory([...many(8), { id: 'past', weight: 0 }, { id: 'unasked', weight: 0 }]);
    const picks = rank(remember(bank, wrong('past', T0)), options({ now: T0 + 30 * DAY }));
    expect(idsOf(picks).slice(8).toSorted()).toEqual(['past', 'unasked']);
    expect(picks.find(({ id }) => id === 'past')?.tier).toBe('extra');
  });

  it('puts an old one after five new ones', () => {
    const bank = createMemory([...many(12), { id: 'old', weight: 1 }, { id: 'older', weight: 1 }]);
    const learned = rememberAll(bank, [
      right('old', T0, { grade: 'easy' }),
      right('older', T0, { grade: 'easy' }),
    ]);
    const tiers = rank(learned, options({ now: T0 + DAY })).map(({ tier }) => tier);
    expect(tiers.join(' ')).toBe('new new new new new extra new new new new new extra new new');
  });

  it('asks only what is allowed', () => {
    const picks = rank(memory, options({ now: T0 + due, allowed: (id) => id !== 'fresh' }));
    expect(idsOf(picks)).toEqual(['n000', 'n001', 'n002', 'old']);
  });
});

describe('score', () => {
  const now = T0 + 4 * DAY;
  const gainOf = (memory: Memory, days: number) => {
    const picks = rank(memory, options({ now, deadlines: new Map([['q', now + days * DAY]]) }));
    return picks.find(({ id }) => id === 'q')?.gain ?? Number.NaN;
  };
  const memory = remember(createMemory([{ id: 'q', weight: 2 }]), right('q', T0));

  it('is weight × gain ÷ seconds, the gain an expectation over right and wrong', () => {
    const [pick] = rank(memory, options({ now, deadlines: new Map([['q', now + 9 * DAY]]) }));
    const p = recall(memory, 'q', now);
    const then = (answer: typeof right) => recall(remember(memory, answer('q', now)), 'q', now + 9 * DAY);
    const gain = p * then(right) + (1 - p) * then(wrong) - recall(memory, 'q', now + 9 * DAY);
    expect(pick?.recallNow).toBe(p);
    expect(pick?.gain).toBeCloseTo(gain, 12);
    expect(pick?.score).toBeCloseTo((2 * gain) / (pick?.seconds ?? 0), 12);
  });

  it('of a new one is what is learned from it', () => {
    const fresh = createMemory([{ id: 'q', weight: 2, known: 0.25 }]);
    const learned = recall(remember(fresh, wrong('q', now)), 'q', now + 9 * DAY);
    expect(gainOf(fresh, 9)).toBeCloseTo(0.75 * learned, 12);
    expect(gainOf(createMemory([{ id: 'q', weight: 2, known: 1 }]), 9)).toBe(0);
  });

  it('of nothing leaves the order to the weight, then to the id', () => {
    const bank = createMemory([
      { id: 'c', weight: 1, known: 1 },
      { id: 'b', weight: 1, known: 1 },
      { id: 'd', weight: 2, known: 1 },
    ]);
    expect(idsOf(rank(bank, options()))).toEqual(['d', 'b', 'c']);
  });

  it('counts 21 days ahead where the deadline is missing or has passed', () => {
    expect(rank(memory, options({ now }))[0]?.gain).toBe(gainOf(memory, 21));
    expect(gainOf(memory, -1)).toBe(gainOf(memory, 21));
    expect(gainOf(memory, 3)).not.toBe(gainOf(memory, 21));
  });

  it('is lower for what takes longer', () => {
    const bank = createMemory([
      { id: 'long', weight: 1, seconds: 600 },
      { id: 'short', weight: 1, seconds: 25 },
    ]);
    const [first, second] = rank(bank, options());
    expect([first?.id, second?.id]).toEqual(['short', 'long']);
    expect(second?.seconds).toBeCloseTo(24 * (first?.seconds ?? 0), 9);
    expect(idsOf(rank(bank, options({ sessionSeconds: 100 })))).toEqual(['short']);
  });
});
