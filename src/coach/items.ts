import type { QuestionEntry } from '../bundle/questions.ts';
import type { BundleInfo, Topic } from '../bundle/types.ts';
import type { Item } from '../memory/types.ts';
import type { Asking, Horizon } from './deadlines.ts';

export interface Weighing {
  topics: readonly Topic[];
  bundle: BundleInfo;
  /** The id of the learner's level; null where none is set. */
  level: string | null;
  horizon: Horizon;
  asking: Asking;
}

/**
 * The questions as what is to be remembered. What one counts is its topic's weight times its difficulty's at the
 * learner's level, less where it is short, all as `weights` and `levels` of bundle.yaml say. What no coming round asks
 * counts nothing, unless all rounds are over: then it all counts again.
 */
export function itemsOf(
  entries: readonly QuestionEntry[],
  { topics, bundle, level, horizon, asking }: Weighing,
): Item[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const byDifficulty = bundle.levels.find(({ id }) => id === level)?.difficulty;
  return entries.map((entry) => {
    const topic = byId.get(entry.topic);
    const rounds = horizon.end === null ? (topic?.rounds.length ?? 0) : asking(entry).length;
    const weight = topic === undefined ? 0 : topicWeight(topic.priority, rounds, bundle);
    const { id, seconds } = entry;
    return {
      id,
      topic: entry.topic,
      seconds,
      weight: weight * (byDifficulty?.[entry.difficulty - 1] ?? 1) * lengthWeight(seconds, bundle.weights),
    };
  });
}

/** By topic, the ids of the rounds that ask it. */
export function roundsByTopic(topics: readonly Topic[]): Map<string, readonly string[]> {
  return new Map(topics.map(({ id, rounds }) => [id, rounds]));
}

/**
 * What a topic counts. Under a priority: by its rank, and a share more for each further round that asks it. Under none:
 * by how many rounds ask it.
 * @param rounds how many rounds ask it; 0 counts nothing
 */
function topicWeight(
  priority: string | null,
  rounds: number,
  { weights, priorities }: Pick<BundleInfo, 'weights' | 'priorities'>,
): number {
  if (rounds === 0) return 0;
  const rank = priorities.find(({ id }) => id === priority)?.rank;
  if (rank === undefined) return nth(weights.no_priority, rounds);
  return nth(weights.priorities, rank) * (1 + (rounds - 1) * weights.further_round);
}

/** A term is answered in half a minute and asks less than a case that takes two; gain for a second alone would prefer it. */
function lengthWeight(seconds: number, { full_seconds }: BundleInfo['weights']): number {
  return full_seconds === 0 ? 1 : Math.min(1, seconds / full_seconds);
}

/** The nth of a list, from 1; beyond its end the last. */
function nth(values: readonly number[], n: number): number {
  return values[Math.min(n, values.length) - 1] ?? 1;
}
