import { clean, closeColours, clusters } from './ansi.ts';
import { lineWidth, type Screen } from './screen.ts';
import { gap, width, wrap } from './text.ts';

/** What stands before a line of code where nothing else is asked for, and how far what does not fit is set in. */
const GUTTER = '│ ';
const FURTHER = 2;

/**
 * Light Markdown as lines: paragraphs, lists, fenced code, `code`, **strong** and *emphasis*. Inline code keeps its
 * marks and a block its line breaks, since colour only repeats them. What follows on a block stands apart from it.
 *
 * @param gutter before each line of a block of code; spaces where it is read aloud
 */
export function markdown(screen: Screen, source: string, indent = 1, gutter = GUTTER): string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let isCode = false;
  let isBelowCode = false;
  const flush = () => {
    if (paragraph.length > 0) lines.push(...block(screen, paragraph.join(' '), indent));
    paragraph = [];
  };
  for (const line of clean(source).trimEnd().split('\n')) {
    if (/^\s*```/.test(line)) {
      flush();
      isCode = !isCode;
      isBelowCode = !isCode;
    } else if (isCode) {
      lines.push(...code(screen, line, indent, gutter));
    } else if (line.trim() === '') {
      flush();
      if (lines.at(-1) !== '') lines.push('');
    } else {
      if (LIST.test(line)) flush();
      if (isBelowCode && lines.at(-1) !== '') lines.push('');
      isBelowCode = false;
      paragraph.push(line.trim());
    }
  }
  flush();
  return lines;
}

/** A text behind its lead, such as a mark or a key; its further lines stand under its beginning. */
export function led(screen: Screen, lead: string, source: string): string[] {
  const [first = '', ...others] = markdown(screen, source, width(lead));
  return [`${lead}${first.trimStart()}`.trimEnd(), ...others];
}

const LIST = /^\s*(?:[-*]|\d+[.)])\s+/;

function block(screen: Screen, text: string, indent: number): string[] {
  const mark = LIST.exec(text)?.[0].trim() ?? null;
  const lead = mark === null ? '' : `${/^[-*]$/.test(mark) ? '·' : mark} `;
  const body = inline(screen, mark === null ? text : text.replace(LIST, ''));
  return wrap(`${lead}${body}`, lineWidth(screen), { indent, hanging: indent + lead.length });
}

function inline({ theme }: Screen, text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 2
        ? theme.accent(part)
        : part
            .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => theme.bold(strong))
            .replace(EMPHASIS, (_, word: string) => theme.underline(word)),
    )
    .join('');
}

/** Not a product: `a * b` has spaces inside. */
const EMPHASIS = /(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])/g;

/** Code is never reflowed; a line that is too long goes on below, set in. */
function code(screen: Screen, line: string, indent: number, gutter: string): string[] {
  const lead = `${gap(indent)}${screen.theme.dim(gutter)}`;
  const columns = lineWidth(screen) - indent - gutter.length;
  return closeColours(pieces(line, columns)).map((piece) => `${lead}${piece}`.trimEnd());
}

function pieces(line: string, columns: number): string[] {
  if (width(line) <= columns) return [line];
  const cut: string[] = [];
  let piece = '';
  for (const part of clusters(line)) {
    if (width(piece) + width(part) > columns) {
      cut.push(piece);
      piece = gap(FURTHER);
    }
    piece += part;
  }
  return [...cut, piece];
}
