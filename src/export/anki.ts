import { Marked } from 'marked';
import type { Card } from './cards.ts';
import { escaped } from './html.ts';

/** What a bundle's text says is text, never markup of the page. */
const marked = new Marked({ renderer: { html: ({ text }) => escaped(text) } });

/** The deck that a topic's notes go to, below this one. */
const DECK = 'mistral-prep';

/**
 * The cards as text that Anki imports (docs.ankiweb.net/importing/text-files.html): header lines, then a note a line,
 * tab-separated, with a guid, deck, tags, front and back in HTML. Importing again updates the notes.
 */
export function ankiText(cards: readonly Card[], topicTitle: (id: string) => string): string {
  const header = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
  ];
  const notes = cards.map((card) =>
    [
      `mistral-prep-${card.id}`,
      'Basic',
      `${DECK}::${topicTitle(card.topic)}`,
      [card.topic, card.kind, `difficulty-${card.difficulty}`].join(' '),
      front(card),
      back(card),
    ]
      .map(field)
      .join('\t'),
  );
  return `${[...header, ...notes].join('\n')}\n`;
}

/** Quoted as the format wants it: a quote is doubled, and a line break within HTML is one space or a tag. */
function field(text: string): string {
  return `"${text.replace(/\t/g, ' ').replace(/\n/g, '').replaceAll('"', '""')}"`;
}

function front({ prompt, options }: Card): string {
  return html(prompt) + list(options);
}

function back(card: Card): string {
  const { answer, steps, explanation, refuted, sources } = card;
  const right =
    card.kind === 'open' ? html(`${answer[0] ?? ''}\n\n${answer.slice(1).join('\n')}`) : lines(answer);
  return [
    `<b>${card.kind === 'open' ? '' : right}</b>${card.kind === 'open' ? right : ''}`,
    steps.length === 0 ? '' : `<p>${steps.map(escaped).join('<br>')}</p>`,
    html(explanation),
    list(refuted),
    `<small>${sources.map(plain).join('<br>')}</small>`,
  ].join('');
}

/** Light Markdown as HTML. Line breaks in code are kept as tags, because a note is one line. */
function html(markdown: string): string {
  const made = marked.parse(markdown, { async: false });
  return made.replace(/<pre>[\s\S]*?<\/pre>/g, (code) => code.replace(/\n/g, '<br>')).replace(/\n/g, ' ');
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => inline(text)).join('<br>');
}

/** Text that is no Markdown, such as a title with `object.__hash__` in it; an address can be followed. */
function plain(text: string): string {
  return escaped(text).replace(/https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`);
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${inline(text)}</li>`).join('')}</ul>`;
}

function inline(text: string): string {
  return marked.parseInline(text, { async: false }).replace(/\n/g, ' ');
}
