import { openQuestions } from '../../bundle/questions.ts';
import { answersOf } from '../../coach/history.ts';
import type { Context } from '../../context.ts';
import { printable } from '../../problems.ts';
import { hints } from '../../terminal/commands.ts';
import { markdown } from '../../terminal/markdown.ts';
import { blocks } from '../views/common.ts';

/** Before a line of code. */
const CODE = '    ';

/** The questions that were flagged, with what was said of them, as text that can be pasted into a report. */
export async function printFlagged(context: Context): Promise<void> {
  const { screen } = context;
  const { flagged } = answersOf(context.journal.events());
  const bank = openQuestions(context.bundle.folders);
  const topics = new Map((await bank.index()).map(({ id, topic }) => [id, topic]));
  const questions = await bank.read(new Set([...flagged.keys()].flatMap((id) => topics.get(id) ?? [])));
  const rows = [...flagged].map(([id, why]) => ({
    id,
    topic: topics.get(id) ?? null,
    why,
    prompt: questions.get(id)?.prompt ?? null,
  }));
  const texts = rows.map(({ id, topic, why, prompt }) => [
    `${id} (${topic ?? 'no longer in the bundle'})`,
    ...(why === '' ? [] : [`  ${printable(why)}`]),
    ...(prompt === null ? [] : markdown(screen, prompt, 2, CODE)),
  ]);
  const [first] = rows;
  const lines = first
    ? blocks(
        ...texts,
        hints(screen, [{ say: 'take a flag back', command: `mistral-prep quiz --unflag ${first.id}` }]),
      )
    : ['Nothing is flagged. While a question is on the screen, ! flags it.'];
  context.world.stdout.write(
    `${context.json ? JSON.stringify({ flagged: rows }, null, 2) : lines.join('\n')}\n`,
  );
}
