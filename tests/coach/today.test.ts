import { describe, expect, it } from 'vitest';
import { courseOf } from '../../src/coach/course.ts';
import type { DayDone } from '../../src/coach/days-done.ts';
import { planOf } from '../../src/coach/plan.ts';
import { streakOf, type TodayQuery, todayOf } from '../../src/coach/today.ts';
import { createMemory, rememberAll } from '../../src/memory/index.ts';
import { bundle, DAY, MONDAY, query, rounds, settings, topics, zone } from './fixtures.ts';

const dated = settings({
  minutes: 30,
  rounds: new Map([
    ['code', '2026-01-12'],
    ['onsite', '2026-01-19'],
  ]),
});
const done = (seconds: number): DayDone => ({ answers: 1, correct: 1, seconds });

const none: ReadonlySet<string> = new Set();

/** A course, and a memory of the first so many questions, each missed eight days ago. */
function learned(now: number, questions: number) {
  const course = courseOf(query({ settings: dated, now }));
  const answers = course.items
    .slice(0, questions)
    .map(({ id }) => ({ id, at: now - 8 * DAY, correct: false, grade: 'again' as const, seconds: 40 }));
  return { course, memory: rememberAll(createMemory(course.items), answers) };
}

function today(more: Partial<TodayQuery> = {}, now = MONDAY) {
  const base = query({ settings: dated, now });
  const course = courseOf(base);
  return todayOf({
    course,
    memory: createMemory(course.items),
    entries: base.entries,
    topics,
    rounds,
    priorities: bundle.priorities,
    days: new Map(),
    ticked: new Set(),
    suspended: new Set(),
    target: null,
    ...more,
  });
}

describe('today', () => {
  it('says when the rounds are, what is left, and what to type', () => {
    const now = today({ days: new Map([['2026-01-05', done(600)]]) });
    expect(now.rounds.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['talk', 7],
      ['code', 7],
      ['onsite', 14],
    ]);
    expect(now).toMatchObject({
      minutes: { planned: 30, done: 10 },
      due: 0,
      next: { command: 'mistral-prep quiz --minutes 20' },
      readiness: { target: null },
    });
    expect(now.new).toBeGreaterThan(10);
    expect(now.next.why).toContain('Tensors');
  });

  it('counts what is due by topic', () => {
    const course = courseOf(query({ settings: dated }));
    const memory = rememberAll(createMemory(course.items), [
      { id: 'tensors-0', at: MONDAY - 9 * DAY, correct: false, grade: 'again', seconds: 20 },
      { id: 'tensors-1', at: MONDAY - 9 * DAY, correct: false, grade: 'again', seconds: 20 },
      { id: 'papers-1', at: MONDAY - DAY, correct: true, grade: 'easy', seconds: 20 },
    ]);
    const now = today({ memory });
    expect(now.due).toBe(2);
    expect(now.dueByTopic).toEqual([{ topic: 'tensors', questions: 2 }]);
    expect(today({ memory, suspended: new Set(['tensors-0']) }).due).toBe(1);
  });

  it('on the eve counts as new what the plan gives it, none where old ones fill the time', () => {
    const now = zone.at('2026-01-18', 19);
    const { course, memory } = learned(now, 0);
    const planned = (of: typeof memory) =>
      planOf({
        ...query({ settings: dated, now }),
        memory: of,
        from: now,
        done: 0,
        ticked: none,
        suspended: none,
      }).days[0]?.topics.reduce((sum, topic) => sum + topic.new, 0);
    expect(today({ course, memory }, now).new).toBe(planned(memory));
    expect(planned(memory)).toBeGreaterThan(10);
    const known = learned(now, 39).memory;
    expect([today({ course, memory: known }, now).new, planned(known)]).toEqual([0, 0]);
  });

  it('recommends no topic that was set aside', () => {
    const aside = (...some: string[]) =>
      new Set(query().entries.flatMap(({ id, topic }) => (some.includes(topic) ? [id] : [])));
    expect(today().next.why).toContain('Tensors');
    expect(today({ suspended: aside('tensors') }).next.why).toMatch(/^Most of .*: (?!Tensors)/);
    const left = aside('tensors', 'papers', 'algorithms', 'stories');
    expect(today({ suspended: left }).next.why).not.toContain('Most of');
  });

  it('when the minutes are done it says so, and never plans less than none', () => {
    const now = today({ days: new Map([['2026-01-05', done(3600)]]) });
    expect(now.next.command).toBe('mistral-prep progress');
    expect(now.new).toBe(0);
  });

  it('a sitting is no longer than quiz takes, and one that is planned short is held', () => {
    const of = (minutes: number, seconds = 0) => {
      const course = courseOf(query({ settings: { ...dated, minutes } }));
      return today({ course, days: new Map(seconds === 0 ? [] : [['2026-01-05', done(seconds)]]) }).next;
    };
    expect(of(960).command).toBe('mistral-prep quiz --minutes 600');
    expect(of(2).command).toBe('mistral-prep quiz --minutes 2');
    expect(of(2, 60).why).toContain('Done for today');
  });

  it('without minutes nothing is done, and nothing asked where all of it rests', () => {
    const off = courseOf(query({ settings: { ...dated, daysOff: new Set(['2026-01-05']) } }));
    expect(today({ course: off }).next).toEqual({
      command: 'mistral-prep progress',
      why: 'No study is planned today.',
    });
    const { course } = learned(MONDAY, 0);
    const answers = course.items.map(({ id }) => ({
      id,
      at: MONDAY - 60_000,
      correct: true,
      grade: 'good' as const,
      seconds: 5,
    }));
    const memory = rememberAll(createMemory(course.items), answers);
    const { next } = today({ memory, days: new Map([['2026-01-05', done(300)]]) });
    expect(next.command).toBe('mistral-prep progress');
    expect(next.why).toBe('There is nothing to ask now: what was asked rests for 12 hours.');
  });

  it('has a target for tonight while a day of study is left', () => {
    const targetAt = (now: number) => today({ target: 0.4 }, now).readiness.target;
    expect(targetAt(zone.at('2026-01-18', 8))).toBe(0.4);
    expect(targetAt(zone.at('2026-01-19', 8))).toBeNull();
    expect(targetAt(zone.at('2026-01-19', 12))).toBeNull();
  });

  it('on the eve half the time; on the day rest; after the last round a new date is asked for', () => {
    expect(today({}, zone.at('2026-01-18', 19)).minutes.planned).toBe(15);
    for (const hour of [8, 10, 23]) {
      expect(today({ target: 0.8 }, zone.at('2026-01-19', hour))).toMatchObject({
        over: false,
        minutes: { planned: 0 },
        new: 0,
        readiness: { target: null },
        next: { command: 'mistral-prep checklist' },
      });
    }
    expect(today({ target: 0.8 }).readiness.target).toBe(0.8);
    const over = today({}, zone.at('2026-01-20', 8));
    expect(over).toMatchObject({ over: true, rounds: [], minutes: { planned: 0 } });
    expect(over.next.command).toContain('setup');
  });
});

describe('the streak', () => {
  const of = (days: readonly string[], more: Parameters<typeof settings>[0] = {}) =>
    streakOf(
      { settings: settings(more), today: '2026-01-10' },
      new Map(days.map((date) => [date, done(60)])),
    );

  it('counts days in a row, today once there is an answer', () => {
    expect(of(['2026-01-08', '2026-01-09', '2026-01-10'])).toEqual({ days: 3, missed: 0 });
    expect(of(['2026-01-08', '2026-01-09'])).toEqual({ days: 2, missed: 0 });
    expect(of([])).toEqual({ days: 0, missed: 0 });
  });

  it('says what was missed, until there is an answer again', () => {
    expect(of(['2026-01-06', '2026-01-07'])).toEqual({ days: 0, missed: 2 });
    expect(of(['2026-01-07', '2026-01-10'])).toEqual({ days: 1, missed: 0 });
  });

  it('a day off breaks nothing, and is not missed', () => {
    expect(of(['2026-01-08', '2026-01-10'], { daysOff: new Set(['2026-01-09']) }).days).toBe(2);
    const off = { daysOff: new Set(['2026-01-08', '2026-01-09']) };
    expect(of(['2026-01-06', '2026-01-07'], off)).toEqual({ days: 2, missed: 0 });
    expect(of(['2026-01-05', '2026-01-06'], off)).toEqual({ days: 0, missed: 1 });
  });
});
