import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editedBundle, replacing, textOf } from './bundles.ts';
import { folder, freshHome, INSTALLED, PROGRAM, type Ran, REPOSITORY, run } from './program.ts';

/** Runs before the program and notes whatever it loads, by `require` or by `import`, one name a line. */
const RECORDER = `
const Module = require('node:module');
const { appendFileSync } = require('node:fs');
const file = process.env.LOADED;
const load = Module._load;
Module._load = function (request, parent, isMain) {
  const name = Module.isBuiltin(request)
    ? 'node:' + request.replace(/^node:/, '')
    : Module._resolveFilename(request, parent, isMain);
  appendFileSync(file, name + '\\n');
  return load.call(this, request, parent, isMain);
};
const hooks = \`
  import { appendFileSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    const resolved = await next(specifier, context);
    appendFileSync(\${JSON.stringify(file)}, resolved.url + '\\\\n');
    return resolved;
  }\`;
Module.register('data:text/javascript,' + encodeURIComponent(hooks));
`;

interface Loaded extends Ran {
  packages: string[];
  builtins: string[];
}

async function loadedBy(words: string[], home = freshHome()): Promise<Loaded> {
  const dir = folder();
  const recorder = join(dir, 'recorder.cjs');
  const log = join(dir, 'loaded.txt');
  writeFileSync(recorder, RECORDER);
  writeFileSync(log, '');
  const ran = await run(words, { home, env: { LOADED: log }, nodeArgs: ['--require', recorder] });
  const names = [...new Set(readFileSync(log, 'utf8').trimEnd().split('\n'))];
  const files = names.map((name) => name.replace(/^file:\/\//, '')).filter((name) => name.startsWith('/'));
  // The program is what was recorded, and nothing outside its folder.
  expect(files).toContain(PROGRAM);
  expect(files.filter((file) => !file.startsWith(INSTALLED) && file !== recorder)).toEqual([]);
  return {
    ...ran,
    packages: packagesIn(files),
    builtins: names.filter((name) => name.startsWith('node:')).sort(),
  };
}

/** Which packages stand in these chunks, as the build wrote it down. */
function packagesIn(files: readonly string[]): string[] {
  const contents: Record<string, string[]> = JSON.parse(textOf(INSTALLED, 'dist/meta.json'));
  const sources = files.flatMap((file) => {
    if (!file.startsWith(join(INSTALLED, 'dist'))) return [];
    const inside = contents[basename(file)];
    if (inside === undefined) throw new Error(`meta.json does not know ${file}`);
    return inside;
  });
  const names = sources.flatMap(
    (path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

const PRINTING = [
  'chalk',
  'commander',
  'fast-string-truncated-width',
  'fast-string-width',
  'fast-wrap-ansi',
  'fastest-levenshtein',
];
const withMore = (...names: string[]) => [...PRINTING, ...names].sort();

/** What any command may ask of Node. */
const BUILTINS = [
  'node:child_process',
  'node:crypto',
  'node:events',
  'node:fs',
  'node:module',
  'node:os',
  'node:path',
  'node:process',
  'node:tty',
  'node:url',
];

describe('what is loaded', () => {
  const printing = [
    ['--version'],
    ['--help'],
    ['process'],
    ['process', '--start', '2026-12-01', '--reported'],
    ['rounds', 'design'],
    ['checklist'],
    ['checklist', '--tick', 'c1'],
    ['topics'],
    ['comp', '--total', '210k'],
    ['comp', '--json'],
    ['faq', 'remote'],
    ['company'],
    ['journal', 'check'],
    ['completion', 'bash'],
    ['completion', 'words', '--', 'rounds', ''],
    ['completion', 'words', '--', 'quiz', '--mode', ''],
    ['completion', 'words', '--', 'calc', ''],
    ['quiz', '--help'],
    ['calc'],
    ['calc', 'kv-cache', 'layers=32', 'kv-heads=8', 'head-dim=128', 'seq=8Ki'],
    ['bundle', 'path'],
    ['bundle', 'init', 'new-bundle'],
  ];
  it.each(printing.map((words) => [words.join(' ') || '(bare)', words] as const))(
    '%s: what draws text, and nothing else',
    async (_, words) => {
      const { code, packages, builtins } = await loadedBy([...words]);
      expect({ code, packages }).toEqual({ code: 0, packages: PRINTING });
      expect(BUILTINS).toEqual(expect.arrayContaining(builtins));
    },
  );

  it.each([
    [],
    ['setup', '--minutes', '30'],
    ['today'],
    ['priorities'],
    ['plan'],
    ['progress'],
    ['export', 'csv'],
  ])('what coaches: FSRS besides: %j', async (...words) => {
    const { code, packages } = await loadedBy(words);
    expect({ code, packages }).toEqual({ code: 0, packages: [...PRINTING, 'ts-fsrs'].sort() });
  });

  it('quiz without a card: the memory besides, and no prompt', async () => {
    for (const words of [
      ['quiz', '--json'],
      ['quiz', '--plain'],
    ]) {
      const { code, packages } = await loadedBy(words);
      expect({ words, code, packages }).toEqual({ words, code: 0, packages: withMore('ts-fsrs') });
    }
  });

  it('search: MiniSearch besides', async () => {
    const { code, packages } = await loadedBy(['search', 'kv cache']);
    expect({ code, packages }).toEqual({ code: 0, packages: withMore('minisearch') });
  });

  it('process --ics: the calendar library besides', async () => {
    const words = ['process', '--start', '2026-12-01', '--ics', join(folder(), 'loop.ics')];
    const { code, packages } = await loadedBy(words);
    expect({ code, packages }).toEqual({ code: 0, packages: withMore('ical-generator') });
  });

  it('progress --html: the plotting library and its DOM besides', async () => {
    const { code, packages } = await loadedBy(['progress', '--html', join(folder(), 'page.html')]);
    expect(code).toBe(0);
    const drawing = packages.filter((name) => !/^(d3-|internmap|isoformat|delaunator)/.test(name));
    expect(drawing).toEqual(expect.arrayContaining(withMore('@observablehq/plot', 'linkedom', 'ts-fsrs')));
    expect(packages).not.toContain('yaml');
  });

  it('bundle check: the schema library; the YAML parser only for a file without a copy', async () => {
    const shipped = await loadedBy(['bundle', 'check']);
    expect({ code: shipped.code, packages: shipped.packages }).toEqual({
      code: 0,
      packages: withMore('valibot'),
    });
    const dir = editedBundle({ 'faq.yaml': replacing('# Questions', '# My questions') });
    const home = freshHome();
    const first = await loadedBy(['faq', '--bundle', dir], home);
    const second = await loadedBy(['faq', '--bundle', dir], home);
    expect(first.packages).toEqual(withMore('valibot', 'yaml'));
    expect(second.packages).toEqual(PRINTING);
  });

  it('an error loads no more than the answer would', async () => {
    const { code, packages } = await loadedBy(['comp', 'nowhere']);
    expect({ code, packages }).toEqual({ code: 2, packages: PRINTING });
  });

  it('what is bundled in is licensed in LICENSES.txt, and nothing is left to install', () => {
    const contents: Record<string, string[]> = JSON.parse(textOf(INSTALLED, 'dist/meta.json'));
    const all = packagesIn(Object.keys(contents).map((name) => join(INSTALLED, 'dist', name)));
    const licences = textOf(INSTALLED, 'dist/LICENSES.txt');
    for (const name of all) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(JSON.parse(textOf(REPOSITORY, 'package.json')).dependencies ?? {}).toEqual({});
  });
});
