import type { Command } from 'commander';
import { answersOf } from '../coach/history.ts';
import { type Progress, progressOf } from '../coach/progress.ts';
import type { Context } from '../context.ts';
import { fitShares } from '../memory/index.ts';
import { type Answer, answering, examples } from './answer.ts';
import { type Desk, openDesk } from './desk.ts';
import { keptShares } from './fitting.ts';
import { progressLines } from './views/progress.ts';

export function define(command: Command, context: Context): void {
  command.action(answering(context, () => run(context)));
  examples(command, context, [
    ['progress', 'readiness, the calendar, calibration, what is weakest'],
    ['progress --json', 'the same for a program'],
  ]);
}

async function run(context: Context): Promise<Answer> {
  const desk = await openDesk(context);
  const progress = progressFor(context, desk);
  const { files, course } = desk;
  return {
    json: progress,
    lines: (screen) =>
      progressLines(screen, progress, {
        topics: files.topics.topics,
        today: course.today,
        plannedMinutes: course.settings.minutes,
      }),
  };
}

function progressFor(context: Context, { course, past, entries, files }: Desk): Progress {
  const { answers } = answersOf(context.journal.read().events);
  const progress = progressOf({
    course,
    memory: past.memory,
    answers,
    days: past.days,
    entries,
    topics: files.topics.topics,
    priorities: files.bundle.priorities,
    shares: keptShares(context, answers) ?? fitShares(answers.slice(-500)),
  });
  const title = (id: string) => files.rounds.rounds.find((round) => round.id === id)?.title ?? id;
  const byRound = progress.readiness.byRound.map((round) => ({ ...round, title: title(round.id) }));
  return { ...progress, readiness: { ...progress.readiness, byRound } };
}
