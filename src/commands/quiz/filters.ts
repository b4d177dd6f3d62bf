import { type Command, InvalidArgumentError } from 'commander';
import type { Filters } from '../../coach/choose.ts';
import type { Context } from '../../context.ts';
import { findOne } from '../../guide/find.ts';
import { roundRecords } from '../../guide/rounds.ts';
import { KIND_NAMES } from '../../questions/names.ts';

/** The words that narrow the questions, as they are typed. */
export interface FilterWords {
  topic?: string[];
  priority?: string[];
  round?: string[];
  difficulty?: number[];
  kind?: string[];
}

/** The same filters for every command that works on questions. */
export function filterOptions(command: Command): Command {
  return command
    .option('--topic <topic...>', 'only these topics')
    .option('--priority <priority...>', 'only these priorities, by rank or id')
    .option('--round <round...>', 'only what these rounds ask')
    .option('--difficulty <1-3...>', 'only these', list(whole(1, 3)))
    .option('--kind <kind...>', `only these: ${KIND_NAMES.join(', ')}`);
}

export async function filtersOf(context: Context, words: FilterWords): Promise<Filters> {
  const { bundle, rounds, topics, sources } = await context.bundle.read(
    'bundle',
    'sources',
    'rounds',
    'topics',
  );
  const query = { rounds, bundle, sources: sources.sources, track: null, start: null, reported: false };
  const asked = words.round?.flatMap((word) => roundRecords(word, query)) ?? null;
  const priorities = bundle.priorities.map(({ id, title, rank }) => ({ id, title, aliases: [String(rank)] }));
  const ofPriorities = words.priority?.map((word) => findOne(word, priorities, 'priority').id);
  const topicIds = [
    ...(words.topic?.map((word) => findOne(word, topics.topics, 'topic').id) ?? []),
    ...topics.topics
      .filter(({ priority }) => priority !== null && ofPriorities?.includes(priority))
      .map(({ id }) => id),
  ];
  const kinds = KIND_NAMES.map((id) => ({ id, title: id }));
  return {
    topics: words.topic || words.priority ? new Set(topicIds) : null,
    rounds: asked && new Set(asked.map(({ id }) => id)),
    difficulties: words.difficulty ? new Set(words.difficulty) : null,
    kinds: words.kind ? new Set(words.kind.map((word) => findOne(word, kinds, 'kind').id)) : null,
  };
}

export function whole(min: number, max: number) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
  };
}

function list<T>(parse: (text: string) => T) {
  return (text: string, before: T[] | undefined): T[] => [...(before ?? []), parse(text)];
}
