import type { Card } from './cards.ts';

/** The cards as a readable study sheet in Markdown: a chapter a topic, each answer below its question. */
export function studySheet(
  cards: readonly Card[],
  topicTitle: (id: string) => string,
  title: string,
): string {
  const topics = [...new Set(cards.map(({ topic }) => topic))];
  return `${[
    `# ${title}`,
    ...topics.flatMap((topic) => [
      `## ${topicTitle(topic)}`,
      ...cards.filter((card) => card.topic === topic).map(section),
    ]),
  ].join('\n\n')}\n`;
}

function section(card: Card, at: number): string {
  const { prompt, options, answer, steps, explanation, refuted, followups, sources } = card;
  return [
    `### ${at + 1}. ${card.id} (${card.kind}, difficulty ${card.difficulty})`,
    prompt,
    bullets(options),
    card.kind === 'open' ? `**A strong answer**\n\n${answer[0] ?? ''}` : `**Answer:** ${answer.join('; ')}`,
    card.kind === 'open' ? answer.slice(1).join('\n') : '',
    bullets(steps),
    explanation,
    bullets(refuted),
    followups.length === 0 ? '' : `They ask next:\n\n${bullets(followups)}`,
    `*${sources.join('; ')}*`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
