import { closest } from '../closest.ts';
import { printable } from '../problems.ts';
import { convert, findUnit, isBits, UNITS } from './units.ts';

/** A number with its unit, in the one spelling of the units table; null when none was written. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
}
/** `why` is one or two sentences for the person: what is wrong, and how to write it. */
export type Unreadable = { readonly ok: false; readonly why: string };
export type ParsedQuantity = ({ readonly ok: true } & Quantity) | Unreadable;

/** Nothing that people write by hand is longer. */
const LONGEST = 60;
const PLAIN = String.raw`(?:\d[\d,_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const EXPRESSION = new RegExp(
  String.raw`^[~≈]?\s*(?<sign>[+−-]?)(?<first>${PLAIN})(?:\s*(?:(?<operator>\^|\*\*|/)\s*(?<second>[+−-]?${PLAIN})|[x×*·]\s*10(?:\^|\*\*)(?<exponent>[+−-]?\d+)))?(?<rest>.*)$`,
  'su',
);
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:_\d{3})+$|^\d+$/;

/** What a letter after a number multiplies by. `B` alone is not here: it is bytes or 1e9, see `asCount`. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const BILLION = 1e9;
const COUNTED: readonly (string | null)[] = ['tokens', 'params', 'tokens/s'];

function refused(why: string): Unreadable {
  return { ok: false, why };
}

/**
 * Reads a number as people write it, with or without a unit: `1.5e9`, `3.14 × 10^23`, `2^20`, `3/8`, `37.5%`,
 * `196,608`, `8Ki`, `1.4T tokens`, `1536 MiB`, `312 TFLOP/s`, `21 days`, `~5 µs`.
 *
 * k, M, G and T count in thousands, Ki, Mi, Gi and Ti in 1,024s. A bare `B` stays a unit, since `7B` is seven billion
 * where a count is expected and seven bytes elsewhere: `asCount` and `readAs` decide. Never throws.
 *
 * @returns the value in the unit that was written (`1.5 GB` is 1.5 and `GB`), or why it cannot be read
 */
export function parseQuantity(text: string): ParsedQuantity {
  const trimmed = text.trim();
  if (trimmed === '') return refused('There is no number: write one, such as 1.5e9 or 1.5 GB.');
  if (trimmed.length > LONGEST) return refused('That is too long for a number with a unit.');
  const parts = EXPRESSION.exec(trimmed)?.groups;
  if (!parts) return refused(`${shown(trimmed)} does not begin with a number: write it as 1.5e9 or 1.5 GB.`);
  const { sign = '', first = '', operator, second, exponent, rest = '' } = parts;

  const left = plainNumber(first);
  const right = second === undefined ? null : plainNumber(second);
  if (typeof left === 'string') return refused(left);
  if (typeof right === 'string') return refused(right);
  const size = combine(left, operator, right, exponent);
  if (!Number.isFinite(size)) return refused(`${shown(trimmed)} is not a finite number.`);
  const value = sign === '' || sign === '+' || size === 0 ? size : -size;
  return withUnit(value, rest);
}

/** The number without its grouping commas; a string says why it cannot be read. */
function plainNumber(text: string): number | string {
  const [, sign = '', whole = '', tail = ''] = /^([+−-]?)([\d,_]*)(.*)$/.exec(text) ?? [];
  if (whole !== '' && !GROUPED.test(whole)) {
    const point =
      /^\d+,\d+$/.test(whole) && tail === '' ? ` Write ${whole.replace(',', '.')} for a fraction.` : '';
    return `A comma separates thousands, in groups of three, as in 196,608.${point}`;
  }
  return Number(`${sign.replace('−', '-')}${whole.replace(/[,_]/g, '')}${tail}`);
}

function combine(
  left: number,
  operator: string | undefined,
  right: number | null,
  exponent: string | undefined,
): number {
  if (exponent !== undefined) return left * powerOfTen(exponent);
  if (operator === undefined || right === null) return left;
  if (operator === '/') return left / right;
  return left === 10 && Number.isInteger(right) ? powerOfTen(String(right)) : left ** right;
}

/** Through the decimal reader, which rounds rightly where `10 ** 23` is off in the last place. */
function powerOfTen(exponent: string): number {
  return Number(`1e${exponent.replace('−', '-')}`);
}

function withUnit(value: number, rest: string): ParsedQuantity {
  const word = rest.trim();
  if (word === '') return { ok: true, value, unit: null };
  if (/^[\d.,^*×]|^\/\s*[\d.]|\s[+−-]?[\d.]/u.test(word))
    return refused('Write one number only, such as 1.5e9 or 1,536 MiB.');

  const [, multiplier = '', counted = ''] =
    /^(Ki|Mi|Gi|Ti|[kKMGTB]|thousand|million|billion|trillion)(?:\s+(\S.*))?$/.exec(word) ?? [];
  const factor = multiplier === 'B' ? BILLION : MULTIPLIERS[multiplier];
  if (factor !== undefined && !(multiplier === 'B' && counted === '')) {
    const unit = counted === '' ? null : (findUnit(counted)?.name ?? '');
    if (unit !== null && !COUNTED.includes(unit)) return refused(unknownUnit(word));
    const scaled = value * factor;
    return Number.isFinite(scaled)
      ? { ok: true, value: scaled, unit }
      : refused('That is not a finite number.');
  }
  const unit = findUnit(word);
  return unit ? { ok: true, value, unit: unit.name } : refused(unknownUnit(word));
}

function unknownUnit(word: string): string {
  if (isBits(word))
    return `${shown(word)} is in bits: divide by 8 and write bytes, such as 50 GB/s for 400 Gb/s.`;
  if (/^[kmgtpezy]?flops$/.test(word)) {
    return `${shown(word)} can be a count or a rate: write TFLOP for a count, TFLOP/s for a rate.`;
  }
  const names = UNITS.map(({ name }) => name);
  // Every unit of one letter is one slip away from every other letter.
  const meant = word.length < 2 ? null : closest(word, names);
  const guess = meant === null ? '' : ` Did you mean "${meant}"?`;
  return `${shown(word)} is no known unit.${guess} Known are ${KNOWN}.`;
}

const KNOWN =
  'B (kB, MB … and KiB, MiB …), B/s, FLOP and FLOP/s (with G, T, P, E), s (ns, µs, ms, min, h, days), tokens, tokens/s, params and %';

function shown(text: string): string {
  return `"${printable(text)}"`;
}

/**
 * The quantity as a count: of parameters, tokens, GPUs, layers. Here `7B` is 7e9.
 *
 * @returns null for anything measured in another unit, such as `80 GB`
 */
export function asCount(quantity: Quantity): number | null {
  const { value, unit } = quantity;
  if (unit === 'B') return value * BILLION;
  return unit === null || unit === 'tokens' || unit === 'params' ? value : null;
}

/**
 * The quantity in the unit that is expected. A number without a unit is taken to be in it; `7B` is 7e9 where params,
 * tokens or a bare count are expected; a percentage is a share where a bare number is.
 *
 * @param unit the expected unit, of the units table; null for a bare number
 * @returns null when the quantity measures something else
 */
export function readAs(quantity: Quantity, unit: string | null): number | null {
  const counts = unit === null || unit === 'tokens' || unit === 'params';
  if (counts && quantity.unit === 'B') return asCount(quantity);
  if (quantity.unit === null) return quantity.value;
  return convert(quantity.value, quantity.unit, unit);
}
