import type { BundleInfo, Source, Topic } from '../bundle/types.ts';
import { type Provenance, provenanceOf } from './sources.ts';

export interface PriorityAnswer extends Provenance {
  id: string;
  /** From 1, the most important. */
  rank: number;
  title: string;
  /** Ids of its topics. */
  topics: string[];
  /** Mean recall on the day, 0 to 1; null as long as nothing is known of it. */
  readiness: number | null;
}

export interface PrioritiesAnswer {
  priorities: PriorityAnswer[];
  /** Topics that are asked and stand under no priority. */
  others: string[];
}

export interface PrioritiesQuery {
  bundle: BundleInfo;
  topics: readonly Topic[];
  sources: readonly Source[];
  /** By priority. */
  readiness?: ReadonlyMap<string, number>;
}

/** The prep priorities by rank, each with its topics. */
export function prioritiesOf({ bundle, topics, sources, readiness }: PrioritiesQuery): PrioritiesAnswer {
  const under = (priority: string | null) =>
    topics.filter((topic) => topic.priority === priority).map(({ id }) => id);
  return {
    priorities: [...bundle.priorities]
      .sort((a, b) => a.rank - b.rank)
      .map((priority) => ({
        id: priority.id,
        rank: priority.rank,
        title: priority.title,
        topics: under(priority.id),
        readiness: readiness?.get(priority.id) ?? null,
        ...provenanceOf(priority, sources),
      })),
    others: under(null),
  };
}

/** A priority's title without what stands in brackets, for where it is one row among others. */
export function shortTitle(title: string): string {
  return title.replace(/ \([^)]*\)/g, '');
}
