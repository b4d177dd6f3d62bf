import input from '@inquirer/input';
import select from '@inquirer/select';
import type { PromptStreams } from './prompts.ts';
import type { Screen } from './screen.ts';

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

/** Asks for a line of text, given back trimmed. */
export async function askText(
  { stdin, stdout }: PromptStreams,
  { theme }: Screen,
  message: string,
  { initial, check }: TextOptions,
): Promise<string> {
  const text = await input(
    {
      message,
      default: initial,
      prefill: 'editable',
      validate: (typed) => check(typed.trim()) ?? true,
      theme: { prefix: '', style: { answer: theme.accent, message: theme.bold, defaultAnswer: theme.dim } },
    },
    { input: stdin, output: stdout as NodeJS.WritableStream },
  );
  return text.trim();
}
