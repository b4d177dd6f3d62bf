import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  isTabKey,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import { Entry, entryRows } from './entry.ts';
import { fitted, windowOf } from './window.ts';

/**
 * How a card is answered: one key picks, keys toggle until Enter, keys put things in order until Enter, a number, a
 * line or a text is typed, or there is nothing left to answer. Enter answers with what was chosen by then, be it
 * nothing.
 */
export type CardInput = 'pick' | 'toggle' | 'sequence' | 'number' | 'line' | 'text' | 'none';

/** What has been answered so far; it outlives the card, so that nothing is typed twice. */
export interface Draft {
  typed: string;
  /** Keys of options, in the order chosen. */
  chosen: readonly string[];
}

export interface CardState extends Draft {
  /** Whether the next key is a command although text is typed here. */
  isCommanding: boolean;
}

/**
 * A card from top to bottom. Where the terminal is too low for the body it loses empty lines, and where that is not
 * enough it is scrolled; the rest always shows.
 */
export interface CardDrawing {
  head: readonly string[];
  body: readonly string[];
  /** The line of the body that is to be seen first, where not everything is. */
  anchor: number;
  foot: readonly string[];
}

export interface CardConfig {
  draw(state: CardState): CardDrawing;
  /** Says how many lines are hidden. */
  more(above: number, below: number): string;
  size(): { rows: number; columns: number };
  input: CardInput;
  /** Of the options, in their order; a number picks by place. */
  keys: readonly string[];
  /** Keys that mean something else than an answer, with the name of what they mean. */
  commands: Readonly<Record<string, string>>;
  start: Draft;
  /** Whether the card is drawn again each second. */
  ticks: boolean;
  /** Calls back when the window has got another size; returns how to end that. */
  onResize(listener: () => void): () => void;
}

export type CardReply =
  | { type: 'chosen'; keys: readonly string[] }
  | { type: 'text'; text: string }
  | { type: 'command'; name: string; draft: Draft }
  | { type: 'next' };

const HIDE_CURSOR = '\u001b[?25l';
/** Between the body and the keys; not empty, since an empty last line would be doubled. */
const BLANK = ' ';

/** One card: drawn, answered by a key or a line, cleared. */
export const cardPrompt = createPrompt<CardReply, CardConfig>((config, done) => {
  const isTyped = ['number', 'line', 'text'].includes(config.input);
  const entry = useRef(new Entry(config.start.typed, config.input === 'text')).current;
  const [typed, setTyped] = useState(config.start.typed);
  const [chosen, setChosen] = useState(config.start.chosen);
  const [isCommanding, setCommanding] = useState(false);
  const [offset, setOffset] = useState<number | null>(null);
  const [, setDrawn] = useState(0);

  useEffect((rl) => {
    if (isTyped && entry.line !== '') rl.write(entry.line);
    // Ctrl-D on an empty line closes readline, and no key arrives any more.
    rl.on('close', () => done({ type: 'command', name: 'quit', draft: config.start }));
    let drawn = 0;
    const again = () => setDrawn(++drawn);
    const timer = config.ticks ? setInterval(again, 1000) : undefined;
    const unwatch = config.onResize(again);
    return () => {
      clearInterval(timer);
      unwatch();
    };
  }, []);

  const { head, body, anchor, foot } = config.draw({ typed, chosen, isCommanding });
  const { rows, columns } = config.size();
  const typing = isTyped ? entryRows(typed, columns, rows / 3) : { lines: [BLANK], rows: 1 };
  const room = Math.max(2, rows - head.length - foot.length - typing.rows - (isTyped ? 1 : 0));
  const view = windowOf(fitted(body, room, anchor), room, offset ?? anchor);

  useKeypress((event, rl) => {
    const key = keyOf(event);
    const reply = (name: string) => done({ type: 'command', name, draft: { typed, chosen } });
    if (entry.paste(event, rl, isTyped)) return setTyped(entry.text);
    if (entry.isPasting) return;
    const move = scroll(key, view.lines.length, isTyped);
    if (move !== 0) {
      entry.restore(rl);
      return setOffset(Math.min(Math.max(0, view.above + move), view.above + view.below));
    }
    if (isTyped && (isTabKey(event) || key === 'escape')) {
      entry.restore(rl);
      return setCommanding(!isCommanding);
    }
    const command = config.commands[key];
    const isSign = /^[?!]$/.test(key);
    // Where text is typed, a letter is text; signs are commands as long as nothing is typed. No number begins with one.
    const isFree = !isTyped || isCommanding || (typed === '' && (isSign || config.input === 'number'));
    if (command !== undefined && isFree) {
      rl.clearLine(0);
      return reply(command);
    }
    if (isTyped) {
      if (isEnterKey(event)) return done({ type: 'text', text: typed });
      setCommanding(false);
      entry.follow(rl, isBackspaceKey(event));
      return setTyped(entry.text);
    }
    rl.clearLine(0);
    // What is missing from it is said by whoever reads the answer.
    if (isEnterKey(event))
      return done(config.input === 'none' ? { type: 'next' } : { type: 'chosen', keys: chosen });
    if (key === ' ') {
      if (view.below > 0) return setOffset(view.above + view.lines.length - 1);
      return config.input === 'none' ? done({ type: 'next' }) : undefined;
    }
    if (isBackspaceKey(event)) return setChosen(chosen.slice(0, -1));
    const option = optionOf(key, config.keys);
    if (option === null) return;
    if (config.input === 'pick') return done({ type: 'chosen', keys: [option] });
    const isChosen = chosen.includes(option);
    setChosen(isChosen ? chosen.filter((k) => k !== option) : [...chosen, option]);
    setOffset(null);
  });

  const { above, below } = view;
  const hidden = above + below > 0 ? [config.more(above, below)] : [];
  const top = [...head, ...view.lines, ...hidden, ...typing.lines].join('\n');
  return isTyped ? [top, ['', ...foot].join('\n')] : [top, `${foot.join('\n')}${HIDE_CURSOR}`];
});

/** Lines to move by; 0 for a key that does not scroll. */
function scroll(key: string, page: number, isTyped: boolean): number {
  if (key === 'up' || key === 'down') return key === 'up' ? -1 : 1;
  if (key === 'pageup' || key === 'pagedown') return (key === 'pageup' ? -1 : 1) * Math.max(1, page - 1);
  if (!isTyped && (key === 'home' || key === 'end'))
    return key === 'home' ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  return 0;
}

/** What was pressed: a letter, a digit, a sign, or the name of another key. */
function keyOf(event: { name: string | undefined; ctrl: boolean; sequence?: string }): string {
  const { sequence, name, ctrl } = event;
  // Ctrl-S is no s.
  if (ctrl) return '';
  return sequence !== undefined && /^[ -~]$/.test(sequence) ? sequence : (name ?? '');
}

function optionOf(key: string, keys: readonly string[]): string | null {
  if (/^[1-9]$/.test(key)) return keys[Number(key) - 1] ?? null;
  const letter = key.toLowerCase();
  return keys.includes(letter) ? letter : null;
}
