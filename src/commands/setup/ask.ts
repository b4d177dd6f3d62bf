import type { FileData } from '../../bundle/types.ts';
import { loopOf } from '../../coach/course.ts';
import type { Settings } from '../../coach/settings.ts';
import type { Context } from '../../context.ts';
import { KnownError } from '../../errors.ts';
import { parseDate } from '../../guide/dates.ts';
import { askChoice, askText } from '../../terminal/ask.ts';

/** The words that the command would have been given. */
export interface Words {
  track?: string;
  round?: string[];
  interview?: string;
  minutes?: string;
  location?: string;
  level?: string;
}

/** Asks for everything that a plan uses; what is set stands there already, and enter keeps it. */
export async function askSettings(
  { world, screen }: Context,
  { bundle, rounds }: Pick<FileData, 'bundle' | 'rounds'>,
  settings: Settings,
): Promise<Words> {
  const choose = (message: string, list: readonly { id: string; title: string }[], now: string | null) =>
    askChoice(world, screen, message, [...list, { id: 'none', title: 'not decided' }], now ?? 'none');
  const words: Words = {};
  if (bundle.tracks.length > 1) {
    words.track = await askChoice(world, screen, 'Track', bundle.tracks, settings.track);
  }
  const interview = await askText(world, screen, 'Last round, as 2026-12-18 (empty: not known)', {
    initial: settings.interview ?? '',
    check: dateOrEmpty,
  });
  if (interview !== (settings.interview ?? '')) words.interview = interview === '' ? 'none' : interview;
  const dates: string[] = [];
  for (const id of loopOf(rounds.rounds, bundle, words.track ?? settings.track)) {
    const title = rounds.rounds.find((round) => round.id === id)?.title ?? id;
    const before = settings.rounds.get(id) ?? '';
    const date = await askText(world, screen, `${title} (empty: not known)`, {
      initial: before,
      check: dateOrEmpty,
    });
    if (date !== before) dates.push(`${id}=${date === '' ? 'none' : date}`);
  }
  if (dates.length > 0) words.round = dates;
  words.minutes = await askText(world, screen, 'Minutes of study on an ordinary day', {
    initial: String(settings.minutes),
    check: (text) => (/^\d{1,3}$/.test(text) ? null : 'Give a whole number, such as 40.'),
  });
  words.level = await choose('Level that you aim at', bundle.levels, settings.level);
  words.location = await choose('Place', bundle.locations, settings.location);
  return words;
}

function dateOrEmpty(text: string): string | null {
  if (text === '') return null;
  try {
    parseDate(text);
    return null;
  } catch (error) {
    if (error instanceof KnownError) return error.hint ?? error.message;
    throw error;
  }
}
