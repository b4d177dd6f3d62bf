import type { Question, QuestionOf } from '../../src/bundle/question-schema.ts';
import type { Source } from '../../src/bundle/types.ts';
import { questionCard, resultCard } from '../../src/commands/quiz/card-lines.ts';
import type { QuizCard, QuizResult } from '../../src/commands/quiz/face.ts';
import { citations } from '../../src/guide/sources.ts';
import { choice } from '../../src/questions/choice.ts';
import type { Marked } from '../../src/questions/kind.ts';
import { kindOf } from '../../src/questions/registry.ts';
import type { CardDrawing } from '../../src/terminal/card-prompt.ts';
import type { Screen } from '../../src/terminal/screen.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { fitted, windowOf } from '../../src/terminal/window.ts';

/** Rows of the terminal that a card is made for. */
const ROWS = 24;
const SCREEN: Screen = { width: 80, theme: createTheme(0) };
const DRAW = 1;

/** Lines that are hidden at first sight, at 80 × 24. */
export interface Fit {
  readonly question: number;
  /** Below; the prompt above, which was just read, may be hidden. Of a choice answered wrongly, the longest result. */
  readonly result: number;
}

export function fitOf(question: Question, topicTitle: string, sources: readonly Source[]): Fit {
  const kind = kindOf(question);
  const presented = kind.present(question, DRAW);
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
    hintsLeft: question.hints.length,
    editor: question.kind === 'open' && question.editor,
    isRepeat: false,
    wasShown: false,
    isExam: false,
    endsAt: null,
  };
  const refs = question.sources.map((ref) => (typeof ref === 'string' ? { id: ref, section: null } : ref));
  const resultOf = (marked: Marked): QuizResult => ({
    card,
    correct: marked.correct,
    grade: marked.correct ? 'good' : 'again',
    marked,
    explained: kind.explain(question, DRAW),
    sources: citations(refs, sources),
    followups: question.followups,
    dueAt: null,
    now: 0,
    isKept: true,
  });
  const state = { typed: '', chosen: [], isCommanding: false };
  const typing = presented.options === null ? 1 : 0;
  const asked = seenFirst(
    questionCard(SCREEN, card, state, { said: null, isGuess: false, clock: '' }),
    ROWS - typing,
  );
  const results = [right(question), ...(question.kind === 'choice' ? wrongs(question) : [])].map(
    (marked) => seenFirst(resultCard(SCREEN, resultOf(marked), null), ROWS).below,
  );
  return { question: asked.above + asked.below, result: Math.max(...results) };
}

function seenFirst({ head, body, anchor, foot }: CardDrawing, rows: number) {
  const room = rows - head.length - 1 - foot.length;
  return windowOf(fitted(body, room, anchor), room, anchor);
}

function right(question: Question): Marked {
  return { correct: true, score: 1, missed: [], expected: '', feedback: [], answer: answerOf(question) };
}

function wrongs(question: QuestionOf<'choice'>): Marked[] {
  return question.options
    .filter(({ id }) => id !== question.answer)
    .map(({ id }) => choice.mark(question, DRAW, id));
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
