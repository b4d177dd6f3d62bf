import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Course, courseOf } from '../../src/coach/course.ts';
import { daysDone } from '../../src/coach/days-done.ts';
import type { GivenAnswer } from '../../src/coach/history.ts';
import { progressOf } from '../../src/coach/progress.ts';
import type { AnswerEvent } from '../../src/journal/events.ts';
import { createMemory, type FitShare, fitShares, rememberAll, STANDARD_FIT } from '../../src/memory/index.ts';
import { bundle, DAY, HOUR, MONDAY, query, rounds, settings, topics } from './fixtures.ts';

const base = query();
const course = courseOf(base);
const given = (
  n: number,
  id: string,
  at: number,
  correct: boolean,
  confidence: number | null,
): GivenAnswer => ({
  id,
  at,
  correct,
  grade: correct ? 'good' : 'again',
  seconds: 30,
  effect: 'schedule',
  event: { id: `e${n}`, tz: 60, confidence } as AnswerEvent,
});

interface Otherwise {
  course?: Course;
  suspended?: ReadonlySet<string>;
  rounds?: typeof rounds;
  shares?: readonly FitShare[];
}

function progress(answers: readonly GivenAnswer[], otherwise: Otherwise = {}) {
  return progressOf({
    course,
    suspended: new Set(),
    memory: rememberAll(createMemory((otherwise.course ?? course).items), answers),
    answers,
    days: daysDone(answers),
    entries: base.entries,
    topics,
    rounds,
    priorities: bundle.priorities,
    shares: fitShares(answers),
    ...otherwise,
  });
}

it('a range holds the readiness, and everything is a share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ q: fc.nat(39), day: fc.nat(20), correct: fc.boolean() }), { maxLength: 60 }),
      (drafts) => {
        const sorted = [...drafts].sort((a, b) => a.day - b.day);
        const answers = sorted.map(({ q, day, correct }, n) =>
          given(n, base.entries[q]?.id ?? '', MONDAY - (21 - day) * DAY + n * 1000, correct, null),
        );
        const { readiness, calibration } = progress(answers);
        for (const group of [...readiness.byTopic, ...readiness.byPriority, ...readiness.byRound]) {
          expect(group.low).toBeLessThanOrEqual(group.readiness);
          expect(group.high).toBeGreaterThanOrEqual(group.readiness);
          expect(group.high).toBeLessThanOrEqual(1);
          expect(group.met).toBeLessThanOrEqual(group.questions);
        }
        expect(readiness.low).toBeLessThanOrEqual(readiness.overall);
        const again = sorted.filter(({ q, day }, n) => {
          const before = sorted.slice(0, n).findLast((draft) => draft.q === q);
          return before !== undefined && before.day < day;
        }).length;
        expect(calibration.reduce((sum, { n }) => sum + n, 0)).toBe(again);
      },
    ),
    { numRuns: 40 },
  );
});

it('predicts only the last 5000 answers', () => {
  // Each of 40 questions on each day: the first day wrong, to be predicted by nothing; the second wrong; then right.
  const passes = Array.from({ length: 127 * 40 }, (_, n) => {
    const day = Math.floor(n / 40);
    return given(n, base.entries[n % 40]?.id ?? '', MONDAY - (127 - day) * DAY + n * 1000, day > 1, null);
  });
  const { calibration } = progress(passes, { shares: [] });
  expect(calibration.reduce((sum, { n }) => sum + n, 0)).toBe(5000);
  expect(calibration.every(({ actual }) => actual === 1)).toBe(true);
});

it('a range spans what is probable, and nothing that is not', () => {
  const answers = [0, 1, 2].map((n) => given(n, `tensors-${n}`, MONDAY - 5 * DAY + n, true, null));
  const of = (shares: readonly [scale: number, share: number][]) => {
    const { low, high, overall } = progress(answers, {
      shares: shares.map(([scale, share]) => ({ fit: { scale, decay: STANDARD_FIT.decay }, share })),
    }).readiness;
    return [low < overall, high > overall];
  };
  expect(of([[1, 1]])).toEqual([false, false]);
  expect(
    of([
      [0.2, 0.25],
      [1, 0.5],
      [5, 0.25],
    ]),
  ).toEqual([true, true]);
  expect(
    of([
      [0.2, 0.05],
      [1, 0.9],
      [5, 0.05],
    ]),
  ).toEqual([false, false]);
});

it('what was stated is held against what happened', () => {
  const answers = [true, true, false, false].map((correct, n) =>
    given(n, `tensors-${n}`, MONDAY - DAY + n, correct, 0.25),
  );
  expect(progress(answers).confidence).toEqual([{ predicted: 0.25, actual: 0.5, n: 4 }]);
});

it.each(['none', 'lapse-only'] as const)(
  'of several passes in a morning only the first is a prediction: %s',
  (effect) => {
    const learned = given(0, 'tensors-0', MONDAY - 5 * DAY, true, null);
    const passes = [false, true, true, true].map((correct, n) => ({
      ...given(n + 1, 'tensors-0', MONDAY + n * 600_000, effect === 'none' ? correct : true, null),
      effect,
    }));
    const { calibration } = progress([learned, ...passes]);
    expect(calibration).toMatchObject([{ actual: effect === 'none' ? 0 : 1, n: 1 }]);
  },
);

it('names the weakest that count, and what to type', () => {
  const answers = [0, 1, 2].map((n) => given(n, `tensors-${n}`, MONDAY - 5 * DAY + n, n > 0, null));
  const { weakest, answers: n, correct, minutes, days } = progress(answers);
  expect(weakest.questions[0]?.id).toBe('tensors-0');
  expect(weakest.command).toBe('mistral-prep quiz --mode weak --topic tensors');
  expect([n, correct, minutes, days.length]).toEqual([3, 2, 1.5, 1]);
  expect(progress([]).weakest.command).toBeNull();
});

it('chooses the weakest by what there is to gain, and lists them by recall', () => {
  // The stories count least, and are remembered least.
  const answers = ['tensors-0', 'tensors-1', 'papers-0', 'stories-0', 'algorithms-0', 'algorithms-1'].map(
    (id, n) => given(n, id, MONDAY - (id === 'stories-0' ? 40 : 5 + n) * DAY, false, null),
  );
  const { questions } = progress(answers.toSorted((a, b) => a.at - b.at)).weakest;
  const recalls = questions.map(({ recall }) => recall);
  expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
  expect([recalls.length, questions.map(({ id }) => id).includes('stories-0')]).toEqual([5, false]);
});

it('names no command for what rests, and no topic of it', () => {
  const weak = (...some: [id: string, hoursAgo: number, grade: 'again' | 'hard'][]) =>
    progress(
      some.map(([id, hoursAgo, grade], n) => ({
        ...given(n, id, MONDAY - hoursAgo * HOUR, grade !== 'again', null),
        grade,
      })),
    ).weakest;
  const resting = weak(['tensors-0', 11, 'hard'], ['papers-0', 11, 'hard']);
  expect([resting.questions.length, resting.command]).toEqual([2, null]);
  expect(weak(['papers-0', 13, 'hard'], ['tensors-0', 11, 'hard']).command).toMatch(/--topic papers$/);
  // What was missed may be asked again at once.
  expect(weak(['tensors-0', 1, 'again']).command).toMatch(/--topic tensors$/);
});

it('what was set aside, or counts no more, is not among the weakest', () => {
  const answers = ['tensors-0', 'tensors-1', 'algorithms-0', 'stories-0'].map((id, n) =>
    given(n, id, MONDAY - 5 * DAY + n, false, null),
  );
  const named = ({ weakest: { questions, topics: some } }: ReturnType<typeof progress>) =>
    [...questions, ...some].map(({ id }) => id);
  const suspended = new Set(['tensors-0', 'tensors-1']);
  expect(named(progress(answers))).toEqual(expect.arrayContaining(['tensors', 'tensors-0', 'stories']));
  expect(progress(answers, { suspended }).weakest.command).not.toContain('tensors');
  expect(named(progress(answers, { suspended })).join()).not.toContain('tensors');
  const set = new Map([
    ['talk', '2026-01-04'],
    ['code', '2026-01-12'],
    ['onsite', '2026-01-19'],
  ]);
  const later = courseOf(query({ settings: settings({ rounds: set }) }));
  expect(named(progress(answers, { course: later })).join()).not.toContain('stories');
});

it('the command names the topics of these questions, and none where there are many', () => {
  // One topic is the least ready of all, and has less to gain than any question of the others.
  const ids = ['tensors-2', 'tensors-5', 'algorithms-2', 'algorithms-5', 'papers-2', 'stories-0'];
  const missed = (some: readonly string[]) =>
    progress(some.map((id, n) => given(n, id, MONDAY - 5 * DAY + n, false, null))).weakest;
  const { questions, command } = missed(ids);
  const topicsOf = new Set(questions.map(({ topic }) => topic));
  expect(topicsOf.has('stories')).toBe(false);
  expect(command).toBe(`mistral-prep quiz --mode weak --topic ${[...topicsOf].join(' ')}`);
  const four = missed(['tensors-2', 'algorithms-2', 'papers-2', 'stories-0']);
  expect(new Set(four.questions.map(({ topic }) => topic)).size).toBe(4);
  expect(four.command).toBe('mistral-prep quiz --mode weak');
});

it('calls a round by its title', () => {
  const { byRound } = progress([], {
    rounds: rounds.map((one) => ({ ...one, title: `The ${one.id}` })),
  }).readiness;
  expect(byRound.map(({ id, title }) => [id, title])).toContainEqual(['onsite', 'The onsite']);
  expect(byRound.every(({ id, title }) => title === `The ${id}`)).toBe(true);
});

it('counts what was answered in an exam', () => {
  const exam = (n: number) => ({
    ...given(n, `tensors-${n}`, MONDAY - DAY + n, true, null),
    effect: 'lapse-only' as const,
  });
  const { byTopic } = progress([exam(0), exam(1)]).readiness;
  expect(byTopic.find(({ id }) => id === 'tensors')).toMatchObject({ met: 2, questions: 10 });
});
