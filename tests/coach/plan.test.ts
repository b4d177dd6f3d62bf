import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf } from '../../src/coach/course.ts';
import { daysFrom } from '../../src/coach/days.ts';
import { alternativesTo, type PlanQuery, planOf } from '../../src/coach/plan.ts';
import { createMemory } from '../../src/memory/index.ts';
import { entriesOf, MONDAY, query, settings, zone } from './fixtures.ts';

function planQuery(minutes: number, each: number, more: Partial<PlanQuery> = {}): PlanQuery {
  const base = query({
    entries: entriesOf(each),
    settings: settings({
      minutes,
      rounds: new Map([
        ['code', '2026-01-12'],
        ['onsite', '2026-01-26'],
      ]),
      daysOff: new Set(['2026-01-11']),
    }),
  });
  return {
    ...base,
    memory: createMemory(courseOf(base).items),
    from: MONDAY,
    done: 0,
    ticked: new Set(),
    suspended: new Set(),
    ...more,
  };
}

describe('a plan', () => {
  const plan = planOf(planQuery(40, 30));

  it('has every day to the last round, with the rounds held on it', () => {
    expect(plan.days.map(({ date }) => date)).toEqual(daysFrom('2026-01-05', '2026-01-26'));
    expect(plan.days.filter(({ rounds }) => rounds.length > 0).map(({ rounds }) => rounds)).toEqual([
      ['talk', 'code'],
      ['onsite'],
    ]);
    expect([...plan.byRound.keys()]).toEqual(['talk', 'code', 'onsite']);
  });

  it('no day is longer than its minutes; a day off has none; the eve is light, and old questions come first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 120 }), fc.integer({ min: 1, max: 60 }), (minutes, each) => {
        const { days } = planOf(planQuery(minutes, each));
        for (const day of days) expect(day.minutes).toBeLessThanOrEqual(minutes + 1e-9);
        expect(days.find(({ date }) => date === '2026-01-11')?.minutes).toBe(0);
        const eve = days.at(-2);
        // Of the days of study: all but the day off and that of the last round.
        const mean = days.reduce((sum, day) => sum + day.minutes, 0) / (days.length - 2);
        expect(eve?.minutes).toBeLessThanOrEqual(mean + 1e-9);
        // Where anything is new, all old ones together left time.
        const fresh = eve?.topics.reduce((sum, topic) => sum + topic.new, 0) ?? 0;
        const again = eve?.topics.reduce((sum, topic) => sum + topic.review, 0) ?? 0;
        if (minutes >= 40 && each >= 30) expect([fresh, again > 0]).toEqual([0, true]);
      }),
      { numRuns: 15 },
    );
  });

  it('an eve after days that were full, or off, has its half all the same', () => {
    const from = MONDAY + 19 * 86_400_000;
    const base = planQuery(40, 30);
    const eveOf = (more: Partial<PlanQuery>) => planOf({ ...base, from, ...more }).days.at(-2)?.minutes;
    const off = settings({ ...base.settings, daysOff: new Set(['2026-01-24']) });
    for (const minutes of [eveOf({ done: 3000 }), eveOf({ settings: off }), eveOf({})])
      expect(minutes).toBeGreaterThan(15);
  });

  it('an eve with nothing to repeat brings new questions, in half the time', () => {
    const eve = planQuery(40, 30, { from: MONDAY + 20 * 86_400_000 });
    const { days, leftOut, readiness } = planOf(eve);
    expect(days.map(({ date }) => date)).toEqual(['2026-01-25', '2026-01-26']);
    expect(days[0]?.minutes).toBeGreaterThan(15);
    expect(days[0]?.minutes).toBeLessThanOrEqual(20);
    expect(days[0]?.topics.every((topic) => topic.new > 0 && topic.review === 0)).toBe(true);
    expect(leftOut.length).toBeGreaterThan(0);
    expect(readiness).toBeGreaterThan(planOf({ ...eve, done: 3600 }).readiness);
  });

  it('made on the morning of a round promises it nothing of that day, which is studied for the later ones', () => {
    const early = planQuery(120, 10, { from: zone.at('2026-01-12', 8) });
    const { days, byRound } = planOf(early);
    expect([...byRound.keys()]).toEqual(['talk', 'code', 'onsite']);
    expect(byRound.get('code')).toBeCloseTo(0.1, 5);
    expect(days[0]?.topics.map(({ id }) => id).sort()).toEqual(['algorithms', 'papers', 'tensors']);
  });

  it('made on the day of a round that has begun plans nothing for it any more', () => {
    const late = planQuery(120, 10, { from: zone.at('2026-01-12', 10) });
    const { days, byRound } = planOf(late);
    expect([...byRound.keys()]).toEqual(['onsite']);
    expect(byRound.get('onsite')).toBeGreaterThan(0.5);
    expect(days[0]).toMatchObject({ date: '2026-01-12', rounds: ['talk', 'code'] });
    const asked = days[0]?.topics.map(({ id }) => id);
    expect(asked?.sort()).toEqual(['algorithms', 'papers', 'tensors']);
    expect(planOf({ ...late, from: zone.at('2026-01-26', 10) }).days).toHaveLength(1);
  });

  it('with no date at all ends on the assumed day', () => {
    const { days } = planOf(planQuery(40, 20, { settings: settings() }));
    expect(days.map(({ date }) => date)).toEqual(daysFrom('2026-01-05', '2026-01-26'));
  });

  it('is the same every time, and asks every question where there is time', () => {
    expect(planOf(planQuery(40, 30))).toEqual(plan);
    expect(plan.leftOut).toEqual([]);
    expect(plan.readiness).toBeGreaterThan(0.8);
  });

  it('says what it leaves out, and what more time would reach', () => {
    const tight = planQuery(5, 200);
    const plan = planOf(tight);
    const { leftOut, readiness } = plan;
    expect(leftOut.length).toBeGreaterThan(500);
    const others = alternativesTo(tight, plan);
    expect(others.map(({ minutes }) => minutes)).toEqual([20, 40, 60]);
    const reached = [readiness, ...others.map((one) => one.readiness)];
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
  });

  it('counts what was done today, and never plans what was set aside', () => {
    const first = planOf(planQuery(40, 30, { done: 30 * 60 })).days[0];
    expect(first?.minutes).toBeLessThanOrEqual(10);
    const one = planOf(planQuery(40, 1, { suspended: new Set(['tensors-0']) }));
    expect(one.days.flatMap(({ topics }) => topics.map(({ id }) => id))).not.toContain('tensors');
    expect(one.leftOut).not.toContain('tensors-0');
  });

  it("spreads each round's checklist over the days before it, without what is done", () => {
    const { days } = planOf(planQuery(40, 1, { ticked: new Set(['code-2']) }));
    const items = days.flatMap((day) => day.items.map((item) => ({ item, date: day.date })));
    expect(items.map(({ item }) => item).sort()).toEqual(
      ['code-1', 'code-3', 'onsite-1', 'onsite-2', 'onsite-3', 'talk-1', 'talk-2', 'talk-3'].sort(),
    );
    for (const { item, date } of items) {
      expect(date < (item.startsWith('onsite') ? '2026-01-26' : '2026-01-12')).toBe(true);
    }
  });

  it('all rounds over: no days', () => {
    const late = planQuery(40, 3, { from: MONDAY + 90 * 86_400_000 });
    expect(planOf(late)).toMatchObject({ days: [], leftOut: [] });
  });
});
