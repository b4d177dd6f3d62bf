import checkbox, { Separator } from '@inquirer/checkbox';
import type { Box } from './layout.ts';
import { lineWidth, type Screen } from './screen.ts';
import { gap, padEnd, width, wrap } from './text.ts';

/** The streams that a prompt reads from and draws on. */
export interface PromptStreams {
  stdin: NodeJS.ReadableStream;
  stdout: unknown;
}

export interface BoxGroup {
  title: string;
  items: readonly Box[];
}

/** Lets a person tick boxes in a list; returns the keys of those that are ticked at the end. */
export async function askBoxes(
  { stdin, stdout }: PromptStreams,
  groups: readonly BoxGroup[],
  screen: Screen,
): Promise<Set<string>> {
  const { accent, bold, dim } = screen.theme;
  const columns = Math.max(0, ...groups.flatMap(({ items }) => items.map(({ key }) => width(key))));
  const choices = groups.flatMap(({ title, items }) => [
    new Separator(bold(title)),
    ...items.map(({ key, text, done }) => ({
      value: key,
      name: boxText(screen, padEnd(key, columns), text),
      short: key,
      checked: done,
    })),
  ]);
  const chosen = await checkbox(
    {
      message: 'Done so far',
      choices,
      pageSize: 16,
      loop: false,
      theme: {
        prefix: '',
        icon: { checked: accent('☑'), unchecked: '☐', cursor: accent('❯') },
        // The prompt's own colours would ignore what the screen was told.
        style: {
          answer: accent,
          message: bold,
          highlight: bold,
          keysHelpTip: () =>
            wrap(KEYS, lineWidth(screen) - 1)
              .map(dim)
              .join('\n'),
          renderSelectedChoices: listed,
        },
      },
    },
    { input: stdin, output: stdout as NodeJS.WritableStream },
  );
  return new Set(chosen);
}

const KEYS = 'space ticks · a all · enter saves · ctrl-c leaves without saving';

/** Cursor, box and the space behind them. */
const LEAD = 3;

/** The text on as many lines as it takes, the further ones under its beginning. */
function boxText(screen: Screen, key: string, text: string): string {
  const indent = LEAD + width(key) + 2;
  // The last column stays free: a line that fills it would be broken once more.
  const lines = wrap(text, lineWidth(screen) - indent - 1);
  return `${key}  ${lines.join(`\n${gap(indent)}`)}`;
}

function listed(chosen: readonly { short: string }[]): string {
  return chosen.map(({ short }) => short).join(', ');
}
