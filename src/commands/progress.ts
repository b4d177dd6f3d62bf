import type { Command } from 'commander';
import type { QuestionBank } from '../bundle/questions.ts';
import { answersOf } from '../coach/history.ts';
import { progressOf, type WordedProgress } from '../coach/progress.ts';
import type { WeakQuestion, WordedQuestion } from '../coach/weakest.ts';
import type { Context } from '../context.ts';
import { printable } from '../problems.ts';
import { fill, placesIn } from '../questions/template.ts';
import { type Answer, answering, examples } from './answer.ts';
import { type Desk, openDesk } from './desk.ts';
import { ownShares } from './fitting.ts';
import { promptTitle } from './views/common.ts';
import { progressLines } from './views/progress.ts';

interface Options {
  html?: string;
}

export function define(command: Command, context: Context): void {
  command
    .option('--html <file>', 'write it as one page with pictures')
    .action(answering(context, (options: Options) => run(context, options)));
  examples(command, context, [
    ['progress', 'readiness, the calendar, calibration, what is weakest'],
    ['progress --html progress.html', 'the same as pictures, for a browser; nothing is sent anywhere'],
    ['progress --json', 'the same for a program'],
  ]);
}

async function run(context: Context, { html }: Options): Promise<Answer> {
  const desk = await openDesk(context);
  const progress = await progressFor(context, desk);
  if (html !== undefined) {
    await writePage(html, progress, desk);
    return {
      json: { ...progress, html },
      lines: ({ theme }) => [`${theme.good('✔')} written: ${printable(html)}`],
    };
  }
  const { course } = desk;
  return {
    json: progress,
    lines: (screen) =>
      progressLines(screen, progress, {
        today: course.today,
        plannedMinutes: course.settings.minutes,
      }),
  };
}

async function progressFor(context: Context, desk: Desk): Promise<WordedProgress> {
  const { course, past, entries, files } = desk;
  const { answers } = answersOf(context.journal.events());
  const progress = progressOf({
    course,
    memory: past.memory,
    answers,
    days: past.days,
    entries,
    topics: files.topics.topics,
    rounds: files.rounds.rounds,
    priorities: files.bundle.priorities,
    suspended: past.suspended,
    shares: ownShares(context, answers),
  });
  const { weakest } = progress;
  return { ...progress, weakest: { ...weakest, questions: await withPrompts(desk.bank, weakest.questions) } };
}

/** With the words that each is known by; what is drawn afresh each time stays open. */
async function withPrompts(bank: QuestionBank, weak: readonly WeakQuestion[]): Promise<WordedQuestion[]> {
  const read = await bank.read(new Set(weak.map(({ topic }) => topic)));
  return weak.map((question) => {
    const prompt = read.get(question.id)?.prompt ?? question.id;
    const open = Object.fromEntries(placesIn(prompt).map((name) => [name, '…']));
    return { ...question, prompt: promptTitle(fill(prompt, open)) };
  });
}

async function writePage(file: string, progress: WordedProgress, { files, course }: Desk): Promise<void> {
  const [{ PAGE_MARK, progressPage }, { writeOwnFile }] = await Promise.all([
    import('../export/progress-page.ts'),
    import('./output-file.ts'),
  ]);
  const page = progressPage(progress, {
    company: files.bundle.company,
    today: course.today,
    plannedMinutes: course.settings.minutes,
    topicTitle: (id) => files.topics.topics.find((topic) => topic.id === id)?.title ?? id,
  });
  writeOwnFile(file, page, PAGE_MARK, 'a page');
}
