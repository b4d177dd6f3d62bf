import type { Answer, Pick } from '../memory/index.ts';

/**
 * Answers as they are expected, without dice: of any run of questions as large a share is right as their recall adds up
 * to. Every question adds its recall to a sum, and is right where the sum passes a whole number.
 */
export class EvenLuck {
  #sum = 0.5;

  /** The picks answered one after another from a time on (epoch milliseconds). */
  answers(picks: readonly Pick[], from: number): Answer[] {
    let at = from;
    return picks.map(({ id, recallNow, seconds, tier }) => {
      at += seconds * 1000;
      this.#sum += recallNow;
      const correct = this.#sum >= 1;
      if (correct) this.#sum -= 1;
      const grade = correct ? (tier === 'new' ? 'easy' : 'good') : 'again';
      return { id, at, correct, grade, seconds };
    });
  }
}
