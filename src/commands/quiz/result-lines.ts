import { formatExact } from '../../formulas/format.ts';
import { equations } from '../../terminal/equations.ts';
import { led, markdown } from '../../terminal/markdown.ts';
import { lineWidth, type Screen } from '../../terminal/screen.ts';
import { gap, padEnd, prose, width } from '../../terminal/text.ts';
import { blocks, pageOf } from '../views/common.ts';
import type { QuizResult } from './face.ts';

/** Said of a question that is asked again after an undo. */
export const SHOWN = 'You have seen the solution: if it is right, it counts as hard.';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Columns before what explains the result. */
const INDENT = 3;

export interface ResultShape {
  /** Whether the options stand above with their marks, so that their letters say enough. */
  withOptions: boolean;
}

/** Right or wrong in words, why, where it says so, and what comes next. */
export function resultLines(screen: Screen, result: QuizResult, { withOptions }: ResultShape): string[] {
  const { explained, sources, followups } = result;
  return blocks(
    [...verdict(screen, result, withOptions), ...answers(screen, result, withOptions)],
    feedback(screen, result, withOptions),
    equations(screen, explained.steps, INDENT),
    markdown(screen, explained.explanation, INDENT),
    sources.flatMap((source) => prose(screen, pageOf(source), INDENT)).map(screen.theme.dim),
    followups.length === 0
      ? []
      : [
          ...prose(screen, 'They ask next:').map(screen.theme.dim),
          ...followups.flatMap((next) => led(screen, ' → ', next)),
        ],
  );
}

/** How an option stands to the answer. What was missed are the right ones not chosen and the wrong ones chosen. */
export function markOf(id: string, { marked }: QuizResult): { isChosen: boolean; isRight: boolean } {
  const chosen = Array.isArray(marked.answer) ? marked.answer : [marked.answer];
  const isChosen = chosen.includes(id);
  return { isChosen, isRight: isChosen !== marked.missed.includes(id) };
}

/** `✘ wrong: it is b` at the left, the grade and when it comes back at the right, or below. */
function verdict(screen: Screen, result: QuizResult, withOptions: boolean): string[] {
  const { theme } = screen;
  const { correct, grade, dueAt, now, isKept } = result;
  const mark = correct ? theme.good('✔') : theme.bad('✘');
  const words = theme.bold(verdictWords(result, withOptions));
  const right = theme.dim(isKept ? `${grade} · ${backIn(dueAt, now)}` : grade);
  const between = lineWidth(screen) - width(` ${mark} ${words}${right}`);
  if (between >= 2) return [` ${mark} ${words}${gap(between)}${right}`];
  return [...led(screen, ` ${mark} `, words), `${gap(INDENT)}${right}`];
}

function verdictWords(result: QuizResult, withOptions: boolean): string {
  const { correct, marked, card } = result;
  // A person may know better than the marking.
  if (correct !== marked.correct) return correct ? 'counted as right' : 'counted as wrong';
  const word = correct ? 'right' : 'wrong';
  if (card.kind === 'open') {
    const hit = pointsOf(marked.answer);
    return `${word}: ${hit} of ${hit + marked.missed.length} points`;
  }
  if (card.kind === 'order' || correct || !withOptions || card.presented.options === null) return word;
  const right = card.presented.options.filter(({ id }) => markOf(id, result).isRight);
  return `${word}: ${right.length === 1 ? 'it is' : 'they are'} ${right.map(({ key }) => key).join(', ')}`;
}

/** What was answered and what is right, one above the other, where the options do not show it. */
function answers(screen: Screen, result: QuizResult, withOptions: boolean): string[] {
  const { marked, card } = result;
  // The model answer of an open question was on the rubric's card.
  if (card.kind === 'open') return [];
  const isPicked = card.kind === 'choice' || card.kind === 'multi';
  if (isPicked && (withOptions || marked.correct)) return [];
  if (card.kind === 'order' && marked.correct) return [];
  const you =
    isPicked || answerText(result) === marked.expected ? [] : answerRow(screen, 'you', answerText(result));
  const right = marked.expected.split('\n');
  return [
    ...you,
    ...right.flatMap((line, i) => answerRow(screen, i === 0 ? 'right' : '', screen.theme.bold(line))),
  ];
}

function answerRow(screen: Screen, label: string, text: string): string[] {
  return led(screen, `${gap(INDENT)}${screen.theme.dim(padEnd(label, 'right'.length))}  `, text);
}

/** The answer as a person would write it: what stood beside the key of an option, or the keys of several. */
export function answerText({ marked, card }: QuizResult): string {
  const { answer } = marked;
  const optionOf = (id: unknown) => card.presented.options?.find((option) => option.id === id);
  if (Array.isArray(answer)) return answer.map((id) => optionOf(id)?.key ?? id).join(' ');
  const option = optionOf(answer);
  if (option) return `${option.key}) ${option.text}`;
  if (typeof answer === 'object' && answer !== null && 'value' in answer && 'unit' in answer) {
    return formatExact(Number(answer.value), answer.unit === null ? null : String(answer.unit));
  }
  return String(answer);
}

function pointsOf(answer: unknown): number {
  return typeof answer === 'object' && answer !== null && 'points' in answer && Array.isArray(answer.points)
    ? answer.points.length
    : 0;
}

/** What the marking says of this answer. Options that stand above are named by their letter alone. */
function feedback(screen: Screen, { marked, card }: QuizResult, withOptions: boolean): string[] {
  if (!withOptions) return marked.feedback.flatMap((line) => markdown(screen, line, INDENT));
  if (card.kind === 'open') {
    return marked.feedback.flatMap((line) =>
      led(screen, ` ${screen.theme.bad('✘')} `, line.replace(/^Missed: /, '')),
    );
  }
  return marked.feedback.flatMap((line) => {
    const option = card.presented.options?.find(({ key, text }) => line.includes(`${key}) ${text}`));
    if (!option) return markdown(screen, line, INDENT);
    const [, why = ''] = line.split(`${option.key}) ${option.text}: `);
    return why === '' ? [] : led(screen, `${gap(INDENT)}${screen.theme.dim(option.key)}  `, why);
  });
}

/** When it is asked again, as somebody would say it. */
function backIn(dueAt: number | null, now: number): string {
  return dueAt === null ? 'not scheduled' : `back ${inTime(dueAt - now)}`;
}

/** `soon`, `in 17 hours`, `tomorrow`, `in 9 days` */
export function inTime(milliseconds: number): string {
  if (milliseconds < HOUR) return 'soon';
  if (milliseconds < DAY) {
    const hours = Math.round(milliseconds / HOUR);
    return hours === 1 ? 'in an hour' : `in ${hours} hours`;
  }
  const days = Math.round(milliseconds / DAY);
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
