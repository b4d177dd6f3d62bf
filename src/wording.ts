import { printable } from './problems.ts';

/** What was typed, safe to show on one line and not longer than that. */
export function quoted(words: string): string {
  const letters = [...words.trim()];
  return `"${printable(letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join(''))}"`;
}

/** Ids listed in a message. */
const LISTED = 12;

/** The first ids, each once, and how many there are where that is not all. */
export function listed(ids: readonly string[]): string {
  const shown = [...new Set(ids)];
  if (shown.length <= LISTED) return shown.join(', ');
  return `${shown.slice(0, LISTED).join(', ')}, … (${shown.length} in all)`;
}

/** A share, 0…1, in whole per cents. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `40–63%`, in whole per cents; null where these leave it no width. */
export function percentRange({ low, high }: { low: number; high: number }): string | null {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  return from === to ? null : `${from}–${to}%`;
}

/** `9 new` and `39 again`, of questions; without what there is none of. */
export function newAndAgain(fresh: number, again: number): string[] {
  return [...(fresh > 0 ? [`${fresh} new`] : []), ...(again > 0 ? [`${again} again`] : [])];
}

/** `Did you mean "kv-cache"? `, to go before what else there is to say; nothing where nothing is near. */
export function guessed(near: string | null): string {
  return near === null ? '' : `Did you mean "${near}"? `;
}

/** A clause with a capital letter. */
export function capital(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
