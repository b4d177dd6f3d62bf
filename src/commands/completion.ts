import type { Command } from 'commander';
import { openBundle } from '../bundle/load.ts';
import { SCRIPTS, type Shell } from '../completion/scripts.ts';
import { valuesOf } from '../completion/values.ts';
import { type Candidate, wantedAt } from '../completion/walk.ts';
import type { Context } from '../context.ts';
import { answering, examples } from './answer.ts';
import { findCommand } from './table.ts';

export function define(command: Command, context: Context): void {
  for (const shell of Object.keys(SCRIPTS) as Shell[]) {
    command
      .command(shell)
      .description(`the script for ${shell}`)
      .action(
        answering(context, () => ({
          json: { shell, script: SCRIPTS[shell] },
          lines: () => [SCRIPTS[shell].trimEnd()],
        })),
      );
  }
  command
    .command('words', { hidden: true })
    .argument('[words...]')
    .action(
      answering(context, async (words: string[]) => {
        const candidates = await complete(command, context, words);
        return {
          json: candidates,
          lines: () =>
            candidates.map(({ value, description }) => (description ? `${value}\t${description}` : value)),
        };
      }),
    );
  examples(command, context, [
    ['completion bash', 'add to ~/.bashrc: eval "$(mistral-prep completion bash)"'],
    ['completion zsh', 'add to ~/.zshrc: source <(mistral-prep completion zsh)'],
    ['completion fish', 'save as ~/.config/fish/completions/mistral-prep.fish'],
  ]);
}

const FILES: Candidate[] = [{ value: ':files', description: '' }];

async function complete(command: Command, context: Context, words: readonly string[]): Promise<Candidate[]> {
  const program = command.parent ?? command;
  // The options of one command are known to its own file alone; the others' need not be loaded.
  const asked = words.slice(0, -1).flatMap((word) => findCommand(word) ?? []);
  for (const { name, load } of asked) {
    const other = program.commands.find((c) => c.name() === name);
    if (other && other !== command) (await load()).define(other, context);
  }
  const wanted = wantedAt(program, words);
  const candidates =
    wanted.kind === 'words' ? wanted.candidates : await valuesOf(wanted.name, bundleIn(words, context));
  const typed = words.at(-1) ?? '';
  return candidates === null ? FILES : candidates.filter(({ value }) => value.startsWith(typed));
}

/** The words being completed may name a bundle themselves. */
function bundleIn(words: readonly string[], { bundle }: Context): Context['bundle'] {
  const dir = words[words.indexOf('--bundle') + 1];
  return words.includes('--bundle') && dir ? openBundle({ ...bundle.folders, dir }) : bundle;
}
