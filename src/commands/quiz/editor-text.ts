import { clean } from '../../terminal/ansi.ts';

const MARKER = '--- your answer below this line ---';

/** What the editor opens: the prompt, so that it can be seen while writing, the marker, and what was written so far. */
export function editorText(prompt: string, draft: string): string {
  return `${shownPrompt(prompt)}\n\n${MARKER}\n${draft}`;
}

/** The answer in what the editor saved: all below the marker; without one, all but the prompt where it still leads. */
export function answerIn(saved: string, prompt: string): string {
  const text = saved.replaceAll('\r\n', '\n');
  const lines = text.split('\n');
  const marker = lines.findIndex((line) => line.trim() === MARKER);
  const above = shownPrompt(prompt);
  const answer =
    marker >= 0
      ? lines.slice(marker + 1).join('\n')
      : text.startsWith(above)
        ? text.slice(above.length)
        : text;
  // Empty lines go, and the first line of code keeps its indent.
  return answer.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

function shownPrompt(prompt: string): string {
  return clean(prompt).trimEnd();
}
