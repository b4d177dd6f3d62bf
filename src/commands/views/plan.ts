import type { BundleInfo, Round, Topic } from '../../bundle/types.ts';
import type { AnsweredDay } from '../../coach/plan-answer.ts';
import { longDate, shortDate, weekdayName } from '../../guide/dates.ts';
import { bar } from '../../terminal/bars.ts';
import { hints } from '../../terminal/commands.ts';
import { footer, heading } from '../../terminal/layout.ts';
import { lineWidth, type Screen } from '../../terminal/screen.ts';
import { gap, padEnd, padStart, prose, truncate } from '../../terminal/text.ts';
import type { Style } from '../../terminal/theme.ts';
import { newAndAgain, percent } from '../../wording.ts';
import type { PlanAnswer } from '../plan.ts';
import { blocks, commonTitle, dotted, plural, released, unbroken } from './common.ts';

export interface PlanTitles {
  rounds: readonly Round[];
  topics: readonly Topic[];
  bundle: BundleInfo;
}

/** Below so many columns what a day is spent on stands below it. */
const WIDE = 66;
const BAR = 10;
/** Columns before what a day is spent on: mark, date, minutes, bar and percentage; below them where it is narrow. */
const LEAD = 1 + 10 + 1 + 9 + 2 + BAR + 1 + 4 + 2;
const NARROW_LEAD = 5;

/** A line a day: date, minutes, new and review, expected readiness, what it is spent on. */
export function planLines(screen: Screen, plan: PlanAnswer, titles: PlanTitles): string[] {
  const last = plan.days.at(-1);
  return blocks(
    heading(
      screen,
      last === undefined ? 'The plan' : `The plan until ${longDate(last.date)}`,
      `${percent(plan.readiness)} expected on the day${plan.assumed ? ', 21 days assumed' : ''}`,
    ),
    plan.days.flatMap((day) => dayLines(screen, day, plan, titles)),
    checklistLines(screen, plan),
    roundLines(screen, plan, titles),
    fitLines(screen, plan, titles),
    [
      ...footer(screen, [legend(plan)]),
      ...hints(screen, [
        { say: 'now', command: 'mistral-prep today' },
        { say: 'your calendar', command: 'mistral-prep plan --ics plan.ics' },
      ]),
    ],
  );
}

function dayLines(screen: Screen, day: AnsweredDay, plan: PlanAnswer, titles: PlanTitles): string[] {
  const { theme } = screen;
  const { dim } = theme;
  const isPast = day.date < plan.date;
  const name = `${weekdayName(day.date)} ${padStart(shortDate(day.date), 6)}`;
  const mark = day.date === plan.date ? theme.accent('›') : ' ';
  const drawn = bar(day.readiness, BAR, {
    theme,
    ...(day.expected === null ? {} : { mark: day.expected }),
  });
  const time = `${padStart(minutesWords(day, isPast), 9)}`;
  const lead = `${mark}${isPast ? dim(name) : name} ${time}  ${drawn} ${padStart(percent(day.readiness), 4)}`;
  const isWide = screen.width >= WIDE;
  const indent = isWide ? LEAD : NARROW_LEAD;
  const line = (text: string, style: Style) => style(truncate(text, lineWidth(screen) - indent));
  const rounds = roundNames(day, plan, titles);
  const study = topicWords(day, titles);
  const words = [
    ...(isWide && rounds.length > 0 ? [rounds.join(', ')] : rounds).map((one) => line(one, theme.bold)),
    ...(study === '' ? [] : [line(study, dim)]),
  ];
  const [first = '', ...below] = isWide ? words : ['', ...words];
  return [`${lead}  ${first}`.trimEnd(), ...below.map((one) => gap(indent) + one)];
}

function legend({ days }: PlanAnswer): string {
  const mark = days.some(({ expected }) => expected !== null)
    ? '; │ is what the plan of your last setup expected'
    : '';
  return `The bars are readiness at the end of the day, for the rounds that lie ahead then${mark}.`;
}

/** `40 min`; of a day on which something was done or is over, `39/40 min`; a dash where nothing was meant to be. */
function minutesWords({ minutes: { planned, done } }: AnsweredDay, isPast: boolean): string {
  if (planned === 0 && !done) return '—';
  return done === null || (done === 0 && !isPast)
    ? `${Math.round(planned)} min`
    : `${Math.round(done)}/${Math.round(planned)} min`;
}

/** Of a day's rounds, those that were given this date; a day of none but others is that of the last round. */
function roundNames(
  { rounds }: AnsweredDay,
  { undated, assumed }: Pick<PlanAnswer, 'undated' | 'assumed'>,
  titles: PlanTitles,
): string[] {
  const dated = titles.rounds.filter(({ id }) => rounds.includes(id) && !undated.includes(id));
  const together = commonTitle(dated, titles.bundle);
  if (together !== null) return [together];
  if (dated.length > 0 || rounds.length === 0) return dated.map(({ title }) => title);
  return [assumed ? 'Last round (no date yet)' : 'Last round'];
}

function roundTitle(id: string, { rounds }: PlanTitles): string {
  return rounds.find((round) => round.id === id)?.title ?? id;
}

function topicWords({ topics }: AnsweredDay, titles: PlanTitles): string {
  const fresh = topics.reduce((sum, topic) => sum + topic.new, 0);
  const again = topics.reduce((sum, topic) => sum + topic.review, 0);
  if (fresh + again === 0) return '';
  const counts = newAndAgain(fresh, again);
  const names = topics
    .slice(0, 2)
    .map(({ id }) => titles.topics.find((topic) => topic.id === id)?.title ?? id);
  return `${counts.join(', ')} · ${names.join(', ')}`;
}

/** `25 Nov: r1 c1 · 26 Nov: r2`: what is to be ticked off, by day. */
function checklistLines(screen: Screen, { days, date: today }: PlanAnswer): string[] {
  const parts = days
    .filter(({ date, items }) => date >= today && items.length > 0)
    .map(({ date, items }) => {
      const [first = '', ...others] = items;
      return [unbroken(`${shortDate(date)}: ${first}`), ...others].join(' ');
    });
  if (parts.length === 0) return [];
  return [
    ` ${screen.theme.dim('Checklists, on top of the minutes')}`,
    ...prose(screen, dotted(parts), 1).map(released),
  ];
}

function roundLines(screen: Screen, { rounds }: PlanAnswer, titles: PlanTitles): string[] {
  const rows = rounds.map(({ id, date, basis, readiness }) => ({
    name: roundTitle(id, titles),
    when: `${basis === 'set' ? '' : 'by '}${padStart(shortDate(date), 6)}`,
    drawn: `${bar(readiness, BAR, { theme: screen.theme })} ${percent(readiness)}`,
  }));
  const dates = Math.max(...rows.map(({ when }) => when.length), 0);
  const room = lineWidth(screen) - (1 + 2 + dates + 2 + BAR + 1 + 4);
  const columns = Math.min(room, 30, Math.max(...rows.map(({ name }) => name.length), 0));
  return [
    ` ${screen.theme.dim('Expected, for what each round asks')}`,
    ...rows.map(
      ({ name, when, drawn }) =>
        ` ${padEnd(truncate(name, columns), columns)}  ${padStart(when, dates)}  ${drawn}`,
    ),
    ...(rounds.every(({ basis }) => basis === 'set')
      ? []
      : prose(screen, 'Where it says “by”, the round has no date yet and is prepared for by then.', 1).map(
          screen.theme.dim,
        )),
  ];
}

function fitLines(screen: Screen, plan: PlanAnswer, titles: PlanTitles): string[] {
  if (plan.alternatives.length === 0) return [];
  const questions = plan.leftOut.reduce((sum, one) => sum + one.questions, 0);
  const names = [...plan.leftOut]
    .sort((a, b) => b.questions - a.questions)
    .slice(0, 4)
    .map(({ topic, questions: n }) => `${titles.topics.find(({ id }) => id === topic)?.title ?? topic} ${n}`);
  const more = plan.leftOut.length > 4 ? ', …' : '';
  const others = plan.alternatives.map(({ minutes, readiness }) =>
    unbroken(`${percent(readiness)} with ${minutes}`),
  );
  return [
    ...prose(
      screen,
      `It does not all fit: ${plural(questions, 'question')} are left out (${names.join(', ')}${more}).`,
      1,
    ),
    ...prose(screen, `Minutes a day, and what they would reach: ${others.join(', ')}.`, 1).map(released),
  ];
}

/** The days to come as a table. */
export function planMarkdown(plan: PlanAnswer, titles: PlanTitles): string[] {
  const row = (day: AnsweredDay) => {
    const what = [
      ...roundNames(day, plan, titles).map((name) => `**${name}**`),
      ...[topicWords(day, titles)].filter((words) => words !== ''),
      ...day.items,
    ].join(', ');
    return `| ${day.date} | ${Math.round(day.minutes.planned)} | ${percent(day.readiness)} | ${what} |`;
  };
  return [
    '| day | minutes | expected | what |',
    '|---|--:|--:|---|',
    ...plan.days.filter(({ date }) => date >= plan.date).map(row),
  ];
}
