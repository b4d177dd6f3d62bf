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

/**
 * A text without as many empty lines as makes the whole of it fit; where that cannot be, as makes all from the anchor on
 * fit below the line that says how much is hidden; else as it is.
 */
export function fitted(lines: readonly string[], room: number, anchor: number): readonly string[] {
  const whole = squeezed(lines, room);
  if (whole.length <= room) return whole;
  return [...lines.slice(0, anchor), ...squeezed(lines.slice(anchor), room - 1)];
}

/** Without as many of its first empty lines as makes the whole of a text fit; as it is where that cannot be. */
function squeezed(lines: readonly string[], room: number): readonly string[] {
  const isEmpty = (line: string) => line.trim() === '';
  let tooMany = lines.length - room;
  if (tooMany > lines.filter(isEmpty).length) return lines;
  return lines.filter((line) => !isEmpty(line) || tooMany-- <= 0);
}
