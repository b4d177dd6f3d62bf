import { type Card, type CardStreams, showCard } from '../../terminal/card.ts';
import type { CardReply, Draft } from '../../terminal/card-prompt.ts';
import type { Screen } from '../../terminal/screen.ts';
import { commandNamed, commandsOf, inputOf, RESULT_COMMANDS } from './card-keys.ts';
import { questionCard, resultCard, rubricCard } from './card-lines.ts';
import { answerIn, editorText } from './editor-text.ts';
import { type Face, GUESS_CONFIDENCE, NO_HINT, type QuizCard, type QuizCommand, type Reply } from './face.ts';
import { summaryLines } from './summary-lines.ts';

export interface CardOptions {
  streams: CardStreams;
  /** Asked anew for each drawing, since the window may have been resized. */
  screen(): Screen;
  /** Epoch milliseconds. */
  now(): number;
  timer: boolean;
  /** Opens the person's editor on a text and returns what was saved; null where there is no editor. */
  edit(text: string): string | null;
}

/** What a person has done with a question that is still open. */
interface Open extends Draft {
  id: string;
  isGuess: boolean;
  startedAt: number;
}

const UNTOUCHED: Draft = { typed: '', chosen: [] };

/** The quiz as one card on the screen, answered by a key. */
export function cardFace({ streams, screen, now, timer, edit }: CardOptions): Face {
  /** What came of the last key, until it has been shown. */
  let note: string | null = null;
  let open: Open | null = null;
  const once = () => {
    const said = note;
    note = null;
    return said;
  };
  const show = async (card: Card): Promise<CardReply> =>
    (await showCard(card, streams, screen)) ?? { type: 'command', name: 'quit', draft: UNTOUCHED };
  /** The answer from the editor; null where nothing was written, and the card says why. */
  const written = ({ presented: { prompt } }: QuizCard, draft: Draft): string | null => {
    const saved = edit(editorText(prompt, draft.typed));
    const text = saved === null ? '' : answerIn(saved, prompt);
    if (saved === null) note = 'The editor did not open. Set EDITOR, or type the answer here.';
    else if (text === '') note = 'Nothing was saved in the editor.';
    return text === '' ? null : text;
  };

  return {
    async ask(card) {
      const at: Open =
        card.isRepeat && open?.id === card.id
          ? open
          : { ...UNTOUCHED, id: card.id, isGuess: false, startedAt: now() };
      open = at;
      for (;;) {
        const said = once();
        const reply = await show({
          draw: (state) =>
            questionCard(screen(), card, state, {
              said: said ?? (isOver(card, now()) ? 'Time is up: this answer is the last.' : null),
              isGuess: at.isGuess,
              clock: timer ? clockText(card, at.startedAt, now()) : '',
            }),
          input: inputOf(card),
          keys: card.presented.options?.map(({ key }) => key) ?? [],
          commands: commandsOf(card),
          start: { typed: at.typed, chosen: at.chosen },
          ticks: timer,
        });
        if (reply.type === 'command') Object.assign(at, reply.draft);
        const answer = answerOf(card, reply, at);
        if (answer) return answer;
        if (reply.type === 'command' && reply.name === 'guess') at.isGuess = !at.isGuess;
        else if (reply.type === 'command' && reply.name !== 'editor') return commandNamed(reply.name);
        else {
          const text = written(card, at);
          if (text !== null) return answered(text, at.isGuess);
        }
      }
    },
    async rubric(rubric) {
      const reply = await show({
        draw: (state) => rubricCard(screen(), rubric, state),
        input: 'toggle',
        keys: rubric.points.map(({ key }) => key),
        commands: { q: 'quit' },
        start: UNTOUCHED,
        ticks: false,
      });
      if (reply.type !== 'chosen') return null;
      return rubric.points.filter(({ key }) => reply.keys.includes(key)).map(({ id }) => id);
    },
    retry(_, why) {
      note = why;
    },
    hint(_, n, text) {
      // The card shows the hints that were given; only their end has to be said.
      if (text === null) note = n === 0 ? NO_HINT : 'That was the last hint.';
    },
    async result(result) {
      const said = once();
      const reply = await show({
        draw: () => resultCard(screen(), result, said),
        input: 'none',
        keys: [],
        commands: RESULT_COMMANDS,
        start: UNTOUCHED,
        ticks: false,
      });
      return reply.type === 'command' ? commandNamed(reply.name) : null;
    },
    accepted: () => undefined,
    done(command, id) {
      note = DONE[command]?.(id) ?? null;
    },
    refused(_, why) {
      note = why;
    },
    summary: (summary) => streams.stdout.write(`${summaryLines(screen(), summary).join('\n')}\n`),
    close: () => undefined,
  };
}

const DONE: Partial<Record<QuizCommand['type'], (id: string) => string>> = {
  suspend: (id) => `Set aside: ${id} is not asked again. u takes it back.`,
  flag: (id) => `Flagged: ${id}. See all of them: mistral-prep quiz --flagged`,
  override: () => 'Regraded.',
  undo: () => 'Taken back. Answer it again.',
};

/** The reply as an answer; null for a command. What was typed stays, in case it cannot be read. */
function answerOf(card: QuizCard, reply: CardReply, at: Open): Reply | null {
  if (reply.type === 'chosen') {
    at.chosen = reply.keys;
    return answered(card.kind === 'choice' ? (reply.keys[0] ?? '') : reply.keys, at.isGuess);
  }
  if (reply.type !== 'text') return null;
  at.typed = reply.text;
  return reply.text.trim() === '' && card.editor ? null : answered(reply.text, at.isGuess);
}

function answered(raw: unknown, isGuess: boolean): Reply {
  return { type: 'answer', raw, confidence: isGuess ? GUESS_CONFIDENCE : null, seconds: null };
}

function isOver({ endsAt }: QuizCard, now: number): boolean {
  return endsAt !== null && now >= endsAt;
}

/** The time spent, or what is left of an exam. */
function clockText({ endsAt }: QuizCard, startedAt: number, now: number): string {
  const seconds = Math.max(0, Math.round((endsAt === null ? now - startedAt : endsAt - now) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return endsAt === null ? clock : `${clock} left`;
}
