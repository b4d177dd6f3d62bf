import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { commandList } from '../terminal/commands.ts';
import { heading } from '../terminal/layout.ts';
import { type Answer, answering } from './answer.ts';
import { blocks } from './views/common.ts';

/** What the program says when it is asked nothing: today; to somebody new, also what there is to ask. */
export function define(program: Command, context: Context): void {
  program.action(answering(context, () => run(context)));
}

/** In words short enough that a screen of 80 columns needs one line for each, and shows 24 rows with all of today. */
const tryThese = (today: string): [words: string, say: string][] => [
  ['setup', 'your dates and minutes make a plan'],
  ['quiz', 'questions, the most useful first'],
  [`process --start ${today}`, 'the loop, round by round, with dates'],
  ['checklist coding', 'what to do before a round; tick it off'],
  ['comp --total 210k', 'where an offer stands in the bands'],
  ['search "kv cache"', 'guide, topics and formulas on it'],
  ['--help', 'all commands'],
];

async function run(context: Context): Promise<Answer> {
  // The help of every command stands on this file, and needs nothing of the coach.
  const { run: runToday } = await import('./today.ts');
  const { answer, isNew } = await runToday(context);
  if (!isNew) return answer;
  return {
    ...answer,
    lines: (screen) =>
      blocks(answer.lines(screen), [
        ...heading(screen, 'What there is'),
        ...commandList(
          screen,
          tryThese(context.today()).map(([words, say]) => ({ command: `mistral-prep ${words}`, say })),
        ),
      ]),
  };
}
