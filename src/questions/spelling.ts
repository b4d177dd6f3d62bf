/**
 * How a typed term compares with an accepted spelling: the same, a slip of the pen that is forgiven, one that is not,
 * or another term.
 */
export type Likeness = 'same' | 'slip' | 'near' | 'other';

/** Words of more letters than this may hold a slip. */
const SHORT_WORD = 5;
/** Where fewer signs stand right, what was typed is not near: any other letter is one slip from a single one. */
const NEAR_SIGNS = 2;

interface Sign {
  sign: string;
  /** It begins a word. */
  first: boolean;
  /** How many letters its word has. */
  letters: number;
}

/**
 * One spelling for what differs in case, diacritics, hyphens, spaces, commas, quotes, a leading "the" or a full
 * stop. A gap between two digits stays one: 2-4 is not 24.
 */
export function foldTerm(text: string): string {
  return signsOf(text)
    .map(({ sign }) => sign)
    .join('');
}

/**
 * Compares what was typed with an accepted spelling. One slip is forgiven, a letter too many, too few, wrong, or two
 * swapped (the distance of Damerau, 1964), where the spelling's word has more than five letters. The first letter
 * must stand, because there one letter makes another term (symmetric, asymmetric), and so must digits (fp8, fp16).
 */
export function compareSpelling(typed: string, spelling: string): Likeness {
  if (foldTerm(typed) === foldTerm(spelling)) return 'same';
  const slip = slipBetween(signsOf(typed), signsOf(spelling));
  if (slip === null) return 'other';
  const isForgiven =
    slip.signs.every((sign) => LETTER.test(sign)) &&
    slip.at.every(({ first, letters }) => !first && letters > SHORT_WORD);
  if (isForgiven) return 'slip';
  return slip.standing < NEAR_SIGNS ? 'other' : 'near';
}

const LETTER = /^\p{L}$/u;
const BETWEEN_WORDS = /[\s,\p{Pd}_\u2212]+/u;

function signsOf(text: string): Sign[] {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}"'`\u2018\u2019\u201c\u201d]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/^\s*the\s+(?=\S)/, '')
    .replace(/[.,!?\s\p{Pd}_\u2212]+$/u, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
  return words.flatMap((word, i) => {
    const signs = [...word];
    const letters = signs.filter((sign) => LETTER.test(sign)).length;
    const gap = /\p{Nd}$/u.test(words[i - 1] ?? '') && /^\p{Nd}/u.test(word);
    return [
      ...(gap ? [{ sign: ' ', first: true, letters: 0 }] : []),
      ...signs.map((sign, place) => ({ sign, first: place === 0, letters })),
    ];
  });
}

/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

/** One slip: the signs that are in it, on both sides, where in the spelling it is, and how many signs stand right. */
interface Slip {
  signs: readonly string[];
  at: readonly Sign[];
  standing: number;
}

/** The slip that makes one of the other; null where they are further apart. */
function slipBetween(typed: readonly Sign[], spelling: readonly Sign[]): Slip | null {
  const shorter = Math.min(typed.length, spelling.length);
  const same = (i: number, j: number) => typed.at(i)?.sign === spelling.at(j)?.sign;
  let before = 0;
  while (before < shorter && same(before, before)) before++;
  let after = 0;
  while (after < shorter - before && same(-1 - after, -1 - after)) after++;
  const wrong = typed.slice(before, typed.length - after);
  const right = spelling.slice(before, spelling.length - after);
  const signs = [...wrong, ...right].map(({ sign }) => sign);
  const standing = [...spelling.slice(0, before), ...spelling.slice(spelling.length - after)].filter(
    ({ sign }) => sign !== ' ',
  ).length;
  if (wrong.length === 1 && right.length === 0) {
    // A letter too many stands in no word of the spelling: it counts to the one that it follows.
    const letters = spelling[before - 1]?.letters ?? 0;
    return { signs, at: wrong.map((extra) => ({ ...extra, letters })), standing };
  }
  const isSwap = wrong.length === 2 && same(before, before + 1) && same(before + 1, before);
  const isSlip = right.length === 1 && wrong.length <= 1;
  return isSlip || (isSwap && right.length === 2) ? { signs, at: right, standing } : null;
}
