import type { Question, QuestionKind } from '../../bundle/question-schema.ts';
import { currentSlot, placeOf, type Slot, settle } from '../../coach/session.ts';
import type { AnswerEvent, Grade } from '../../journal/events.ts';
import { gradeOf } from '../../questions/grade.ts';
import type { Answers, Marked } from '../../questions/kind.ts';
import { presentRubric } from '../../questions/open.ts';
import { kindOf } from '../../questions/registry.ts';
import { carryOut } from './carry-out.ts';
import type { Face, QuizCard, QuizResult, Reply } from './face.ts';
import type { Outcome, Sitting, State, Step } from './state.ts';

/** Below this stated confidence an answer counts as a guess. */
const GUESS_BELOW = 0.5;

/** Asks until the sitting is over; every answer is kept before the next question is drawn. */
export async function runSitting(sitting: Sitting, face: Face): Promise<Outcome[]> {
  const state: State = {
    session: sitting.session,
    outcomes: new Map(),
    attached: new Map(),
    shown: new Set(),
    hints: [],
    startedAt: sitting.now(),
    isOpen: false,
  };
  for (let slot = currentSlot(state.session); slot !== null; slot = currentSlot(state.session)) {
    if (sitting.endsAt !== null && sitting.now() >= sitting.endsAt) break;
    const question = await sitting.question(slot.id);
    if (!question) {
      state.session = { ...state.session, waiting: state.session.waiting.slice(1) };
      continue;
    }
    const step = await askOne(sitting, face, state, slot, question);
    if (step === 'quit') break;
    if (step === 'next') open(state, sitting);
  }
  return [...state.outcomes.values()];
}

function open(state: State, sitting: Sitting): void {
  state.hints = [];
  state.startedAt = sitting.now();
  state.isOpen = false;
}

async function askOne(
  sitting: Sitting,
  face: Face,
  state: State,
  slot: Slot,
  question: Question,
): Promise<Step> {
  const card = cardOf(sitting, state, slot, question, placeOf(state.session));
  const reply = await face.ask(card);
  state.isOpen = true;
  return reply.type === 'answer'
    ? answer(sitting, face, state, { slot, question, card, reply })
    : carryOut(sitting, face, state, reply, { question, card });
}

function cardOf(
  sitting: Sitting,
  { hints, isOpen, shown }: Pick<State, 'hints' | 'isOpen' | 'shown'>,
  slot: Slot,
  question: Question,
  place: { number: number; of: number },
): QuizCard {
  const module = kindOf(question);
  const isExam = sitting.mode === 'exam';
  return {
    id: question.id,
    kind: question.kind,
    topic: sitting.topicOf(question.id),
    difficulty: question.difficulty,
    ...place,
    presented: module.present(question, slot.draw),
    how: module.how(question),
    hints,
    hintsLeft: question.hints.length - hints.length,
    editor: question.kind === 'open' && question.editor,
    isRepeat: isOpen,
    wasShown: shown.has(slot),
    isExam,
    endsAt: sitting.endsAt,
  };
}

interface Answering {
  slot: Slot;
  question: Question;
  card: QuizCard;
  reply: Extract<Reply, { type: 'answer' }>;
}

async function answer(sitting: Sitting, face: Face, state: State, asked: Answering): Promise<Step> {
  const { slot, question, card, reply } = asked;
  const module = kindOf(question);
  const reading = module.read(reply.raw, question, slot.draw);
  if (!reading.ok) {
    face.retry(card, reading.why);
    return 'stay';
  }
  // A clock may be set back meanwhile.
  const seconds = reply.seconds ?? Math.max(0, sitting.now() - state.startedAt) / 1000;
  const complete =
    question.kind === 'open' ? await withPoints(sitting, face, question, reading.answer) : reading.answer;
  if (complete === null) return 'quit';
  const marked = module.mark(question, slot.draw, complete);
  const outcome = keep(sitting, state, asked, marked, seconds);
  state.outcomes.set(outcome.event, outcome);
  const { result, event } = outcome;
  state.session = settle(state.session, event, result.correct ? 'right' : 'wrong', sitting.nextDraw());
  if (card.isExam) {
    face.accepted(card);
    return 'next';
  }
  for (;;) {
    const then = await face.result(outcome.result);
    if (then === null) return 'next';
    const step = await carryOut(sitting, face, state, then, null);
    if (step !== 'stay' || then.type === 'undo') return step === 'quit' ? 'quit' : 'next';
  }
}

/** An open answer is marked by the person, point by point, against the model answer. */
async function withPoints(
  sitting: Sitting,
  face: Face,
  question: Question,
  answer: Answers[QuestionKind],
): Promise<Answers[QuestionKind] | null> {
  if (question.kind !== 'open') return answer;
  const { text } = answer as { text: string };
  const last = sitting.before.get(question.id);
  const { model, points } = presentRubric(question, last?.missed ?? []);
  const ticked = await face.rubric({
    id: question.id,
    model,
    points,
    written: text,
    before: last?.text ?? null,
  });
  return ticked === null ? null : { text, points: [...ticked] };
}

function keep(
  sitting: Sitting,
  state: State,
  { slot, question, card, reply }: Answering,
  marked: Marked,
  seconds: number,
): Outcome {
  const isFirst = !sitting.answeredBefore.has(question.id) && !slot.isRelearn;
  const grade = gradeOf({
    correct: marked.correct,
    isFirst,
    hints: state.hints.length,
    seconds,
    expectedSeconds: question.seconds,
    isGuess: reply.confidence !== null && reply.confidence < GUESS_BELOW,
    wasShown: card.wasShown,
  });
  const event = sitting.keep({
    type: 'answer',
    q: question.id,
    draw: slot.draw,
    answer: marked.answer,
    correct: marked.correct,
    grade,
    score: marked.score,
    hints: state.hints.length,
    seconds,
    confidence: reply.confidence,
    mode: sitting.mode,
    missed: marked.missed,
  });
  return { event: event.id, result: resultOf(sitting, card, question, { draw: slot.draw, marked, grade }) };
}

function resultOf(
  sitting: Sitting,
  card: QuizCard,
  question: Question,
  { draw, marked, grade }: { draw: number; marked: Marked; grade: Grade },
): QuizResult {
  return {
    card,
    correct: marked.correct,
    grade,
    marked,
    explained: kindOf(question).explain(question, draw),
    sources: sitting.citations(question),
    followups: question.followups,
    dueAt: sitting.dueAt(question.id),
    now: sitting.now(),
    isKept: sitting.save,
  };
}

/** What was answered before an exam was cut off, as its report shows it: the journal keeps the draw and the answer. */
export async function earlierResults(sitting: Sitting, given: readonly AnswerEvent[]): Promise<QuizResult[]> {
  const questions = await Promise.all(given.map(({ q }) => sitting.question(q)));
  return given.flatMap(({ q, draw, answer, grade }, i) => {
    const question = questions[i];
    if (!question) return [];
    const place = { number: i + 1, of: given.length };
    const card = cardOf(
      sitting,
      { hints: [], isOpen: false, shown: new Set() },
      { id: q, draw, isRelearn: false },
      question,
      place,
    );
    try {
      const marked = kindOf(question).mark(question, draw, answer as Answers[QuestionKind]);
      return [resultOf(sitting, card, question, { draw, marked, grade })];
    } catch {
      // The question has changed since, and its answer is of another kind.
      return [];
    }
  });
}
