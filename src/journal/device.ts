import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errno, makeFolder, refusal, syncFolder, writeAll } from '../disk.ts';
import { failure } from '../errors.ts';
import { printable } from '../problems.ts';
import { capital } from '../wording.ts';

const DEVICE_ID = /^[a-z0-9][a-z0-9-]{3,63}$/;

/**
 * This device's id: from its file, which lies outside the folder that is synced, or a new one that is kept there.
 * Two processes that find no file agree on one id. A file without a valid id is replaced: a new id is safe,
 * because all files of the journal are read, whoever wrote them.
 * @throws KnownError `device`, where the disk refuses.
 */
export function deviceId(file: string, newId: () => string): string {
  try {
    const found = readId(file);
    const id = found.state === 'valid' ? found.id : makeId(file, newId(), found.state);
    removeLeftovers(file);
    return id;
  } catch (error) {
    const code = errno(error);
    if (code === null) throw error;
    const { words, remedy } = refusal(code);
    throw failure(
      'device',
      `The id of this device cannot be kept in ${printable(file)}: ${words}.`,
      `${capital(remedy)}.`,
    );
  }
}

type Found = { state: 'valid'; id: string } | { state: 'missing' } | { state: 'garbled' };

function readId(file: string): Found {
  try {
    const id = readFileSync(file, 'utf8').trim();
    return DEVICE_ID.test(id) ? { state: 'valid', id } : { state: 'garbled' };
  } catch (error) {
    if (errno(error) === 'ENOENT') return { state: 'missing' };
    throw error;
  }
}

function makeId(file: string, id: string, state: 'missing' | 'garbled'): string {
  if (!DEVICE_ID.test(id)) throw new TypeError(`not a device id: ${id}`);
  makeFolder(dirname(file));
  const temp = `${file}.${id}.tmp`;
  writeSynced(temp, `${id}\n`);
  try {
    if (state === 'missing') linkFirst(temp, file);
    else renameSync(temp, file);
  } catch (error) {
    // Another process was first and has cleaned up: its id is in place.
    if (errno(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(temp, { force: true });
  }
  syncFolder(dirname(file));
  const kept = readId(file);
  // Somebody garbles it as we look: go on with an id that nobody else has.
  return kept.state === 'valid' ? kept.id : id;
}

const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EACCES',
]);

/** Puts the file in place unless there is one: of two processes, the first wins. */
function linkFirst(temp: string, file: string): void {
  try {
    linkSync(temp, file);
  } catch (error) {
    const code = errno(error);
    if (code === 'EEXIST') return;
    if (code === null || !NO_LINKS.has(code)) throw error;
    // A disk without links (FAT, some shares): the last wins, and the loser's id serves it this once.
    renameSync(temp, file);
  }
}

function writeSynced(file: string, text: string): void {
  // Somebody else's by the same name goes by its inode, not by its bytes: it may be linked in place already.
  rmSync(file, { force: true });
  const fd = openSync(file, 'wx', 0o600);
  try {
    writeAll(fd, Buffer.from(text));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Safe at any time once an id is in place: a process whose temporary file is gone takes that id. */
function removeLeftovers(file: string): void {
  const start = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(start) && name.endsWith('.tmp')) rmSync(join(dirname(file), name), { force: true });
  }
}
