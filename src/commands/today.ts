import type { Command } from 'commander';
import { type Today, todayOf } from '../coach/today.ts';
import type { Context } from '../context.ts';
import type { Screen } from '../terminal/screen.ts';
import { type Answer, answering, examples } from './answer.ts';
import { type Desk, openDesk } from './desk.ts';
import { targetDays } from './target.ts';
import { todayLines } from './views/today.ts';

export function define(command: Command, context: Context): void {
  command.action(answering(context, async () => (await run(context)).answer));
  examples(command, context, [
    ['today', 'where you are, and what to do now; also what the bare command says'],
    ['today --json', 'for a prompt or a status line'],
  ]);
}

/** The answer, and whether nothing has been set or answered yet. */
export async function run(context: Context): Promise<{ answer: Answer; isNew: boolean }> {
  const desk = await openDesk(context);
  const today = todayFor(context, desk);
  const { rounds, bundle, topics } = desk.files;
  const titles = { rounds: rounds.rounds, bundle, topics: topics.topics };
  return {
    answer: { json: today, lines: (screen: Screen) => todayLines(screen, today, titles) },
    isNew: desk.past.settings.since === null && desk.past.days.size === 0,
  };
}

function todayFor(context: Context, desk: Desk): Today {
  const { course, past, entries, files } = desk;
  return todayOf({
    course,
    memory: past.memory,
    entries,
    topics: files.topics.topics,
    rounds: files.rounds.rounds,
    priorities: files.bundle.priorities,
    days: past.days,
    ticked: past.ticked,
    suspended: past.suspended,
    target: targetDays(context, desk)?.get(course.today) ?? null,
  });
}
