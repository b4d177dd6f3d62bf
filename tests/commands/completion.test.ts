import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/table.ts';
import { inside, linesOf } from './inside.ts';

/** What can stand where the last of the words is. */
async function offered(...words: string[]): Promise<string[]> {
  const lines = await linesOf(['completion', 'words', '--', ...words]);
  return lines.map((line) => line.split('\t')[0] ?? '');
}

const ROUNDS = [
  'recruiter',
  'coding',
  'onsite-coding',
  'system-design',
  'deep-dive',
  'behavioural',
  'paper-discussion',
];
const EVERYWHERE = ['--json', '--no-color', '--width', '--bundle', '--version', '--help'];

describe('completion words', () => {
  it('the commands and their other names, each with what it is for', async () => {
    const names = COMMANDS.flatMap(({ name, alias }) => (alias ? [name, alias] : [name]));
    expect(await offered('')).toEqual([...names, 'help']);
    expect(await offered()).toEqual([...names, 'help']);
    expect(await offered('co')).toEqual(['comp', 'company', 'completion']);
    expect(await offered('time')).toEqual(['timeline']);
    expect(await offered('help', 'ch')).toEqual(['checklist']);
    expect(await offered('--json', 'fa')).toEqual(['faq']);
    expect(await linesOf(['completion', 'words', '--', 'compa'])).toEqual([
      'company\twho they are, with dates',
    ]);
    const json = await inside(['completion', 'words', '--json', '--', 'faq']);
    expect(JSON.parse(json.stdout)).toEqual([{ value: 'faq', description: expect.any(String) }]);
  });

  const values: [string[], string[]][] = [
    [
      ['rounds', ''],
      ['screen', 'coding', 'onsite', ...ROUNDS],
    ],
    [['rounds', 'sys'], ['system-design']],
    [
      ['rounds', '--track', ''],
      ['engineering', 'research'],
    ],
    [['timeline', '--track', 're'], ['research']],
    [['process', '--start', ''], []],
    [['process', ''], []],
    [['checklist', 'beh'], ['behavioural']],
    [
      ['checklist', '--tick', 'c'],
      ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'],
    ],
    [
      ['checklist', '--tick', 'c1', 'r', 'd1'],
      ['d1', 'd10'],
    ],
    [['checklist', 'coding', '--untick', 'b8'], ['b8']],
    [['checklist', '--tick', 'c1', '--untick', 'b8'], ['b8']],
    [['topics', 'kv'], ['kv-cache']],
    [
      ['comp', ''],
      ['se', 'senior-se', 'staff-research', 'paris', 'london', 'us'],
    ],
    [['comp', 'senior-se', 'p'], ['paris']],
    [['comp', '--total', ''], []],
    [['comp', '--total', '210k', 'lon'], ['london']],
    [['faq', 'engineering'], ['engineering-culture']],
    [['search', ''], []],
    [['priorities', ''], []],
    [['company', ''], []],
    [
      ['bundle', ''],
      ['check', 'path', 'schema', 'init', 'help'],
    ],
    [['bundle', 'help', 'sch'], ['schema']],
    [
      ['journal', ''],
      ['check', 'path', 'help'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'help'],
    ],
    [['bundle', 'path', ''], []],
    [['quiz', '--topic', 'kv'], ['kv-cache']],
    [['quiz', '--topic', 'moe', 'kv'], ['kv-cache']],
    [['quiz', '--round', 'beh'], ['behavioural']],
    [
      ['quiz', '--kind', ''],
      ['choice', 'multi', 'numeric', 'order', 'term', 'open'],
    ],
    [
      ['quiz', '--mode', ''],
      ['coach', 'due', 'new', 'weak', 'cram', 'exam'],
    ],
    [
      ['quiz', '--difficulty', ''],
      ['1', '2', '3'],
    ],
    [['quiz', '--count', ''], []],
    [['quiz', ''], []],
    [
      ['calc', 'kv'],
      ['kv-cache', 'kv-cache-tokens', 'kv-transfer-time'],
    ],
    [['calc', 'kv-cache', ''], []],
    [['nowhere', ''], []],
    [['rounds', 'zzz'], []],
  ];
  it.each(values)('%j', async (words, expected) => {
    const got = await offered(...words);
    if (words[0] === 'rounds' && words[1] === '') expect(got).toEqual(expect.arrayContaining(expected));
    else expect(got).toEqual(expected);
  });

  const options: [string, string[]][] = [
    ['process', ['--track', '--start', '--ics', '--reported']],
    ['rounds', ['--track']],
    ['checklist', ['--tick', '--untick', '--interactive', '--markdown', '--track']],
    ['topics', []],
    ['priorities', []],
    ['comp', ['--total', '--base', '--bonus', '--equity', '--years', '--signing', '--rate']],
    ['faq', []],
    ['company', []],
    ['search', []],
    [
      'quiz',
      [
        ...['--topic', '--priority', '--round', '--difficulty', '--kind', '--count', '--minutes', '--mode'],
        ...['--plain', '--no-timer', '--no-relearn', '--no-save', '--seed', '--unsuspend', '--flagged'],
        '--unflag',
      ],
    ],
    ['calc', []],
    [
      'setup',
      [
        ...['--track', '--round', '--interview', '--minutes', '--weekday', '--day-off', '--location'],
        '--level',
      ],
    ],
    ['today', []],
    ['plan', ['--ics', '--markdown']],
    ['progress', ['--html']],
    ['bundle', []],
    ['journal', []],
    ['sync', ['--remote']],
    ['export', []],
    ['completion', []],
  ];
  it('the options of every command, its own first', async () => {
    expect(options.map(([name]) => name)).toEqual(COMMANDS.map(({ name }) => name));
    for (const [name, own] of options) {
      expect(await offered(name, '-')).toEqual([...own, ...EVERYWHERE]);
    }
    expect(await offered('--n')).toEqual(['--no-color']);
    expect(await offered('checklist', 'coding', '--in')).toEqual(['--interactive']);
    // After -- there are no options.
    expect(await offered('faq', '--', '--')).toEqual([]);
  });

  it('where a path belongs, the shell is told to offer its own', async () => {
    for (const words of [
      ['bundle', 'check', ''],
      ['bundle', 'init', 'my'],
      ['--bundle', ''],
      ['comp', '--bundle', 'da'],
      ['process', '--ics', ''],
      ['progress', '--html', ''],
    ]) {
      expect(await offered(...words)).toEqual([':files']);
    }
  });

  it('every value that is offered is one that the command takes', async () => {
    for (const [words, ...more] of [
      [['rounds']],
      [['topics']],
      [['comp']],
      [['faq']],
      [['checklist']],
      [['checklist', '--tick']],
      [['process', '--track']],
      [['quiz', '--priority']],
      [['quiz', '--topic']],
      [['quiz', '--round']],
      [['quiz', '--kind']],
      [
        ['quiz', '--mode'],
        ['--minutes', '30'],
      ],
      [['quiz', '--difficulty']],
      [['calc']],
      [['help']],
    ] as string[][][]) {
      for (const value of await offered(...(words ?? []), '')) {
        expect({ value, code: (await inside([...(words ?? []), value, ...more.flat()])).code }).toEqual({
          value,
          code: 0,
        });
      }
    }
  });
});
