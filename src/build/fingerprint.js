import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Names the code that compiles a bundle's files and replays a journal. It is part of the key of every kept copy, so
 * that one that an older program made is never mistaken for one of today's.
 */
export function schemaFingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['bundle', 'questions', 'formulas', 'memory', 'coach']) {
    const source = new URL(`../${folder}/`, import.meta.url);
    for (const file of readdirSync(source).sort()) {
      if (file.endsWith('.ts')) hash.update(readFileSync(new URL(file, source)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
