import type { Command } from 'commander';
import { priorityReadiness } from '../coach/today.ts';
import type { Context } from '../context.ts';
import { prioritiesOf } from '../guide/priorities.ts';
import { hints } from '../terminal/commands.ts';
import { bullets, footer, heading } from '../terminal/layout.ts';
import { percent } from '../wording.ts';
import { type Answer, answering, examples } from './answer.ts';
import { openDesk } from './desk.ts';
import { blocks, sourceLines } from './views/common.ts';

export function define(command: Command, context: Context): void {
  command.action(answering(context, () => run(context)));
  examples(command, context, [['priorities', 'in order, with their topics and how ready you are']]);
}

async function run(context: Context): Promise<Answer> {
  const { files, course, past, entries } = await openDesk(context);
  const { bundle, topics, sources } = files;
  const answer = prioritiesOf({
    bundle,
    topics: topics.topics,
    sources: sources.sources,
    readiness: priorityReadiness({
      course,
      memory: past.memory,
      entries,
      topics: topics.topics,
      priorities: bundle.priorities,
    }),
  });
  const titles = new Map(topics.topics.map(({ id, title }) => [id, title]));
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id);
  return {
    json: answer,
    lines: (screen) =>
      blocks(
        ...answer.priorities.map((priority) => [
          ...heading(
            screen,
            `${priority.rank}  ${priority.title}`,
            priority.readiness === null ? '' : `${percent(priority.readiness)} ready`,
          ),
          ...bullets(screen, named(priority.topics)),
        ]),
        [
          ...(answer.priorities[0] ? sourceLines(screen, answer.priorities[0], context.today()) : []),
          ...footer(screen, [
            "The topics are our structure, not the guide's.",
            ...(answer.others.length > 0 ? [`Under no priority: ${named(answer.others).join(', ')}.`] : []),
          ]),
          ...hints(screen, [
            { say: 'one topic', command: `mistral-prep topics ${topics.topics[0]?.id ?? ''}` },
          ]),
        ],
      ),
  };
}
