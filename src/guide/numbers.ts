import { usage } from '../errors.ts';
import { quoted } from '../wording.ts';

/**
 * Reads a share of the base, in percent: `15%`, `12.5 %`, `12,5%`.
 *
 * @returns 15 for `15%`; from 0 to 500
 * @throws a usage error `bad-percentage`
 */
export function parsePercent(text: string): number {
  const written = /^(\d{1,3})(?:[.,](\d{1,4}))?\s?%$/.exec(text.trim());
  const percent = written ? Number(`${written[1]}.${written[2] ?? '0'}`) : Number.NaN;
  if (percent >= 0 && percent <= 500) return percent;
  throw usage(
    'bad-percentage',
    `${quoted(text)} is not a share of the base.`,
    'Write it as 15%, or as an amount a year: 20000.',
  );
}

/**
 * Reads an exchange rate: `0.92`, `0,92`, `1.085`. A comma before exactly three digits is refused if it could group.
 *
 * @throws a usage error `bad-rate`
 */
export function parseRate(text: string): number {
  const written = /^(\d{0,7})(?:([.,])(\d{1,10}))?$/.exec(text.trim());
  const [, whole = '', mark, fraction = '0'] = written ?? [];
  const couldGroup = mark === ',' && fraction.length === 3 && /^[1-9]/.test(whole);
  const rate = written && !couldGroup ? Number(`${whole || '0'}.${fraction}`) : Number.NaN;
  if (rate > 0) return rate;
  throw usage(
    'bad-rate',
    `${quoted(text)} is not an exchange rate.`,
    'Write it as 0.92: what one unit of the offer is worth in the currency of the bands.',
  );
}

/**
 * Reads over how many years a grant vests: `4`, `3.5`.
 *
 * @returns from 1 to 20
 * @throws a usage error `bad-years`
 */
export function parseYears(text: string): number {
  const years = /^\d{1,2}(?:\.\d{1,2})?$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  if (years >= 1 && years <= 20) return years;
  throw usage(
    'bad-years',
    `${quoted(text)} is not a number of years.`,
    'Write how long the whole grant vests, 1 to 20: --years 4',
  );
}
