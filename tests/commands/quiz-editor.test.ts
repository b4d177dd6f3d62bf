import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerIn, editorText } from '../../src/commands/quiz/editor-text.ts';

const PROMPT = 'Write it.\n```python\nx = 1\n```\n';
const OPENED = editorText(PROMPT, '');

test('the editor opens on the prompt and the marker, with what was written so far below', () => {
  expect(editorText(PROMPT, 'so far')).toBe(
    'Write it.\n```python\nx = 1\n```\n\n--- your answer below this line ---\nso far',
  );
  expect(editorText('a\u001b[2Jb', '')).toMatch(/^ab\n/);
});

test.each([
  ['below the marker', `${OPENED}\n    x = 2\ny\n`, '    x = 2\ny'],
  ['nothing written', OPENED, ''],
  ['line ends of two signs', `${OPENED}one\ntwo\n`.replaceAll('\n', '\r\n'), 'one\ntwo'],
  ['the prompt edited', `Write this.\n${OPENED.slice(10)}mine`, 'mine'],
  ['the marker deleted', `${OPENED.split('---')[0]}mine\n`, 'mine'],
  ['everything replaced', 'mine\n\nand more\n', 'mine\n\nand more'],
  ['the prompt further down', `mine\n${PROMPT}`, `mine\n${PROMPT.trimEnd()}`],
])('what was saved, %s', (_, saved, answer) => {
  expect(answerIn(saved, PROMPT)).toBe(answer);
});

test('whatever was written so far comes back as it was', () => {
  const line = fc.stringMatching(/^\S[ -~]*\S$/);
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const draft = lines.join('\n');
      expect(answerIn(editorText(PROMPT, draft), PROMPT)).toBe(draft);
    }),
  );
});
