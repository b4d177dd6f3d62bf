// Builds dist/: the program in chunks, the bundle's compiled copies, the template of `bundle init`, and the
// licences of the libraries that are bundled in.
//
// The chunks are CommonJS. On Node 20 an ECMAScript module costs about three times as much to load as a required
// one, and each import of a module of Node's own reads all of its exports; together a third of a start.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { schemaFingerprint } from './fingerprint.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');

/**
 * chalk asks the terminal what colours it has; this program has already asked, and says so to chalk.
 * @type {import('rolldown').Plugin}
 */
const noColourDetection = {
  name: 'no-colour-detection',
  load: {
    filter: { id: /chalk[\\/]source[\\/]vendor[\\/]supports-color[\\/]index\.js$/ },
    handler: () => 'export default { stdout: false, stderr: false };',
  },
};

/**
 * commander can start a subcommand as a program of its own. There is none here, and what would start it takes long to
 * load.
 * @type {import('rolldown').Plugin}
 */
const noExecutables = {
  name: 'no-executables',
  resolveId: {
    filter: { id: /^node:child_process$/ },
    handler: (_, importer) => (importer?.includes('commander') ? '\0no-executables' : null),
  },
  load: { filter: { id: /^\0no-executables$/ }, handler: () => 'export default {};' },
};

/**
 * The search reads the titles of all formulas, which are worked out here rather than at each start.
 * @type {unknown}
 */
let summaries = null;
/** @type {import('rolldown').Plugin} */
const formulaSummaries = {
  name: 'formula-summaries',
  load: {
    filter: { id: /src[\\/]formulas[\\/]summaries\.ts$/ },
    handler: () => (summaries === null ? null : `export const SUMMARIES = ${JSON.stringify(summaries)};`),
  },
};

/** Large, and needed by few commands: each of these stays in chunks of its own. The modes of `quiz` stand in its help. */
const HEAVY = [
  /node_modules[\\/](marked|yaml|valibot|@valibot|minisearch|ical-generator|@inquirer|cli-width|mute-stream|signal-exit|ts-fsrs)[\\/]/,
  /src[\\/]bundle[\\/](schema|fields|question-schema|parse|compile|json-schema|check-questions)\.ts$/,
  /src[\\/](questions|formulas|memory|coach|export|commands[\\/](quiz|setup))[\\/](?!modes\.ts$)/,
  /src[\\/]commands[\\/](desk|target|recollecting|fitting|today)\.ts$/,
  /src[\\/]commands[\\/]views[\\/](today|plan|progress)\.ts$/,
  /src[\\/]journal[\\/]sync\.ts$/,
];
/** What every command that coaches loads, in one file. */
const COACH = [
  /node_modules[\\/]ts-fsrs[\\/]/,
  /src[\\/](memory|coach)[\\/]/,
  /src[\\/]commands[\\/](desk|recollecting|fitting)\.ts$/,
];

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const constants = {
  __SCHEMA_FINGERPRINT__: JSON.stringify(schemaFingerprint()),
  __VERSION__: JSON.stringify(version),
};

await withModule('src/formulas/summaries.ts', ({ SUMMARIES }) => {
  summaries = SUMMARIES;
});
rmSync(dist, { recursive: true, force: true });
const chunks = await bundle('src/cli.ts', dist);
// Which source stands in which chunk: the test of the loaded modules reads it. It is not published.
const contents = Object.fromEntries(
  chunks.map(({ fileName, moduleIds }) => [fileName, moduleIds.map(inRoot)]),
);
writeFileSync(join(dist, 'meta.json'), JSON.stringify(contents, null, 1));

await compileData();
await bundleMemory();
cpSync(join(root, 'src/bundle/template'), join(dist, 'template'), { recursive: true });
writeLicences(Object.values(contents).flat());

/**
 * @param {string} input
 * @param {string} dir
 */
async function bundle(input, dir) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    transform: { target: 'node20', define: constants },
    plugins: [noColourDetection, noExecutables, formulaSummaries],
  });
  const { output } = await build.write({
    dir,
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    comments: false,
    minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
    codeSplitting: {
      // What several commands draw and look up with comes in one file rather than in ten.
      groups: [
        { name: 'coach', minShareCount: 3, priority: 1, test: (id) => COACH.some((part) => part.test(id)) },
        {
          name: 'shared',
          minShareCount: 3,
          priority: 2,
          test: (id) => !HEAVY.some((heavy) => heavy.test(id)),
        },
      ],
    },
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** The memory for other programs, `mistral-prep/memory`: one ECMAScript module, and its types. */
async function bundleMemory() {
  const build = await rolldown({ cwd: root, input: 'src/memory/index.ts', platform: 'neutral' });
  await build.write({ dir: join(dist, 'memory'), format: 'es', entryFileNames: 'index.js', comments: false });
  await build.close();
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'src/build/memory-types.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
}

/** Runs the bundle's own compiler over data/; a bundle with problems is not built. */
async function compileData() {
  await withModule('src/build/compile-data.ts', ({ compileData }) =>
    compileData(join(root, 'data'), join(dist, 'bundle')),
  );
}

/**
 * Works with what a module of the source exports; chunks of it may be loaded as late as that.
 * @param {string} input
 * @param {(module: any) => unknown} work
 */
async function withModule(input, work) {
  const aside = mkdtempSync(join(tmpdir(), 'mistral-prep-build-'));
  await bundle(input, aside);
  await work(createRequire(import.meta.url)(join(aside, `${basename(input, '.ts')}.cjs`)));
  rmSync(aside, { recursive: true });
}

/** @param {string[]} inputs the paths of all files that were bundled */
function writeLicences(inputs) {
  const packages = new Set(
    inputs.flatMap((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []),
  );
  const parts = [...packages].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licensed under ${license}.`;
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync(join(dist, 'LICENSES.txt'), parts.join(`\n${'-'.repeat(72)}\n\n`));
}

/** @param {string} path */
function inRoot(path) {
  return path.startsWith(root) ? path.slice(root.length) : path;
}
