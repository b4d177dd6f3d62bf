import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerLines, bankIds } from '../bench/journal.js';
import { freshHome, inside, jsonOf } from './inside.ts';

const NOW = Date.parse('2026-10-19T09:00:00.000Z');

/** A home whose journal holds so many answers to a few questions. */
function studied(answers: number): string {
  const home = freshHome();
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(join(home, 'journal', 'bench.jsonl'), answerLines(answers, bankIds().slice(0, 50), NOW));
  return home;
}

/** More than the replay is kept from. */
const MANY = 2100;

const said = async (home: string) => [
  await jsonOf(['today'], { home }),
  await jsonOf(['progress'], { home }),
];

it.each([450, MANY])('a cache that is deleted changes no answer, by %i answers', async (answers) => {
  const home = studied(answers);
  await inside(['quiz', '--plain'], { home });
  expect(existsSync(join(home, 'cache', 'recollection.json'))).toBe(answers === MANY);
  const anew = async () => {
    const warm = await said(home);
    rmSync(join(home, 'cache'), { recursive: true });
    expect(await said(home)).toEqual(warm);
    return warm;
  };
  const before = await anew();
  // What is kept is of the record as it was; one more answer is not passed over.
  await inside(['quiz', '--plain'], { home });
  const more = answerLines(1, bankIds().slice(60), NOW).replace(/"id":"[^"]*"/, '"id":"one-more"');
  writeFileSync(join(home, 'journal', 'other.jsonl'), more);
  expect(await anew()).not.toEqual(before);
});

it.each([
  ['null', () => 'null'],
  ['of another form', () => '{}'],
  ['a list', () => '[]'],
  // The right key, and nothing beside it.
  ['half', (text: string) => text.replace(/("key":"[^"]*").*$/, '$1}]')],
])('a cache that is %s ends no command and changes no answer', async (_, spoilt) => {
  const home = studied(MANY);
  await jsonOf(['setup', '--interview', '2026-11-09'], { home });
  await inside(['quiz', '--plain'], { home });
  const before = await said(home);
  const cache = join(home, 'cache');
  const names = readdirSync(cache);
  expect(names).toEqual(expect.arrayContaining(['fit.json', 'recollection.json', 'target.json']));
  for (const name of names) {
    const text = readFileSync(join(cache, name), 'utf8');
    writeFileSync(join(cache, name), spoilt(text));
    expect(readFileSync(join(cache, name), 'utf8')).not.toBe(text);
  }
  expect(await said(home)).toEqual(before);
  expect((await inside(['quiz', '--plain'], { home })).code).toBe(0);
});

it('the target is that of what was known when the settings were last changed, kept or not', async () => {
  const home = freshHome();
  const at = new Date(NOW - 1000).toISOString();
  const arrive = (name: string, lines: string) =>
    writeFileSync(join(home, 'journal', `${name}.jsonl`), lines);
  const event = (id: string, time: string, rest: object) =>
    `${JSON.stringify({ v: 1, id: `late-${id}`, at: time, tz: 0, device: 'other', ...rest })}\n`;
  const target = async () => {
    const { readiness } = (await jsonOf(['today'], { home })) as { readiness: { target: number } };
    return readiness.target;
  };
  /** As it is kept, held against what is reckoned anew. */
  const checked = async () => {
    const kept = await target();
    rmSync(join(home, 'cache'), { recursive: true });
    expect(await target()).toBe(kept);
    return kept;
  };
  await jsonOf(['setup', '--interview', '2026-11-09', '--minutes', '40'], { home });
  const first = await checked();

  // Whatever came later does not count.
  const later = new Date(NOW + 1000).toISOString();
  const aside = bankIds().map((q) => event(`aside-${q}`, later, { type: 'suspend', q }));
  arrive('later', aside.join(''));
  expect(await checked()).toBe(first);

  // What other machines knew before does, whenever it arrives: a setting, and answers.
  arrive('setting', event('set', at, { type: 'set', key: 'minutes:mon', value: 5 }));
  const less = await checked();
  expect(less).toBeLessThan(first);
  arrive('bench', answerLines(300, bankIds(), NOW));
  expect(await checked()).not.toBeCloseTo(less, 3);
});
