import type { BundleInfo, Round } from '../../bundle/types.ts';
import { shownDate } from '../../guide/age.ts';
import { longDate, shortDate } from '../../guide/dates.ts';
import { type Provenance, provenance } from '../../guide/sources.ts';
import { heading, keyValues } from '../../terminal/layout.ts';
import type { Screen } from '../../terminal/screen.ts';
import { prose } from '../../terminal/text.ts';

/** `10 – 29 Dec`, `20 Dec – 12 Jan`; the year only where it is not this one. */
export function span({ from, to }: { from: string; to: string }, today: string): string {
  const show = (date: string) => (date.slice(0, 4) === today.slice(0, 4) ? shortDate(date) : longDate(date));
  if (from === to) return show(from);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const first = isOneMonth ? String(Number(from.slice(8))) : isOneYear ? shortDate(from) : show(from);
  return `${first} – ${show(to)}`;
}

/** A dim line under a statement: its layer, date, age and confidence, and its pages where it is not the guide's. */
export function sourceLines(screen: Screen, stated: Provenance, today: string, indent = 1): string[] {
  return prose(screen, provenance(stated, today), indent).map(screen.theme.dim);
}

/** With its pages named by their ids, for screens that name many; `pageLines` says which they are. */
export function inShort<P extends Provenance>(stated: P): P {
  return { ...stated, sources: stated.sources.map((source) => ({ ...source, title: source.id })) };
}

/** Each page that is not the guide, once: the id it goes by above, its title and its date. */
export function pageLines(screen: Screen, all: readonly Provenance[]): string[] {
  const cited = all.filter(({ layer }) => layer !== 'guide').flatMap(({ sources }) => sources);
  const pages = [...new Map(cited.map((source) => [source.id, source])).values()];
  if (pages.length === 0) return [];
  return [
    ...heading(screen, 'Pages'),
    ...keyValues(
      screen,
      pages.map(({ id, title, asOf }) => ({ key: id, value: `${title}, ${shownDate(asOf)}` })),
    ),
  ];
}

/** Whether what stands side by side on other screens goes one below the other. */
export function isNarrow(screen: Screen, wide = 60): boolean {
  return screen.width < wide;
}

/** Blocks with one empty line between them; empty blocks leave no gap. */
export function blocks(...parts: readonly (readonly string[])[]): string[] {
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : ['', ...part]));
}

/** What rounds are called together: the one's title, or that of the stage that all are of; null where they are of several. */
export function commonTitle(rounds: readonly Round[], { stages }: Pick<BundleInfo, 'stages'>): string | null {
  if (rounds.length < 2) return rounds[0]?.title ?? null;
  const [stage, ...others] = new Set(rounds.map((round) => round.stage));
  return others.length > 0 ? null : (stages.find(({ id }) => id === stage)?.title ?? null);
}

const NO_BREAK = '\u00a0';

/** Parts with a dot between them, which where the text wraps ends a line and does not begin one. */
export function dotted(parts: readonly string[]): string {
  return parts.join(`${NO_BREAK}· `);
}

/** What must stay on one line when its text wraps. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK);
}

/** Wrapped lines as they are printed: what held words together has done its work. */
export function released(line: string): string {
  return line.replaceAll(NO_BREAK, ' ');
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A page and where in it: `Mixtral of Experts, section 2.1`, `…, table 1`. */
export function pageOf({ title, section }: { title: string; section: string | null }): string {
  if (section === null) return title;
  return `${title}, ${/^\d/.test(section) ? `section ${section}` : section}`;
}

/** What a question is known by on one line: its first words that are no code, else its first line. */
export function promptTitle(prompt: string): string {
  const lines = prompt.trim().split('\n');
  const fence = lines.findIndex((line) => line.startsWith('```'));
  if (fence !== 0) return lines[0] ?? '';
  const end = lines.findIndex((line, i) => i > 0 && line.startsWith('```'));
  return `${lines[end + 1] ?? ''} ${lines.slice(1, end).join('; ')}`.trim();
}
