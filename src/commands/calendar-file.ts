import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { failure } from '../errors.ts';
import { CALENDAR_MARK } from '../guide/calendar.ts';

/** Writes over a calendar of its own, and over nothing else. */
export function writeCalendarFile(file: string, text: string): void {
  try {
    if (!isFree(file)) {
      throw failure(
        'exists',
        `${file} is there already, and is not a calendar of ours.`,
        'Name another file; nothing was written.',
      );
    }
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'exists') throw error;
    throw failure(
      'write',
      `${file} cannot be written (${code}).`,
      'Name a file in a folder that you may write to.',
    );
  }
}

/** Whether nothing is lost by writing: no file is there, or a calendar of ours. A pipe is not opened, it would wait. */
function isFree(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined || (stat.isFile() && readFileSync(file, 'utf8').includes(CALENDAR_MARK));
}
