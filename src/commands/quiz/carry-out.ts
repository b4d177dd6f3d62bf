import type { Question } from '../../bundle/question-schema.ts';
import { dropLapse, lastAnswered, regrade, settle, takeBack } from '../../coach/session.ts';
import type { Grade } from '../../journal/events.ts';
import type { Face, QuizCard, QuizCommand } from './face.ts';
import type { Sitting, State, Step } from './state.ts';

/** Carries a command out: on the open question, or where there is none on the last result. */
export async function carryOut(
  sitting: Sitting,
  face: Face,
  state: State,
  given: QuizCommand,
  at: { question: Question; card: QuizCard } | null,
): Promise<Step> {
  switch (given.type) {
    case 'quit':
      return 'quit';
    case 'hint':
      return hint(face, state, at);
    case 'skip':
    case 'suspend':
      return setAside(sitting, face, state, given.type, at);
    case 'flag': {
      const id = at?.question.id ?? lastAnswered(state.session)?.slot.id;
      if (id === undefined) return refuse(face, 'flag', 'There is nothing to flag yet.');
      sitting.keep({ type: 'flag', q: id, why: given.why });
      face.done('flag', id);
      return 'stay';
    }
    case 'override':
      return override(sitting, face, state, given.grade, at !== null);
    case 'undo':
      return undo(sitting, face, state);
  }
}

function hint(face: Face, state: State, at: { question: Question; card: QuizCard } | null): Step {
  if (!at) return refuse(face, 'hint', 'The question is answered already.');
  if (at.card.isExam) return refuse(face, 'hint', 'An exam gives no hints.');
  const text = at.question.hints[state.hints.length] ?? null;
  const n = state.hints.length + (text === null ? 0 : 1);
  if (text !== null) state.hints = [...state.hints, text];
  face.hint(at.card, n, text);
  return 'stay';
}

function setAside(
  sitting: Sitting,
  face: Face,
  state: State,
  type: 'skip' | 'suspend',
  at: { question: Question } | null,
): Step {
  const last = lastAnswered(state.session);
  const id = at?.question.id ?? last?.slot.id;
  if (id === undefined) return refuse(face, type, 'There is nothing to set aside yet.');
  const event = sitting.keep({ type, q: id });
  face.done(type, id);
  if (!at) {
    // What is set aside on its result does not come back as a lapse either.
    state.session = dropLapse(state.session, id);
    if (last) state.attached.set(last.event, [...(state.attached.get(last.event) ?? []), event.id]);
    return 'stay';
  }
  state.session = settle(state.session, event.id, type === 'skip' ? 'skipped' : 'suspended', 0);
  return 'next';
}

function override(sitting: Sitting, face: Face, state: State, grade: Grade, isQuestionOpen: boolean): Step {
  const last = lastAnswered(state.session);
  const outcome = last && state.outcomes.get(last.event);
  if (!last || !outcome) return refuse(face, 'override', 'There is no answer to regrade yet.');
  sitting.keep({ type: 'override', of: last.event, grade });
  const { result } = outcome;
  const correct = grade !== 'again';
  outcome.result = { ...result, grade, correct, dueAt: sitting.dueAt(result.card.id) };
  state.session = regrade(state.session, correct ? 'right' : 'wrong', sitting.nextDraw(), isQuestionOpen);
  face.done('override', result.card.id);
  return 'stay';
}

function undo(sitting: Sitting, face: Face, state: State): Step {
  const last = state.session.done.at(-1);
  if (!last) return refuse(face, 'undo', 'There is nothing to undo in this sitting.');
  for (const of of [...(state.attached.get(last.event) ?? []), last.event])
    sitting.keep({ type: 'undo', of });
  // An exam shows no solution, and neither does what was skipped.
  if (sitting.mode !== 'exam' && state.outcomes.has(last.event)) state.shown.add(last.slot);
  state.attached.delete(last.event);
  state.outcomes.delete(last.event);
  state.session = takeBack(state.session);
  face.done('undo', last.slot.id);
  return 'next';
}

function refuse(face: Face, type: QuizCommand['type'], why: string): Step {
  face.refused(type, why);
  return 'stay';
}
