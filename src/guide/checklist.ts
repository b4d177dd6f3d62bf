import type { ChecklistItem, Round } from '../bundle/types.ts';
import { usage } from '../errors.ts';
import { guessed, quoted } from '../wording.ts';
import { find } from './find.ts';

export interface ChecklistEntry {
  id: string;
  text: string;
  done: boolean;
}

export interface RoundChecklist {
  id: string;
  title: string;
  items: ChecklistEntry[];
}

/** All of it ours: a checklist claims nothing about the company. */
export interface Checklist {
  rounds: RoundChecklist[];
}

/** The checklists of these rounds, in their order; a round without items stays, empty. */
export function checklistOf(rounds: readonly Round[], ticked: ReadonlySet<string>): Checklist {
  return {
    rounds: rounds.map(({ id, title, checklist }) => ({
      id,
      title,
      items: checklist.map((item) => ({ id: item.id, text: item.text, done: ticked.has(item.id) })),
    })),
  };
}

/** Every item with its round. An id stands for one item, whatever its round: the first one keeps it. */
export function itemsById(rounds: readonly Round[]): Map<string, { item: ChecklistItem; round: Round }> {
  const all = new Map<string, { item: ChecklistItem; round: Round }>();
  for (const round of rounds) {
    for (const item of round.checklist) if (!all.has(item.id)) all.set(item.id, { item, round });
  }
  return all;
}

/**
 * The ids of the items that were typed, each once, in the order typed; commas separate as spaces do. A beginning is
 * not enough here: a tick is kept, and the wrong one would pass unseen.
 *
 * @param rounds every round of the bundle, since an id names an item without its round
 * @throws a usage error `unknown-checklist-item` with what was probably meant
 */
export function itemIds(typed: readonly string[], rounds: readonly Round[]): string[] {
  const candidates = [...itemsById(rounds).keys()].map((id) => ({ id, title: id }));
  const words = typed.flatMap((word) => word.split(/[\s,]+/)).filter((word) => word !== '');
  const ids = words.map((word) => {
    const found = find(word, candidates);
    if (found.kind === 'found' && found.by === 'name') return found.value.id;
    const near = found.kind === 'found' ? found.value.id : found.kind === 'unknown' ? found.suggestion : null;
    throw usage(
      'unknown-checklist-item',
      `There is no checklist item ${quoted(word)}.`,
      `${guessed(near)}The ids stand beside the items: mistral-prep checklist`,
    );
  });
  return [...new Set(ids)];
}

/** GitHub task lists under a heading for each round, to paste into notes. */
export function checklistMarkdown({ rounds }: Checklist): string[] {
  const sections = rounds
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => [
      `## ${markdown(title)}`,
      '',
      ...items.map(({ text, done }) => `- [${done ? 'x' : ' '}] ${markdown(text)}`),
      '',
    ]);
  return [...sections.flat(), 'Advice: ours, not a claim about the company.'];
}

/** Text of the bundle on one line, its signs kept from being read as Markdown; `code` stays code. */
function markdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? part : escapeMarkdown(part)))
    .join('');
}

// An underscore within a word is no emphasis, and stays readable where Markdown is not rendered.
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*<[`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&').replace(/^#/, '\\#');
}
