import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fit, firstStrength, nextStrength, recallAfter, type Strength } from '../../src/memory/fsrs.ts';
import { type Answer, fitShares, likeliestFit, STANDARD_FIT } from '../../src/memory/index.ts';
import { mulberry32 } from '../../src/questions/draw.ts';

const DAY = 86_400_000;

/** What a learner whose memory follows FSRS with these parameters answers, each item some days apart. */
function learner(fit: Fit, items: number, reviews: number, seed: number): Answer[] {
  const dice = mulberry32(seed);
  const answers: Answer[] = [];
  for (let item = 0; item < items; item++) {
    let at = item * 1000;
    let strength: Strength = firstStrength(fit, 'again');
    answers.push({ id: `q${item}`, at, correct: false, grade: 'again', seconds: 20 });
    for (let n = 0; n < reviews; n++) {
      const days = 1 + Math.floor(dice() * 6);
      const correct = dice() < recallAfter(fit, days, strength.stability);
      const grade = correct ? 'good' : 'again';
      at += days * DAY;
      strength = nextStrength(fit, strength, days, grade);
      answers.push({ id: `q${item}`, at, correct, grade, seconds: 20 });
    }
  }
  return answers.sort((a, b) => a.at - b.at);
}

describe('the parameters of a learner', () => {
  it('are the defaults until there are answers', () => {
    expect(likeliestFit(fitShares([]))).toEqual(STANDARD_FIT);
  });

  it.each([
    { scale: 0.2, decay: 0.4 },
    { scale: 5, decay: 0.1 },
    { scale: 1, decay: 0.75 },
  ])('are found from answers that follow them: %o', (fit) => {
    const shares = fitShares(learner(fit, 150, 5, 7));
    const shareOf = (wanted: Fit) =>
      shares.find((one) => one.fit.scale === wanted.scale && one.fit.decay === wanted.decay)?.share ?? 0;
    expect(shareOf(fit)).toBeGreaterThan(1000 * shareOf(STANDARD_FIT));
    // Neighbours explain the answers almost as well: what they say of the coming days is the same.
    const near = likeliestFit(shares);
    const remains = (one: Fit, days: number) => recallAfter(one, days, firstStrength(one, 'again').stability);
    for (const days of [1, 3, 6])
      expect(Math.abs(remains(near, days) - remains(fit, days))).toBeLessThan(0.12);
  });

  it('shares add up to 1', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(20), (seed, items) => {
        const shares = fitShares(learner({ scale: 1, decay: 0.2 }, items, 2, seed));
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('answers of the same day say nothing', () => {
    const [first] = learner(STANDARD_FIT, 1, 0, 1);
    if (first === undefined) throw new TypeError('no answer');
    const again = [1, 2, 3].map((n) => ({ ...first, at: first.at + n * 3_600_000 }));
    expect(fitShares([first, ...again])).toEqual(fitShares([]));
  });

  it('nor does a repeat of an answer that left the schedule as it was', () => {
    const [first] = learner(STANDARD_FIT, 1, 0, 1);
    if (first === undefined) throw new TypeError('no answer');
    const crammed = [0, 1, 2].map((n) => ({
      ...first,
      at: first.at + 5 * DAY + n * 3_600_000,
      correct: n > 0,
      grade: n > 0 ? ('good' as const) : ('again' as const),
      effect: 'none' as const,
    }));
    expect(fitShares([first, ...crammed])).toEqual(fitShares([first, ...crammed.slice(0, 1)]));
    expect(fitShares([first, ...crammed])).not.toEqual(fitShares([first]));
  });
});
