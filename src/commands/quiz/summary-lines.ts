import { hints } from '../../terminal/commands.ts';
import { bullets, heading } from '../../terminal/layout.ts';
import { led, markdown } from '../../terminal/markdown.ts';
import { lineWidth, type Screen } from '../../terminal/screen.ts';
import { table } from '../../terminal/table.ts';
import { prose, truncate } from '../../terminal/text.ts';
import { percent } from '../../wording.ts';
import { blocks, pageOf, plural, promptTitle } from '../views/common.ts';
import type { QuizResult, QuizSummary } from './face.ts';
import { answerText, DAY, HOUR, inTime } from './result-lines.ts';

/** Pages to read: more than that nobody does. */
const PAGES = 5;
/** A topic's questions are drawn one by one up to here. */
const BLOCKS = 20;

/** The end of a sitting: by topic, what to read, when to come back, and one command. */
export function summaryLines(screen: Screen, summary: QuizSummary): string[] {
  const { asked, correct, results, isExam } = summary;
  if (asked === 0) return empty(screen, summary);
  return blocks(
    // What is long comes first: the end is what the terminal shows.
    isExam ? examAnswers(screen, results) : [],
    heading(screen, `${isExam ? 'Exam: ' : ''}${correct} of ${asked} right`, readyText(summary)),
    topicTable(screen, results),
    reading(screen, results),
    [...back(screen, results), ...hints(screen, [next(summary)])],
  );
}

function empty(screen: Screen, { nothing }: QuizSummary): string[] {
  if (nothing === null) return prose(screen, 'Nothing was answered.', 0);
  return [...prose(screen, nothing.why, 0), ...hints(screen, nothing.ways)];
}

function readyText({ readiness }: QuizSummary): string {
  const [before, after] = [percent(readiness.before), percent(readiness.after)];
  const day = readiness.basis === 'assumed' ? 'ready in 3 weeks' : 'ready on the day';
  return before === after ? `${day} ${after}, as before` : `${day} ${before} → ${after}`;
}

interface Topic {
  id: string;
  title: string;
  right: number;
  of: number;
}

/** What went well first. */
function topicsOf(results: readonly QuizResult[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { card, correct } of results) {
    const topic = topics.get(card.topic.id) ?? { ...card.topic, right: 0, of: 0 };
    topics.set(topic.id, { ...topic, right: topic.right + (correct ? 1 : 0), of: topic.of + 1 });
  }
  return [...topics.values()].sort((a, b) => b.right / b.of - a.right / a.of || b.of - a.of);
}

function topicTable(screen: Screen, results: readonly QuizResult[]): string[] {
  const { accent } = screen.theme;
  const rows = topicsOf(results).map(({ title, right, of }) => [
    title,
    `${right} of ${of}`,
    of > BLOCKS ? '' : `${accent('▓'.repeat(right))}${'░'.repeat(of - right)}`,
  ]);
  return table(screen, [{ align: 'left', flex: true }, { align: 'right' }, { align: 'left', drop: 1 }], rows);
}

/** Every question of an exam, which said nothing on the way: what was answered, what is right, and why. */
function examAnswers(screen: Screen, results: readonly QuizResult[]): string[] {
  const { good, bad, dim, bold } = screen.theme;
  return blocks(
    ...results.map((result, i) => {
      const { correct, card, marked, explained } = result;
      const lead = ` ${String(i + 1).padStart(2)} ${correct ? good('✔') : bad('✘')} `;
      const title = truncate(promptTitle(card.presented.prompt), lineWidth(screen) - 6);
      if (correct) return [`${lead}${title}`];
      return [
        `${lead}${title}`,
        ...led(screen, `      ${dim('you')}    `, answerText(result)),
        ...marked.expected
          .split('\n')
          .flatMap((line, at) => led(screen, `      ${dim(at === 0 ? 'right' : '     ')}  `, bold(line))),
        ...markdown(screen, explained.explanation, 6).map(dim),
      ];
    }),
  );
}

/** The sources of what was missed, each once, those of most misses first. */
function reading(screen: Screen, results: readonly QuizResult[]): string[] {
  const counts = new Map<string, number>();
  for (const { correct, sources } of results) {
    if (!correct) for (const page of sources.map(pageOf)) counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  const pages = [...counts].sort(([, a], [, b]) => b - a).map(([page]) => page);
  if (pages.length === 0) return [];
  const more = pages.length - PAGES;
  return [
    ...prose(screen, 'Read').map(screen.theme.bold),
    ...bullets(screen, pages.slice(0, PAGES)),
    ...(more > 0 ? prose(screen, `and ${more} more`, 3).map(screen.theme.dim) : []),
  ];
}

/** When the first questions come back, how many they are then, and the next after that. */
function back(screen: Screen, results: readonly QuizResult[]): string[] {
  // Of a question that was asked twice the last answer counts.
  const last = new Map(results.map(({ card, dueAt }) => [card.id, dueAt]));
  const due = [...last.values()].filter((at) => at !== null).sort((a, b) => a - b);
  const [first] = due;
  if (first === undefined) return [];
  const now = Math.max(...results.map((result) => result.now));
  // What an exam found wrong is due at once.
  const isSoon = first < now + HOUR;
  const then = due.filter((at) => at < (isSoon ? now + HOUR : first + DAY));
  const after = due[then.length];
  const later = after === undefined ? '' : `; the next come back ${inTime(after - now)}`;
  const count = plural(then.length, 'question is', 'questions are');
  const words = isSoon ? `${count} due again now` : `Come back ${inTime(first - now)}: ${count} due then`;
  return prose(screen, `${words}${later}.`);
}

function next({ results, left }: QuizSummary): { say: string; command: string } {
  const worst = topicsOf(results)
    .filter(({ right, of }) => right < of)
    .sort((a, b) => b.of - b.right - (a.of - a.right))[0];
  if (worst) return { say: `more of ${worst.title}`, command: `mistral-prep quiz --topic ${worst.id}` };
  if (left > 0)
    return { say: plural(left, 'question waits', 'questions wait'), command: 'mistral-prep quiz' };
  return { say: 'what to do before the round', command: 'mistral-prep checklist' };
}
