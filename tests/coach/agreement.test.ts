import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choose } from '../../src/coach/choose.ts';
import { courseOf, studySecondsLeft } from '../../src/coach/course.ts';
import { isEve, secondsLeftOn } from '../../src/coach/eve.ts';
import { planOf } from '../../src/coach/plan.ts';
import { todayOf } from '../../src/coach/today.ts';
import { createMemory, rememberAll } from '../../src/memory/index.ts';
import { bundle, DAY, entriesOf, HOUR, MONDAY, query, rounds, settings, topics } from './fixtures.ts';

/** Any evening of a course of two weeks, after any answers; `code` is held on the second Monday. */
const states = fc.record({
  day: fc.integer({ min: 0, max: 13 }),
  minutes: fc.integer({ min: 5, max: 90 }),
  done: fc.integer({ min: 0, max: 3000 }),
  answers: fc.array(
    fc.record({
      item: fc.nat(79),
      hoursAgo: fc.integer({ min: 13, max: 400 }),
      correct: fc.boolean(),
    }),
    { maxLength: 60 },
  ),
});

it('today, plan and quiz ask the same on the day', () => {
  fc.assert(
    fc.property(states, ({ day, minutes, done, answers }) => {
      const now = MONDAY + day * DAY;
      const dates = settings({
        minutes,
        rounds: new Map([
          ['code', '2026-01-12'],
          ['onsite', '2026-01-19'],
        ]),
      });
      const base = query({ entries: entriesOf(20), settings: dates, now });
      const course = courseOf(base);
      const given = answers
        .map(({ item, hoursAgo, correct }) => ({
          id: base.entries[item]?.id ?? '',
          at: now - hoursAgo * HOUR,
          correct,
          grade: correct ? ('good' as const) : ('again' as const),
          seconds: 40,
        }))
        .sort((a, b) => a.at - b.at);
      const memory = rememberAll(createMemory(course.items), given);
      const common = { ticked: new Set<string>(), suspended: new Set<string>() };
      const [first] = planOf({ ...base, ...common, memory, from: now, done }).days;
      const days = new Map([[course.today, { answers: 1, correct: 1, seconds: done }]]);
      const { entries } = base;
      const { priorities } = bundle;
      const today = todayOf({
        ...common,
        course,
        memory,
        entries,
        topics,
        rounds,
        priorities,
        days,
        target: null,
      });
      const planned = { new: 0, again: 0 };
      for (const topic of first?.topics ?? []) {
        planned.new += topic.new;
        planned.again += topic.review;
      }
      expect(planned).toEqual({ new: today.new, again: today.again });
      const left = secondsLeftOn(course, course.today, done);
      const { ids } = choose({
        mode: 'coach',
        entries,
        memory,
        now,
        deadlines: course.deadlines,
        studySecondsLeft: studySecondsLeft(course, done),
        retention: course.retention,
        isEve: isEve(course, course.today),
        sessionSeconds: left,
        count: null,
      });
      // A sitting asks at least one; what no round ahead asks comes after all that is planned.
      const counted = ids.filter((id) => course.deadlines.has(id));
      if (left > 0) expect(counted).toHaveLength(today.new + today.again);
    }),
    { numRuns: 200 },
  );
});
