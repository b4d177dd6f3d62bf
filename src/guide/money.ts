import { type KnownError, usage } from '../errors.ts';
import { quoted } from '../wording.ts';

/** An amount of money as somebody wrote it. */
export interface Money {
  /** In whole units of the currency (euros, not cents); not negative. */
  amount: number;
  /** ISO 4217, such as EUR; null if none was written. */
  currency: string | null;
}

/** Above this it is a slip of the keyboard, not an offer. */
const MOST = 1e9;
const LONGEST = 40;

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  us$: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};
const NAMES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  pound: 'GBP',
  pounds: 'GBP',
};
const EXPONENT: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6 };

const NUMBER = String.raw`(?<number>[\d.](?:[\d., _'’]*\d)?)`;
const CURRENCY = String.raw`us\$|[€$£¥₹]|[a-z]{3,7}`;
const WHOLE = new RegExp(
  `^(?<before>${CURRENCY})? ?${NUMBER} ?(?<suffix>[km])? ?(?<after>${CURRENCY})?$`,
  'i',
);

/**
 * Reads an amount as people write it: `210k`, `€210,000`, `210 000` (any kind of space), `210'000`, `210_000`,
 * `0.21m`, `210000 EUR`, `usd 200K`.
 *
 * Where a sign means one thing here and another there, it is refused rather than guessed: a point or comma before
 * exactly three digits may group or divide. A comma so placed groups (`210,000`) unless k or m follows; a point so
 * placed (`210.000`) is always refused. Before any other number of digits a point divides (`210.5`); a comma does so
 * only with k or m (`210,5k`): without them, `210,00` is more likely a slip than cents.
 *
 * @throws a usage error, `bad-money` or `ambiguous-money`, whose hint says how to write it
 */
export function parseMoney(text: string): Money {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') throw usage('bad-money', 'No amount was given.', 'Write it as 210000 or 210k.');
  if (/^[(]?[€$£¥₹a-z ]*[-−–]/i.test(plain)) {
    throw usage('bad-money', `${quoted(text)} is negative.`, 'An amount is zero or more: 210000 or 210k.');
  }
  const groups = plain.length > LONGEST ? undefined : WHOLE.exec(plain)?.groups;
  if (groups === undefined) throw unreadable(text);
  const { before, number = '', suffix = '', after } = groups;
  const amount = amountOf(number, suffix.toLowerCase(), text);
  if (!Number.isFinite(amount) || amount > MOST) {
    throw usage('bad-money', `${quoted(text)} is more than a billion.`, 'Check the zeros: 210000 or 210k.');
  }
  return { amount, currency: oneCurrency(before, after, text) };
}

/**
 * An amount for the screen, in whole units: `€120K`, `€210.5K`, `€1.25M`, `€33,333`, `CHF 90K`. It is shortened only
 * where nothing is lost, and never to three digits after the point, so `parseMoney` reads it back.
 *
 * @param currency ISO 4217, or null for the bare number
 */
export function formatMoney(amount: number, currency: string | null): string {
  const sign = Object.entries(SIGNS).find(([sign, code]) => sign.length === 1 && code === currency)?.[0];
  return `${sign ?? (currency === null ? '' : `${currency} `)}${shortened(Math.round(amount))}`;
}

/** To the cent: thirds of a grant are endless. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function shortened(whole: number): string {
  if (whole >= 1e6 && whole % 1e4 === 0) return `${whole / 1e6}M`;
  if (whole >= 1e3 && whole < 1e6 && whole % 100 === 0) return `${whole / 1e3}K`;
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

function amountOf(number: string, suffix: string, text: string): number {
  const exponent = EXPONENT[suffix] ?? 0;
  // The decimal point is moved in the text: 1.005 · 1e6 is not 1005000 in binary.
  const value = (whole: string, fraction = '') =>
    Number(`${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}e${exponent}`);
  if (/^\d+$/.test(number)) return value(number);
  if (isGrouped(number, "[ _'’]")) return value(number);

  const single = /^(?<whole>\d*)(?<mark>[.,])(?<fraction>\d+)$/.exec(number)?.groups;
  if (single) {
    const { whole = '', mark = '', fraction = '' } = single;
    const couldGroup = /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3;
    if (couldGroup && mark === ',' && suffix === '') return value(whole + fraction);
    if (couldGroup) throw ambiguous(text, { whole, fraction, exponent });
    if (mark === ',' && suffix === '') throw ambiguous(text, { whole, fraction, exponent });
    return value(whole, fraction);
  }
  // More than one mark: the same one twice can only group, and of two kinds the last one divides.
  if (isGrouped(number, '[.,]')) return value(number);
  const mixed = /^(?<whole>.*?)(?<mark>[.,])(?<fraction>\d{1,2}|\d{4,})$/.exec(number)?.groups;
  const { whole = '', mark = '', fraction = '' } = mixed ?? {};
  if (mixed && isGrouped(whole, mark === '.' ? "[, _'’]" : "[. _'’]")) return value(whole, fraction);
  throw unreadable(text);
}

/** Groups of three, all divided by the same sign. */
function isGrouped(number: string, signs: string): boolean {
  return new RegExp(`^[1-9]\\d{0,2}(${signs})\\d{3}(?:\\1\\d{3})*$`).test(number);
}

function oneCurrency(before: string | undefined, after: string | undefined, text: string): string | null {
  const [first, second] = [before, after]
    .filter((word) => word !== undefined)
    .map((word) => currencyOf(word, text));
  if (second !== undefined && second !== first) {
    throw usage('bad-money', `${quoted(text)} names two currencies.`, 'Write one, as in 210000 EUR.');
  }
  return first ?? null;
}

function currencyOf(word: string, text: string): string {
  const known = SIGNS[word.toLowerCase()] ?? NAMES[word.toLowerCase()];
  if (known !== undefined) return known;
  const code = word.toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return code;
  throw usage(
    'bad-money',
    `${quoted(text)} is in no currency that is known here.`,
    'Write its code, as in 210000 EUR.',
  );
}

interface Single {
  whole: string;
  fraction: string;
  exponent: number;
}

/** Refuses an amount, and writes out both of its readings where they are worth writing. */
function ambiguous(text: string, { whole, fraction, exponent }: Single): KnownError {
  const grouped = Number(`${whole}${fraction}e${exponent}`);
  const divided = Number(`${whole || '0'}.${fraction}e${exponent}`);
  return usage('ambiguous-money', `${quoted(text)} means one thing here and another there.`, howElse());

  function howElse(): string {
    if (exponent > 0) {
      const readings = [grouped, divided].filter((reading) => reading <= MOST && Number.isInteger(reading));
      return `Write ${readings.join(' or ')}.`;
    }
    const orLess = Number.isInteger(divided) ? `; or ${divided} if that is what you mean` : '';
    if (fraction.length === 3) return `Write ${inFull(grouped)}${orLess}.`;
    if (divided < 1) return `Write ${divided}m.`;
    const units = Math.floor(divided);
    return units >= 1000 ? `Write ${inFull(units)}.` : `Write ${inFull(units * 1000)}${orLess}.`;
  }
}

function inFull(amount: number): string {
  return amount > 0 && amount % 1000 === 0 ? `${amount} or ${amount / 1000}k` : String(amount);
}

function unreadable(text: string): KnownError {
  return usage(
    'bad-money',
    `${quoted(text)} is not an amount.`,
    'Write it as 210000, 210k, €210,000 or 0.21m.',
  );
}
