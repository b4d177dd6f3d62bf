import { join } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import type { Unread } from '../journal/gather.ts';
import { formatProblem, type Problem, printable } from '../problems.ts';
import { footer } from '../terminal/layout.ts';
import { lineWidth, type Screen } from '../terminal/screen.ts';
import { wrap } from '../terminal/text.ts';
import { capital } from '../wording.ts';
import { type Answer, answering, examples } from './answer.ts';
import { plural } from './views/common.ts';

export function define(command: Command, context: Context): void {
  command
    .command('check')
    .description('read every line of every device, and say what was set aside')
    .action(answering(context, () => check(context)));
  command
    .command('path')
    .description('where the record of what you did lies')
    .action(
      answering(context, () => ({
        json: { journal: context.paths.journal, device: context.paths.device },
        lines: () => [printable(context.paths.journal)],
      })),
    );
  examples(command, context, [
    ['journal check', 'is everything readable?'],
    ['journal path', 'the folder to back up or sync'],
  ]);
}

function check({ journal }: Context): Answer {
  const { events, problems, unread, warnings } = journal.read();
  const ok = problems.length + unread.length === 0;
  return {
    json: { ok, problems: [...unread.map(asProblem), ...problems], warnings, events: events.length },
    lines: (screen) => {
      const { bad, dim, good, warn } = screen.theme;
      return [
        ...unread.flatMap((one) => unreadLines(screen, one, journal.dir)),
        ...problems.map((p) => `${bad('✘')} ${formatProblem(p)}`),
        ...warnings.map((w) => `${warn('!')} ${w}`),
        ...(unread.some(({ file }) => file === '.')
          ? []
          : [`${ok ? good('✔') : dim('·')} ${plural(events.length, 'event')} in ${printable(journal.dir)}`]),
        ...(problems.length === 0
          ? []
          : footer(screen, ['Lines that are named above are set aside, and stay in their files.'])),
      ];
    },
    exitCode: ok ? EXIT.done : EXIT.failed,
  };
}

/** The whole file is meant. */
function asProblem({ file, message }: Unread): Problem {
  return { file, line: 1, column: 1, id: null, message: `cannot be read: ${message}` };
}

function unreadLines(screen: Screen, { file, message, remedy }: Unread, dir: string): string[] {
  const help = remedy === null ? '' : ` ${capital(remedy)}.`;
  const text = `${printable(join(dir, file))} cannot be read: ${message}.${help}`;
  return wrap(`${screen.theme.bad('✘')} ${text}`, lineWidth(screen), { hanging: 2 });
}
