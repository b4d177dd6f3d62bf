import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { questionFile } from '../../src/bundle/question-schema.ts';
import { ankiText } from '../../src/export/anki.ts';
import { type Card, cardOf } from '../../src/export/cards.ts';
import { csvText } from '../../src/export/csv.ts';
import { studySheet } from '../../src/export/study-sheet.ts';

const folder = new URL('../../data/questions/', import.meta.url);
/** Every question of the bank, so that no text of it breaks a format. */
const cards: Card[] = readdirSync(folder).flatMap((name) => {
  const { topic, questions } = v.parse(questionFile, parse(readFileSync(new URL(name, folder), 'utf8')));
  return questions.map((question) => cardOf(question, topic, (ref) => JSON.stringify(ref)));
});
const card = (more: Partial<Card>): Card => ({
  id: 'q',
  topic: 't',
  kind: 'choice',
  difficulty: 1,
  prompt: 'p',
  options: [],
  answer: ['a'],
  refuted: [],
  steps: [],
  explanation: 'e',
  followups: [],
  sources: [],
  ...more,
});

/** Rows of quoted text: a separator or a line break within quotes belongs to the field. */
function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? '';
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === separator || c === '\n') {
      rows.at(-1)?.push(field.replace(/\r$/, ''));
      field = '';
      if (c === '\n') rows.push([]);
    } else field += c;
  }
  rows.pop();
  return rows;
}

describe('a card', () => {
  it('has an answer, whatever the kind', () => {
    for (const one of cards) {
      expect(one.answer.join('').length).toBeGreaterThan(0);
      expect(one.prompt).not.toContain('{{');
      expect(one.explanation).not.toContain('{{');
    }
  });

  it('that is to be put in order shows what, and answers with the same in another order', () => {
    const orders = cards.filter(({ kind }) => kind === 'order');
    expect(orders.length).toBeGreaterThan(10);
    for (const { options, answer } of orders) {
      expect(options).not.toEqual(answer);
      expect(options.toSorted()).toEqual(answer.toSorted());
    }
  });
});

describe("Anki's text import (docs.ankiweb.net/importing/text-files.html)", () => {
  const lines = ankiText(cards, (id) => id).split('\n');
  const notes = rowsOf(lines.filter((line) => !line.startsWith('#')).join('\n'), '\t');

  it('has header lines, and a note a line with as many fields as they name', () => {
    expect(lines.slice(0, 6)).toEqual([
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:4',
    ]);
    expect(notes).toHaveLength(cards.length);
    expect(lines).toHaveLength(6 + cards.length + 1);
    for (const note of notes) expect(note).toHaveLength(6);
    expect(new Set(notes.map(([guid]) => guid)).size).toBe(cards.length);
  });

  const noteOf = (more: Partial<Card>) => {
    const lines = ankiText([card(more)], (id) => id).split('\n');
    return rowsOf(lines.slice(6).join('\n'), '\t')[0];
  };

  it('code keeps its lines, and a text is never markup', () => {
    const note = noteOf({
      prompt: 'Is `a < b`?\n```python\nif a < b:\n    go()\n```\n<script>x</script>',
    });
    expect(note?.[4]).toContain('<code>a &lt; b</code>');
    expect(note?.[4]).toContain('if a &lt; b:<br>    go()');
    expect(note?.[4]).not.toContain('<script');
  });

  it('a source is plain text, and its address a link', () => {
    const url = 'https://docs.python.org/3/datamodel.html?a=1&b=2#object.__hash__';
    const note = noteOf({ sources: [`Data model, object.__hash__ <3>, ${url}`] });
    const address = url.replace('&', '&amp;');
    expect(note?.[5]).toContain(
      `<small>Data model, object.__hash__ &lt;3&gt;, <a href="${address}">${address}</a></small>`,
    );
  });
});

describe('CSV (RFC 4180)', () => {
  it('reads back as it was', () => {
    const [header, ...rows] = rowsOf(csvText(cards), ',');
    expect(header?.slice(0, 3)).toEqual(['id', 'topic', 'kind']);
    expect(rows.map(([id]) => id)).toEqual(cards.map(({ id }) => id));
    for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
  });

  it('a cell is never run as a formula', () => {
    const [, row] = rowsOf(csvText([card({ prompt: '=1+1', explanation: 'say "a", b\nand c' })]), ',');
    expect(row?.[4]).toBe("'=1+1");
    expect(row?.[7]).toBe('say "a", b\nand c');
  });
});

it('a study sheet has each question once, under its topic', () => {
  const sheet = studySheet(cards, (id) => `Topic ${id}`, 'Sheet');
  for (const { id } of cards) expect(sheet.split(`. ${id} (`)).toHaveLength(2);
  expect(sheet.match(/^## /gm)).toHaveLength(new Set(cards.map(({ topic }) => topic)).size);
});
