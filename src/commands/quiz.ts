import { type Command, InvalidArgumentError } from 'commander';
import { LONGEST_SITTING, MODES } from '../coach/modes.ts';
import type { Context } from '../context.ts';
import { examples } from './answer.ts';
import { filterOptions, whole } from './quiz/filters.ts';
import { type QuizOptions, USUAL_COUNT } from './quiz/options.ts';

export function define(command: Command, context: Context): void {
  filterOptions(command.optionsGroup('What is asked:'))
    .option('--count <number>', `at most so many (usually ${USUAL_COUNT})`, whole(1, 10_000))
    .option('--minutes <number>', 'as many as fit', whole(1, LONGEST_SITTING))
    .option('--mode <mode>', `${MODES.join(', ')}`, oneOf(MODES), 'coach')
    .optionsGroup('How:')
    .option('--plain', 'numbered lines instead of a card')
    .option('--no-timer', 'no clock on the card')
    .option('--no-relearn', 'what was wrong does not come back at the end')
    .option('--no-save', 'keep nothing')
    .option('--seed <number>', 'the same dice again', whole(0, 2 ** 32 - 1))
    .option('--unsuspend <id...>', 'ask again what you set aside with x')
    .option('--flagged', 'list the questions you flagged, as text for a report')
    .option('--unflag <id...>', 'take flags back')
    .action(async (options: QuizOptions) => (await import('./quiz/run.ts')).run(context, options));
  examples(command, context, [
    ['quiz', 'what is worth asking now'],
    ['quiz --minutes 15 --topic moe kv-cache', 'a quarter of an hour on two topics'],
    ['quiz --mode exam --round coding', 'rehearse a round: timed, no feedback until the end'],
    ['quiz --mode weak', 'what you know least of what you have seen'],
    ['quiz --plain', 'in lines, for a pipe or a screen reader'],
  ]);
}

function oneOf<T extends string>(values: readonly T[]) {
  return (text: string): T => {
    const value = values.find((v) => v === text.toLowerCase());
    if (value) return value;
    throw new InvalidArgumentError(`Choose one of ${values.join(', ')}.`);
  };
}
