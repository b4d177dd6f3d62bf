import * as v from 'valibot';
import { parse } from 'yaml';
import { type QuestionFile, questionFile } from '../../src/bundle/question-schema.ts';
import type { Source } from '../../src/bundle/types.ts';
import { ALL_KINDS, type Figures, figuresOf } from './figures.ts';
import { fitOf } from './fit.ts';

/** The figures as a table in Markdown; with `details` also what the cards hide at first sight. */
export function print(
  files: readonly { readonly name: string; readonly text: string }[],
  sources: string,
  details: boolean,
): string {
  const parsed = files.map(({ text }): QuestionFile => v.parse(questionFile, parse(text)));
  const cited = (parse(sources) as { sources: Source[] }).sources;
  const { all, byTopic } = figuresOf(parsed, cited);
  return [
    '| topic | questions | choice | multi | numeric (drawn) | order | term | open (editor) | difficulty 1/2/3 | follow-ups | card fits | result fits |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...[...byTopic].map(([topic, figures]) => row(topic, figures)),
    row('**all**', all),
    row('share', all, all.questions),
    '',
    `Sources named: ${Object.entries(all.sources)
      .map(([kind, n]) => `${kind} ${n}`)
      .join(' · ')}`,
    `Right option by options longer than it (0: the longest): ${all.longerThanRight.map(Math.round).join(' / ')}`,
    `Right option by place in the file: ${all.places.join(' / ')}`,
    ...(details ? tall(parsed, cited) : []),
  ].join('\n');
}

function row(name: string, figures: Figures, of: number | null = null): string {
  const show = (n: number) => (of === null ? `${n}` : `${Math.round((100 * n) / of)}%`);
  const cells = [
    name,
    show(figures.questions),
    ...ALL_KINDS.map((kind) => {
      const n = show(figures.kinds[kind]);
      if (kind === 'numeric') return `${n} (${show(figures.drawn)})`;
      return kind === 'open' ? `${n} (${show(figures.editor)})` : n;
    }),
    figures.difficulties.map(show).join('/'),
    show(figures.withFollowups),
    show(figures.questionFits),
    show(figures.resultFits),
  ];
  return `| ${cells.join(' | ')} |`;
}

function tall(files: readonly QuestionFile[], sources: readonly Source[]): string[] {
  return files.flatMap(({ topic, questions }) =>
    questions.flatMap((question) => {
      const hidden = fitOf(question, topic, sources);
      const parts = [
        ...(hidden.question === 0 ? [] : [`${hidden.question} lines of the card`]),
        ...(hidden.result === 0 ? [] : [`${hidden.result} lines of the result`]),
      ];
      return parts.length === 0 ? [] : [`${question.id}: ${parts.join(', ')}`];
    }),
  );
}
