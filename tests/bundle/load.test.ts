import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCopy } from '../../src/bundle/copies.ts';
import { loadFiles, openBundle } from '../../src/bundle/load.ts';
import { overlaid, smallBundle, templateText, withCache } from './folders.ts';

describe('openBundle', () => {
  it('gives the files that were asked for, with every default filled in', async () => {
    const { rounds } = await openBundle(smallBundle()).read('bundle', 'sources', 'rounds');
    expect(
      rounds.rounds.map(({ id, count, minutes, tracks, aliases }) => ({
        id,
        count,
        minutes,
        tracks,
        aliases,
      })),
    ).toEqual([
      { id: 'recruiter', count: 1, minutes: 30, tracks: [], aliases: [] },
      { id: 'design', count: 2, minutes: 60, tracks: [], aliases: ['architecture'] },
    ]);
  });

  it('reads no other file than those asked for', async () => {
    const folders = smallBundle({ 'faq.yaml': 'entries: [' });
    await expect(openBundle(folders).read('bundle', 'sources', 'rounds')).resolves.toBeDefined();
    await expect(openBundle(folders).read('faq', 'sources')).rejects.toThrow(/^faq\.yaml:1:/);
  });

  it('does without the files that a bundle may leave out', async () => {
    const folders = smallBundle();
    for (const name of ['faq.yaml', 'comp.yaml', 'company.yaml']) rmSync(join(folders.dir, name));
    const { faq, comp } = await openBundle(folders).read('faq', 'comp', 'sources', 'bundle');
    expect([faq.entries, comp.bands, comp.gaps]).toEqual([[], [], []]);
  });

  it('names the first problem in one line and counts the others', async () => {
    const folders = smallBundle({ 'faq.yaml': 'entries: 1\n', 'asks.yaml': 'asks: 2\n' });
    await expect(openBundle(folders).read('faq', 'asks')).rejects.toMatchObject({
      exitCode: 1,
      message: 'faq.yaml:1:10 entries: must be a list (and 1 more)',
    });
  });
});

describe('the overlay', () => {
  const topic = (id: string, title: string) =>
    `  - { id: ${id}, title: ${title}, priority: systems, rounds: [design], summary: x, layer: advice }\n`;

  it('replaces in place, adds at the end, hides', async () => {
    const base = `topics:\n${topic('a', 'A')}${topic('b', 'B')}${topic('c', 'C')}`;
    const over = `topics:\n${topic('d', 'D')}${topic('b', 'B2')}  - { id: c, hidden: true }\n`;
    const asks = { 'asks.yaml': 'asks: []\n' };
    const folders = overlaid({ 'topics.yaml': over }, { 'topics.yaml': base, ...asks });
    const { topics } = await openBundle(folders).read('topics', 'bundle', 'rounds', 'sources');
    expect(topics.topics.map((t) => t.title)).toEqual(['A', 'B2', 'D']);
  });

  it('replaces a value that is no list', async () => {
    const { bundle } = await openBundle(overlaid({ 'bundle.yaml': 'company: Other\n' })).read(
      'bundle',
      'sources',
    );
    expect(bundle.company).toBe('Other');
    expect(bundle.stages.map((s) => s.id)).toEqual(['screen', 'onsite']);
  });

  it('takes hidden records out of what names them', async () => {
    const hide = (list: string, id: string) => `${list}:\n  - { id: ${id}, hidden: true }\n`;
    const folders = overlaid({
      'rounds.yaml': hide('rounds', 'design'),
      'bundle.yaml': `${hide('priorities', 'systems')}${hide('levels', 'senior')}`,
    });
    const result = await loadFiles(folders, ['bundle', 'sources', 'rounds', 'asks', 'topics', 'comp']);
    expect(result.problems).toEqual([]);
    expect(result.data?.topics.topics).toMatchObject([{ id: 'queues', rounds: [], priority: null }]);
    expect(result.data?.comp.bands).toEqual([]);
  });

  it('takes along what hung on a record that went because of a hidden one', async () => {
    const folders = overlaid({ 'bundle.yaml': 'stages:\n  - { id: onsite, hidden: true }\n' });
    const result = await loadFiles(folders, ['bundle', 'sources', 'rounds', 'topics']);
    expect(result.problems).toEqual([]);
    expect(result.data?.rounds.rounds.map((r) => r.id)).toEqual(['recruiter']);
    expect(result.data?.topics.topics[0]?.rounds).toEqual([]);
  });

  it('may be empty or all comments', async () => {
    await expect(
      openBundle(overlaid({ 'faq.yaml': '# nothing yet\n' })).read('faq', 'sources'),
    ).resolves.toBeDefined();
  });
});

describe('compiled copies', () => {
  it('are kept for files of any folder, and an edited file is never answered from an old one', async () => {
    const folders = withCache(smallBundle());
    const company = async () => (await openBundle(folders).read('bundle', 'sources')).bundle.company;
    expect(await company()).toBe('Example Labs');
    expect(readdirSync(folders.copies.cache)).toHaveLength(2);
    writeFileSync(
      join(folders.dir, 'bundle.yaml'),
      templateText('bundle.yaml').replace('Example Labs', 'Edited Labs'),
    );
    expect(await company()).toBe('Edited Labs');
    expect(readdirSync(folders.copies.cache)).toHaveLength(3);
  });

  it('are what is read: a hit is not parsed again', async () => {
    const folders = withCache(smallBundle());
    await openBundle(folders).read('bundle', 'sources');
    const name = readdirSync(folders.copies.cache).find((n) => n.startsWith('bundle-')) ?? '';
    keepCopy(folders.copies.cache, name, { company: 'From the copy', priorities: [] });
    expect((await openBundle(folders).read('bundle', 'sources')).bundle.company).toBe('From the copy');
  });

  it('are made again when damaged or deleted', async () => {
    const folders = withCache(smallBundle());
    const bundle = openBundle(folders);
    const first = await bundle.read('bundle', 'sources');
    // Half of it, none, other JSON, another's copy.
    const [one = ''] = readdirSync(folders.copies.cache);
    const others = readFileSync(join(folders.copies.cache, one), 'utf8');
    for (const text of ['{"half', '', 'null', '{}', '[]', others]) {
      for (const name of readdirSync(folders.copies.cache))
        writeFileSync(join(folders.copies.cache, name), text);
      expect(await bundle.read('bundle', 'sources')).toEqual(first);
    }
    rmSync(folders.copies.cache, { recursive: true });
    expect(await bundle.read('bundle', 'sources')).toEqual(first);
  });

  it('are not kept of a file with problems, and their absence is no problem', async () => {
    const folders = withCache(smallBundle({ 'faq.yaml': 'entries: 1\n' }));
    await expect(openBundle(folders).read('faq')).rejects.toThrow();
    expect(readdirSync(folders.copies.cache)).toEqual([]);
    for (const cache of ['/dev/null/none', '/proc/none']) {
      const readOnly = { ...folders, copies: { shipped: null, cache } };
      await expect(openBundle(readOnly).read('bundle', 'sources')).resolves.toBeDefined();
    }
  });
});
