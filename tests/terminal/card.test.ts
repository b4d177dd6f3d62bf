import { render } from '@inquirer/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardConfig, cardPrompt } from '../../src/terminal/card-prompt.ts';
import { entryRows } from '../../src/terminal/entry.ts';
import { fitted, windowOf } from '../../src/terminal/window.ts';

function card(changes: Partial<CardConfig> = {}): CardConfig {
  return {
    draw: ({ typed, chosen, isCommanding }) => ({
      head: ['head'],
      body: [`typed ${typed}`, `chosen ${chosen.join(',')}`, `commands ${isCommanding}`],
      anchor: 0,
      foot: ['keys'],
    }),
    more: (above, below) => `hidden ${above} ${below}`,
    size: () => ({ rows: 24, columns: 80 }),
    input: 'pick',
    keys: ['a', 'b', 'c'],
    commands: { '?': 'hint', s: 'skip', q: 'quit' },
    start: { typed: '', chosen: [] },
    ticks: false,
    onResize: () => () => undefined,
    ...changes,
  };
}

describe('with options', () => {
  test.each(['b', 'B', '2'])('one key answers: %s', async (key) => {
    const { answer, events } = await render(cardPrompt, card());
    events.keypress(key);
    expect(await answer).toEqual({ type: 'chosen', keys: ['b'] });
  });

  test('keys tick and untick until Enter', async () => {
    const { answer, events } = await render(cardPrompt, card({ input: 'toggle' }));
    for (const key of ['a', '3', 'a', 'z', 'return']) events.keypress(key);
    expect(await answer).toEqual({ type: 'chosen', keys: ['c'] });
  });

  test.each(['pick', 'toggle', 'sequence'] as const)(
    'Enter answers with nothing chosen: %s',
    async (input) => {
      const { answer, events } = await render(cardPrompt, card({ input }));
      events.keypress('return');
      expect(await answer).toEqual({ type: 'chosen', keys: [] });
    },
  );

  test('an order is as the keys came, and backspace takes one back', async () => {
    const { answer, events, getScreen } = await render(cardPrompt, card({ input: 'sequence' }));
    for (const key of ['c', 'a', 'backspace', 'b']) events.keypress(key);
    expect(getScreen()).toContain('chosen c,b');
    for (const key of ['a', 'return']) events.keypress(key);
    expect(await answer).toEqual({ type: 'chosen', keys: ['c', 'b', 'a'] });
  });

  test('a letter with Ctrl is no letter, and Ctrl-D quits', async () => {
    const { answer, events, input } = await render(cardPrompt, card());
    events.keypress({ name: 's', ctrl: true });
    input.write('\u0004');
    expect(await answer).toMatchObject({ type: 'command', name: 'quit' });
  });

  test('a command takes along what was chosen', async () => {
    const { answer, events } = await render(cardPrompt, card({ input: 'toggle' }));
    for (const key of ['a', '?']) events.keypress(key);
    expect(await answer).toEqual({ type: 'command', name: 'hint', draft: { typed: '', chosen: ['a'] } });
  });
});

describe('with text', () => {
  test('letters are text, and Tab makes one of them a command that loses nothing', async () => {
    const { answer, events, getScreen } = await render(cardPrompt, card({ input: 'text' }));
    events.type('skips');
    expect(getScreen()).toContain(' > skips');
    events.keypress('tab');
    expect(getScreen()).toContain('commands true');
    events.keypress('s');
    expect(await answer).toEqual({ type: 'command', name: 'skip', draft: { typed: 'skips', chosen: [] } });
  });

  test('no number begins with a letter, so a letter is a command until something is typed', async () => {
    const { answer, events } = await render(cardPrompt, card({ input: 'number' }));
    events.keypress('s');
    expect(await answer).toMatchObject({ type: 'command', name: 'skip' });
    const later = await render(cardPrompt, card({ input: 'number', start: { typed: '12', chosen: [] } }));
    later.events.type(' s');
    later.events.keypress('return');
    expect(await later.answer).toEqual({ type: 'text', text: '12 s' });
  });

  test('the line ends of a paste do not send it off', async () => {
    const { answer, events, input } = await render(cardPrompt, card({ input: 'text' }));
    events.keypress('paste-start');
    events.type('one q');
    input.write('\r');
    events.type('two');
    events.keypress('paste-end');
    events.keypress('return');
    expect(await answer).toEqual({ type: 'text', text: 'one q\ntwo' });
  });
});

test('a body that is too tall is scrolled; head and keys stay', async () => {
  const body = Array.from({ length: 40 }, (_, i) => `line ${i}.`);
  const { answer, events, getScreen } = await render(
    cardPrompt,
    card({ input: 'none', draw: () => ({ head: ['head'], body, anchor: 5, foot: ['keys'] }) }),
  );
  expect(getScreen().split('\n').length).toBeLessThanOrEqual(24);
  for (const seen of ['head', 'line 5.', 'keys']) expect(getScreen()).toContain(seen);
  events.keypress('up');
  expect(getScreen()).toContain('line 4.');
  for (const key of ['pagedown', 'pagedown', 'pagedown']) events.keypress(key);
  expect(getScreen()).toContain('line 39.');
  events.keypress('return');
  expect(await answer).toEqual({ type: 'next' });
});

test('a window shows as much as there is room for, and counts the rest', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 2, max: 60 }), fc.nat(80), (length, room, offset) => {
      const lines = Array.from({ length }, (_, i) => String(i));
      const { lines: shown, above, below } = windowOf(lines, room, offset);
      expect(above + shown.length + below).toBe(length);
      expect(shown).toEqual(lines.slice(above, length - below));
      expect(shown.length).toBe(length <= room ? length : room - 1);
    }),
  );
});

test('of a long text the last lines show', () => {
  expect(entryRows('a\nb\nc\nd', 80, 2)).toEqual({ lines: [' > …', '   b', '   c', '   d'], rows: 4 });
  expect(entryRows('x'.repeat(100), 80, 2).rows).toBe(2);
});

test('a text loses empty lines where only that makes it fit, or what stands from the anchor on, and nothing else', () => {
  const withoutEmpty = (lines: readonly string[]) => lines.filter((line) => line.trim() !== '');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', ' ', 'a', ' b')),
      fc.integer({ min: 2, max: 12 }),
      fc.nat(30),
      (lines, room, anchor) => {
        const result = fitted(lines, room, anchor);
        expect(withoutEmpty(result)).toEqual(withoutEmpty(lines));
        if (withoutEmpty(lines).length <= room) {
          expect(result).toHaveLength(Math.min(lines.length, room));
          return;
        }
        const below = lines.slice(anchor);
        expect(result.slice(0, anchor)).toEqual(lines.slice(0, anchor));
        const isEnough = withoutEmpty(below).length <= room - 1;
        expect(result.slice(anchor)).toHaveLength(isEnough ? Math.min(below.length, room - 1) : below.length);
      },
    ),
  );
});
