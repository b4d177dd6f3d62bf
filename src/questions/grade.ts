/** How well an answer was known, as the scheduler takes it. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** What the grade of an answer hangs on. */
export interface Attempt {
  correct: boolean;
  /** The question was never answered before. */
  isFirst: boolean;
  /** How many hints were shown. */
  hints: number;
  /** From the card to the answer. */
  seconds: number;
  /** What a prepared person needs, as the question says. */
  expectedSeconds: number;
  /** It was stated as a guess. */
  isGuess: boolean;
  /** The solution was on the screen before: the answer repeats one that was taken back. */
  wasShown: boolean;
}

/** Beyond so many times the expected seconds a right answer was hard. */
const SLOW = 2;

/** The one table of grades: the first line that holds decides. */
export function gradeOf(attempt: Attempt): Grade {
  const { correct, isFirst, hints, seconds, expectedSeconds, isGuess, wasShown } = attempt;
  if (!correct) return 'again';
  if (hints > 0 || seconds > SLOW * expectedSeconds || isGuess || wasShown) return 'hard';
  return isFirst ? 'easy' : 'good';
}
