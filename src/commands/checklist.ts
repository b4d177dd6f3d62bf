import type { Command } from 'commander';
import type { Round } from '../bundle/types.ts';
import type { Context } from '../context.ts';
import { usage } from '../errors.ts';
import { type Checklist, checklistMarkdown, checklistOf, itemIds } from '../guide/checklist.ts';
import { roundRecords } from '../guide/rounds.ts';
import { ticked } from '../journal/ticks.ts';
import { listed } from '../wording.ts';
import { type Answer, answering, examples } from './answer.ts';
import { keptAtTheEnd } from './asking.ts';
import { trackOf } from './track.ts';
import { checklistLines } from './views/checklist.ts';

interface Options {
  tick?: string[];
  untick?: string[];
  interactive?: boolean;
  markdown?: boolean;
  track?: string;
}

export function define(command: Command, context: Context): void {
  command
    .argument('[round...]', 'an id, title, number of `process`, or stage')
    .option('--tick <item...>', 'done')
    .option('--untick <item...>', 'not done after all')
    .option('-i, --interactive', 'tick in a list, with the keys')
    .option('--markdown', 'as a task list for your notes')
    .option('--track <track>', 'engineering or research; without it, that of setup')
    .action(answering(context, (words: string[], options: Options) => run(context, words, options)));
  examples(command, context, [
    ['checklist', 'all rounds'],
    ['checklist coding', 'one round'],
    ['checklist --tick c1 c3', 'kept in your journal'],
    ['checklist coding --interactive', 'space ticks, enter saves'],
    ['checklist --markdown > prep.md', 'for your notes'],
  ]);
}

async function run(context: Context, words: readonly string[], options: Options): Promise<Answer> {
  const { bundle, rounds, sources } = await context.bundle.read('bundle', 'rounds', 'sources');
  const track = trackOf(context, options.track, bundle);
  const query = {
    rounds,
    bundle,
    sources: sources.sources,
    track: track?.id ?? null,
    start: null,
    reported: false,
  };
  const ticks = named(options.tick, rounds.rounds);
  const unticks = named(options.untick, rounds.rounds);
  const asked = roundRecords(words.length > 0 ? words.join(' ') : null, query);
  // A tick without a round is answered with the rounds that it belongs to.
  const touched = [...ticks, ...unticks];
  const shown =
    words.length === 0 && touched.length > 0
      ? rounds.rounds.filter((round) => round.checklist.some(({ id }) => touched.includes(id)))
      : asked.filter((round) => round.checklist.length > 0 || words.length > 0);
  if (options.interactive) requireTerminal(context);
  refuseBoth(ticks, unticks);
  const changes = { ticks, unticks };
  keep(context, options.interactive ? await tickInteractively(context, shown, changes) : changes);
  const checklist = checklistOf(shown, ticked(context.journal.events()));
  return {
    json: checklist,
    lines: (screen) =>
      options.markdown
        ? checklistMarkdown(checklist)
        : checklistLines(screen, checklist, shown, touched.length > 0),
  };
}

/** `--tick ,` names nothing; to pass over it would look like a tick that was kept. */
function named(typed: readonly string[] | undefined, rounds: readonly Round[]): string[] {
  const ids = itemIds(typed ?? [], rounds);
  if (typed === undefined || ids.length > 0) return ids;
  throw usage(
    'no-item',
    'No checklist item was named.',
    'The ids stand beside the items: mistral-prep checklist',
  );
}

function refuseBoth(ticks: readonly string[], unticks: readonly string[]): void {
  const both = ticks.filter((id) => unticks.includes(id));
  if (both.length === 0) return;
  throw usage(
    'tick-and-untick',
    `Both ticked and unticked: ${listed(both)}.`,
    'Say one of them; nothing was changed.',
  );
}

/** Ids of items that are done, and that are not done after all. */
interface Changes {
  ticks: readonly string[];
  unticks: readonly string[];
}

function keep({ journal }: Context, { ticks, unticks }: Changes): void {
  const drafts = [
    ...ticks.map((item) => ({ type: 'tick' as const, item })),
    ...unticks.map((item) => ({ type: 'untick' as const, item })),
  ];
  if (drafts.length === 0) return;
  // A record that cannot be read is not written to either: the error would not say that this was kept.
  journal.events();
  journal.append(...drafts);
}

/** Asked before anything is kept, so that an error changes nothing. */
function requireTerminal({ world, json }: Context): void {
  if (world.stdin.isTTY === true && world.stdout.isTTY === true && !json) return;
  throw usage(
    'no-terminal',
    json ? 'Ticking in a list does not go with --json.' : 'Ticking in a list needs a terminal.',
    'Without one: mistral-prep checklist --tick c1',
  );
}

/** Asks in a list, in which the changes stand already, and gives all changes; a list of nothing is not asked. */
async function tickInteractively(
  { world, journal, screen }: Context,
  rounds: readonly Round[],
  { ticks, unticks }: Changes,
): Promise<Changes> {
  const all = rounds.flatMap((round) => round.checklist.map(({ id }) => id));
  if (all.length === 0) return { ticks, unticks };
  journal.checkWritable();
  const before = ticked(journal.events());
  const said = new Set([...before, ...ticks].filter((id) => !unticks.includes(id)));
  const { askBoxes } = await import('../terminal/prompts.ts');
  const chosen = await keptAtTheEnd(askBoxes(world, groupsOf(checklistOf(rounds, said)), screen));
  const isElsewhere = (id: string) => !all.includes(id);
  return {
    ticks: [...ticks.filter(isElsewhere), ...all.filter((id) => chosen.has(id) && !before.has(id))],
    unticks: [...unticks.filter(isElsewhere), ...all.filter((id) => !chosen.has(id) && before.has(id))],
  };
}

function groupsOf({ rounds }: Checklist) {
  return rounds.map(({ title, items }) => ({
    title,
    items: items.map(({ id, text, done }) => ({ key: id, text, done })),
  }));
}
