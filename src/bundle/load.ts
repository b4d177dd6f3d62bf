import { failure, type KnownError } from '../errors.ts';
import { formatProblem, type Problem, printable } from '../problems.ts';
import type { Role } from './compile.ts';
import { type Copies, compiled } from './copies.ts';
import { type FileBytes, fileName, REQUIRED, readBundleFile, requireFolder } from './folder.ts';
import { type BrokenLink, link } from './links.ts';
import { type Merged, merge } from './merge.ts';
import type { CompiledKind, FileData, FileKind } from './schema.ts';

/** The folders that make up a bundle. */
export interface BundleFolders {
  dir: string;
  /** Laid over `dir` by id, where it exists. */
  overlay: string | null;
  copies: Copies;
}

/** Some files of a bundle, merged and linked, with everything that is wrong with them. */
export interface LoadResult<K extends FileKind> {
  data: Pick<FileData, K> | null;
  problems: Problem[];
  warnings: Problem[];
}

/** What stands for a file that a bundle leaves out. */
const EMPTY: { [K in Exclude<FileKind, 'bundle' | 'rounds'>]: FileData[K] } = {
  sources: { sources: [] },
  company: { facts: [] },
  asks: { asks: [] },
  topics: { topics: [] },
  comp: { bands: [], gaps: [], to_ask: [] },
  faq: { entries: [] },
};

/** One file of the bundle with what the overlay lays over it. */
export interface LoadedFile extends Merged {
  name: string;
  bytes: { [R in Role]?: Uint8Array };
}

/** A file by what it holds and what it is called within the folder. */
export interface FileSpec {
  kind: CompiledKind;
  name: string;
}

/** Reads, compiles, merges and links the files of these kinds, and no others. Never throws for what is in them. */
export async function loadFiles<K extends FileKind>(
  folders: BundleFolders,
  kinds: readonly K[],
): Promise<LoadResult<K>> {
  const specs = kinds.map((kind) => ({ kind, name: fileName(kind) }));
  return (await loadSpecs(folders, specs)) as LoadResult<K>;
}

/** The same for any files of the folder, at most one of a kind: references are followed among them. */
export async function loadSpecs(
  folders: BundleFolders,
  specs: readonly FileSpec[],
): Promise<{ data: Record<string, unknown> | null; problems: Problem[]; warnings: Problem[] }> {
  const problems: Problem[] = [];
  const files = new Map<CompiledKind, LoadedFile>();
  for (const spec of specs) {
    const file = await loadFile(folders, spec, problems);
    if (file) files.set(spec.kind, file);
  }
  const loaded = Object.fromEntries(files);
  const linked = link(loaded as Parameters<typeof link>[0]);
  const place = (broken: BrokenLink) => placed(folders, files, broken);
  problems.push(...(await Promise.all(linked.problems.map(place))));
  const data = Object.fromEntries([...files].map(([kind, file]) => [kind, file.data]));
  return {
    data: problems.length === 0 ? data : null,
    problems,
    warnings: await Promise.all(linked.warnings.map(place)),
  };
}

async function loadFile(
  folders: BundleFolders,
  { kind, name }: FileSpec,
  problems: Problem[],
): Promise<LoadedFile | null> {
  const bytes: LoadedFile['bytes'] = {};
  const data: { [R in Role]?: Record<string, unknown> } = {};
  const read = async (role: Role, file: FileBytes): Promise<boolean> => {
    const shown = shownFile(folders, role, name);
    if (file.state === 'unreadable') {
      problems.push({ file: shown, line: 1, column: 1, id: null, message: file.why });
    }
    if (file.state !== 'read') return file.state === 'missing';
    bytes[role] = file.bytes;
    const result = await compiled(kind, role, file.bytes, folders.copies);
    if (!result.ok) {
      problems.push(...result.findings.map((finding) => ({ file: shown, ...finding })));
      return false;
    }
    data[role] = result.data as Record<string, unknown>;
    return true;
  };
  const baseFile = readBundleFile(folders.dir, name);
  if (baseFile.state === 'missing' && (REQUIRED as readonly string[]).includes(kind)) {
    problems.push({ file: name, line: 1, column: 1, id: null, message: 'is missing; every bundle has one' });
    return null;
  }
  const isBaseFine = await read('base', baseFile);
  const isOverlayFine =
    folders.overlay === null || (await read('overlay', readBundleFile(folders.overlay, name)));
  if (!isBaseFine || !isOverlayFine) return null;
  const base = data.base ?? structuredClone((EMPTY as Record<string, Record<string, unknown>>)[kind]) ?? {};
  return { ...merge(base, data.overlay ?? null), name, bytes };
}

/** An overlay's file carries its folder, since the bundle has one of the same name. */
function shownFile(folders: BundleFolders, role: Role, name: string): string {
  return role === 'base' ? name : `${folders.overlay}/${name}`;
}

async function placed(
  folders: BundleFolders,
  files: Map<CompiledKind, LoadedFile>,
  broken: BrokenLink,
): Promise<Problem> {
  const file = files.get(broken.kind);
  const origin = file?.origins.get(broken.record);
  const bytes = origin && file?.bytes[origin.role];
  const { parseYaml } = await import('./parse.ts');
  const position = bytes ? parseYaml(bytes).locate([...origin.path, ...broken.path]) : { line: 1, column: 1 };
  const name = shownFile(folders, origin?.role ?? 'base', file?.name ?? broken.kind);
  return { file: name, ...position, id: broken.id, message: broken.message };
}

/** What a command asks a bundle for: the files that it needs, whole and right. */
export interface Bundle {
  folders: BundleFolders;
  /** Throws a KnownError that names the first problem, if these files have any. */
  read<K extends FileKind>(...kinds: K[]): Promise<Pick<FileData, K>>;
}

export function openBundle(folders: BundleFolders): Bundle {
  return {
    folders,
    async read(...kinds) {
      requireFolder(folders.dir);
      const { data, problems } = await loadFiles(folders, kinds);
      if (data) return data;
      throw bundleFailure(folders, problems);
    },
  };
}

/** The first problem in one line, and how many more there are. */
export function bundleFailure(folders: BundleFolders, [first, ...others]: readonly Problem[]): KnownError {
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return failure(
    'bundle',
    `${first ? formatProblem(first) : 'The bundle cannot be read'}${more}`,
    `The bundle is ${printable(folders.dir)}${folders.overlay === null ? '' : `, with ${printable(folders.overlay)} laid over it`}. See everything that is wrong: mistral-prep bundle check`,
  );
}
