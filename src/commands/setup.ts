import type { Command } from 'commander';
import type { Round } from '../bundle/types.ts';
import { loopOf } from '../coach/course.ts';
import { dayIn } from '../coach/days.ts';
import { ASSUMED_DAYS } from '../coach/deadlines.ts';
import {
  type Settings,
  type SettingsChange,
  settingsEvents,
  settingsOf,
  WEEKDAYS,
} from '../coach/settings.ts';
import type { Context } from '../context.ts';
import { usage } from '../errors.ts';
import { addDays, longDate } from '../guide/dates.ts';
import { findOne } from '../guide/find.ts';
import { roundRecords } from '../guide/rounds.ts';
import { hints } from '../terminal/commands.ts';
import { heading, keyValues } from '../terminal/layout.ts';
import { prose } from '../terminal/text.ts';
import { quoted } from '../wording.ts';
import { type Answer, answering, examples } from './answer.ts';
import { keptAtTheEnd } from './asking.ts';
import { notesOn } from './setup/notes.ts';
import { dateOrNone, daysOff, isNone, NONE, ordinaryMinutes, split, weekdayMinutes } from './setup/words.ts';
import { blocks, plural } from './views/common.ts';

interface Options {
  track?: string;
  round?: string[];
  interview?: string;
  minutes?: string;
  weekday?: string[];
  dayOff?: string[];
  location?: string;
  level?: string;
}

export function define(command: Command, context: Context): void {
  command
    .option('--track <track>', 'engineering or research')
    .option('--round <id=date...>', 'when a round is held, such as coding=2026-12-05')
    .option('--interview <date>', 'when the last one is held, if only that is known')
    .option('--minutes <number>', 'study on an ordinary day')
    .option('--weekday <day=n...>', 'study on one day of the week, such as sat=90; none for all alike')
    .option('--day-off <date...>', 'the days without study, all of them; none for none')
    .option('--location <place>', 'where you would work')
    .option('--level <level>', 'the level you aim at')
    .action(answering(context, (options: Options) => run(context, options)));
  examples(command, context, [
    ['setup', 'asks, where there is a terminal; else says what is set'],
    ['setup --interview 2026-12-18 --minutes 40', 'the least that a plan needs'],
    ['setup --round coding=2026-12-05 --round onsite=2026-12-18', 'the dates that you know'],
    ['setup --weekday sat=90 sun=0 --day-off 2026-12-06', 'your week as it is'],
    ['setup --round coding=none', `${NONE} takes a date back`],
  ]);
}

type Files = Awaited<ReturnType<typeof filesOf>>;

const filesOf = ({ bundle }: Context) => bundle.read('bundle', 'sources', 'rounds');

async function run(context: Context, options: Options): Promise<Answer> {
  const files = await filesOf(context);
  const isAsked = Object.keys(options).length > 0;
  // After midnight it is still yesterday, as it is for the coach.
  const today = dayIn(context.zone, context.now().getTime());
  let change = isAsked ? changeOf(options, files, today) : {};
  if (!isAsked && isInteractive(context)) {
    context.journal.checkWritable();
    const { askSettings } = await import('./setup/ask.ts');
    const words = await keptAtTheEnd(askSettings(context, files, readSettings(context), today));
    change = changeOf(words, files, today);
  }
  // A record that cannot be read is not written to either: the error would not say that this was kept.
  const before = readSettings(context);
  const drafts = settingsEvents(change, before);
  if (drafts.length > 0) context.journal.append(...drafts);
  const settings = readSettings(context);
  const notes = notesOn(change, settings, files, today);
  return {
    json: { ...settingsJson(settings, files), notes },
    lines: (screen) =>
      blocks(
        heading(screen, 'Your setup', stateOf(settings, Object.keys(change).length > 0, drafts.length > 0)),
        keyValues(screen, settingsPairs(settings, files)),
        notes.flatMap((note) => prose(screen, note)),
        hints(
          screen,
          settings.since === null
            ? [
                {
                  say: 'the least',
                  command: `mistral-prep setup --interview ${addDays(today, ASSUMED_DAYS)} --minutes 40`,
                },
              ]
            : [{ say: 'next', command: 'mistral-prep today' }],
        ),
      ),
  };
}

function stateOf({ since }: Settings, isSaid: boolean, isKept: boolean): string {
  if (isKept) return 'kept';
  if (isSaid) return 'as it was';
  return since === null ? 'not set yet' : '';
}

function isInteractive({ json, world: { stdin, stdout } }: Context): boolean {
  return !json && stdin.isTTY === true && stdout.isTTY === true;
}

function readSettings({ journal }: Context): Settings {
  return settingsOf(journal.events());
}

/** The words of the command as a change. Throws a usage error before anything is kept. */
function changeOf(options: Options, files: Files, today: string): SettingsChange {
  const { bundle } = files;
  const one = (word: string | undefined, list: readonly { id: string; title: string }[], what: string) =>
    word === undefined ? undefined : isNone(word) ? null : findOne(word, list, what).id;
  const named: SettingsChange = {
    ...defined('track', one(options.track, bundle.tracks, 'track')),
    ...defined('location', one(options.location, bundle.locations, 'location')),
    ...defined('level', one(options.level, bundle.levels, 'level')),
    ...defined(
      'interview',
      options.interview === undefined ? undefined : dateOrNone(options.interview, today),
    ),
    ...defined('minutes', options.minutes === undefined ? undefined : ordinaryMinutes(options.minutes)),
  };
  if (options.dayOff !== undefined) named.daysOff = daysOff(options.dayOff, today);
  if (options.round !== undefined) {
    named.rounds = new Map(options.round.flatMap((pair) => roundDates(pair, files, today)));
  }
  if (options.weekday !== undefined) named.weekdays = weekdayMinutes(options.weekday);
  return named;
}

function defined<K extends keyof SettingsChange>(key: K, value: SettingsChange[K]): Partial<SettingsChange> {
  return value === undefined ? {} : { [key]: value };
}

/** `onsite=2026-12-18` dates every round of the stage. */
function roundDates(
  pair: string,
  { bundle, rounds, sources }: Files,
  today: string,
): [string, string | null][] {
  const [words, value] = split(pair, 'coding=2026-12-05');
  const query = { rounds, bundle, sources: sources.sources, track: null, start: null, reported: false };
  const date = dateOrNone(value, today);
  const known = roundRecords(words, query).filter(({ layer }) => layer !== 'reported');
  if (known.length === 0) {
    throw usage(
      'reported-round',
      `${quoted(words)} is a round that other pages report; the coach does not plan for it.`,
      'The rounds that take a date: mistral-prep process',
    );
  }
  return known.map(({ id }) => [id, date]);
}

function settingsJson(settings: Settings, { bundle, rounds }: Files) {
  const { track, interview, minutes, weekdays, daysOff, location, level } = settings;
  const dated = loopOf(rounds.rounds, bundle, track).flatMap((id) => {
    const date = settings.rounds.get(id);
    return date === undefined ? [] : [{ id, date }];
  });
  return {
    track: track ?? bundle.tracks[0]?.id ?? null,
    rounds: dated,
    interview,
    minutes,
    weekdays: Object.fromEntries(weekdays),
    daysOff: [...daysOff],
    location,
    level,
  };
}

function settingsPairs(settings: Settings, { bundle, rounds }: Files) {
  const title = (list: readonly { id: string; title: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.title ?? id;
  const dated = loopOf(rounds.rounds, bundle, settings.track).flatMap((id): [Round, string][] => {
    const round = rounds.rounds.find((one) => one.id === id);
    const date = settings.rounds.get(id);
    return round === undefined || date === undefined ? [] : [[round, date]];
  });
  const week = WEEKDAYS.flatMap((day) => {
    const some = settings.weekdays.get(day);
    return some === undefined ? [] : [`${day} ${some}`];
  }).join(', ');
  return [
    { key: 'track', value: title(bundle.tracks, settings.track ?? bundle.tracks[0]?.id ?? null) ?? 'none' },
    ...dated.map(([round, date]) => ({ key: round.title, value: longDate(date) })),
    ...(settings.interview === null ? [] : [{ key: 'last round', value: longDate(settings.interview) }]),
    ...(dated.length === 0 && settings.interview === null
      ? [{ key: 'dates', value: 'none known: 21 days are assumed' }]
      : []),
    { key: 'study', value: `${plural(settings.minutes, 'minute')} a day${week === '' ? '' : `; ${week}`}` },
    ...(settings.daysOff.size === 0
      ? []
      : [{ key: 'days off', value: [...settings.daysOff].map(longDate).join(', ') }]),
    ...(settings.level === null ? [] : [{ key: 'level', value: title(bundle.levels, settings.level) ?? '' }]),
    ...(settings.location === null
      ? []
      : [{ key: 'location', value: title(bundle.locations, settings.location) ?? '' }]),
  ];
}
