import type { CardDrawing, CardState } from '../../terminal/card-prompt.ts';
import { heading } from '../../terminal/layout.ts';
import { led, markdown } from '../../terminal/markdown.ts';
import type { Screen } from '../../terminal/screen.ts';
import { gap, padEnd, prose, width } from '../../terminal/text.ts';
import { blocks } from '../views/common.ts';
import { inputOf, type Keys, keysShown, RESULT_KEYS } from './card-keys.ts';
import type { QuizCard, QuizResult, RubricCard } from './face.ts';
import { markOf, resultLines, SHOWN } from './result-lines.ts';

/** What is said on a card beside the question. */
export interface Aside {
  /** What came of the last key; null where nothing has to be said. */
  said: string | null;
  isGuess: boolean;
  /** Empty where no clock is shown. */
  clock: string;
}

/** A question that is still open. */
export function questionCard(screen: Screen, card: QuizCard, state: CardState, aside: Aside): CardDrawing {
  const isTyped = card.presented.options === null;
  return {
    head: head(screen, card, aside.clock),
    body: blocks(
      markdown(screen, card.presented.prompt),
      options(screen, card, state.chosen),
      notes(screen, card, aside),
      isTyped ? prose(screen, card.how).map(screen.theme.dim) : [],
    ),
    // Hints and notes stand below the question, and were just asked for.
    anchor: card.hints.length > 0 || aside.said !== null ? Number.MAX_SAFE_INTEGER : 0,
    foot: keyLines(screen, keysShown(card, state)),
  };
}

/** An answered question: the options with their marks, what came of it, why. */
export function resultCard(screen: Screen, result: QuizResult, said: string | null): CardDrawing {
  const prompt = markdown(screen, result.card.presented.prompt);
  return {
    head: head(screen, result.card, ''),
    body: blocks(
      prompt,
      markedOptions(screen, result),
      said === null ? [] : note(screen, said),
      resultLines(screen, result, { withOptions: true }),
    ),
    anchor: prompt.length + 1,
    foot: keyLines(screen, RESULT_KEYS),
  };
}

/** The model answer beside what was written, and the points to tick. */
export function rubricCard(screen: Screen, rubric: RubricCard, { chosen }: CardState): CardDrawing {
  const { model, points, before, written } = rubric;
  const wrote = /^\s*-?\s*$/.test(written) ? [] : prose(screen, written, 3);
  const above = blocks(
    before === null
      ? []
      : [...label(screen, 'Last time you wrote'), ...prose(screen, before, 3).map(screen.theme.dim)],
    wrote.length === 0 ? [] : [...label(screen, 'You wrote'), ...wrote],
    [...label(screen, 'A strong answer'), ...markdown(screen, model, 3)],
  );
  return {
    head: [],
    body: [
      ...above,
      '',
      ...heading(screen, ' Which of these did you have?', `${chosen.length} of ${points.length}`),
      ...points.flatMap(({ key, text, missedBefore }, i) =>
        led(
          screen,
          ` ${i + 1} ${screen.theme.dim(key)}  ${chosen.includes(key) ? '☑' : '☐'} `,
          `${text}${missedBefore ? ' (missed last time)' : ''}`,
        ),
      ),
    ],
    anchor: chosen.length > 0 ? above.length + 1 : 0,
    foot: keyLines(screen, {
      answer: [`1–${Math.min(points.length, 9)} tick`, 'enter done'],
      others: ['q quit, keeping nothing of it'],
    }),
  };
}

function label(screen: Screen, words: string): string[] {
  return prose(screen, words).map(screen.theme.bold);
}

function head(screen: Screen, { topic, number, of, isExam }: QuizCard, clock: string): string[] {
  const place = `${number} of ${of}${clock === '' ? '' : `   ${clock}`}`;
  return [...heading(screen, ` ${isExam ? 'Exam' : topic.title}`, place), ''];
}

function options(screen: Screen, card: QuizCard, chosen: readonly string[]): string[] {
  return (card.presented.options ?? []).flatMap(({ key, text }, i) =>
    led(screen, ` ${i + 1} ${screen.theme.dim(key)}  ${choiceMark(screen, card, chosen.indexOf(key))}`, text),
  );
}

function choiceMark({ theme }: Screen, card: QuizCard, place: number): string {
  switch (inputOf(card)) {
    case 'toggle':
      return place < 0 ? '☐ ' : `${theme.accent('☑')} `;
    case 'sequence':
      return place < 0 ? `${gap(5)}` : `${theme.accent(padEnd(ordinal(place + 1), 4))} `;
    default:
      return '';
  }
}

function ordinal(n: number): string {
  return `${n}${['th', 'st', 'nd', 'rd'][n] ?? 'th'}`;
}

/** The options once more: `you` before those that were chosen, ✔ at the right ones, ✘ at those wrongly chosen. */
function markedOptions(screen: Screen, result: QuizResult): string[] {
  const { theme } = screen;
  if (result.card.kind !== 'choice' && result.card.kind !== 'multi') return [];
  return (result.card.presented.options ?? []).flatMap((option) => {
    const { isChosen, isRight } = markOf(option.id, result);
    const sign = isRight ? theme.good('✔') : isChosen ? theme.bad('✘') : ' ';
    const lines = led(
      screen,
      ` ${isChosen ? 'you' : gap(3)} ${sign} ${theme.dim(option.key)}  `,
      option.text,
    );
    return isRight || isChosen ? lines : lines.map(theme.dim);
  });
}

function notes(screen: Screen, card: QuizCard, { said, isGuess }: Aside): string[] {
  const { dim } = screen.theme;
  return [
    ...card.hints.flatMap((hint, i) => led(screen, ` ${dim(`hint ${i + 1}`)}  `, hint)),
    ...(card.wasShown ? note(screen, SHOWN) : []),
    ...(isGuess ? note(screen, 'A guess: if it is right, it counts as hard.') : []),
    ...(said === null ? [] : note(screen, said)),
  ];
}

function note(screen: Screen, text: string): string[] {
  return led(screen, ` ${screen.theme.warn('!')} `, text);
}

/** Keys three spaces apart: on one line, else those that answer above the others, never broken within a key. */
function keyLines(screen: Screen, { answer, others }: Keys): string[] {
  const all = packed(screen, [...answer, ...others]);
  const lines = all.length === 1 ? all : [...packed(screen, answer), ...packed(screen, others)];
  return lines.map(screen.theme.dim);
}

function packed(screen: Screen, keys: readonly string[]): string[] {
  const lines: string[] = [];
  for (const key of keys) {
    const last = lines.at(-1);
    if (last !== undefined && width(last) + 3 + width(key) <= screen.width)
      lines[lines.length - 1] = `${last}${gap(3)}${key}`;
    else lines.push(` ${key}`);
  }
  return lines;
}
