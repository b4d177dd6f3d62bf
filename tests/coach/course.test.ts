import { describe, expect, it } from 'vitest';
import { choose } from '../../src/coach/choose.ts';
import { courseOf, loopOf, studyDays, studySecondsLeft } from '../../src/coach/course.ts';
import { dayOf, minutesOn } from '../../src/coach/days.ts';
import { horizonOf } from '../../src/coach/deadlines.ts';
import { createMemory, rememberAll } from '../../src/memory/index.ts';
import { bundle, entriesOf, HOUR, MONDAY, query, rounds, settings, zone } from './fixtures.ts';

const order = ['talk', 'code', 'onsite'];

describe("a learner's day", () => {
  it('begins at four', () => {
    expect(dayOf(zone.at('2026-01-05', 3), 60)).toBe('2026-01-04');
    expect(dayOf(zone.at('2026-01-05', 4), 60)).toBe('2026-01-05');
  });

  it('has the minutes of its weekday, and none on a day off', () => {
    const some = settings({
      minutes: 30,
      weekdays: new Map([['sat', 90]]),
      daysOff: new Set(['2026-01-10']),
    });
    expect(['2026-01-09', '2026-01-10', '2026-01-17'].map((day) => minutesOn(some, day))).toEqual([
      30, 0, 90,
    ]);
  });
});

describe('when the rounds are', () => {
  const dated = (dates: Record<string, string>, interview: string | null = null, now = MONDAY) =>
    horizonOf(order, settings({ rounds: new Map(Object.entries(dates)), interview }), now, zone);
  const days = (...words: Parameters<typeof dated>) => dated(...words).rounds.map(({ date }) => date);

  it('an undated one takes the next later date, else the last known', () => {
    expect(days({ code: '2026-01-20' })).toEqual(['2026-01-20', '2026-01-20', '2026-01-20']);
    expect(days({ talk: '2026-01-08', onsite: '2026-01-28' })).toEqual([
      '2026-01-08',
      '2026-01-28',
      '2026-01-28',
    ]);
    expect(days({ code: '2026-01-20' }, '2026-01-30')).toEqual(['2026-01-20', '2026-01-20', '2026-01-30']);
    expect(days({}, '2026-01-30')).toEqual(['2026-01-30', '2026-01-30', '2026-01-30']);
  });

  it('with no date at all 21 days are assumed', () => {
    expect(dated({})).toMatchObject({ assumed: true, end: { date: '2026-01-26', basis: 'assumed' } });
    expect(dated({ code: '2026-01-20' }).assumed).toBe(false);
  });

  it("another round's date that has passed says nothing of the undated ones after it: 21 days are assumed", () => {
    const one = dated({ code: '2026-01-04' });
    expect(one).toMatchObject({ assumed: true, end: { date: '2026-01-26', basis: 'assumed' } });
    expect(one.coming.map(({ id }) => id)).toEqual(['onsite']);
    expect(dated({ code: '2026-01-04' }, '2026-01-20')).toMatchObject({
      assumed: false,
      end: { date: '2026-01-20', basis: 'after' },
    });
    expect(dated({ code: '2026-01-02' }, '2026-01-04')).toMatchObject({ coming: [], assumed: false });
  });

  it("an interview later than every round's date is a new date for what was to be last", () => {
    const own = { talk: '2026-01-02', code: '2026-01-04', onsite: '2026-01-04' };
    expect(dated(own).end).toBeNull();
    expect(days(own, '2026-01-20')).toEqual(['2026-01-02', '2026-01-20', '2026-01-20']);
    expect(days({ ...own, code: '2026-01-03' }, '2026-01-20')).toEqual([
      '2026-01-02',
      '2026-01-03',
      '2026-01-20',
    ]);
    expect(dated(own, '2026-01-20').end).toMatchObject({ date: '2026-01-20', basis: 'after' });
    const outOfOrder = { talk: '2026-01-06', code: '2026-01-18', onsite: '2026-01-15' };
    expect(days(outOfOrder, '2026-01-22')).toEqual(['2026-01-06', '2026-01-22', '2026-01-15']);
    expect(days(own, '2026-01-03')).toEqual(['2026-01-02', '2026-01-04', '2026-01-04']);
  });

  it('a date means nine in the morning there, and a round is over with its day', () => {
    const one = dated({ code: '2026-04-01' });
    expect(new Date(one.rounds[1]?.at ?? 0).toISOString()).toBe('2026-04-01T07:00:00.000Z');
    const coming = (hour: number) =>
      dated({ talk: '2026-01-05', code: '2026-01-09' }, null, zone.at('2026-01-05', hour)).coming;
    expect(coming(23).map(({ id }) => id)).toEqual(order);
    expect(coming(24 + 3).map(({ id }) => id)).toEqual(order);
    expect(coming(24 + 4).map(({ id }) => id)).toEqual(['code', 'onsite']);
    expect(dated({ onsite: '2025-12-01' })).toMatchObject({ coming: [], end: null, assumed: false });
  });
});

describe('the course', () => {
  const [code, onsite] = ['2026-01-12', '2026-01-19'];
  const dates = settings({
    rounds: new Map([
      ['code', code],
      ['onsite', onsite],
    ]),
  });

  it("has the track's rounds in the order of the loop, without those only reported", () => {
    expect(loopOf(rounds, bundle, null)).toEqual(order);
    expect(loopOf(rounds, bundle, 'research')).toEqual(['talk', 'code', 'onsite', 'paper']);
  });

  it('a deadline is the first coming round that asks the topic', () => {
    const { deadlines } = courseOf(query({ settings: dates }));
    expect(deadlines.get('tensors-0')).toBe(zone.at(code, 9));
    expect(deadlines.get('papers-0')).toBe(zone.at(onsite, 9));
    const later = courseOf(query({ settings: dates, now: zone.at(code, 10) }));
    expect(later.deadlines.get('tensors-0')).toBe(zone.at(onsite, 9));
    expect(later.deadlines.has('stories-0')).toBe(false);
    // When on its day the last one is held is not known: there is nothing else to study for until the evening.
    const last = courseOf(query({ settings: dates, now: zone.at(onsite, 10) }));
    expect(last.deadlines.get('tensors-0')).toBe(zone.at(onsite, 9));
    expect(courseOf(query({ settings: dates, now: zone.at(onsite, 28) })).deadlines.size).toBe(0);
  });

  it("a question's own rounds are narrower than its topic's", () => {
    const [entry] = entriesOf(1).filter(({ topic }) => topic === 'tensors');
    if (entry === undefined) throw new TypeError('no such entry');
    const { deadlines } = courseOf(query({ settings: dates, entries: [{ ...entry, rounds: ['onsite'] }] }));
    expect(deadlines.get('tensors-0')).toBe(zone.at(onsite, 9));
  });

  it('weighs by rank, coming rounds, difficulty against level; nothing that no round asks', () => {
    const weights = (now: number, level: string | null = null) => {
      const { items } = courseOf(
        query({ settings: settings({ ...dates, level }), now, entries: entriesOf(3) }),
      );
      return new Map(items.map(({ id, weight }) => [id, weight]));
    };
    const first = weights(MONDAY);
    expect([first.get('tensors-0'), first.get('algorithms-0'), first.get('stories-0')]).toEqual([
      2.2, 1.5, 0.5,
    ]);
    const levelled = weights(MONDAY, 'senior');
    expect([0, 1, 2].map((n) => levelled.get(`papers-${n}`))).toEqual([0.5, 1, 2]);
    const later = weights(zone.at(code, 10));
    expect([later.get('tensors-0'), later.get('algorithms-0'), later.get('stories-0')]).toEqual([2, 0.5, 0]);
    const afterwards = weights(zone.at(onsite, 28));
    expect(Math.min(...afterwards.values())).toBeGreaterThan(0);
  });

  it('counts what takes less than a full question in proportion', () => {
    const entries = entriesOf(1).map((entry) => ({ ...entry, seconds: 15 }));
    const weighing = (full_seconds: number) => {
      const bundle = { ...query().bundle, weights: { ...query().bundle.weights, full_seconds } };
      return courseOf(query({ settings: dates, entries, bundle })).items.map(({ weight }) => weight);
    };
    expect(weighing(60)).toEqual(weighing(0).map((weight) => weight / 4));
    expect(weighing(15)).toEqual(weighing(0));
  });

  it('counts study until the eve of the last round', () => {
    const course = courseOf(query({ settings: settings({ ...dates, daysOff: new Set(['2026-01-11']) }) }));
    expect(studyDays(course)).toHaveLength(14);
    expect(studySecondsLeft(course, 10 * 60)).toBe((12 * 40 + 20 - 10) * 60);
    expect(studySecondsLeft(course, 10 * HOUR)).toBe((11 * 40 + 20) * 60);
  });

  it('after the last round keeps up what was learned: there is always time, so what is due comes first', () => {
    const course = courseOf(query({ settings: dates, now: zone.at('2026-02-01', 9) }));
    expect(course).toMatchObject({ retention: 0.9, horizon: { end: null } });
    expect(studySecondsLeft(course, 0)).toBe(Number.POSITIVE_INFINITY);
    // Much is to be gained from what is new, and little from what has only just fallen due.
    const heavy = course.items.map((item) => ({ ...item, weight: item.id === 'papers-0' ? 0.1 : 1 }));
    const memory = rememberAll(createMemory(heavy), [
      { id: 'papers-0', at: course.now - 30 * 24 * HOUR, correct: true, grade: 'easy', seconds: 20 },
    ]);
    const { ids } = choose({
      ...course,
      mode: 'coach',
      isEve: false,
      entries: query().entries,
      memory,
      studySecondsLeft: studySecondsLeft(course, 0),
      sessionSeconds: null,
      count: 1,
    });
    expect(ids).toEqual(['papers-0']);
  });
});
