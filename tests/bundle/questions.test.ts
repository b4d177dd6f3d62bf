import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/bundle/check.ts';
import { keepCopy } from '../../src/bundle/copies.ts';
import type { BundleFolders } from '../../src/bundle/load.ts';
import { openQuestions } from '../../src/bundle/questions.ts';
import { formatProblem } from '../../src/problems.ts';
import { BUILT_IN, smallBundle, templateText, temporaryFolder, withCache } from './folders.ts';

const term = (id: string, prompt: string, more = '') => `  - id: ${id}
    kind: term
    difficulty: 1
    seconds: 30
    prompt: ${prompt}
    answer: queue
    explanation: So it is.
    sources: [recruiter-mail]
${more}`;
const QUEUES = `topic: queues\nquestions:\n${term('q-one', 'First?')}${term('q-two', 'Second?')}`;
const LOGS = `topic: logs\nquestions:\n${term('l-one', 'Third?')}`;
const WITH_LOGS = `${templateText('topics.yaml')}  - {id: logs, title: Logs, rounds: [design], summary: Kept., layer: advice}\n`;

function write(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

function bundle(files: Record<string, string>, overlay: Record<string, string> | null = null): BundleFolders {
  const folders = smallBundle();
  write(folders.dir, { 'topics.yaml': WITH_LOGS, ...files });
  if (overlay === null) return folders;
  const over = temporaryFolder();
  write(over, overlay);
  return { ...folders, overlay: over };
}

const idsOf = async (folders: BundleFolders) => (await openQuestions(folders).index()).map(({ id }) => id);
const problemsOf = async (folders: BundleFolders) => (await checkFolder(folders)).problems.map(formatProblem);

describe('the bank of questions', () => {
  const files = { 'questions/queues.yaml': QUEUES, 'questions/logs.yaml': LOGS };

  it('is an index of all topics, and whole questions of those that are asked for', async () => {
    const bank = openQuestions(bundle(files));
    expect(await bank.index()).toEqual([
      { id: 'l-one', topic: 'logs', kind: 'term', difficulty: 1, rounds: [], seconds: 30 },
      { id: 'q-one', topic: 'queues', kind: 'term', difficulty: 1, rounds: [], seconds: 30 },
      { id: 'q-two', topic: 'queues', kind: 'term', difficulty: 1, rounds: [], seconds: 30 },
    ]);
    expect([...(await bank.read(['queues'])).keys()]).toEqual(['q-one', 'q-two']);
    expect(await idsOf(smallBundle())).toEqual([]);
  });

  it('answers from the copy of the index until a byte of any file changes', async () => {
    const folders = withCache(bundle(files));
    await idsOf(folders);
    const [name = ''] = readdirSync(folders.copies.cache).filter((file) => file.startsWith('index-'));
    const copy = join(folders.copies.cache, name);
    const [entry] = await openQuestions(folders).index();
    keepCopy(folders.copies.cache, name, [{ ...entry, id: 'from-the-copy' }]);
    expect(await idsOf(folders)).toEqual(['from-the-copy']);
    write(folders.dir, { 'questions/logs.yaml': `${LOGS}\n` });
    expect(await idsOf(folders)).toEqual(['l-one', 'q-one', 'q-two']);
    write(folders.dir, { 'questions/logs.yaml': LOGS });
    expect(await idsOf(folders)).toEqual(['from-the-copy']);
    writeFileSync(copy, '[{"half');
    expect(await idsOf(folders)).toEqual(['l-one', 'q-one', 'q-two']);
  });

  it('does not ask the questions of a topic that the overlay hides, which is a warning', async () => {
    const folders = withCache(bundle(files, { 'topics.yaml': 'topics: [{id: queues, hidden: true}]\n' }));
    expect(await idsOf(folders)).toEqual(['l-one']);
    const { problems, warnings } = await checkFolder(folders);
    expect(problems).toEqual([]);
    expect(warnings.map(({ file, message }) => [file, message])).toContainEqual([
      'questions/queues.yaml',
      'is not asked: its topic is hidden by the overlay',
    ]);
    // The copy of the index knows the topics that it was made with.
    write(folders.overlay ?? '', { 'topics.yaml': 'topics: []\n' });
    expect(await idsOf(folders)).toEqual(['l-one', 'q-one', 'q-two']);
  });

  it('an overlay adds, replaces and hides, and the index sees a byte of it too', async () => {
    const overlay = {
      'questions/queues.yaml': `topic: queues\nquestions:\n  - {id: q-one, hidden: true}\n${term('q-two', 'My own?')}${term('q-mine', 'New?')}`,
      'questions/faq.yaml': `topic: faq\nquestions:\n${term('f-one', 'Of a topic of my own?')}`,
      'topics.yaml':
        'topics: [{id: faq, title: Mine, priority: null, rounds: [design], summary: x, layer: advice}]\n',
    };
    const folders = withCache(bundle(files, overlay));
    expect((await idsOf(folders)).toSorted()).toEqual(['f-one', 'l-one', 'q-mine', 'q-two']);
    const read = await openQuestions(folders).read(['queues']);
    expect(read.get('q-two')?.prompt).toBe('My own?');
    write(folders.overlay ?? '', { 'questions/queues.yaml': 'topic: queues\nquestions: []\n' });
    expect((await idsOf(folders)).toSorted()).toEqual(['f-one', 'l-one', 'q-one', 'q-two']);
  });

  it('is refused in one line where an id stands in two files', async () => {
    const folders = bundle({ ...files, 'questions/logs.yaml': LOGS.replace('l-one', 'q-one') });
    await expect(idsOf(folders)).rejects.toMatchObject({
      exitCode: 1,
      code: 'bundle',
      message: 'questions/queues.yaml:1:1 q-one: this id stands in questions/logs.yaml too',
    });
    expect(await problemsOf(folders)).toContain(
      'questions/queues.yaml:1:1 q-one: this id stands in questions/logs.yaml too',
    );
  });
});

describe('bundle check of questions', () => {
  const numeric = (fields: string) => `topic: queues
questions:
  - id: q-num
    kind: numeric
    difficulty: 1
    seconds: 30
    prompt: How much for {{layers}}?
    explanation: So much.
    sources: [recruiter-mail]
${fields}`;
  const inputs =
    '    inputs: { layers: { from: 2, to: 8, step: 2 }, kv-heads: 8, head-dim: 128, seq: 1024 }\n';

  it.each([
    [
      'a source that is not there',
      QUEUES.replace('[recruiter-mail]', '[nobody]'),
      /^questions\/queues\.yaml:10:15 q-one: sources: "nobody" is not among/,
    ],
    [
      'no source',
      QUEUES.replace('[recruiter-mail]', '[]'),
      /^questions\/queues\.yaml:10:14 q-one: sources: must name at least one source/,
    ],
    [
      'a round that is not there',
      QUEUES.replace('    answer', '    rounds: [nowhere]\n    answer'),
      /^questions\/queues\.yaml:8:14 q-one: rounds: "nowhere" is not among/,
    ],
    [
      'an id twice',
      QUEUES.replace('q-two', 'q-one'),
      /^questions\/queues\.yaml:11:9 q-one: this id stands twice/,
    ],
    [
      'another topic than its name',
      QUEUES.replace('topic: queues', 'topic: logs'),
      /^questions\/queues\.yaml:1:\d+ topic: must be "queues", as the file is called/,
    ],
    [
      'the same prompt',
      QUEUES.replace('Second?', 'first'),
      /^questions\/queues\.yaml:1:1 q-two: asks the same as q-one/,
    ],
    [
      'a formula that is not there',
      numeric(`    formula: kv-cach\n    unit: GB\n${inputs}`),
      /^questions\/queues\.yaml:10:14 q-num: formula "kv-cach" does not exist, did you mean "kv-cache"/,
    ],
    [
      'a formula that breaks',
      numeric(`    formula: kv-cache\n    unit: GB\n${inputs.replace('from: 2', 'from: 0')}`),
      /^questions\/queues\.yaml:12:\d+ q-num: at layers=0 /,
    ],
    [
      'a difficulty that is none',
      QUEUES.replace('difficulty: 1', 'difficulty: 4'),
      /^questions\/queues\.yaml:5:17 q-one: difficulty: must be 1, 2 or 3/,
    ],
    [
      'a kind that is none',
      QUEUES.replace('kind: term', 'kind: riddle'),
      /^questions\/queues\.yaml:\d+:\d+ q-one: kind: must be choice/,
    ],
    ['no list', 'topic: queues\n', /^questions\/queues\.yaml:1:1 questions: is missing/],
  ])('names %s with its place', async (_, text, line) => {
    expect(await problemsOf(bundle({ 'questions/queues.yaml': text }))).toEqual([
      expect.stringMatching(line),
    ]);
  });

  it('names files that are of no topic, or never read', async () => {
    const folders = bundle({
      'questions/queues.yaml': QUEUES,
      'questions/moe.yaml': `topic: moe\nquestions:\n${term('m-one', 'Fourth?')}`,
      'questions/logs.yml': LOGS,
    });
    expect(await problemsOf(folders)).toEqual([
      'questions/moe.yaml:1:1 is of no topic: topics.yaml has none called "moe"',
      'questions/logs.yml:1:1 is not read: its name must end in .yaml',
    ]);
  });

  it('warns of questions that are nearly the same', async () => {
    const long =
      'Which of the many guarantees that a queue can give costs the most when messages are lost on the way to';
    const text = `topic: queues\nquestions:\n${term('q-one', `${long} you?`)}${term('q-two', `${long} me?`)}`;
    const { problems, warnings } = await checkFolder(bundle({ 'questions/queues.yaml': text }));
    expect(problems).toEqual([]);
    expect(warnings.map(formatProblem)).toEqual([
      expect.stringMatching(/^questions\/queues\.yaml:1:1 q-two: asks nearly the same as q-one/),
    ]);
  });
});

it('the built-in bank has every kind, and each question is of a topic', async () => {
  const index = await openQuestions({
    dir: BUILT_IN,
    overlay: null,
    copies: { shipped: null, cache: null },
  }).index();
  expect(index.length).toBeGreaterThanOrEqual(60);
  expect(new Set(index.map(({ kind }) => kind)).size).toBe(6);
  expect(new Set(index.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(8);
});
