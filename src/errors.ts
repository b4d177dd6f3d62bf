/**
 * What can go wrong, in the three ways a person can act on. Everything else that is thrown is a defect.
 * The exit codes are the whole table: 0 done, 1 it could not be done, 2 wrong words, 130 interrupted.
 */
export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error whose message is meant for the person at the terminal: one line, and what to do about it. */
export class KnownError extends Error {
  /** A stable slug for programs that read `--json`. */
  readonly code: string;
  readonly hint: string | null;
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, code: string, message: string, hint: string | null = null) {
    super(message);
    this.name = 'KnownError';
    this.exitCode = exitCode;
    this.code = code;
    this.hint = hint;
  }
}

/** It could not be done: a file, a bundle or the disk is in the way. Exit code 1. */
export function failure(code: string, message: string, hint: string | null = null): KnownError {
  return new KnownError(EXIT.failed, code, message, hint);
}

/** The words were wrong: an unknown id, an unreadable number. Exit code 2. */
export function usage(code: string, message: string, hint: string | null = null): KnownError {
  return new KnownError(EXIT.usage, code, message, hint);
}

/** The person stopped it; the message says what is kept. Exit code 130. */
export function interrupted(message: string): KnownError {
  return new KnownError(EXIT.interrupted, 'interrupted', message);
}

/** Ctrl-C at a prompt. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}
