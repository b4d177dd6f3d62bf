import type { Command } from 'commander';
import { studyDays } from '../coach/course.ts';
import type { DatedRound } from '../coach/deadlines.ts';
import { alternativesTo, type Plan, type PlanQuery, planOf } from '../coach/plan.ts';
import { type AnsweredDay, comingDays, pastDays } from '../coach/plan-answer.ts';
import type { Context } from '../context.ts';
import { failure } from '../errors.ts';
import { printable } from '../problems.ts';
import { type Answer, answering, examples } from './answer.ts';
import { type Desk, openDesk } from './desk.ts';
import { targetDays } from './target.ts';
import { type PlanTitles, planLines, planMarkdown } from './views/plan.ts';

interface Options {
  ics?: string;
  markdown?: boolean;
}

export function define(command: Command, context: Context): void {
  command
    .option('--ics <file>', 'write the days as a calendar')
    .option('--markdown', 'as a table for your notes')
    .action(answering(context, (options: Options) => run(context, options)));
  examples(command, context, [
    ['plan', 'every day until the last round'],
    ['plan --ics plan.ics', 'for a calendar program'],
    ['plan --markdown > plan.md', 'for your notes'],
  ]);
}

async function run(context: Context, { ics, markdown }: Options): Promise<Answer> {
  const desk = await openDesk(context);
  const { course, past, files } = desk;
  if (course.horizon.end === null) {
    throw failure(
      'rounds-over',
      'All rounds are over, so there is nothing to plan for.',
      'A new date: mistral-prep setup --interview DATE',
    );
  }
  const query: PlanQuery = {
    ...desk.query,
    memory: past.memory,
    from: course.now,
    done: desk.doneToday,
    ticked: past.ticked,
    suspended: past.suspended,
  };
  const plan = planOf(query);
  const expected = targetDays(context, desk);
  const days = [
    ...pastDays({
      course,
      query: desk.query,
      days: past.days,
      events: context.journal.events(),
      expected,
      fit: past.memory.fit,
    }),
    ...comingDays(plan, course, desk.doneToday, expected),
  ];
  const fits = plan.leftOut.length === 0;
  // On the last day more minutes change nothing.
  const alternatives = fits || studyDays(course).length === 0 ? [] : alternativesTo(query, plan);
  const titles: PlanTitles = {
    rounds: files.rounds.rounds,
    topics: files.topics.topics,
    bundle: files.bundle,
  };
  if (ics !== undefined) {
    const toCome = days.filter(({ date }) => date >= course.today);
    await writePlan(context, ics, desk, toCome, titles);
  }
  const answer = answerOf(desk, plan, days, fits, alternatives);
  return {
    json: ics === undefined ? answer : { ...answer, ics },
    lines: (screen) =>
      markdown
        ? planMarkdown(answer, titles)
        : [
            ...planLines(screen, answer, titles),
            ...(ics === undefined ? [] : ['', `${screen.theme.good('✔')} written: ${printable(ics)}`]),
          ],
  };
}

export interface PlanAnswer {
  date: string;
  assumed: boolean;
  days: AnsweredDay[];
  fits: boolean;
  /** By round ahead, expected readiness when it begins. */
  rounds: { id: string; date: string; basis: DatedRound['basis']; readiness: number }[];
  /** The ids of the rounds, past ones too, whose date nobody set. */
  undated: string[];
  readiness: number;
  /** By topic, the questions that are never reached. */
  leftOut: { topic: string; questions: number }[];
  alternatives: { minutes: number; readiness: number }[];
}

function answerOf(
  { course, entries }: Desk,
  { byRound, leftOut, readiness }: Plan,
  days: AnsweredDay[],
  fits: boolean,
  alternatives: PlanAnswer['alternatives'],
): PlanAnswer {
  const { assumed, ahead, rounds } = course.horizon;
  const left = new Map<string, number>();
  const never = new Set(leftOut);
  for (const { id, topic } of entries) if (never.has(id)) left.set(topic, (left.get(topic) ?? 0) + 1);
  return {
    date: course.today,
    assumed,
    days,
    fits,
    rounds: ahead.map(({ id, date, basis }) => ({ id, date, basis, readiness: byRound.get(id) ?? 0 })),
    undated: rounds.filter(({ basis }) => basis !== 'set').map(({ id }) => id),
    readiness,
    leftOut: [...left].map(([topic, questions]) => ({ topic, questions })),
    alternatives,
  };
}

/** An all-day entry for each day of study, and one for each round. */
async function writePlan(
  context: Context,
  file: string,
  { course, files }: Desk,
  days: readonly AnsweredDay[],
  titles: PlanTitles,
): Promise<void> {
  const [{ planCalendar }, { writeOwnFile }, { CALENDAR_MARK }] = await Promise.all([
    import('../export/plan-calendar.ts'),
    import('./output-file.ts'),
    import('../guide/calendar.ts'),
  ]);
  const text = planCalendar(days, {
    company: files.bundle.company,
    now: context.now(),
    topicTitle: (id) => titles.topics.find((topic) => topic.id === id)?.title ?? id,
    roundTitle: (id) => titles.rounds.find((round) => round.id === id)?.title ?? id,
    isEstimate: (id) => !course.horizon.rounds.some((round) => round.id === id && round.basis === 'set'),
  });
  writeOwnFile(file, text, CALENDAR_MARK, 'a calendar');
}
