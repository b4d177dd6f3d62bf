import type { QuestionOf } from '../bundle/question-schema.ts';
import { formatNumber, formatQuantity } from '../formulas/format.ts';
import { convert, findUnit } from '../formulas/units.ts';
import type { Answers } from './kind.ts';

/** What binary fractions lose on the way, as a share of the answer: without it 0.3 would not be 0.1 · 3. */
const ROUNDING = 1e-9;

/** Whether a number is right: off by at most `tolerance` as a share of the right one. */
export function isWithin(given: number, right: number, tolerance: number): boolean {
  return Math.abs(given - right) <= (tolerance + ROUNDING) * Math.abs(right);
}

/** How exactly an answer must be off by 1.024ⁿ, where no unit was written that says so. */
const EXACT = 1e-3;
/** Up to so many tolerances off, an answer is close. */
const CLOSE = 3;
const PREFIXES = ['k', 'M', 'G', 'T', 'P'] as const;

/**
 * What a wrong number has in common with the right one: GB for GiB, a trap of the question, a power of ten, or that
 * it is close. Empty where nothing is known.
 *
 * @param given the answer in the question's unit
 * @param right the right one in the same
 */
export function notesOn(
  answer: Answers['numeric'],
  given: number,
  right: number,
  { unit, tolerance, traps }: QuestionOf<'numeric'>,
): string[] {
  const binary = binaryNote(answer, right, unit, tolerance) ?? powerNote(answer, given, right);
  const trapped = traps.filter(({ factor }) => isWithin(given, right * factor, tolerance));
  // Two traps of one reason may both be within the tolerance.
  const notes = [...new Set([...(binary === null ? [] : [binary]), ...trapped.map(({ why }) => why)])];
  if (notes.length > 0) return notes;
  const note = tenNote(given, right, tolerance) ?? closeNote(given, right, tolerance);
  return note === null ? [] : [note];
}

/** The answer would be right, were its unit the other of GB and GiB. */
function binaryNote(
  { value, unit: written }: Answers['numeric'],
  right: number,
  unit: string | null,
  tolerance: number,
): string | null {
  const other = otherByte(written);
  if (written === null || other === null) return null;
  const meant = convert(value, other, unit);
  if (meant === null || !isWithin(meant, right, tolerance)) return null;
  const really = formatNumber(convert(value, written, other) ?? 0);
  return `Right only if ${written} were ${other}: ${formatNumber(value)} ${written} is ${really} ${other}.`;
}

/** GiB for GB and the other way round, and so for rates; null for every other unit. */
function otherByte(unit: string | null): string | null {
  const [, prefix = '', binary = '', stem = ''] = /^([kKMGTPE])(i?)(B(?:\/s)?)$/.exec(unit ?? '') ?? [];
  if (prefix === '') return null;
  const other = binary === 'i' ? prefix.replace('K', 'k') : `${prefix.toUpperCase()}i`;
  return findUnit(`${other}${stem}`)?.name ?? null;
}

/** The same where only the size tells, as in 192k tokens for 192Ki, or in plain bytes. */
function powerNote({ unit }: Answers['numeric'], given: number, right: number): string | null {
  if (unit !== null && unit !== 'B' && unit !== 'tokens' && unit !== 'params') return null;
  const stem = unit === 'B' ? 'B' : '';
  for (const [i, prefix] of PREFIXES.entries()) {
    const decimal = `${prefix}${stem}`;
    const binary = `${prefix.toUpperCase()}i${stem}`;
    const ratio = 1.024 ** (i + 1);
    if (isWithin(given * ratio, right, EXACT)) return `Right only if ${decimal} were ${binary}.`;
    if (isWithin(given / ratio, right, EXACT)) return `Right only if ${binary} were ${decimal}.`;
  }
  return null;
}

function tenNote(given: number, right: number, tolerance: number): string | null {
  const power = Math.round(Math.log10(given / right));
  if (!Number.isFinite(power) || power === 0 || Math.abs(power) > 24) return null;
  if (!isWithin(given, right * 10 ** power, tolerance)) return null;
  return `${formatNumber(10 ** Math.abs(power))} times too ${power > 0 ? 'large' : 'small'}.`;
}

function closeNote(given: number, right: number, tolerance: number): string | null {
  const off = given / right - 1;
  if (!(Math.abs(off) <= CLOSE * tolerance)) return null;
  const percent = (share: number) => formatQuantity(Number((100 * share).toPrecision(2)), '%');
  return `Close: ${percent(Math.abs(off))} too ${off * right > 0 ? 'high' : 'low'}; up to ${percent(tolerance)} is right.`;
}
