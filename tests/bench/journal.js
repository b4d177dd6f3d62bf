import { readdirSync, readFileSync } from 'node:fs';

const QUESTIONS = new URL('../../data/questions/', import.meta.url);

/** The ids of the built-in bank. */
export function bankIds() {
  return readdirSync(QUESTIONS).flatMap((name) =>
    [...readFileSync(new URL(name, QUESTIONS), 'utf8').matchAll(/^ {2}- id: (\S+)$/gm)].map(
      ([, id]) => id ?? '',
    ),
  );
}

/**
 * A journal's lines: answers to the questions in turn, an hour apart, the last an hour before `until`.
 * @param {number} answers
 * @param {readonly string[]} ids
 * @param {number} until epoch milliseconds
 */
export function answerLines(answers, ids, until) {
  const lines = Array.from({ length: answers }, (_, i) => {
    const at = new Date(until - (answers - i) * 3_600_000).toISOString();
    const base = {
      v: 1,
      id: `bench${String(i).padStart(19, '0')}`,
      at,
      tz: 60,
      device: 'bench',
      type: 'answer',
    };
    const given = {
      q: ids[i % ids.length],
      draw: i,
      answer: 'b',
      correct: i % 3 !== 0,
      grade: i % 3 === 0 ? 'again' : 'good',
    };
    const rest = { score: 1, hints: 0, seconds: 30, confidence: null, mode: 'coach', missed: [] };
    return `${JSON.stringify({ ...base, ...given, ...rest })}\n`;
  });
  return lines.join('');
}
