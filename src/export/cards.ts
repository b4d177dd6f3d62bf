import type { Question } from '../bundle/question-schema.ts';
import { drawOf } from '../questions/draw.ts';
import type { PresentedOption } from '../questions/kind.ts';
import { optionLine } from '../questions/options.ts';
import { kindOf } from '../questions/registry.ts';

/** A question with its answer, as it is printed or exported: one draw of it, the same in every format and each time. */
export interface Card {
  id: string;
  topic: string;
  kind: Question['kind'];
  difficulty: 1 | 2 | 3;
  /** Light Markdown. */
  prompt: string;
  /** `a) …`, one each; empty where the answer is written. */
  options: string[];
  /** The right answer, a line for each part. */
  answer: string[];
  /** Why each wrong option is wrong. */
  refuted: string[];
  /** A formula's worked lines. */
  steps: string[];
  explanation: string;
  followups: string[];
  /** `title, section 2.1`, with the address where there is one. */
  sources: string[];
}

/**
 * The draw follows from the id: letters agree between formats, and what is imported again is the same.
 *
 * @param cite a source as text
 */
export function cardOf(
  question: Question,
  topic: string,
  cite: (ref: Question['sources'][number]) => string,
): Card {
  const draw = drawOf(question.id);
  const kind = kindOf(question);
  const { prompt, options } = kind.present(question, draw);
  const { explanation, steps } = kind.explain(question, draw);
  const { id, difficulty, followups } = question;
  return {
    id,
    topic,
    kind: question.kind,
    difficulty,
    prompt: prompt.trim(),
    options: (options ?? []).map(optionLine),
    answer: answerOf(question, draw, options ?? []),
    refuted:
      'options' in question
        ? question.options.flatMap(({ text, why }) => (why === null ? [] : [`${text}: ${why}`]))
        : [],
    steps: [...steps],
    explanation: explanation.trim(),
    followups: [...followups],
    sources: question.sources.map(cite),
  };
}

type Options = readonly PresentedOption[];

function answerOf(question: Question, draw: number, options: Options): string[] {
  const named = (ids: readonly string[]) => options.filter(({ id }) => ids.includes(id)).map(optionLine);
  switch (question.kind) {
    case 'choice':
      return named([question.answer]);
    case 'multi':
      return named(question.answers);
    case 'order':
      return question.items.flatMap(({ id }) => named([id]));
    case 'term':
      return [question.answer];
    case 'open':
      return [question.model.trim(), ...question.rubric.map(({ text }) => `- ${text}`)];
    case 'numeric':
      // Any answer will do: what is right does not depend on it.
      return kindOf(question).mark(question, draw, { value: 0, unit: null }).expected.split('\n');
  }
}
