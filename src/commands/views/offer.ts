import type { Figures } from '../../guide/comp.ts';
import { formatMoney } from '../../guide/money.ts';
import type { Offer } from '../../guide/offer.ts';
import { heading, keyValues } from '../../terminal/layout.ts';
import type { Screen } from '../../terminal/screen.ts';
import { percent } from '../../wording.ts';
import { blocks } from './common.ts';

/** Where an offer lies, seen from one band: `€30K above`, `33% of the way up`. */
export function placed(band: Figures, { placements }: Offer): string {
  const placement = placements.find(
    ({ level, location }) => level === band.level && location === band.location,
  );
  if (!placement) return '';
  const { position, fraction, distance } = placement;
  if (position !== 'within') return `${formatMoney(distance, band.currency)} ${position}`;
  return fraction === null ? 'in the open end above' : `${percent(fraction)} of the way up`;
}

/** How the total was made up, and what it leaves out. A total that was simply typed is not said again. */
export function offerLines(screen: Screen, offer: Offer): string[] {
  const { currency, parts, notCounted, rate, stated, placements } = offer;
  const isReckoned = parts.length > 1 || rate !== null;
  const notes = [
    rate === null ? null : `${formatMoney(stated.total, stated.currency)} at your rate of ${rate}`,
    parts.length > 1 ? 'the sum is ours' : null,
    placements.length === 0 ? 'no band to place it in' : null,
  ].filter((note) => note !== null);
  const made = parts.map(({ name, yearly, note }) => ({
    key: name,
    value: `${formatMoney(yearly, currency)} a year${note ? ` (${note})` : ''}`,
  }));
  const left = notCounted.map(({ name, amount, note }) => ({
    key: name,
    value: amount === null ? note : `${formatMoney(amount, currency)}. ${note}`,
  }));
  return blocks([
    ...(isReckoned || placements.length === 0
      ? heading(screen, `Your offer: ${formatMoney(offer.total, currency)} a year`, notes.join('; '))
      : []),
    ...keyValues(screen, [...(parts.length > 1 ? made : []), ...left]),
  ]);
}
