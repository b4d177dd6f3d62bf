import type { CardInput, CardState } from '../../terminal/card-prompt.ts';
import { commandOrGrade, type QuizCard, type QuizCommand } from './face.ts';

/** Keys that say a guess, the first that names no option. */
const GUESS_KEYS = ['c', 'g', 'k'] as const;

export function inputOf({ kind }: QuizCard): CardInput {
  switch (kind) {
    case 'choice':
      return 'pick';
    case 'multi':
      return 'toggle';
    case 'order':
      return 'sequence';
    case 'numeric':
      return 'number';
    case 'term':
      return 'line';
    case 'open':
      return 'text';
  }
}

/** Commands by key. Letters that name an option answer; where c does, another letter says that it is a guess. */
export function commandsOf({ presented, isExam, kind }: QuizCard): Record<string, string> {
  const taken = presented.options?.map(({ key }) => key) ?? [];
  const guess = GUESS_KEYS.find((key) => !taken.includes(key));
  const all: Record<string, string> = {
    ...(isExam ? {} : { '?': 'hint' }),
    ...(guess ? { [guess]: 'guess' } : {}),
    s: 'skip',
    x: 'suspend',
    u: 'undo',
    '!': 'flag',
    ...(kind === 'open' ? { e: 'editor' } : {}),
    q: 'quit',
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !taken.includes(key)));
}

export const RESULT_COMMANDS: Readonly<Record<string, string>> = {
  1: 'again',
  2: 'hard',
  3: 'good',
  4: 'easy',
  u: 'undo',
  q: 'quit',
  x: 'suspend',
  '!': 'flag',
};

export const RESULT_KEYS: Keys = {
  answer: ['enter next'],
  others: ['1–4 again hard good easy', 'u undo', 'x suspend', '! flag', 'q quit'],
};

/** What may be pressed: what answers, and the rest. */
export interface Keys {
  answer: readonly string[];
  others: readonly string[];
}

/** The keys that do something now, as they are shown under the card. */
export function keysShown(card: QuizCard, { isCommanding, typed, chosen }: CardState): Keys {
  const count = card.presented.options?.length ?? 0;
  const numbers = count < 2 ? '1' : `1–${Math.min(count, 9)}`;
  const others = commandKeys(card);
  switch (inputOf(card)) {
    case 'pick':
      return { answer: [`${numbers} answer`], others };
    case 'toggle':
      return { answer: [`${numbers} tick`, 'enter answer'], others };
    case 'sequence':
      return {
        answer: [
          ...(chosen.length < count
            ? [`${numbers} ${chosen.length === 0 ? 'first' : 'next'}`]
            : ['enter answer']),
          ...(chosen.length > 0 ? ['backspace take back'] : []),
        ],
        others,
      };
    case 'number':
      if (isCommanding) return { answer: [], others: [...others, 'tab back'] };
      return typed === '' ? { answer: [], others } : { answer: ['enter answer'], others: [TAB] };
    default: {
      if (isCommanding) return { answer: [], others: [...others, 'tab back'] };
      const signs = others.filter((key) => /^[?!]/.test(key));
      const enter = card.editor && typed === '' ? 'enter editor' : 'enter answer';
      return { answer: [enter], others: [...(typed === '' ? signs : []), TAB] };
    }
  }
}

/** Where letters are text. */
const TAB = 'tab skip, guess, quit …';

function commandKeys(card: QuizCard): string[] {
  return Object.entries(commandsOf(card))
    .filter(([, name]) => name !== 'undo' || card.number > 1)
    .filter(([, name]) => name !== 'hint' || card.hintsLeft > 0)
    .map(([key, name]) => `${key} ${name}`);
}

/** What the name of a command asks of the engine. */
export function commandNamed(name: string): QuizCommand {
  return commandOrGrade(name) ?? { type: 'quit' };
}
