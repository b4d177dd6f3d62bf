import { appendFileSync, existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../disk.ts';
import { failure } from '../errors.ts';
import { printable } from '../problems.ts';
import { journalFiles } from './files.ts';
import { type Done, type Git, gitIn } from './git.ts';

/**
 * The journal's folder as a clone of a git repository. Each device writes a file of its own, so two histories are always
 * merged without a conflict; what git must not do is change a byte of a line.
 */

const BRANCH = 'main';
const REMOTE = 'origin';
/**
 * Not a byte is changed; and where a copied home has made two ends of one file, both are kept: events have ids, so a line
 * that comes twice counts once.
 */
const ATTRIBUTES = '*.jsonl -text merge=union\n';
/** Within `.git`: it outranks the attributes that a remote has of its own, and is never in their way. */
const ATTRIBUTES_FILE = 'info/attributes';
/** How often a push is tried again when somebody was faster. */
const TRIES = 8;

export interface SyncOptions {
  dir: string;
  /** This device's id: the name of its file. */
  device: string;
  /** Where to sync with from now on; null for where it is synced already. */
  remote: string | null;
  /** The environment that git runs in. */
  env: NodeJS.ProcessEnv;
}

export interface Synced {
  remote: string;
  /** Files of other devices that are new or longer than before. */
  received: number;
  /** Whether something of this device was new to the remote. */
  sent: boolean;
}

/**
 * Commits what is new, takes in what others have pushed, and pushes.
 * @throws KnownError `no-git`, `no-remote`, `same-device`, `sync-locked`, `sync` with one line of what git says
 */
export function syncJournal({ dir, device, remote, env }: SyncOptions): Synced {
  makeFolder(dir);
  const git = gitIn(dir, env);
  const url = connect(git, dir, remote);
  // Read before the first commit: another copy of this device shows in what the remote has.
  fetch(git, url);
  refuseCopiedHome(git, dir, device);
  const before = sizes(dir, device);
  for (let n = 1; ; n++) {
    commit(git, dir);
    if (hasRemoteBranch(git)) merge(git, url);
    const isAhead =
      !hasRemoteBranch(git) || git('rev-list', '--count', `${REMOTE}/${BRANCH}..HEAD`).out !== '0';
    if (!isAhead) return { remote: url, received: grown(before, sizes(dir, device)), sent: false };
    const pushed = git('push', '--quiet', REMOTE, `HEAD:${BRANCH}`);
    if (pushed.ok) return { remote: url, received: grown(before, sizes(dir, device)), sent: true };
    const wasFaster = /rejected|fetch first|non-fast-forward|cannot lock ref|failed to update ref/i.test(
      pushed.err,
    );
    if (!wasFaster || n >= TRIES) must(pushed, url);
    fetch(git, url);
    refuseCopiedHome(git, dir, device);
  }
}

function must(done: Done, url: string): Done {
  if (done.ok) return done;
  refuseLocked(done);
  const lines = `${done.err}\n${done.out}`.split('\n').filter((line) => line.trim() !== '');
  const said =
    lines.find((line) => /^(fatal|error|remote|CONFLICT\b.*):/.test(line)) ?? lines.at(-1) ?? 'git failed';
  throw failure(
    'sync',
    `${printable(url)} cannot be synced with: ${printable(said.replace(/^(fatal|error): /, ''))}`,
    'Nothing is lost; look at the address and your access, and sync again.',
  );
}

/** Git holds a lock while it writes, and one that was killed leaves it for ever. */
function refuseLocked({ err }: Done): void {
  const [, lock] = /Unable to create '(.+\.lock)': File exists/.exec(err) ?? [];
  // What lies on a remote is not named: it cannot be deleted from here.
  if (lock === undefined || !existsSync(lock)) return;
  throw failure(
    'sync-locked',
    `Another sync is running, or one was stopped: ${printable(lock)} is there.`,
    'If none is running, delete that file, and sync again; nothing is lost.',
  );
}

/** Makes the folder a repository where it is none, and gives the address that it is synced with. */
function connect(git: Git, dir: string, remote: string | null): string {
  if (!existsSync(join(dir, '.git'))) {
    if (remote === null) {
      throw failure(
        'no-remote',
        'This record is not synced with anything yet.',
        'Say where, once: mistral-prep sync --remote URL (an empty private git repository)',
      );
    }
    must(git('init', '--quiet', `--initial-branch=${BRANCH}`), remote);
  }
  setAttributes(git, dir);
  const known = git('remote', 'get-url', REMOTE);
  if (remote === null) {
    if (known.ok) return known.out;
    throw failure(
      'no-remote',
      'The folder of the record is a git repository without a remote.',
      'mistral-prep sync --remote URL',
    );
  }
  // An address that cannot be reached does not take the place of one that can.
  must(git('ls-remote', '--quiet', remote), remote);
  must(known.ok ? git('remote', 'set-url', REMOTE, remote) : git('remote', 'add', REMOTE, remote), remote);
  return remote;
}

/** Tells git how to treat the journal's files. */
function setAttributes(git: Git, dir: string): void {
  const path = resolve(dir, must(git('rev-parse', '--git-path', ATTRIBUTES_FILE), dir).out);
  makeFolder(dirname(path));
  const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!there.includes(ATTRIBUTES)) appendFileSync(path, `\n${ATTRIBUTES}`);
}

function fetch(git: Git, url: string): void {
  must(git('fetch', '--quiet', '--prune', REMOTE), url);
}

function hasRemoteBranch(git: Git): boolean {
  return git('rev-parse', '--verify', '--quiet', `${REMOTE}/${BRANCH}`).ok;
}

/** What the remote has of this device must be the beginning of what is here: else two machines share one id. */
function refuseCopiedHome(git: Git, dir: string, device: string): void {
  const name = `${device}.jsonl`;
  const there = git('show', `${REMOTE}/${BRANCH}:${name}`);
  if (!there.ok) return;
  const path = join(dir, name);
  const here = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  if (begins(here, there.bytes)) return;
  throw failure(
    'same-device',
    begins(there.bytes, here)
      ? `The remote has more of this device, ${device}, than is here: a backup was put back, or a home copied.`
      : `Another machine writes as this device, ${device}: a home was copied, or a backup put back.`,
    'Once on each copy: delete the file of its device id (mistral-prep journal path --json), and sync again; nothing is lost.',
  );
}

function commit(git: Git, dir: string): void {
  const gone = git('ls-files', '--deleted', '-z', '--', '*.jsonl')
    .out.split('\0')
    .filter((name) => name);
  if (gone.length > 0) must(git('checkout', '--quiet', '--', ...gone), dir);
  const files = plainFiles(dir);
  for (const name of files) regrow(git, dir, name);
  // By force: the learner may ignore such names everywhere else.
  must(git('add', '--force', '--', ...files), dir);
  const hasCommit = git('rev-parse', '--verify', '--quiet', 'HEAD').ok;
  if (hasCommit && git('diff', '--cached', '--quiet').ok) return;
  must(git('commit', '--quiet', '--allow-empty', '-m', 'journal'), dir);
}

/** A record only grows: what was committed and is gone, as where a backup was put back, is added again. */
function regrow(git: Git, dir: string, name: string): void {
  const { ok, bytes: before } = git('show', `HEAD:${name}`);
  const path = join(dir, name);
  const here = readFileSync(path);
  if (!ok || begins(here, before)) return;
  const rest = before.subarray(here.length);
  // Where something else was written since, all of it: a line that comes twice counts once.
  appendFileSync(path, begins(before, here) ? rest : Buffer.concat([Buffer.from('\n'), before]));
}

function begins(bytes: Buffer, beginning: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning);
}

function merge(git: Git, url: string): void {
  // Without a common beginning the first time two machines meet.
  const words = ['--quiet', '--no-edit', '--allow-unrelated-histories'];
  const merged = git('merge', ...words, `${REMOTE}/${BRANCH}`);
  // Else the next commit would take the marks of the conflict in.
  if (!merged.ok) git('merge', '--abort');
  must(merged, url);
}

/** Neither folders nor links, which git would take in as such. */
function plainFiles(dir: string): string[] {
  return journalFiles(dir).filter((name) => lstatSync(join(dir, name)).isFile());
}

function sizes(dir: string, device: string): Map<string, number> {
  const others = plainFiles(dir).filter((name) => name !== `${device}.jsonl`);
  return new Map(others.map((name) => [name, readFileSync(join(dir, name)).length]));
}

function grown(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  return [...after].filter(([name, size]) => size > (before.get(name) ?? 0)).length;
}
