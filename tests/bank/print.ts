import * as v from 'valibot';
import { parse } from 'yaml';
import { type QuestionFile, questionFile } from '../../src/bundle/question-schema.ts';
import { ALL_KINDS, type Figures, figuresOf } from './figures.ts';
import { fitOf, fits } from './fit.ts';

/** The figures as a table in Markdown; with `details` also the cards that are too tall. */
export function print(
  files: readonly { readonly name: string; readonly text: string }[],
  sources: string,
  details: boolean,
): string {
  const parsed = files.map(({ text }): QuestionFile => v.parse(questionFile, parse(text)));
  const urls = new Map<string, string | null>(
    (parse(sources) as { sources: { id: string; url: string | null }[] }).sources.map(({ id, url }) => [
      id,
      url,
    ]),
  );
  const { all, byTopic } = figuresOf(parsed, (id) => urls.get(id) ?? null);
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
    ...(details ? tall(parsed) : []),
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

function tall(files: readonly QuestionFile[]): string[] {
  return files.flatMap(({ topic, questions }) =>
    questions.flatMap((question) => {
      const fit = fitOf(question, topic);
      const parts = [
        ...(fits(fit.question) ? [] : [`card ${fit.question} rows`]),
        ...(fits(fit.result) ? [] : [`result ${fit.result} rows`]),
      ];
      return parts.length === 0 ? [] : [`${question.id}: ${parts.join(', ')}`];
    }),
  );
}
