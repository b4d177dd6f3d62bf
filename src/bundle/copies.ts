import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../disk.ts';
import type { Compiled, Role } from './compile.ts';
import type { CompiledKind } from './schema.ts';

declare const __SCHEMA_FINGERPRINT__: string;

/** Where compiled copies lie: those that ship with the program, and those that were made on this machine. */
export interface Copies {
  shipped: string | null;
  cache: string | null;
}

/**
 * The validated data of a file's bytes. A copy under the hash of these bytes is neither parsed nor validated
 * again; without one the bytes are compiled and a copy is kept. Hence an edited file never meets an old copy,
 * and deleting the copies changes nothing.
 */
export async function compiled(
  kind: CompiledKind,
  role: Role,
  bytes: Uint8Array,
  copies: Copies,
): Promise<Compiled> {
  const name = `${kind}-${hashOf([`${kind}\n${role}\n`, bytes])}.json`;
  const data = copyOf(copies, name);
  if (data !== undefined) return { ok: true, data };
  const { compileFile } = await import('./compile.ts');
  const result = compileFile(kind, role, bytes);
  if (result.ok && copies.cache !== null) keepCopy(copies.cache, name, result.data);
  return result;
}

/** Names bytes together with the code that compiles them, so that no copy outlives either. */
export function hashOf(parts: readonly (string | Uint8Array)[]): string {
  // Loaded at the first use: it costs as much as everything else that a short answer loads of Node's own.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash('sha256').update(`${__SCHEMA_FINGERPRINT__}\n`);
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 32);
}

/** The copy of this name, from where copies ship or from where they are made; undefined where there is none. */
export function copyOf({ shipped, cache }: Copies, name: string): unknown {
  for (const folder of [shipped, cache]) {
    const data = folder === null ? undefined : readCopy(folder, name);
    if (data !== undefined) return data;
  }
  return undefined;
}

/**
 * A copy on the disk: the hash of its name and its JSON, and the JSON. So what is read is what was kept under this name,
 * byte for byte, and its form need not be looked at.
 */
function sealed(name: string, json: string): string {
  return `["${hashOf([name, json])}",${json}]`;
}

/** Before the JSON in a sealed copy: a hash is 32 digits. */
const SEAL = '["",'.length + 32;

/** A copy that is missing or damaged is no copy. */
function readCopy(folder: string, name: string): unknown {
  try {
    const text = readFileSync(join(folder, name), 'utf8');
    const json = text.slice(SEAL, -1);
    return text === sealed(name, json) ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

/** Written aside and renamed, so that a reader never sees half of it. A read-only cache costs only time. */
export function keepCopy(folder: string, name: string, data: unknown): void {
  const path = join(folder, name);
  const aside = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(folder);
    writeFileSync(aside, sealed(name, JSON.stringify(data)));
    renameSync(aside, path);
  } catch {
    discard(aside);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that takes no file has none to give back.
  }
}
