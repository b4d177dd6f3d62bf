import type { World } from './context.ts';
import { EXIT, type ExitCode, interrupted, isInterruption, KnownError, usage } from './errors.ts';
import { jsonText, printable } from './problems.ts';
import { screenWidth } from './terminal/screen.ts';
import { gap, wrap } from './terminal/text.ts';
import { capital } from './wording.ts';

/**
 * The one place where an error becomes text and an exit code. A known error is one line, with what to do;
 * an unknown one is a defect and says where to report it; Ctrl-C is neither.
 */
export function report(error: unknown, world: World, json: boolean): ExitCode {
  const known = asKnown(error);
  if (known === null) return EXIT.done;
  const { code, message, hint, exitCode } = known;
  if (json) {
    world.stderr.write(`${jsonText({ error: { code, message, hint } })}\n`);
    return exitCode;
  }
  world.stderr.write(stderrText(world, message));
  if (hint !== null) world.stderr.write(stderrText(world, hint, HINT_INDENT));
  if (code === 'defect' && world.env.MISTRAL_PREP_DEBUG && error instanceof Error) {
    world.stderr.write(`${error.stack}\n`);
  }
  return exitCode;
}

/** Says on stderr what is to be known beside the answer. */
export function warn(world: World, message: string): void {
  world.stderr.write(stderrText(world, `warning: ${message}`));
}

const HINT_INDENT = 2;

/** A line for stderr: wrapped for a person, whole for a program that reads a pipe. */
function stderrText({ stderr }: World, text: string, indent = 0): string {
  const line = printable(text);
  if (stderr.isTTY !== true) return `${gap(indent)}${line}\n`;
  const width = screenWidth({ columns: stderr.columns, isTTY: true });
  return `${wrap(line, width, { indent }).join('\n')}\n`;
}

/** Null where nothing went wrong: help and version end a run by an exception in commander. */
function asKnown(error: unknown): KnownError | null {
  if (error instanceof KnownError) return error;
  if (isInterruption(error)) return interrupted('Stopped. Everything up to here is saved.');
  if (isCommanderError(error)) {
    if (error.exitCode === 0) return null;
    const [line = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
    const near = suggestion?.replace(/^\((.*)\)$/, '$1').replace(/(?<=Did you mean )(\S+)(?=\?)/, '"$1"');
    const hint = near ?? 'Add --help to see what it takes.';
    const slug = error.code.replace('commander.', '').replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    return usage(slug, asOurs(line), hint);
  }
  const what = error instanceof Error ? error.message : String(error);
  return new KnownError(
    EXIT.failed,
    'defect',
    `A defect in mistral-prep: ${what}`,
    'Nothing that was saved is lost. Please report it with what MISTRAL_PREP_DEBUG=1 prints.',
  );
}

interface CommanderFault extends Error {
  exitCode: number;
  code: string;
}

// Known by its code rather than its class: importing the class would load commander for every report.
function isCommanderError(error: unknown): error is CommanderFault {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** What commander says, in the form that our own messages have. */
function asOurs(line: string): string {
  const text = capital(line.replace(/'(.*?)'(?=[\s.,]|$)/g, '"$1"'));
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
