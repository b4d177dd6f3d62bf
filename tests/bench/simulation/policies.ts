import {
  type Answer,
  createMemory,
  type Fit,
  type Memory,
  rank,
  recall,
  remember,
  rememberAll,
  STANDARD_FIT,
  stateOf,
} from '../../../src/memory/index.ts';
import type { Learner, SimulatedItem } from './learner.ts';
import { DAY, type Given, type Policy, type PolicyMaker, START } from './simulate.ts';

const epoch = (days: number) => START + days * DAY;

function answerOf({ item, at, correct, first, seconds }: Given): Answer {
  const grade = correct ? (first ? 'easy' : 'good') : 'again';
  return { id: item.id, at: epoch(at), correct, grade, seconds };
}

function memoryOf({ items }: Learner, fit: Fit = STANDARD_FIT): Memory {
  return createMemory(
    items.map(({ id, topic, weight }) => ({ id, topic, weight })),
    fit,
  );
}

const byWeight = (a: SimulatedItem, b: SimulatedItem) => b.weight - a.weight || (a.id < b.id ? -1 : 1);

/** What is due by `isDue`, in the order of the file or of the weights; then what is new in that order. */
function dueThenNew(
  learner: Learner,
  inOrder: boolean,
  isSeen: (id: string) => boolean,
  isDue: (id: string, now: number) => boolean,
): (now: number) => string[] {
  const items = inOrder ? [...learner.items].sort(byWeight) : learner.items;
  return (now) => {
    const due = items.filter(({ id }) => isSeen(id) && isDue(id, now));
    const fresh = items.filter(({ id }) => !isSeen(id));
    return [...due, ...fresh].map(({ id }) => id);
  };
}

/** FSRS-6 with its default parameters: due at a retention of 0.9, as a flashcard program uses it. */
export const fsrsAt09 =
  (byPriority: boolean): PolicyMaker =>
  (learner) => {
    let memory = memoryOf(learner);
    const choose = dueThenNew(
      learner,
      byPriority,
      (id) => stateOf(memory, id).kind !== 'new',
      (id, now) => recall(memory, id, epoch(now)) <= 0.9,
    );
    return {
      choose: ({ now }) => choose(now),
      heard(given) {
        memory = remember(memory, answerOf(given));
      },
    };
  };

/** SM-2, Wozniak 1990: intervals of 1 and 6 days, then times the ease; a lapse begins again. New in file order. */
export const sm2: PolicyMaker = (learner) => {
  const cards = new Map<string, { ease: number; interval: number; n: number; at: number }>();
  const choose = dueThenNew(
    learner,
    false,
    (id) => cards.has(id),
    (id, now) => {
      const card = cards.get(id);
      return card !== undefined && now + 0.3 >= card.at + card.interval;
    },
  );
  return {
    choose: ({ now }) => choose(now),
    heard({ item, at, correct }) {
      const { ease, interval, n } = cards.get(item.id) ?? { ease: 2.5, interval: 0, n: 0 };
      cards.set(
        item.id,
        correct
          ? { ease, interval: n === 0 ? 1 : n === 1 ? 6 : interval * ease, n: n + 1, at }
          : { ease: Math.max(1.3, ease - 0.32), interval: 1, n: 0, at },
      );
    },
  };
};

/** Leitner's boxes with waits of 1, 2, 4, 8 and 16 days; by weight. */
export const leitner: PolicyMaker = (learner) => {
  const boxes = new Map<string, { box: number; at: number }>();
  const choose = dueThenNew(
    learner,
    true,
    (id) => boxes.has(id),
    (id, now) => {
      const card = boxes.get(id);
      return card !== undefined && now + 0.3 >= card.at + 2 ** card.box;
    },
  );
  return {
    choose: ({ now }) => choose(now),
    heard({ item, at, correct, first }) {
      const box = boxes.get(item.id)?.box ?? 0;
      boxes.set(item.id, { box: correct ? Math.min(4, box + (first ? 2 : 1)) : 0, at });
    },
  };
};

/** Always what is likeliest forgotten, times its weight. */
export const likeliestForgotten: PolicyMaker = (learner) => {
  let memory = memoryOf(learner);
  return {
    choose({ now }) {
      return learner.items
        .map(({ id, weight }) => ({ id, worth: weight * (1 - recall(memory, id, epoch(now))) }))
        .sort((a, b) => b.worth - a.worth)
        .map(({ id }) => id);
    },
    heard(given) {
      memory = remember(memory, answerOf(given));
    },
  };
};

export type Refit = (answers: readonly Answer[]) => Fit;

/** The parameters are fitted anew once there are so many times the answers of the last fit; the program does it oftener. */
const GROWTH = 1.15;

/** The coach's rule; with `refit` its parameters follow the learner's answers. */
export const coach =
  (refit: Refit | null): PolicyMaker =>
  (learner): Policy => {
    const answers: Answer[] = [];
    let memory = memoryOf(learner);
    let fitted = 0;
    return {
      choose({ now, deadline, sessionSeconds, studySecondsLeft }) {
        const deadlines = new Map(learner.items.map(({ id }) => [id, epoch(deadline)]));
        return rank(memory, { now: epoch(now), deadlines, sessionSeconds, studySecondsLeft }).map(
          ({ id }) => id,
        );
      },
      heard(given) {
        const answer = answerOf(given);
        answers.push(answer);
        memory = remember(memory, answer);
      },
      sessionOver() {
        if (refit === null || answers.length < GROWTH * fitted) return;
        fitted = answers.length;
        memory = rememberAll(memoryOf(learner, refit(answers)), answers);
      },
    };
  };

/** Sees the true memory: what gains most weighted recall at the deadline a second. */
export const oracle: PolicyMaker = (learner) => ({
  choose({ now, deadline }) {
    const { model, states } = learner;
    return learner.items
      .map((item) => {
        const state = states.get(item.id);
        const p = model.recall(state, now);
        const later = (correct: boolean) => model.recall(model.answered(state, now, correct), deadline);
        const gain = p * later(true) + (1 - p) * later(false) - model.recall(state, deadline);
        const seconds = item.length * (p * 22 + (1 - p) * 40);
        return { id: item.id, score: (item.weight * gain) / seconds };
      })
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  },
  heard() {},
});
