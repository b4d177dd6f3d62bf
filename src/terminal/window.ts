/** A part of a text that is taller than the room for it. */
export interface Window {
  lines: readonly string[];
  /** Lines hidden before and behind. */
  above: number;
  below: number;
}

/**
 * As many lines as there is room for, from `offset` or as near to it as leaves no room empty.
 *
 * @param room rows; where it is too small for everything, one of them is left for saying so
 */
export function windowOf(lines: readonly string[], room: number, offset: number): Window {
  if (lines.length <= room) return { lines, above: 0, below: 0 };
  const rows = Math.max(1, Math.floor(room) - 1);
  const above = Math.min(Math.max(0, offset), Math.max(0, lines.length - rows));
  const shown = lines.slice(above, above + rows);
  return { lines: shown, above, below: lines.length - above - shown.length };
}

/** Without as many of its first empty lines as makes the whole of a text fit; as it is where that cannot be. */
export function squeezed(lines: readonly string[], room: number): readonly string[] {
  const isEmpty = (line: string) => line.trim() === '';
  let tooMany = lines.length - room;
  if (tooMany > lines.filter(isEmpty).length) return lines;
  return lines.filter((line) => !isEmpty(line) || tooMany-- <= 0);
}
