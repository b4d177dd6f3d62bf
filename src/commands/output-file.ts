import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { failure } from '../errors.ts';

/** A file that is there is never written over. */
export function writeNewFile(file: string, text: string): void {
  writing(file, () => writeFileSync(file, text, { flag: 'wx' }));
}

/**
 * Writes over an earlier file of ours, and over nothing else.
 * @param mark what stands in every such file, and in no other
 * @param what it is, as in "is not a calendar of ours"
 */
export function writeOwnFile(file: string, text: string, mark: string, what: string): void {
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

/** Whether nothing is lost by writing: no file is there, or one of ours. A pipe is not opened, it would wait. */
function isFree(file: string, mark: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined || (stat.isFile() && readFileSync(file, 'utf8').includes(mark));
}

function writing(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'exists') throw error;
    if (code === 'EEXIST') {
      throw failure('exists', `${file} is there already.`, 'Name another file; nothing was written.');
    }
    throw failure(
      'write',
      `${file} cannot be written (${code}).`,
      'Name a file in a folder that you may write to.',
    );
  }
}
