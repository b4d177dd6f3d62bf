import { expect, it } from 'vitest';
import { failure } from '../src/errors.ts';
import { report } from '../src/report.ts';

const LONG = failure(
  'long',
  'The words of this message are many. '.repeat(4).trim(),
  'Do this. '.repeat(12).trim(),
);

function told(json: boolean, terminal: { isTTY: true; columns: number } | null): string {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const stdin = process.stdin;
  const world = { argv: [], env: {}, stdin, stdout: { write }, stderr: { write, ...terminal } };
  report(LONG, world, json);
  return text;
}

it.each([80, 50, 40])('an error keeps to a terminal of %i columns, and no word is cut', (columns) => {
  const text = told(false, { isTTY: true, columns });
  const lines = text.trimEnd().split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(`${LONG.message} ${LONG.hint}`);
  // What to do stands further in, on each of its lines.
  const hint = lines.slice(lines.findIndex((line) => line.includes('Do this.')));
  for (const line of hint) expect(line).toMatch(/^ {2}\S/);
});

it('in a pipe it is a line and a hint, and JSON is one line anywhere', () => {
  expect(told(false, null)).toBe(`${LONG.message}\n  ${LONG.hint}\n`);
  expect(told(true, { isTTY: true, columns: 50 }).trimEnd()).not.toContain('\n');
});
