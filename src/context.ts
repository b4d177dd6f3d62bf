import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Bundle, openBundle } from './bundle/load.ts';
import type { Zone } from './coach/days.ts';
import { EXIT, type ExitCode, usage } from './errors.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { type Paths, pathsOf } from './paths.ts';
import { warn } from './report.ts';
import { colourLevel, type Screen, screenWidth } from './terminal/screen.ts';
import { createTheme } from './terminal/theme.ts';
import { quoted } from './wording.ts';

/** A place to write to, and what is known of it. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  getColorDepth?(env?: object): number;
}

/** The parts of the process that the program touches. A test builds its own. */
export interface World {
  argv: readonly string[];
  env: NodeJS.ProcessEnv;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
}

/** The options that every command takes. */
export interface GlobalOptions {
  json?: boolean;
  color?: boolean;
  width?: number;
  bundle?: string;
}

/** Made once for a run and handed to the command: nothing else reaches for the process, the clock or dice. */
export interface Context {
  world: World;
  json: boolean;
  screen: Screen;
  /** The screen as it is now: a window may have been resized. */
  resized(): Screen;
  paths: Paths;
  bundle: Bundle;
  journal: Journal;
  now(): Date;
  /** Random bits, an unsigned 32-bit number. */
  random(): number;
  /** A name for an event that nothing else has. */
  newId(): string;
  /** The local calendar day, `YYYY-MM-DD`. */
  today(): string;
  /** Where the learner is. */
  zone: Zone;
  /** The program's own folder: `data/` and `dist/` lie in it. */
  root: string;
  /** What the run ends with, unless it throws. */
  exitCode: ExitCode;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export function createContext(world: World, options: GlobalOptions): Context {
  const paths = pathsOf(world.env);
  const clock = clockOf(world.env);
  const randomBytes = (bytes: number) => process.getBuiltinModule('node:crypto').randomBytes(bytes);
  const newId = () => randomBytes(12).toString('hex');
  return {
    world,
    json: options.json ?? false,
    screen: screenOf(world, options),
    resized: () => screenOf(world, options),
    paths,
    bundle: openBundle({
      dir: options.bundle ?? (world.env.MISTRAL_PREP_BUNDLE || `${ROOT}data`),
      overlay: existsSync(paths.overlay) ? paths.overlay : null,
      copies: { shipped: `${ROOT}dist/bundle`, cache: paths.cache },
    }),
    journal: openJournal({
      dir: paths.journal,
      deviceFile: paths.device,
      clock,
      tzOffset: (date) => LOCAL.offset(date.getTime()),
      newId,
      warn: (message) => warn(world, message),
    }),
    now: clock,
    random: () => randomBytes(4).readUInt32LE(),
    newId,
    today: () => localDay(clock()),
    zone: LOCAL,
    root: ROOT,
    exitCode: EXIT.done,
  };
}

/** `MISTRAL_PREP_NOW` stops the clock at a time, so that a run can be repeated exactly. */
function clockOf(env: NodeJS.ProcessEnv): () => Date {
  const { MISTRAL_PREP_NOW: fixed } = env;
  if (!fixed) return () => new Date();
  const time = Date.parse(fixed);
  if (Number.isNaN(time)) {
    throw usage(
      'bad-clock',
      `MISTRAL_PREP_NOW is not a time: ${quoted(fixed)}.`,
      'Write it as 2026-12-01T09:00:00Z, or unset it.',
    );
  }
  return () => new Date(time);
}

const LOCAL: Zone = {
  offset: (at) => -new Date(at).getTimezoneOffset(),
  at(date, hour) {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    return new Date(year, month - 1, day, hour).getTime();
  },
};

function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function screenOf({ env, stdout }: World, options: GlobalOptions): Screen {
  const isTTY = stdout.isTTY === true;
  const level = colourLevel({
    env,
    isTTY,
    depth: isTTY ? (stdout.getColorDepth?.(env) ?? 1) : 1,
    noColourFlag: options.color === false,
  });
  return {
    width: screenWidth({ flag: options.width ?? null, columns: stdout.columns ?? null, isTTY }),
    theme: createTheme(level),
  };
}
