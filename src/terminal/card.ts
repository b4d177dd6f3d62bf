import { type CardConfig, type CardReply, cardPrompt } from './card-prompt.ts';
import type { Screen } from './screen.ts';
import { prose } from './text.ts';

/** The terminal that cards are shown on. */
export interface CardStreams {
  stdin: NodeJS.ReadableStream;
  stdout: {
    write(text: string): unknown;
    rows?: number;
    columns?: number;
    on?(event: 'resize', listener: () => void): unknown;
    off?(event: 'resize', listener: () => void): unknown;
  };
}

/** What a card is; where it is shown is not its business. */
export type Card = Omit<CardConfig, 'more' | 'size' | 'onResize'>;

const PASTES = { on: '\u001b[?2004h', off: '\u001b[?2004l' };
const CLEAR = '\u001b[2J\u001b[H';
/** Where the terminal does not say how high it is, nothing is hidden. */
const UNKNOWN_ROWS = 10_000;

/** Shows a card until it is answered; null where the terminal is gone. */
export async function showCard(
  card: Card,
  { stdin, stdout }: CardStreams,
  screen: () => Screen,
): Promise<CardReply | null> {
  // A closed terminal ends no prompt by itself.
  const gone = new AbortController();
  const leave = () => gone.abort();
  stdin.once('end', leave);
  stdout.write(PASTES.on);
  const config: CardConfig = {
    ...card,
    more: (above, below) => moreLine(screen(), above, below),
    size: () => ({ rows: stdout.rows || UNKNOWN_ROWS, columns: stdout.columns || screen().width }),
    onResize(listener) {
      // The terminal has broken the lines anew; where they are now is not known.
      const resized = () => {
        stdout.write(CLEAR);
        listener();
      };
      stdout.on?.('resize', resized);
      return () => stdout.off?.('resize', resized);
    },
  };
  try {
    return await cardPrompt(config, {
      input: stdin,
      output: stdout as NodeJS.WritableStream,
      clearPromptOnDone: true,
      signal: gone.signal,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortPromptError') return null;
    throw error;
  } finally {
    stdin.removeListener('end', leave);
    stdout.write(PASTES.off);
  }
}

/** Asks for a yes or a no; null for neither, where the person quits or the terminal is gone. */
export async function askYes(
  streams: CardStreams,
  screen: Screen,
  question: string,
): Promise<boolean | null> {
  const reply = await showCard(
    {
      draw: () => ({
        head: [],
        body: prose(screen, question),
        anchor: 0,
        foot: [` ${screen.theme.dim('enter yes   n no   q quit')}`],
      }),
      input: 'none',
      keys: [],
      commands: { y: 'yes', n: 'no', q: 'quit' },
      start: { typed: '', chosen: [] },
      ticks: false,
    },
    streams,
    () => screen,
  );
  if (reply?.type === 'next') return true;
  if (reply?.type !== 'command' || reply.name === 'quit') return null;
  return reply.name === 'yes';
}

/** `↑ 4   ↓ 12 more lines`: where the rest is, and the keys that show it. */
function moreLine({ theme }: Screen, above: number, below: number): string {
  const parts = [...(above > 0 ? [`↑ ${above}`] : []), ...(below > 0 ? [`↓ ${below}`] : [])];
  const lines = (above || below) === 1 && parts.length === 1 ? 'line' : 'lines';
  return ` ${theme.dim(`${parts.join('   ')} more ${lines} · arrows scroll`)}`;
}
