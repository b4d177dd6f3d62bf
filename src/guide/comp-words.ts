import type { Named } from '../bundle/types.ts';
import { type KnownError, usage } from '../errors.ts';
import { quoted } from '../wording.ts';
import { type Fit, find, notFound } from './find.ts';

/** What `comp` is asked for, as ids; null where nothing was said. */
export interface CompWords {
  level: string | null;
  location: string | null;
}

/** More words than any name of a level and a place together have. */
const MOST_WORDS = 12;
const LINKING = new Set(['in', 'at', 'for', '-', '/', '·']);

/**
 * Reads a level, a location or both from words in any order and quoting: `senior`, `"Senior SE" Paris`,
 * `paris senior`, `senior se paris`. The location is any run of words that names one; the rest is the level. Names
 * that are complete win over beginnings of names.
 *
 * @throws a usage error for words that name neither, or more than one
 */
export function parseCompWords(
  words: readonly string[],
  { levels, locations }: { levels: readonly Named[]; locations: readonly Named[] },
): CompWords {
  const typed = words.flatMap((word) => word.split(/[\s,]+/)).filter((word) => word !== '');
  const tokens = typed.length > 1 ? typed.filter((word) => !LINKING.has(word.toLowerCase())) : typed;
  if (tokens.length === 0) return { level: null, location: null };
  if (tokens.length > MOST_WORDS) throw nothingNamed(tokens, [...levels, ...locations]);

  const readings = splits(tokens).map((split) => readingOf(split, levels, locations));
  const complete = readings.filter(({ unknown }) => unknown === null);
  const best = Math.max(...complete.map(({ weight }) => weight));
  const chosen = complete.filter(({ weight }) => weight === best);
  const [first] = chosen;
  if (first === undefined) throw leastUnread(readings) ?? nothingNamed(tokens, [...levels, ...locations]);
  if (first.ambiguous !== null) throw first.ambiguous;
  if (!chosen.every((other) => isSame(first, other))) throw moreThanOne(tokens, chosen);
  return { level: first.level, location: first.location };
}

interface Split {
  level: string[];
  location: string[];
}

interface Reading extends CompWords {
  /** How well the words fit the names, all together. */
  weight: number;
  /** A part that fits more than one. */
  ambiguous: KnownError | null;
  /** A part that fits none. */
  unknown: KnownError | null;
}

/** Of one word. The best reading is the one in which they weigh most. */
const WEIGHT: Readonly<Record<Fit, number>> = { name: 4, beginning: 2, word: 1 };

/** Every way to take one run of words out as the location; without any first. */
function splits(tokens: readonly string[]): Split[] {
  const all: Split[] = [{ level: [...tokens], location: [] }];
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= tokens.length; to++) {
      all.push({ level: [...tokens.slice(0, from), ...tokens.slice(to)], location: tokens.slice(from, to) });
    }
  }
  return all;
}

function readingOf(split: Split, levels: readonly Named[], locations: readonly Named[]): Reading {
  const reading: Reading = { level: null, location: null, weight: 0, ambiguous: null, unknown: null };
  const take = (part: 'level' | 'location', candidates: readonly Named[]) => {
    const words = split[part].join(' ');
    if (words === '') return;
    const found = find(words, candidates);
    if (found.kind === 'unknown') {
      reading.unknown = notFound(words, found, candidates, part);
      return;
    }
    reading.weight += split[part].length * WEIGHT[found.by];
    if (found.kind === 'found') reading[part] = found.value.id;
    else reading.ambiguous = notFound(words, found, candidates, part);
  };
  take('level', levels);
  take('location', locations);
  return reading;
}

function isSame(a: CompWords, b: CompWords): boolean {
  return a.level === b.level && a.location === b.location;
}

/** What is unknown in the reading that makes the most of the other words; null if none makes anything of any. */
function leastUnread(readings: readonly Reading[]): KnownError | null {
  const most = Math.max(...readings.map(({ weight }) => weight));
  return most > 0 ? (readings.find(({ weight }) => weight === most)?.unknown ?? null) : null;
}

function moreThanOne(tokens: readonly string[], readings: readonly CompWords[]): KnownError {
  const meant = readings.map(({ level, location }) =>
    [level, location].filter((part) => part !== null).join(' '),
  );
  return usage(
    'ambiguous-comp',
    `${quoted(tokens.join(' '))} could be more than one thing.`,
    `Say which: ${[...new Set(meant)].join(', or ')}`,
  );
}

/** Nothing was recognised: each word is corrected by itself. */
function nothingNamed(tokens: readonly string[], candidates: readonly Named[]): KnownError {
  const words = tokens.join(' ');
  const corrected = tokens
    .map((token) => find(token, candidates))
    .map((found) => (found.kind === 'unknown' ? found.suggestion : null));
  const whole = find(words, candidates);
  const each = corrected.every((id) => id !== null) ? [...new Set(corrected)].join(' ') : null;
  const suggestion = (whole.kind === 'unknown' ? whole.suggestion : null) ?? each;
  return notFound(words, { kind: 'unknown', suggestion }, candidates, 'level or location');
}
