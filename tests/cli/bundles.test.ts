import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOf, keepCopy } from '../../src/bundle/copies.ts';
import { editedBundle, replacing, textOf, writeOverlay } from './bundles.ts';
import { folder, freshHome, INSTALLED, run, spread } from './program.ts';

/** What each command that reads a bundle is asked here. */
const READERS = [
  [],
  ['process'],
  ['rounds'],
  ['checklist'],
  ['topics'],
  ['priorities'],
  ['comp'],
  ['faq'],
  ['company'],
  ['search', 'round'],
];

const cacheOf = (home: string) => join(home, 'cache');
const copiesIn = (home: string) => (existsSync(cacheOf(home)) ? readdirSync(cacheOf(home)) : []);

describe('bundle init', () => {
  it('says in one line where nothing can be written', async () => {
    for (const dir of ['/proc/b', '/dev/null/b']) {
      const { code, stderr } = await run(['bundle', 'init', dir]);
      expect(code).toBe(1);
      expect(stderr.split('\n')[0]).toMatch(/cannot be written: /);
    }
  });

  it('writes a bundle that passes the check and works with every command', async () => {
    const dir = join(folder(), 'new', 'my company');
    const { code, stdout } = await run(['bundle', 'init', dir]);
    expect(code).toBe(0);
    expect(stdout).toContain(`mistral-prep bundle check ${dir}`);
    expect(readdirSync(dir)).toContain('rounds.yaml');
    expect(textOf(dir, 'bundle.yaml')).toMatch(/^#/m);
    const check = await run(['bundle', 'check', dir]);
    expect(check).toMatchObject({ code: 0, stderr: '' });
    const company = /^company: (.*)$/m.exec(textOf(dir, 'bundle.yaml'))?.[1] ?? '';
    expect(company).not.toBe('');
    const results = await spread(READERS, (words) => run([...words, '--bundle', dir]));
    for (const [index, ran] of results.entries()) {
      expect({ words: READERS[index], code: ran.code, stderr: ran.stderr }).toEqual({
        words: READERS[index],
        code: 0,
        stderr: '',
      });
      expect(ran.stdout).not.toContain('Mistral AI');
    }
    expect(results[1]?.stdout).toContain(company);
  });

  it('writes over nothing: one file in the way, and nothing is written', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'comp.yaml'), 'mine');
    const { code, stderr } = await run(['bundle', 'init', dir]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/already has comp\.yaml\.\n {2}.*nothing was written/);
    expect(readdirSync(dir)).toEqual(['comp.yaml']);
    expect(textOf(dir, 'comp.yaml')).toBe('mine');
  });
});

it('an overlay adds, replaces and hides, as the commands tell it', async () => {
  const home = freshHome();
  const mine = 'layer: public\n    sources: [guide-2026]\n    as_of: 2026-10\n    confidence: high';
  writeOverlay(home, {
    'faq.yaml': `entries:
  - id: remote
    question: Can you work from anywhere?
    answer: My own note on it.
    ${mine}
  - id: dogs
    question: May dogs come along?
    answer: They may.
    ${mine}
  - {id: engineering-culture, hidden: true}
`,
    'rounds.yaml': 'rounds:\n  - {id: deep-dive, hidden: true}\n',
  });
  const [faq, dogs, rounds, hits, check, path] = await Promise.all([
    run(['faq', '--json'], { home }),
    run(['faq', 'dogs'], { home }),
    run(['process', '--json'], { home }),
    run(['search', 'dogs', '--json'], { home }),
    run(['bundle', 'check', '--json'], { home }),
    run(['bundle', 'path', '--json'], { home }),
  ]);
  const entries: { id: string; answer: string }[] = JSON.parse(faq.stdout).entries;
  const ids = entries.map(({ id }) => id);
  expect(entries.find(({ id }) => id === 'remote')?.answer).toBe('My own note on it.');
  expect(ids).toContain('dogs');
  expect(ids).toContain('versus-openai-anthropic');
  expect(ids).not.toContain('engineering-culture');
  expect(dogs.stdout).toContain('They may.');
  const order = JSON.parse(rounds.stdout).rounds.map(({ id }: { id: string }) => id);
  expect(order).toEqual(['recruiter', 'coding', 'onsite-coding', 'system-design', 'behavioural']);
  expect(JSON.parse(hits.stdout).hits[0]).toMatchObject({ type: 'faq', id: 'dogs' });
  // Hiding what others name is a warning; everything else is in order.
  expect(check.code).toBe(0);
  expect(JSON.parse(check.stdout)).toMatchObject({ ok: true, problems: [] });
  expect(JSON.parse(check.stdout).warnings.length).toBeGreaterThan(0);
  expect(JSON.parse(path.stdout)).toMatchObject({ overlayInUse: true, overlay: join(home, 'config/bundle') });
});

it('a fault in an overlay is told with the name of its file', async () => {
  const home = freshHome();
  writeOverlay(home, { 'faq.yaml': 'entries:\n  - id: dogs\n    question: 3\n' });
  const { code, stderr } = await run(['faq'], { home });
  expect(code).toBe(1);
  expect(stderr).toContain(`${join(home, 'config/bundle/faq.yaml')}:3:15 dogs: question`);
});

it('MISTRAL_PREP_BUNDLE names a bundle, and --bundle wins over it', async () => {
  const named = (company: string) =>
    editedBundle({ 'bundle.yaml': replacing('company: Mistral AI', `company: ${company}`) });
  const [first, second] = [named('First'), named('Second')];
  const env = { MISTRAL_PREP_BUNDLE: first };
  const answers = await Promise.all([
    run(['company', '--json'], { env }),
    run(['company', '--json', '--bundle', second], { env }),
    run(['company', '--json'], { env: { MISTRAL_PREP_BUNDLE: '' } }),
    run(['company', '--json', '--bundle', 'b'], { cwd: join(second, '..') }),
  ]);
  expect(answers.map(({ stdout }) => JSON.parse(stdout).company)).toEqual([
    'First',
    'Second',
    'Mistral AI',
    'Second',
  ]);
});

it('the schema is one of JSON, and has every file of a bundle', async () => {
  const { code, stdout } = await run(['bundle', 'schema']);
  expect(code).toBe(0);
  const schema = JSON.parse(stdout);
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  const names = readdirSync(join(INSTALLED, 'data'));
  expect(Object.keys(schema.$defs).sort()).toEqual(
    names.map((name) => (name === 'questions' ? 'questions/<topic>.yaml' : name)).sort(),
  );
  const [topic = ''] = readdirSync(join(INSTALLED, 'data/questions'));
  for (const [name, file] of Object.entries<Record<string, unknown>>(schema.$defs)) {
    expect(file).toMatchObject({ type: 'object', additionalProperties: false });
    // Every key at the top of our own file is one that the schema knows, and those it requires are there.
    const keys = [
      ...textOf(INSTALLED, 'data', name.replace('<topic>.yaml', topic)).matchAll(/^(\w+):/gm),
    ].map(([, key]) => key ?? '');
    expect(Object.keys(file.properties as object)).toEqual(expect.arrayContaining(keys));
    expect(keys).toEqual(expect.arrayContaining((file.required as string[] | undefined) ?? []));
  }
});

describe('compiled copies', () => {
  it('the built-in bundle is answered from those that ship', async () => {
    const home = freshHome();
    const results = await spread([...READERS, ['bundle', 'check']], (words) => run(words, { home }));
    expect(results.map(({ code }) => code)).toEqual(results.map(() => 0));
    expect(existsSync(home)).toBe(false);
  });

  it("another folder's are made once and kept in the cache, and only of the files that were read", async () => {
    const home = freshHome();
    const dir = editedBundle({ 'faq.yaml': (text) => `# mine\n${text}` });
    const before = await run(['faq', '--bundle', dir, '--json'], { home });
    // The other file that it reads has the bytes of the built-in one, whose copy ships.
    expect(copiesIn(home)).toEqual([expect.stringMatching(/^faq-[0-9a-f]{32}\.json$/)]);
    // Proof that it is what is read: a copy under the right name is believed.
    const [name = ''] = copiesIn(home);
    const copy = join(cacheOf(home), name);
    const data = copyOf({ shipped: null, cache: cacheOf(home) }, name) as { entries: { answer: string }[] };
    for (const entry of data.entries) entry.answer = 'From the copy.';
    keepCopy(cacheOf(home), name, data);
    const after = await run(['faq', '--bundle', dir], { home });
    expect(before.stdout).not.toContain('From the copy.');
    expect(after.stdout).toContain('From the copy.');
    // A damaged copy is no copy.
    writeFileSync(copy, '{"entries":');
    expect((await run(['faq', '--bundle', dir, '--json'], { home })).stdout).toBe(before.stdout);
  });

  it('an edited file is never answered from an old copy', async () => {
    const home = freshHome();
    const dir = editedBundle();
    const file = join(dir, 'faq.yaml');
    const answer = async () => (await run(['faq', 'remote', '--bundle', dir], { home })).stdout;
    const original = textOf(file);
    expect(await answer()).toContain('Many roles are hybrid.');
    writeFileSync(file, original.replace('Many roles are', 'No roles are'));
    expect(await answer()).toMatch(/No roles are\s+hybrid\./);
    writeFileSync(file, original.replace('Many roles are', 'Most roles are'));
    expect(await answer()).toMatch(/Most roles are\s+hybrid\./);
    writeFileSync(file, original.replace('answer: >-', 'answr: >-'));
    expect((await run(['faq', '--bundle', dir], { home })).code).toBe(1);
    writeFileSync(file, original);
    expect(await answer()).toContain('Many roles are hybrid.');
  });

  it('a cache that cannot be written costs only time', async () => {
    const home = freshHome();
    mkdirSync(home, { recursive: true });
    writeFileSync(cacheOf(home), '');
    const dir = editedBundle({ 'faq.yaml': (text) => `# mine\n${text}` });
    const { code, stdout, stderr } = await run(['faq', 'remote', '--bundle', dir], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('remote');
  });
});
