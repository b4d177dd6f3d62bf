import { readPoints } from '../../questions/open.ts';
import type { LineReader } from '../../terminal/lines.ts';
import { markdown } from '../../terminal/markdown.ts';
import type { Screen } from '../../terminal/screen.ts';
import { prose } from '../../terminal/text.ts';
import { commandOrGrade, type Face, GUESS_CONFIDENCE, NO_HINT, type QuizCard, type Reply } from './face.ts';
import { resultLines, SHOWN } from './result-lines.ts';
import { summaryLines } from './summary-lines.ts';

/** Before a line of code: nothing that a screen reader would spell out. */
const CODE = '    ';

const HELP =
  ':skip :suspend :flag why :undo :quit · :guess before an answer · :again :hard :good :easy regrade';

/** The quiz in numbered lines, one line an answer: for pipes, screen readers and plain terminals. */
export function plainFace(write: (text: string) => void, input: LineReader, screen: Screen): Face {
  const say = (lines: readonly string[]) => write(lines.map((line) => `${line}\n`).join(''));
  return {
    async ask(card) {
      if (!card.isRepeat) say(questionLines(screen, card));
      write('> ');
      for (;;) {
        const line = await input.next();
        if (line === null) return { type: 'quit' };
        const reply = replyOf(line);
        if (reply) return reply;
        say(prose(screen, `Commands: ${card.hintsLeft > 0 && !card.isExam ? ':hint ' : ''}${HELP}`, 0));
        write('> ');
      }
    },
    async rubric({ model, points, before }) {
      say([
        '',
        ...(before === null ? [] : ['Last time you wrote:', ...prose(screen, before), '']),
        'A strong answer:',
        ...markdown(screen, model, 1, CODE),
        '',
      ]);
      say(
        points.flatMap(({ key, text, missedBefore }) =>
          prose(screen, `${key}) ${text}${missedBefore ? ' (missed last time)' : ''}`),
        ),
      );
      for (;;) {
        write('Which did you hit? (a c, all, none) > ');
        const line = await input.next();
        if (line === null || line.trim() === ':quit') return null;
        const reading = readPoints(line, points);
        if (reading.ok) return reading.answer;
        say(prose(screen, reading.why, 0));
      }
    },
    retry: (_, why) => say(prose(screen, why, 0)),
    hint: (_, n, text) => {
      const none = n === 0 ? NO_HINT : 'No more hints.';
      say(prose(screen, text === null ? none : `Hint ${n}: ${text}`, 0));
    },
    async result(result) {
      say(['', ...resultLines(screen, result, { withOptions: false }), '']);
      return null;
    },
    accepted: () => say(['kept', '']),
    done: (command, id) => say([`${command}: ${id}`]),
    refused: (_, why) => say(prose(screen, why, 0)),
    summary: (summary) => say([...(summary.nothing ? [] : ['']), ...summaryLines(screen, summary)]),
    close: () => input.close(),
  };
}

function questionLines(
  screen: Screen,
  { number, of, topic, presented, how, isExam, wasShown }: QuizCard,
): string[] {
  return [
    `Question ${number} of ${of}${isExam ? '' : ` · ${topic.title}`}`,
    ...markdown(screen, presented.prompt, 0, CODE),
    ...(presented.options ?? []).flatMap(({ key, text }) => markdown(screen, `${key}) ${text}`, 2)),
    ...prose(screen, `${how} :help for commands.`, 0),
    ...(wasShown ? prose(screen, SHOWN, 0) : []),
  ];
}

/** What a line says; null for a command that is not one. */
function replyOf(line: string): Reply | null {
  const command = /^:(\w+)\s*(.*)$/.exec(line.trim());
  if (!command) return { type: 'answer', raw: line, confidence: null, seconds: null };
  const [, name = '', rest = ''] = command;
  if (name === 'guess' && rest !== '')
    return { type: 'answer', raw: rest, confidence: GUESS_CONFIDENCE, seconds: null };
  return commandOrGrade(name, rest);
}
