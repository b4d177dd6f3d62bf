import { closest } from '../closest.ts';
import { type KnownError, usage } from '../errors.ts';
import { guessed, listed, quoted } from '../wording.ts';
import { foldedWords } from './fold.ts';

/** Something that a person can name. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
}

/** How well the words fit: they are a name, they begin one, or they begin at a word within one. */
export type Fit = 'name' | 'beginning' | 'word';

export type Found<T> =
  | { kind: 'found'; value: T; by: Fit }
  | { kind: 'ambiguous'; among: readonly T[]; by: Fit }
  /** `suggestion` is the id of what was probably meant. */
  | { kind: 'unknown'; suggestion: string | null };

/** Longer than anything that has a name here; not worth comparing letter by letter. */
const LONGEST_NAME = 200;

/**
 * Finds what was typed, without throwing. In this order, the first that matches decides: id, title, alias (case,
 * hyphens, spaces, diacritics and British or American spelling aside), the beginning of one of these, the beginning
 * of a word in a title, the beginning of a word in an id or alias.
 *
 * In `groups`, an exact name in an earlier group wins over one in a later group; beginnings are looked for in all.
 */
export function find<T extends Candidate>(words: string, ...groups: readonly (readonly T[])[]): Found<T> {
  const typed = foldedWords(words).join('');
  const all = groups.flat();
  if (typed === '' || typed.length > LONGEST_NAME) return { kind: 'unknown', suggestion: null };
  for (const group of groups) {
    for (const namesOf of EXACT) {
      const among = group.filter((candidate) =>
        namesOf(candidate).some((name) => isSame(name, words, typed)),
      );
      const found = decide(among, 'name');
      if (found) return found;
    }
  }
  for (const { by, begins } of BEGINNINGS) {
    const among = all.filter((candidate) => begins(candidate, typed));
    const found = decide(among, by);
    if (found) return found;
  }
  return { kind: 'unknown', suggestion: suggest(typed, all) };
}

/**
 * As `find`, for one kind of thing.
 *
 * @param what what is looked for, in the singular: `round`, `level`
 * @throws a usage error that names what is unknown, says what was probably meant and what there is
 */
export function findOne<T extends Candidate>(words: string, candidates: readonly T[], what: string): T {
  const found = find(words, candidates);
  if (found.kind === 'found') return found.value;
  throw notFound(words, found, candidates, what);
}

/** The error for a search that did not find one thing. */
export function notFound<T extends Candidate>(
  words: string,
  found: Exclude<Found<T>, { kind: 'found' }>,
  candidates: readonly T[],
  what: string,
): KnownError {
  const slug = what.replaceAll(' ', '-');
  if (found.kind === 'ambiguous') {
    const names = found.among.map(({ id }) => id);
    return usage(
      `ambiguous-${slug}`,
      `${quoted(words)} could be more than one ${what}.`,
      `Say which: ${listed(names)}`,
    );
  }
  const there = `There ${candidates.length === 1 ? 'is' : 'are'}: ${listed(candidates.map(({ id }) => id))}`;
  return usage(
    `unknown-${slug}`,
    words.trim() === '' ? `No ${what} was named.` : `There is no ${what} ${quoted(words)}.`,
    candidates.length === 0 ? `The bundle has no ${what}.` : `${guessed(found.suggestion)}${there}`,
  );
}

function decide<T>(among: readonly T[], by: Fit): Found<T> | null {
  const [first] = among;
  if (first === undefined) return null;
  return among.length === 1 ? { kind: 'found', value: first, by } : { kind: 'ambiguous', among, by };
}

function aliasesOf({ aliases = [] }: Candidate): readonly string[] {
  return aliases;
}

const EXACT: readonly ((candidate: Candidate) => readonly string[])[] = [
  ({ id }) => [id],
  ({ title }) => [title],
  aliasesOf,
];

function isSame(name: string, words: string, typed: string): boolean {
  return name === words || foldedWords(name).join('') === typed;
}

const BEGINNINGS: readonly { by: Fit; begins: (candidate: Candidate, typed: string) => boolean }[] = [
  {
    by: 'beginning',
    begins: (candidate, typed) =>
      namesOf(candidate).some((name) => foldedWords(name).join('').startsWith(typed)),
  },
  { by: 'word', begins: ({ title }, typed) => beginsAtAWord(title, typed) },
  {
    by: 'word',
    begins: (candidate, typed) =>
      [candidate.id, ...aliasesOf(candidate)].some((name) => beginsAtAWord(name, typed)),
  },
];

function namesOf(candidate: Candidate): string[] {
  return [candidate.id, candidate.title, ...aliasesOf(candidate)];
}

/** `design round` begins at a word of `System design round`. */
function beginsAtAWord(name: string, typed: string): boolean {
  const words = foldedWords(name);
  return words.some((_, i) => words.slice(i).join('').startsWith(typed));
}

/** The id of the candidate one of whose names, or one of whose title's words, is a slip away from what was typed. */
function suggest(typed: string, candidates: readonly Candidate[]): string | null {
  const idOf = new Map<string, string>();
  const add = (name: string, id: string) => {
    if (name !== '' && !idOf.has(name)) idOf.set(name, id);
  };
  for (const candidate of candidates) {
    for (const name of namesOf(candidate)) add(foldedWords(name).join(''), candidate.id);
  }
  for (const { id, title } of candidates) {
    for (const word of foldedWords(title)) if (word.length > 3) add(word, id);
  }
  const near = closest(
    typed,
    [...idOf.keys()].filter((name) => beginsAlike(typed, name)),
  );
  return near === null ? null : (idOf.get(near) ?? null);
}

/** A slip seldom changes how a word begins: `junior` is no slip for `senior`. */
function beginsAlike(typed: string, name: string): boolean {
  return typed[0] === name[0] || typed[0] === name[1] || typed[1] === name[0];
}
