import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { usage } from '../errors.ts';
import { type Process, processOf } from '../guide/process.ts';
import { printable } from '../problems.ts';
import { type Answer, answering, examples } from './answer.ts';
import { trackOf } from './track.ts';
import { processLines } from './views/process.ts';

interface Options {
  track?: string;
  start?: string;
  ics?: string;
  reported?: boolean;
}

export function define(command: Command, context: Context): void {
  command
    .option('--track <track>', 'engineering or research; without it, that of setup')
    .option('--start <date>', 'the day it starts, YYYY-MM-DD: dates the stages')
    .option('--ics <file>', 'write the dates as a calendar (with --start)')
    .option('--reported', 'what other pages report, apart')
    .action(answering(context, (options: Options) => run(context, options)));
  examples(command, context, [
    ['process', 'the loop as a line'],
    ['process --track research --start 2026-12-01', 'with the paper discussion, dated'],
    ['process --start 2026-12-01 --ics loop.ics', 'for a calendar program'],
    ['process --reported', 'what other pages say differently'],
  ]);
}

async function run(context: Context, { track, start, ics, reported }: Options): Promise<Answer> {
  const { bundle, rounds, sources } = await context.bundle.read('bundle', 'rounds', 'sources');
  const chosen = trackOf(context, track, bundle);
  const process = processOf({
    rounds,
    bundle,
    sources: sources.sources,
    track: chosen?.id ?? null,
    start: start ?? null,
    reported: reported ?? false,
  });
  if (ics !== undefined) await writeCalendar(ics, process, bundle.company, context.now());
  return {
    json: ics === undefined ? process : { ...process, ics },
    lines: (screen) => [
      ...processLines(screen, {
        process,
        company: bundle.company,
        trackTitle: chosen?.title ?? null,
        today: context.today(),
      }),
      ...(ics === undefined ? [] : ['', `${screen.theme.good('✔')} written: ${printable(ics)}`]),
    ],
  };
}

async function writeCalendar(file: string, process: Process, company: string, now: Date): Promise<void> {
  if (process.start === null) {
    throw usage('no-start', 'A calendar needs dates.', 'Add the day it starts: --start 2026-12-01');
  }
  const [{ CALENDAR_MARK, processCalendar }, { writeOwnFile }] = await Promise.all([
    import('../guide/calendar.ts'),
    import('./output-file.ts'),
  ]);
  writeOwnFile(file, processCalendar(process, { company, now }), CALENDAR_MARK, 'a calendar');
}
