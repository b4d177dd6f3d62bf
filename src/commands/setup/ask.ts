import type { FileData } from '../../bundle/types.ts';
import { loopOf } from '../../coach/course.ts';
import type { Settings } from '../../coach/settings.ts';
import type { Context } from '../../context.ts';
import { KnownError } from '../../errors.ts';
import { askChoice, askText } from '../../terminal/ask.ts';
import { dateOrNone, daysOff, NONE, ordinaryMinutes, weekdayMinutes } from './words.ts';

/** The words that the command would have been given. */
export interface Words {
  track?: string;
  round?: string[];
  interview?: string;
  minutes?: string;
  weekday?: string[];
  dayOff?: string[];
  location?: string;
  level?: string;
}

/** Asks for everything that a plan uses; what is set stands there already, and enter keeps it. */
export async function askSettings(
  { world, screen }: Context,
  { bundle, rounds }: Pick<FileData, 'bundle' | 'rounds'>,
  settings: Settings,
  today: string,
): Promise<Words> {
  const readDate = (text: string) => (text === '' ? null : dateOrNone(text, today));
  const choose = (message: string, list: readonly { id: string; title: string }[], now: string | null) =>
    askChoice(world, screen, message, [...list, { id: NONE, title: 'not decided' }], now ?? NONE);
  const words: Words = {};
  if (bundle.tracks.length > 1) {
    words.track = await askChoice(world, screen, 'Track', bundle.tracks, settings.track);
  }
  const askDate = async (message: string, now: string | null) => {
    const options = { initial: now ?? '', check: faultOf(readDate) };
    const date = readDate(await askText(world, screen, message, options));
    return date === now ? null : (date ?? NONE);
  };
  const interview = await askDate('Last round, as 2026-12-18, or none', settings.interview);
  if (interview !== null) words.interview = interview;
  const dates: string[] = [];
  for (const id of loopOf(rounds.rounds, bundle, words.track ?? settings.track)) {
    const title = rounds.rounds.find((round) => round.id === id)?.title ?? id;
    const date = await askDate(`${title} (none: not known)`, settings.rounds.get(id) ?? null);
    if (date !== null) dates.push(`${id}=${date}`);
  }
  if (dates.length > 0) words.round = dates;
  words.minutes = await askText(world, screen, 'Minutes of study on an ordinary day', {
    initial: String(settings.minutes),
    check: faultOf(ordinaryMinutes),
  });
  const week = await askText(world, screen, 'Days that differ, as sat=90 sun=0, or none', {
    initial: [...settings.weekdays].map(([day, minutes]) => `${day}=${minutes}`).join(' '),
    check: faultOf((text) => weekdayMinutes(wordsOf(text))),
  });
  // What the line no longer names is as any other day again.
  words.weekday = [NONE, ...wordsOf(week)];
  const off = await askText(world, screen, 'Days off, as 2026-12-06, or none', {
    initial: [...settings.daysOff].join(' '),
    check: faultOf((text) => daysOff(wordsOf(text), today)),
  });
  words.dayOff = off === '' ? [NONE] : wordsOf(off);
  words.level = await choose('Level that you aim at', bundle.levels, settings.level);
  words.location = await choose('Place', bundle.locations, settings.location);
  return words;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** What a reader of words has against a text, as one sentence; null for nothing. */
function faultOf(read: (text: string) => unknown): (text: string) => string | null {
  return (text) => {
    try {
      read(text);
      return null;
    } catch (error) {
      if (error instanceof KnownError) return error.hint ?? error.message;
      throw error;
    }
  };
}
