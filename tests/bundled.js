import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * A TypeScript module with all that it imports, ready to run under Node.
 * @param {string} input its path in the repository
 * @returns {Promise<any>} its exports
 */
export async function bundled(input) {
  const aside = mkdtempSync(join(tmpdir(), 'bundled-'));
  try {
    const build = await rolldown({ cwd: root, input, platform: 'node' });
    await build.write({ dir: aside, format: 'cjs', exports: 'named', entryFileNames: 'module.cjs' });
    await build.close();
    return createRequire(import.meta.url)(join(aside, 'module.cjs'));
  } finally {
    rmSync(aside, { recursive: true });
  }
}
