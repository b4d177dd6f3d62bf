import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { answersOf } from '../coach/history.ts';
import type { Context } from '../context.ts';
import { syncJournal } from '../journal/sync.ts';
import { printable } from '../problems.ts';
import { type Answer, answering, examples } from './answer.ts';
import { ownFit } from './fitting.ts';
import { plural } from './views/common.ts';

export function define(command: Command, context: Context): void {
  command
    .option('--remote <url>', 'the git repository to sync with from now on')
    .action(answering(context, (options: { remote?: string }) => run(context, options)));
  examples(command, context, [
    ['sync --remote git@example.org:me/prep.git', 'once on each machine; an empty private repository'],
    ['sync', 'from then on, before and after you study'],
  ]);
}

function run(context: Context, { remote }: { remote?: string }): Answer {
  const { journal, world } = context;
  // Before anything is sent: a record that cannot be read is no record to merge with.
  journal.events();
  const synced = syncJournal({
    dir: journal.dir,
    device: journal.device(),
    remote: remote === undefined ? null : placeOf(remote),
    env: world.env,
  });
  // Answers that came in belong to the learner as well; what they say is reckoned now, not at the next start.
  if (synced.received > 0) ownFit(context, answersOf(journal.events()).answers);
  const events = journal.events().length;
  return {
    json: { ...synced, events },
    lines: ({ theme }) => [
      `${theme.good('✔')} synced with ${printable(synced.remote)}: ${
        synced.received === 0 ? 'nothing new from others' : `new from ${plural(synced.received, 'machine')}`
      }, ${synced.sent ? 'yours is there' : 'yours was there'}; ${plural(events, 'event')} in all`,
    ],
  };
}

/** A folder as it was typed: git would look for it from the journal's. */
function placeOf(remote: string): string {
  return remote !== '' && existsSync(resolve(remote)) ? resolve(remote) : remote;
}
