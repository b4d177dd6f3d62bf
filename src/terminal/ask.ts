import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core';
import select from '@inquirer/select';
import type { PromptStreams } from './prompts.ts';
import type { Screen } from './screen.ts';
import type { Theme } from './theme.ts';

/** Asks for one of a few things; the one that is set is where the cursor begins. Gives its id. */
export function askChoice(
  { stdin, stdout }: PromptStreams,
  { theme }: Screen,
  message: string,
  list: readonly { id: string; title: string }[],
  initial: string | null,
): Promise<string> {
  return select(
    {
      message,
      choices: list.map(({ id, title }) => ({ value: id, name: title })),
      ...(initial === null ? {} : { default: initial }),
      loop: false,
      theme: {
        prefix: '',
        icon: { cursor: theme.accent('❯') },
        style: { answer: theme.accent, message: theme.bold, highlight: theme.bold, keysHelpTip: () => '' },
      },
    },
    { input: stdin, output: stdout as NodeJS.WritableStream },
  );
}

export interface TextOptions {
  /** What stands there to be kept or changed. */
  initial: string;
  /** What is wrong with a text, as one sentence; null for nothing. */
  check(text: string): string | null;
}

/** Asks for a line of text, given back trimmed. A line that was cleared is an empty answer. */
export function askText(
  { stdin, stdout }: PromptStreams,
  { theme }: Screen,
  message: string,
  options: TextOptions,
): Promise<string> {
  return linePrompt(
    { ...options, message, theme },
    { input: stdin, output: stdout as NodeJS.WritableStream },
  );
}

interface LineConfig extends TextOptions {
  message: string;
  theme: Theme;
}

/** Not the library's own prompt for text, which answers an emptied line with what stood there before. */
const linePrompt = createPrompt<string, LineConfig>(({ message, initial, check, theme }, done) => {
  const [line, setLine] = useState(initial);
  const [fault, setFault] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  useEffect((editor) => editor.write(initial), []);
  useKeypress((key, editor) => {
    if (!isEnterKey(key)) {
      setLine(editor.line);
      setFault(null);
      return;
    }
    const why = check(line.trim());
    setFault(why);
    if (why === null) {
      setDone(true);
      done(line.trim());
    } else {
      // Enter has emptied readline's line.
      editor.write(line);
    }
  });
  return [
    `${theme.bold(message)} ${isDone ? theme.accent(line) : line}`,
    fault === null ? '' : theme.bad(fault),
  ];
});
