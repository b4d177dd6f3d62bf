import type { Card } from './cards.ts';

const COLUMNS = [
  'id',
  'topic',
  'kind',
  'difficulty',
  'prompt',
  'options',
  'answer',
  'explanation',
  'sources',
] as const;

/** The cards as CSV (RFC 4180), with a header; lists are lines within a field. */
export function csvText(cards: readonly Card[]): string {
  const rows = cards.map((card) =>
    COLUMNS.map((column) => {
      const value = card[column];
      return field(Array.isArray(value) ? value.join('\n') : String(value));
    }).join(','),
  );
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function field(text: string): string {
  // A cell that begins so would be run as a formula by a spreadsheet.
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
