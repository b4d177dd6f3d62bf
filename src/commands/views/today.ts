import type { BundleInfo, Round, Topic } from '../../bundle/types.ts';
import { ASSUMED_DAYS } from '../../coach/deadlines.ts';
import type { Today } from '../../coach/today.ts';
import { addDays, shortDate, weekdayName } from '../../guide/dates.ts';
import { shortTitle } from '../../guide/priorities.ts';
import { bar } from '../../terminal/bars.ts';
import { hints } from '../../terminal/commands.ts';
import { heading } from '../../terminal/layout.ts';
import { lineWidth, type Screen } from '../../terminal/screen.ts';
import { gap, padEnd, padStart, prose, truncate, width } from '../../terminal/text.ts';
import { newAndAgain, percent } from '../../wording.ts';
import { blocks, commonTitle, dotted, plural, released, unbroken } from './common.ts';

interface Titles {
  rounds: readonly Round[];
  bundle: BundleInfo;
  topics: readonly Topic[];
}

/** Where one stands, on one screen. */
export function todayLines(screen: Screen, today: Today, titles: Titles): string[] {
  return blocks(
    titleLines(screen, today, titles),
    streakLines(screen, today),
    readinessLines(screen, today),
    workLines(screen, today, titles),
    nextLines(screen, today),
  );
}

/** The rounds, and today's date at the right of them; a line each where one does not hold all. */
function titleLines(screen: Screen, today: Today, titles: Titles): string[] {
  const date = `${weekdayName(today.date)} ${shortDate(today.date)}`;
  const fits = (text: string) => width(text) + 2 + width(date) <= lineWidth(screen);
  const parts = roundTitles(today, titles);
  const line = parts.join(' · ');
  if (fits(line)) return heading(screen, line, date);
  const [first = '', ...others] = parts;
  const below = others.flatMap((part) => heading(screen, part));
  if (fits(first)) return [...heading(screen, first, date), ...below];
  // Below them it would look like one more of them.
  return [screen.theme.dim(date), ...heading(screen, first), ...below];
}

/** `Coding in 12 days (5 Dec)`, `Onsite in 25 days (18 Dec)`; rounds of one day together. */
function roundTitles({ rounds, assumed, over }: Today, titles: Titles): string[] {
  if (over) return ['All rounds are over'];
  if (assumed) return [`No date yet: ${rounds[0]?.daysLeft ?? 21} days are assumed`];
  const byDate = new Map<string, Today['rounds']>();
  for (const round of rounds) byDate.set(round.date, [...(byDate.get(round.date) ?? []), round]);
  return [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, held]) => `${nameOf(held, titles)} ${inDays(held[0]?.daysLeft ?? 0)} (${shortDate(date)})`);
}

/** A date that only some rounds were given speaks for these; what merely takes it over is not named. */
function nameOf(held: Today['rounds'], { rounds, bundle }: Titles): string {
  const set = held.filter(({ basis }) => basis === 'set');
  const named = (set.length > 0 ? set : held).flatMap(
    ({ id }) => rounds.find((round) => round.id === id) ?? [],
  );
  const together = commonTitle(named, bundle);
  if (together !== null) return together;
  return set.length > 0 ? plural(named.length, 'round') : 'Last round';
}

function isLastDay({ rounds, over }: Today): boolean {
  return !over && rounds.every(({ daysLeft }) => daysLeft === 0);
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function streakLines(screen: Screen, today: Today): string[] {
  const { streak } = today;
  if (today.over || isLastDay(today) || streak.missed === 0) return [];
  const days = streak.missed === 1 ? 'A day was missed' : `${streak.missed} days were missed`;
  return prose(screen, `${days}. The plan is made anew from here.`, 1).map(screen.theme.dim);
}

/** Columns of `100%`, and of a bar where there is room for it. */
const PERCENT = 4;
const LONGEST_BAR = 28;

function readinessLines(screen: Screen, { readiness: { overall, target, byPriority } }: Today): string[] {
  const rows = [
    { name: 'Ready if you stop now', value: overall as number | null, mark: target },
    ...byPriority.map(({ rank, title, readiness }) => ({
      name: `  ${rank}  ${shortTitle(title)}`,
      value: readiness,
      mark: null,
    })),
  ];
  const columns = lineWidth(screen) - 1;
  const bars = Math.max(10, Math.min(LONGEST_BAR, Math.floor(columns * 0.36)));
  const names = columns - bars - PERCENT - 3;
  const lines = rows.map(({ name, value, mark }) => {
    if (value === null) return ` ${screen.theme.dim(truncate(name, columns))}`;
    const drawn = bar(value, bars, { theme: screen.theme, ...(mark === null ? {} : { mark }) });
    return ` ${padEnd(truncate(name, names), names)} ${drawn} ${padStart(percent(value), PERCENT)}`;
  });
  const said =
    target === null
      ? []
      : prose(screen, `│ the plan has you at ${percent(target)} tonight.`, names + 2).map(screen.theme.dim);
  return [lines[0] ?? '', ...said, ...lines.slice(1)];
}

/** As many topics, and checklist items in words, as one takes in at a glance. */
const TOPICS = 4;
const ITEMS = 3;
/** Of further ones, by their ids. */
const IDS = 8;

function workLines(screen: Screen, today: Today, { topics }: Titles): string[] {
  const { minutes, due, dueByTopic, items, streak } = today;
  const title = (id: string) => topics.find((topic) => topic.id === id)?.title ?? id;
  const rows: [string, string][] = [];
  // On the day of the last round there is nothing to be studied any more.
  if (!isLastDay(today)) {
    const counts = newAndAgain(today.new, today.again);
    const time = `${Math.round(minutes.done)} of ${Math.round(minutes.planned)} min`;
    const figures = [
      ...(today.over ? [] : [counts.length === 0 ? time : `${time}: ${counts.join(', ')}`]),
      `${due} due`,
      ...(streak.days > 1 ? [`${streak.days} days in a row`] : []),
    ];
    rows.push(['Today', figures.join(' · ')]);
    if (due > 0) rows.push(['Due', dueWords(dueByTopic, title)]);
  }
  for (const [n, { id, text }] of items.slice(0, ITEMS).entries())
    rows.push([n === 0 ? 'Also' : '', `${id} ${text}`]);
  const others = items.slice(ITEMS).map(({ id }) => id);
  if (others.length > 0) {
    const ids = others.length > IDS ? [...others.slice(0, IDS), '…'] : others;
    rows.push(['', `and ${others.length} more: ${ids.join(' ')}`]);
  }
  const { dim } = screen.theme;
  return rows.flatMap(([key, text]) => {
    const lead = ` ${padEnd(key, 6)}`;
    return prose(screen, text, width(lead))
      .map(released)
      .map((line, n) =>
        n === 0
          ? `${dim(lead)}${line.slice(width(lead))}`
          : line.startsWith(' ')
            ? line
            : gap(width(lead)) + line,
      );
  });
}

/** `MoE and sparsity 5 · KV cache 4 · and 7 more in 3 topics`: what adds up to all that is due. */
function dueWords(byTopic: Today['dueByTopic'], title: (id: string) => string): string {
  const most = byTopic
    .slice(0, TOPICS)
    .map(({ topic, questions }) => title(topic) + unbroken(` ${questions}`));
  const rest = byTopic.slice(TOPICS);
  const more = rest.reduce((sum, { questions }) => sum + questions, 0);
  return dotted(more === 0 ? most : [...most, `and ${more} more in ${plural(rest.length, 'topic')}`]);
}

function nextLines(screen: Screen, { date, next, assumed, over, items }: Today): string[] {
  return [
    ...prose(screen, next.why, 1),
    ...hints(screen, [
      { say: 'next', command: next.command },
      ...(assumed && !over
        ? [{ say: 'a date', command: `mistral-prep setup --interview ${addDays(date, ASSUMED_DAYS)}` }]
        : []),
      ...(items[0] === undefined
        ? []
        : [{ say: 'tick off', command: `mistral-prep checklist --tick ${items[0].id}` }]),
    ]),
  ];
}
