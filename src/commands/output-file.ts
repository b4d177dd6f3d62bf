import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from '../disk.ts';
import { failure, KnownError, usage } from '../errors.ts';
import { quoted } from '../wording.ts';

/** A file that is there is never written over. What goes into it is printed where no file is named. */
export function writeNewFile(file: string, text: string): void {
  requireName(file, 'Without the option it is printed; else name a file.');
  writing(file, () => writeFileSync(file, text, { flag: 'wx' }));
}

/**
 * Writes over an earlier file of ours, and over nothing else.
 * @param mark what stands in every such file, and in no other
 * @param what it is, as in "is not a calendar of ours"
 */
export function writeOwnFile(file: string, text: string, mark: string, what: string): void {
  requireName(file, 'Name a file.');
  writing(file, () => {
    if (!isFree(file, mark)) {
      throw failure(
        'exists',
        `${file} is there already, and is not ${what} of ours.`,
        'Name another file; nothing was written.',
      );
    }
    writeFileSync(file, text);
  });
}

/** `-` stands for the output elsewhere; here it would become a file of that name. */
function requireName(file: string, hint: string): void {
  if (file === '-' || file === '') throw usage('no-file', `${quoted(file)} is not the name of a file.`, hint);
}

/** Whether nothing is lost by writing: no file is there, or one of ours. A pipe is not opened, it would wait. */
function isFree(file: string, mark: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined || (stat.isFile() && readFileSync(file, 'utf8').includes(mark));
}

function writing(file: string, write: () => void): void {
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw aFolder(file);
    write();
  } catch (error) {
    if (error instanceof KnownError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw refused(file, code);
  }
}

function aFolder(file: string): KnownError {
  return failure('write', `${file} is a folder.`, 'Name a file; nothing was written.');
}

function refused(file: string, code: string): KnownError {
  if (code === 'EEXIST')
    return failure('exists', `${file} is there already.`, 'Name another file; nothing was written.');
  if (code === 'EISDIR') return aFolder(file);
  if (code === 'ENOENT' && !existsSync(dirname(file))) {
    return failure(
      'write',
      `${file} cannot be written: the folder ${dirname(file)} is not there.`,
      'Make it, or name a file in a folder that is there.',
    );
  }
  return failure(
    'write',
    `${file} cannot be written: ${refusal(code).words}.`,
    'Name a file in a folder that you may write to.',
  );
}
