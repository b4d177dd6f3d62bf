import { jsonText } from '../../problems.ts';
import { readPoints } from '../../questions/open.ts';
import type { LineReader } from '../../terminal/lines.ts';
import {
  commandOf,
  type Face,
  type QuizCard,
  type QuizResult,
  type QuizSummary,
  type Reply,
  type RubricCard,
} from './face.ts';

/** The quiz as one JSON object a line, out and in. */
export function jsonFace(write: (line: string) => void, input: LineReader): Face {
  const say = (message: object) => write(`${jsonText(message)}\n`);
  const retry = (id: string | null, message: string) => say({ type: 'retry', id, message });
  let open: string | null = null;
  return {
    async ask(card) {
      open = card.id;
      if (!card.isRepeat) say(questionOf(card));
      return ask(card, input, retry);
    },
    rubric: (rubric) => askPoints(rubric, input, say, retry),
    retry: (card, why) => retry(card.id, why),
    hint: (card, n, text) => say({ type: 'hint', id: card.id, n, text }),
    // What is said to a result arrives while the next question is open.
    result: async (result) => {
      say(resultOf(result));
      return null;
    },
    accepted: (card) => say({ type: 'accepted', id: card.id }),
    done: (command, id) => say({ type: 'done', command, id }),
    refused: (_, why) => retry(open, why),
    summary(summary) {
      if (summary.isExam) for (const result of summary.results) say(resultOf(result));
      say(summaryOf(summary));
    },
    close: () => input.close(),
  };
}

async function ask(
  card: QuizCard,
  input: LineReader,
  retry: (id: string, message: string) => void,
): Promise<Reply> {
  for (;;) {
    const line = await input.next();
    if (line === null) return { type: 'quit' };
    if (line.trim() === '') continue;
    const message = parse(line);
    const fault = message && faultOf(message);
    const reply = message && !fault && (answerOf(message) ?? commandOf(message.command, message));
    if (reply) return reply;
    retry(
      card.id,
      fault ??
        'Send {"answer": …} or {"command": "skip" | "suspend" | "undo" | "hint" | "flag" | "override" | "quit"}.',
    );
  }
}

async function askPoints(
  { id, model, points }: RubricCard,
  input: LineReader,
  say: (message: object) => void,
  retry: (id: string, message: string) => void,
): Promise<readonly string[] | null> {
  say({ type: 'rubric', id, model, points: points.map((point) => ({ id: point.id, text: point.text })) });
  for (;;) {
    const line = await input.next();
    if (line === null) return null;
    if (line.trim() === '') continue;
    const message = parse(line);
    if (message?.command === 'quit') return null;
    const given = message?.answer;
    const reading = given === undefined ? null : readPoints(given, points);
    if (reading?.ok) return reading.answer;
    retry(
      id,
      reading ? reading.why : 'Send {"answer": {"points": [ids of the points that your answer hits]}}.',
    );
  }
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** What is said beside an answer is kept, so it is not passed over where it cannot be read. */
function faultOf({ answer, confidence, seconds }: Record<string, unknown>): string | null {
  if (answer === undefined) return null;
  if ((confidence ?? null) !== null && share(confidence) === null)
    return 'confidence is a number from 0 to 1.';
  if ((seconds ?? null) !== null && atLeastZero(seconds) === null) return 'seconds is a number from 0.';
  return null;
}

function answerOf({ answer, confidence, seconds }: Record<string, unknown>): Reply | null {
  if (answer === undefined) return null;
  return { type: 'answer', raw: answer, confidence: share(confidence), seconds: atLeastZero(seconds) };
}

function share(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}

function atLeastZero(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function questionOf({ id, kind, topic, presented, number, of, isExam, how, editor }: QuizCard): object {
  return {
    type: 'question',
    id,
    kind,
    topic: isExam ? null : topic.id,
    prompt: presented.prompt,
    options: presented.options?.map(({ key, text }) => ({ key, text })) ?? null,
    unit: presented.unit,
    number,
    of,
    how,
    editor,
  };
}

function resultOf({
  card,
  correct,
  grade,
  marked,
  explained,
  sources,
  followups,
  dueAt,
}: QuizResult): object {
  return {
    type: 'result',
    id: card.id,
    correct,
    grade,
    answer: marked.expected,
    explanation: explained.explanation,
    sources,
    due: dueAt === null ? null : new Date(dueAt).toISOString(),
    score: marked.score,
    missed: marked.missed,
    feedback: marked.feedback,
    steps: explained.steps,
    followups,
    topic: card.topic.id,
  };
}

function summaryOf({ asked, correct, readiness, left }: QuizSummary): object {
  const { before, after, at, basis } = readiness;
  return {
    type: 'summary',
    asked,
    correct,
    readiness: { before, after, at: new Date(at).toISOString(), basis },
    left,
  };
}
