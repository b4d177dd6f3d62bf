import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errno, refusal } from '../disk.ts';
import { journalFiles } from './files.ts';
import { Gathering, type JournalContents } from './gather.ts';
import { walkLines } from './lines.ts';

/**
 * Reads every `*.jsonl` of a folder as one history. A missing folder is an empty journal; nothing that the
 * folder holds makes this throw, and nothing is created or changed.
 * @param isWanted by the text of a line, whether it is looked at: to parse a line takes most of the time
 */
export function readJournal(dir: string, isWanted: (line: string) => boolean = () => true): JournalContents {
  const gathered = new Gathering();
  for (const name of listed(dir, gathered)) readFile(dir, name, gathered, isWanted);
  return gathered.contents();
}

/** The journal's files; a folder that cannot be listed is unread, a missing one is empty. */
function listed(dir: string, gathered: Gathering): string[] {
  try {
    return journalFiles(dir);
  } catch (error) {
    const code = errno(error);
    if (code === null) throw error;
    if (code === 'ENOENT') return [];
    // Never taken for an empty journal in silence: somebody's history may be there.
    gathered.begin('.');
    refuse(gathered, code);
    return [];
  }
}

function readFile(dir: string, name: string, gathered: Gathering, isWanted: (line: string) => boolean): void {
  gathered.begin(name);
  try {
    const path = join(dir, name);
    const stat = statSync(path);
    // Looked at before it is opened: opening a pipe would wait for a writer for ever.
    if (!stat.isFile()) {
      gathered.unread(stat.isDirectory() ? 'a folder, not a file' : 'not an ordinary file');
      return;
    }
    const fd = openSync(path, 'r');
    try {
      walkLines(fd, (text, number, state) => {
        if (isWanted(text)) gathered.line(text, number, state);
      });
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    const code = errno(error);
    if (code === null) throw error;
    if (code === 'ENOENT') gathered.unread('it is gone, or a link that leads nowhere');
    else refuse(gathered, code);
  } finally {
    gathered.end();
  }
}

function refuse(gathered: Gathering, code: string): void {
  const { words, remedy } = refusal(code);
  gathered.unread(words, remedy);
}
