import type { QuestionEntry } from '../bundle/questions.ts';
import type { Topic } from '../bundle/types.ts';
import { isResting, type Memory, recall, stateOf } from '../memory/index.ts';
import type { Course } from './course.ts';

export interface WeakestQuery {
  course: Course;
  memory: Memory;
  entries: readonly QuestionEntry[];
  topics: readonly Topic[];
  /** Questions that were set aside. */
  suspended: ReadonlySet<string>;
}

export interface WeakQuestion {
  id: string;
  topic: string;
  /** 0…1, at the deadline if nothing more is studied. */
  recall: number;
}

/** With the words that it is known by on one line; they stand in the bank. */
export interface WordedQuestion extends WeakQuestion {
  prompt: string;
}

export interface Weakest<Q extends WeakQuestion = WeakQuestion> {
  /** Those with most to gain; of them the least remembered first. */
  questions: Q[];
  topics: { id: string; title: string; readiness: number }[];
  /** What to type to work on these questions; null where there is none, or all of them rest. */
  command: string | null;
}

const FEW = 5;
/** Beyond so many topics a command that names them narrows nothing. */
const FEW_TOPICS = 3;

/** What was answered and is least remembered, as far as it counts and may be asked. */
export function weakestOf({ course, memory, entries, topics, suspended }: WeakestQuery): Weakest {
  const weights = new Map(course.items.map(({ id, weight }) => [id, weight]));
  const weight = (id: string) => weights.get(id) ?? 0;
  const met = entries.filter(
    ({ id }) => weight(id) > 0 && !suspended.has(id) && stateOf(memory, id).kind === 'reviewed',
  );
  const ready = (id: string) => recall(memory, id, course.deadlines.get(id) ?? course.now);
  const worth = (id: string) => weight(id) * (1 - ready(id));
  const questions = met
    .filter(({ id }) => worth(id) > 0)
    .sort((a, b) => worth(b.id) - worth(a.id))
    .slice(0, FEW)
    .map(({ id, topic }) => ({ id, topic, recall: ready(id) }))
    .sort((a, b) => a.recall - b.recall);
  const awake = questions.filter(({ id }) => !isResting(memory, id, course.now));
  const missing = topics
    .map(({ id, title }) => {
      const own = met.filter(({ topic }) => topic === id);
      const sum = own.reduce((total, entry) => total + ready(entry.id), 0);
      return { id, title, readiness: own.length === 0 ? 1 : sum / own.length, met: own.length };
    })
    .filter(({ met: n }) => n > 0)
    .sort((a, b) => a.readiness - b.readiness)
    .slice(0, FEW_TOPICS);
  return {
    questions,
    topics: missing.map(({ id, title, readiness: mean }) => ({ id, title, readiness: mean })),
    command: awake.length === 0 ? null : weakCommand([...new Set(awake.map(({ topic }) => topic))]),
  };
}

function weakCommand(topics: readonly string[]): string {
  const narrowed = topics.length > FEW_TOPICS ? '' : ` --topic ${topics.join(' ')}`;
  return `mistral-prep quiz --mode weak${narrowed}`;
}
