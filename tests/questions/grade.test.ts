import { describe, expect, it } from 'vitest';
import { type Grade, gradeOf } from '../../src/questions/grade.ts';

const right = {
  correct: true,
  isFirst: false,
  hints: 0,
  seconds: 30,
  expectedSeconds: 60,
  isGuess: false,
  wasShown: false,
};

describe('the table of grades', () => {
  it.each<[string, object, Grade]>([
    ['right, later', {}, 'good'],
    ['right, the first time', { isFirst: true }, 'easy'],
    ['right, with a hint', { hints: 1 }, 'hard'],
    ['right, the first time, with three hints', { isFirst: true, hints: 3 }, 'hard'],
    ['right, at twice the time', { seconds: 120 }, 'good'],
    ['right, beyond twice the time', { seconds: 120.1 }, 'hard'],
    ['right, the first time, beyond twice the time', { isFirst: true, seconds: 121 }, 'hard'],
    ['right, as a guess', { isGuess: true }, 'hard'],
    ['right, the first time, as a guess', { isFirst: true, isGuess: true }, 'hard'],
    ['right, the first time, its solution shown before', { isFirst: true, wasShown: true }, 'hard'],
    ['wrong', { correct: false }, 'again'],
    ['wrong, the first time', { correct: false, isFirst: true }, 'again'],
    [
      'wrong, with a hint, slow, as a guess',
      { correct: false, hints: 1, seconds: 999, isGuess: true },
      'again',
    ],
  ])('%s', (_, attempt, grade) => {
    expect(gradeOf({ ...right, ...attempt })).toBe(grade);
  });

  it('is complete: every combination has the grade that its worst sign gives', () => {
    const flags = [false, true];
    const seen = new Map<Grade, number>();
    for (const correct of flags)
      for (const isFirst of flags)
        for (const hints of [0, 1])
          for (const seconds of [1, 121])
            for (const isGuess of flags)
              for (const wasShown of flags) {
                const grade = gradeOf({ ...right, correct, isFirst, hints, seconds, isGuess, wasShown });
                seen.set(grade, (seen.get(grade) ?? 0) + 1);
              }
    expect(Object.fromEntries(seen)).toEqual({ again: 32, hard: 30, good: 1, easy: 1 });
  });
});
