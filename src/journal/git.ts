import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { failure } from '../errors.ts';

export interface Done {
  ok: boolean;
  out: string;
  err: string;
  /** What it printed, byte by byte. */
  bytes: Buffer;
}
export type Git = (...words: string[]) => Done;

/** What the learner's own settings and hooks must not have otherwise. */
const SETTINGS = [
  'core.autocrlf=false',
  `core.hooksPath=${devNull}`,
  'commit.gpgsign=false',
  'merge.ff=true',
  'user.name=mistral-prep',
  'user.email=mistral-prep',
].flatMap((setting) => ['-c', setting]);

/**
 * How git is found, reaches a remote, is set and is looked into. The other variables say which repository and index are
 * meant: another's, where a hook of it runs this program.
 */
const INHERITED = /^GIT_(SSH|SSL|ASKPASS|HTTP|PROXY|ALLOW_PROTOCOL|CONFIG|TRACE|CURL|EXEC_PATH)/i;

/** Git in a folder. @throws KnownError `no-git` */
export function gitIn(dir: string, env: NodeJS.ProcessEnv): Git {
  const inherited = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || INHERITED.test(name));
  return (...words) => {
    const run = spawnSync('git', [...SETTINGS, '-C', dir, ...words], {
      maxBuffer: 2 ** 30,
      // Git asks nobody: a question that cannot be seen would wait for ever.
      env: { ...Object.fromEntries(inherited), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (run.error !== undefined) {
      throw failure('no-git', 'Syncing needs git, and there is none.', 'Install git, and sync again.');
    }
    const { status, stdout, stderr } = run;
    return { ok: status === 0, out: stdout.toString().trim(), err: stderr.toString().trim(), bytes: stdout };
  };
}
