import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { usage } from '../errors.ts';
import { tellingWords, wordsOf, wordsWithoutFillers } from './fold.ts';
import { type Document, documentsOf, type SearchParts } from './search-documents.ts';

export type { SearchParts } from './search-documents.ts';

export interface Hit {
  type: Document['type'];
  id: string;
  title: string;
  /** About 160 characters of the text around the first word that matched. */
  excerpt: string;
  score: number;
  layer: Document['layer'];
  /** The words that matched, as title and excerpt have them: for highlighting. */
  terms: string[];
}

export interface SearchIndex {
  search(query: string, limit?: number): { hits: Hit[] };
}

const LIMIT = 20;
const EXCERPT = 160;

/** Indexes all that a person would look for; the questions are left to the quiz. */
export function buildSearch(parts: SearchParts): SearchIndex {
  const documents = documentsOf(parts);
  const index = new MiniSearch<{ key: number } & Document>({
    idField: 'key',
    fields: ['title', 'text', 'names'],
    tokenize: wordsWithoutFillers,
    // Folded already.
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3, names: 2 },
      prefix: (term) => term.length >= 2,
      // A query comes as folded words.
      tokenize: (query) => query.split(' '),
    },
  });
  index.addAll(documents.map((document, key) => ({ ...document, key })));
  return {
    search: (query, limit = LIMIT) => ({
      hits: hitsFor(query, index)
        .slice(0, limit)
        .map((hit) => describe(hit, documents)),
    }),
  };
}

/**
 * Looks for words in all but the questions, slips of the keyboard and beginnings of words included: documents with all
 * the words (with graver slips, if there are none), or else with any. Best first.
 *
 * @throws a usage error if there is no word in the query
 */
export function searchBundle(query: string, parts: SearchParts, limit = LIMIT): { hits: Hit[] } {
  return buildSearch(parts).search(query, limit);
}

function hitsFor(query: string, index: MiniSearch): SearchResult[] {
  const words = tellingWords(query).slice(0, 20).join(' ');
  if (words === '')
    throw usage('empty-search', 'There is no word to look for.', 'Say what: mistral-prep search "kv cache"');
  const meant = words.split(' ');
  const ways: SearchOptions[] = [
    { fuzzy: oneSlip, boostDocument: (_, term) => (isReplaced(term, meant) ? 0 : 1) },
    { fuzzy: twoSlips },
  ];
  for (const combineWith of ['AND', 'OR'] as const) {
    for (const way of ways) {
      const results = index.search(words, { ...way, combineWith });
      if (results.length > 0) return results;
    }
  }
  return [];
}

/** The shortest word that a slip is forgiven. */
const SHORT = 4;

/**
 * Whether a word of a text is a short one that was looked for with another letter in place of one. That is the likelier
 * to be another word (`moee` is no `more`) than one with a letter too many or too few (`moee` is `moe`).
 */
function isReplaced(term: string, words: readonly string[]): boolean {
  if (term.length !== SHORT || words.some((word) => term.startsWith(word))) return false;
  return words.some(
    (word) => word.length === SHORT && [...word].filter((letter, at) => letter !== term[at]).length === 1,
  );
}

/** As a share of the word's letters. Short words are too near to one another, and a year is no slip for the next. */
function oneSlip(term: string): number | false {
  return term.length >= SHORT && !/\d/.test(term) ? 0.2 : false;
}

/** In letters. Two that changed places count as two slips: `cahce`. */
function twoSlips(term: string): number | false {
  return term.length >= 5 && !/\d/.test(term) ? 2 : oneSlip(term);
}

function describe({ id: key, score, match }: SearchResult, documents: readonly Document[]): Hit {
  const document = documents[key];
  if (document === undefined) throw new Error(`The search index names document ${key}, which is not there.`);
  const { type, id, title, layer } = document;
  const matched = new Set(Object.keys(match));
  const excerpt = excerptOf(document.text.replace(/\s+/g, ' '), matched);
  const terms = wordsOf(`${title} ${excerpt}`).filter(({ folded }) => matched.has(folded));
  return {
    type,
    id,
    title,
    excerpt,
    score: Math.round(score * 100) / 100,
    layer,
    terms: [...new Set(terms.map(({ text }) => text))],
  };
}

/** Starts at a word, a little before the first match, and ends at one. */
function excerptOf(text: string, matched: ReadonlySet<string>): string {
  if (text.length <= EXCERPT) return text;
  const words = wordsOf(text);
  const first = words.find(({ folded }) => matched.has(folded))?.at ?? 0;
  const room = Math.max(0, Math.min(first - EXCERPT / 3, text.length - EXCERPT));
  const start = room === 0 ? 0 : (words.find(({ at }) => at >= room)?.at ?? 0);
  const last = words.findLast(({ at, text: word }) => at + word.length <= start + EXCERPT);
  const end = last === undefined ? start + EXCERPT : last.at + last.text.length;
  // What follows the last word, if it is the last of all, is its full stop.
  const tail = last === words.at(-1) ? text.slice(end) : '…';
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${tail}`;
}
