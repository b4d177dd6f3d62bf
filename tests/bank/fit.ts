import type { Question } from '../../src/bundle/question-schema.ts';
import { questionCard, resultCard } from '../../src/commands/quiz/card-lines.ts';
import type { QuizCard, QuizResult } from '../../src/commands/quiz/face.ts';
import { kindOf } from '../../src/questions/registry.ts';
import type { CardDrawing } from '../../src/terminal/card-prompt.ts';
import type { Screen } from '../../src/terminal/screen.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { squeezed } from '../../src/terminal/window.ts';

/** Rows of the terminal that a card is made for. */
const ROWS = 24;
/** The line that says how much is hidden. */
const MORE = 1;
const SCREEN: Screen = { width: 80, theme: createTheme(0) };

/** Rows at 80 columns, with the keys. */
export interface Fit {
  /** Of the question's card. */
  readonly question: number;
  /** Of its result; where the whole does not fit, from the options on, as it is first seen: the prompt was just read. */
  readonly result: number;
}

export function fits(rows: number): boolean {
  return rows <= ROWS;
}

/** How high a question's cards are when it is answered rightly; each source is taken to fill one line. */
export function fitOf(question: Question, topicTitle: string): Fit {
  const kind = kindOf(question);
  const presented = kind.present(question, 1);
  const card: QuizCard = {
    id: question.id,
    kind: question.kind,
    topic: { id: 'topic', title: topicTitle },
    difficulty: question.difficulty,
    number: 1,
    of: 10,
    presented,
    how: kind.how(question),
    hints: [],
    editor: question.kind === 'open' && question.editor,
    isRepeat: false,
    isExam: false,
    endsAt: null,
  };
  const result: QuizResult = {
    card,
    correct: true,
    grade: 'good',
    marked: { correct: true, score: 1, missed: [], expected: '', feedback: [], answer: answerOf(question) },
    explained: kind.explain(question, 1),
    sources: [],
    followups: question.followups,
    dueAt: null,
    now: 0,
  };
  const rows = ({ head, body, foot }: CardDrawing, more = 0) => {
    const others = head.length + 1 + foot.length;
    return others + squeezed(body, ROWS - others - more).length + more;
  };
  const state = { typed: '', chosen: [], isCommanding: false };
  const whole = resultCard(SCREEN, result, null);
  const cited = question.sources.length;
  const typing = presented.options === null ? 1 : 0;
  return {
    question: rows(questionCard(SCREEN, card, state, { said: null, isGuess: false, clock: '' })) + typing,
    result: fits(rows(whole, cited)) ? rows(whole, cited) : rows(whole, cited) - whole.anchor + MORE,
  };
}

function answerOf(question: Question): unknown {
  switch (question.kind) {
    case 'choice':
      return question.answer;
    case 'multi':
      return question.answers;
    case 'order':
      return question.items.map(({ id }) => id);
    case 'open':
      return { text: '', points: [] };
    case 'numeric':
      return { value: 1, unit: null };
    case 'term':
      return question.answer;
  }
}
