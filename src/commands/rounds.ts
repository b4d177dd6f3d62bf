import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { roundsFor } from '../guide/rounds.ts';
import { type Answer, answering, examples } from './answer.ts';
import { trackOf } from './track.ts';
import { roundLines, roundsOverview } from './views/rounds.ts';

interface Options {
  track?: string;
}

export function define(command: Command, context: Context): void {
  command
    .argument('[round...]', 'an id, title, number of `process`, or stage')
    .option('--track <track>', 'engineering or research; without it, that of setup')
    .action(answering(context, (words: string[], options: Options) => run(context, words, options)));
  examples(command, context, [
    ['rounds', 'all of them in short'],
    ['rounds design', 'one: what it tests, how to prepare'],
    ['rounds onsite', 'all rounds of a stage'],
    ['rounds 3', 'the number that `process` prints'],
  ]);
}

async function run(context: Context, words: readonly string[], { track }: Options): Promise<Answer> {
  const { bundle, rounds, sources } = await context.bundle.read('bundle', 'rounds', 'sources');
  const chosen = trackOf(context, track, bundle);
  const asked = words.length === 0 ? null : words.join(' ');
  const answer = roundsFor(asked, {
    rounds,
    bundle,
    sources: sources.sources,
    track: chosen?.id ?? null,
    start: null,
    reported: false,
  });
  const lines = asked === null ? roundsOverview : roundLines;
  return { json: answer, lines: (screen) => lines(screen, answer.rounds, context.today()) };
}
