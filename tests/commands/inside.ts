import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect } from 'vitest';
import { run } from '../../src/cli.ts';
import type { ExitCode } from '../../src/errors.ts';

const root = mkdtempSync(join(tmpdir(), 'mi-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let homes = 0;

/** Where nothing is yet; it is not made. */
export function freshHome(): string {
  return join(root, `h${++homes}`);
}

export interface Surroundings {
  env?: Record<string, string>;
  home?: string;
  input?: string;
  /** Of the terminal; without it there is none. */
  columns?: number;
}

export interface Said {
  code: ExitCode;
  stdout: string;
  stderr: string;
}

/** Runs the program within the test: the source as it stands, with a world of its own. */
export async function inside(
  argv: readonly string[],
  { env, home = freshHome(), input, columns }: Surroundings = {},
): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const to = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      said[name] += text;
    },
    ...terminal,
  });
  const code = await run({
    argv,
    env: { MISTRAL_PREP_HOME: home, MISTRAL_PREP_NOW: '2026-10-19T09:00:00.000Z', ...env },
    stdin: Readable.from(input === undefined ? [] : [input]),
    stdout: to('stdout'),
    stderr: to('stderr'),
  });
  return { code, ...said };
}

/** The lines of an answer; anything on stderr fails the test. */
export async function linesOf(argv: readonly string[], surroundings?: Surroundings): Promise<string[]> {
  const { code, stdout, stderr } = await inside(argv, surroundings);
  expect({ argv, code, stderr }).toEqual({ argv, code: 0, stderr: '' });
  return stdout.split('\n').slice(0, -1);
}

/** The answer under --json, whole and alone on stdout. */
export async function jsonOf(argv: readonly string[], surroundings?: Surroundings): Promise<unknown> {
  const { stdout, stderr } = await inside([...argv, '--json'], surroundings);
  expect({ argv, stderr }).toEqual({ argv, stderr: '' });
  return JSON.parse(stdout);
}
