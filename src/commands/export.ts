import type { Command } from 'commander';
import { filtered } from '../coach/choose.ts';
import { answersOf } from '../coach/history.ts';
import { roundsByTopic } from '../coach/items.ts';
import type { Context } from '../context.ts';
import { usage } from '../errors.ts';
import { type Card, cardOf } from '../export/cards.ts';
import { citations } from '../guide/sources.ts';
import { recall, stateOf } from '../memory/index.ts';
import { jsonText, printable } from '../problems.ts';
import { examples } from './answer.ts';
import { type Desk, openDesk } from './desk.ts';
import { writeNewFile } from './output-file.ts';
import { type FilterWords, filterOptions, filtersOf } from './quiz/filters.ts';
import { pageOf } from './views/common.ts';

interface Options extends FilterWords {
  out?: string;
}

const FORMATS = [
  ['anki', "Anki's text import: decks by topic, tags, HTML"],
  ['csv', 'a table for a spreadsheet'],
  ['json', 'questions, memory and history'],
  ['markdown', 'a study sheet by topic'],
] as const;
type Format = (typeof FORMATS)[number][0];

export function define(command: Command, context: Context): void {
  for (const [format, description] of FORMATS) {
    filterOptions(command.command(format).description(description))
      .option('--out <file>', 'write it there; without it, to the output')
      .action((options: Options) => run(context, format, options));
  }
  examples(command, context, [
    ['export anki --out prep.txt', 'then File, Import in Anki'],
    ['export markdown --topic moe kv-cache > sheet.md', 'two topics to read on the train'],
    ['export json --out backup.json', 'everything that a program may want'],
  ]);
}

async function run(context: Context, format: Format, options: Options): Promise<void> {
  if (context.json && format !== 'json' && options.out === undefined) {
    throw usage(
      'not-json',
      `export ${format} prints no JSON.`,
      'The same questions as JSON: mistral-prep export json; or write it to a file: --out FILE',
    );
  }
  const desk = await openDesk(context);
  const { topics } = desk.files.topics;
  const filters = await filtersOf(context, options);
  const entries = filtered(desk.entries, filters, roundsByTopic(topics));
  const questions = await desk.bank.read(new Set(entries.map(({ topic }) => topic)));
  const cards = entries.flatMap(({ id, topic }): Card[] => {
    const question = questions.get(id);
    if (question === undefined) return [];
    const cite = (ref: (typeof question.sources)[number]) =>
      citations([ref], desk.files.sources.sources)
        .map((source) => `${pageOf(source)}${source.url === null ? '' : `, ${source.url}`}`)
        .join('; ');
    return [cardOf(question, topic, cite)];
  });
  write(context, options.out, await textOf(context, format, cards, desk));
}

async function textOf(context: Context, format: Format, cards: readonly Card[], desk: Desk): Promise<string> {
  const title = (id: string) => desk.files.topics.topics.find((topic) => topic.id === id)?.title ?? id;
  switch (format) {
    case 'anki':
      return (await import('../export/anki.ts')).ankiText(cards, title);
    case 'csv':
      return (await import('../export/csv.ts')).csvText(cards);
    case 'markdown': {
      const { studySheet } = await import('../export/study-sheet.ts');
      return studySheet(cards, title, `${desk.files.bundle.company}: study sheet`);
    }
    case 'json':
      return `${jsonText(everything(context, cards, desk), 2)}\n`;
  }
}

function everything({ journal }: Context, cards: readonly Card[], { past, course }: Desk) {
  const wanted = new Set(cards.map(({ id }) => id));
  const { answers } = answersOf(journal.events());
  return {
    date: course.today,
    questions: cards,
    memory: cards.map(({ id }) => ({
      id,
      state: stateOf(past.memory, id),
      recall: recall(past.memory, id, course.now),
      deadline: course.deadlines.get(id) ?? null,
    })),
    history: answers
      .filter(({ id }) => wanted.has(id))
      .map(({ event, grade, correct }) => ({ ...event, grade, correct })),
  };
}

function write({ world, json }: Context, file: string | undefined, text: string): void {
  if (file === undefined) {
    world.stdout.write(text);
    return;
  }
  writeNewFile(file, text);
  world.stdout.write(json ? `${JSON.stringify({ written: file })}\n` : `✔ written: ${printable(file)}\n`);
}
