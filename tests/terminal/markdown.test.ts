import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equations } from '../../src/terminal/equations.ts';
import { led, markdown } from '../../src/terminal/markdown.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { anyScreen, anyText, expectToFit, plain } from './content.ts';

test('paragraphs are joined and wrapped, lists hang, code keeps its lines', () => {
  const source =
    'One\nparagraph.\n\n- an item that is longer than the line holds\n1. first\n```python\nif x:\n    y()\n```\nEnd.';
  expect(markdown(plain(40), source)).toEqual([
    ' One paragraph.',
    '',
    ' · an item that is longer than the line',
    '   holds',
    ' 1. first',
    ' │ if x:',
    ' │     y()',
    '',
    ' End.',
  ]);
});

test('colour only repeats the marks of code, and a product is no emphasis', () => {
  const screen = { width: 80, theme: createTheme(1) };
  expect(markdown(plain(80), '`a` and 2 * b * c')).toEqual([' `a` and 2 * b * c']);
  expect(markdown(screen, '**strong** `a`')[0]).toContain(screen.theme.accent('`a`'));
});

test('a line of code that is too long goes on set in, wide signs counted as wide', () => {
  const lines = markdown(plain(40), `\`\`\`\n${'注意'.repeat(20)}\n\`\`\``);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^ │ {3}注?/u);
});

test('a lead stands before the first line, and the others stand under the text', () => {
  expect(led(plain(40), ' 1 a  ', 'an option that takes more than one line of it')).toEqual([
    ' 1 a  an option that takes more than one',
    '      line of it',
  ]);
});

test('a working has its signs below each other', () => {
  const steps = ['bytes per token = 2 · 8 = 16 B', 'all = 16 B · 4 = 64 B'];
  expect(equations(plain(80), steps)).toEqual([
    ' bytes per token = 2 · 8 = 16 B',
    ' all             = 16 B · 4 = 64 B',
  ]);
  expect(equations(plain(40), [`x = ${'1 · '.repeat(8)}1 = 1 ≈ 1.0`])[1]).toMatch(/^ {3}= 1/);
});

test('whatever the text, no line is wider than the screen', () => {
  fc.assert(
    fc.property(anyScreen, anyText, fc.boolean(), (screen, text, isCode) => {
      const source = isCode ? `\`\`\`\n${text}\n\`\`\`` : `- ${text}`;
      expectToFit(markdown(screen, source), screen.width);
      expectToFit(led(screen, ' you ✔ a  ', text), screen.width);
      expectToFit(equations(screen, [`${text} = ${text} ≈ ${text}`, 'a = b'], 3), screen.width);
    }),
  );
});
