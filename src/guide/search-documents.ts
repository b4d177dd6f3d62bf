import type { FileData, Layer } from '../bundle/types.ts';
import { formatMoney } from './money.ts';

/** The files of a bundle that are searched, and the formulas, which are in no bundle. */
export interface SearchParts
  extends Pick<FileData, 'bundle' | 'rounds' | 'asks' | 'topics' | 'comp' | 'faq' | 'company'> {
  formulas: readonly { id: string; title: string; note: string }[];
}

/** What is searched and shown as one thing. */
export interface Document {
  type: 'round' | 'item' | 'ask' | 'topic' | 'priority' | 'comp' | 'faq' | 'company' | 'report' | 'formula';
  id: string;
  title: string;
  text: string;
  /** Other names of it: searched, not shown. */
  names: string;
  /** Null for what is in no bundle. */
  layer: Layer | null;
}

/** Every record of the bundle that says something but the questions, and every formula, as a document. */
export function documentsOf(parts: SearchParts): Document[] {
  const { bundle, rounds, asks, topics, comp, faq, company, formulas } = parts;
  const titles = new Map([...bundle.levels, ...bundle.locations].map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  return [
    ...rounds.rounds.map(({ id, title, aliases, detail, advice, layer }): Document => {
      const { tests, prepare, bring, mistakes } = advice;
      const text = sentences([detail ?? '', ...tests, ...prepare, ...bring, ...mistakes]);
      return { type: 'round', id, title, text, names: names(id, aliases), layer };
    }),
    ...rounds.rounds.flatMap((round) =>
      round.checklist.map(
        ({ id, text }): Document => ({
          type: 'item',
          id,
          title: `${round.title}, checklist`,
          text,
          names: names(id),
          layer: 'advice',
        }),
      ),
    ),
    ...asks.asks.map(
      ({ id, title, aliases, layer }): Document => ({
        type: 'ask',
        id,
        title,
        text: '',
        names: names(id, aliases),
        layer,
      }),
    ),
    ...topics.topics.map(
      ({ id, title, summary, aliases, layer }): Document => ({
        type: 'topic',
        id,
        title,
        text: summary,
        names: names(id, aliases),
        layer,
      }),
    ),
    ...bundle.priorities.map(
      ({ id, title, layer }): Document => ({
        type: 'priority',
        id,
        title,
        text: '',
        names: names(id),
        layer,
      }),
    ),
    ...comp.bands.map(({ id, level, location, currency, min, max, open_ended, note, layer }): Document => {
      const range = `${formatMoney(min, currency)} – ${formatMoney(max, currency)}${open_ended ? '+' : ''}`;
      const title = `${titleOf(level)}, ${titleOf(location)}`;
      return { type: 'comp', id, title, text: sentences([range, note]), names: PAY, layer };
    }),
    ...comp.gaps.map(({ id, location, note, layer }): Document => {
      return { type: 'comp', id, title: `${titleOf(location)}, no figure`, text: note, names: PAY, layer };
    }),
    ...comp.to_ask.map(
      ({ id, text, layer }): Document => ({
        type: 'comp',
        id,
        title: 'To ask about an offer',
        text,
        names: PAY,
        layer,
      }),
    ),
    ...faq.entries.map(({ id, question, answer, aliases, layer }): Document => {
      return { type: 'faq', id, title: question, text: answer, names: names(id, aliases), layer };
    }),
    ...company.facts.map(
      ({ id, group, text, layer }): Document => ({
        type: 'company',
        id,
        title: `Company: ${group}`,
        text,
        names: names(id),
        layer,
      }),
    ),
    ...rounds.reports.map(
      ({ id, title, text, layer }): Document => ({
        type: 'report',
        id,
        title,
        text,
        names: names(id),
        layer,
      }),
    ),
    ...formulas.map(
      ({ id, title, note }): Document => ({
        type: 'formula',
        id,
        title,
        text: note,
        names: names(id),
        layer: null,
      }),
    ),
  ];
}

/** How people call it. */
const PAY = 'comp compensation pay salary band total offer';

function names(id: string, aliases: readonly string[] = []): string {
  return [id, ...aliases].join(' ');
}

/** Runs of advice as one text that can be cut anywhere. */
function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
