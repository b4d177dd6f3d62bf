import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editedBundle } from './bundles.ts';
import { folder, INSTALLED, NOW, type Ran, REPOSITORY, run, runCommand } from './program.ts';

/** The npm that is installed here, with nothing of this machine's settings. */
function npm(args: string[], cwd: string, home: string): Promise<Ran> {
  const env = { HOME: home, npm_config_cache: join(home, 'npm'), npm_config_update_notifier: 'false' };
  return runCommand('npm', args, { cwd, env });
}

it('the package holds what runs, installs without the network, and runs from an empty folder', async () => {
  const home = folder();
  const out = folder();
  const packed = await npm(
    ['pack', REPOSITORY, '--ignore-scripts', '--json', '--pack-destination', out],
    out,
    home,
  );
  expect(packed.code).toBe(0);
  const [{ files: contents, filename, version }] = JSON.parse(packed.stdout);
  const paths: string[] = contents.map(({ path }: { path: string }) => path);

  const tops = [...new Set(paths.map((path) => path.split('/')[0]))].sort();
  const expected = ['LICENSE', 'README.md', 'bin', 'data', 'dist', 'package.json'];
  expect(tops).toEqual(
    existsSync(join(REPOSITORY, 'README.md')) ? expected : expected.filter((f) => f !== 'README.md'),
  );
  expect(paths.filter((path) => /meta\.json|(?<!\.d)\.ts$|\.map$|tests?\//.test(path))).toEqual([]);
  const data = readdirSync(join(INSTALLED, 'data'), { recursive: true, encoding: 'utf8' });
  const files = data.filter((name) => name.endsWith('.yaml'));
  expect(files.filter((name) => !paths.includes(`data/${name}`))).toEqual([]);
  // A copy of each, and the index of the questions.
  expect(paths.filter((path) => path.startsWith('dist/bundle/'))).toHaveLength(files.length + 1);
  expect(paths.filter((path) => path.startsWith('dist/template/'))).toHaveLength(8);

  const empty = join(folder(), 'somewhere else');
  mkdirSync(empty);
  const installed = await npm(
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(out, filename)],
    empty,
    home,
  );
  expect({ code: installed.code, stderr: installed.stderr.replace(/^npm warn .*\n/gm, '') }).toEqual({
    code: 0,
    stderr: '',
  });
  const comp = await npm(['exec', '--offline', '--', 'mistral-prep', 'comp', '--json'], empty, home);
  expect(comp.code).toBe(0);
  expect(JSON.parse(comp.stdout)).toEqual(JSON.parse((await run(['comp', '--json'])).stdout));

  // By npx as well, through the link that npm made, and with nothing but its own files.
  const npx = await runCommand('npx', ['--offline', 'mistral-prep', '--version'], {
    cwd: empty,
    env: { HOME: home, npm_config_cache: join(home, 'npm') },
  });
  expect(npx).toMatchObject({ code: 0, stdout: `${version}\n` });
  expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'mistral-prep',
  ]);
});

it('without its dist it says how to build it', async () => {
  const dir = folder();
  const { code, stdout, stderr } = await runCommand('bash', [
    '--norc',
    '-c',
    `cp -r '${INSTALLED}' '${dir}/p' && rm -r '${dir}/p/dist' && exec '${process.execPath}' '${dir}/p/bin/mistral-prep.js' comp`,
  ]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^mistral-prep is not built yet\. Run: npm ci\n$/);
});

it('runs from any folder, through a link, and under a name with spaces', async () => {
  const dir = join(folder(), 'a b c');
  mkdirSync(dir);
  const { code, stdout, stderr } = await runCommand('bash', [
    '--norc',
    '-c',
    `ln -s '${INSTALLED}/bin/mistral-prep.js' '${dir}/mistral-prep' && cd / && '${dir}/mistral-prep' company --json
     cp -r '${INSTALLED}' '${dir}/p q' && '${dir}/p q/bin/mistral-prep.js' bundle path --json`,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('"company": "Mistral AI"');
  expect(stdout).toContain(JSON.stringify(join(dir, 'p q/data')));
});

it('XDG folders are used where no home of its own is set', async () => {
  const [user, state] = [folder(), folder()];
  const env = { PATH: process.env.PATH ?? '', HOME: user, XDG_STATE_HOME: state, MISTRAL_PREP_NOW: NOW };
  const bare = (words: string[]) => run(words, { env: { ...env, MISTRAL_PREP_HOME: '' } });
  const bundle = editedBundle({ 'faq.yaml': (text) => `# mine\n${text}` });
  await bare(['checklist', '--tick', 'c1']);
  await bare(['faq', '--bundle', bundle]);
  expect(readdirSync(join(state, 'mistral-prep')).sort()).toEqual(['device', 'journal']);
  expect(readdirSync(join(user, '.cache/mistral-prep'))).toHaveLength(1);
  const path = await bare(['bundle', 'path', '--json']);
  expect(JSON.parse(path.stdout).overlay).toBe(join(user, '.config/mistral-prep/bundle'));
});

it('README shows the screen that the program prints', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = /\$ mistral-prep (.*)\n([\s\S]*?)```/.exec(readme);
  const { stdout } = await run((shown?.[1] ?? '').split(' '));
  expect(shown?.[2]).not.toBe('');
  expect(stdout.startsWith(shown?.[2]?.trimEnd() ?? '?')).toBe(true);
});
