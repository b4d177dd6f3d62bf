import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/table.ts';
import { freshHome, inside, linesOf } from './inside.ts';

/** Every command, in each of the forms that draw something else. */
const SCREENS: readonly string[][] = [
  [],
  ['process'],
  ['process', '--reported', '--start', '2026-12-01', '--track', 'research'],
  ['rounds'],
  ['rounds', '--track', 'research'],
  ['rounds', 'onsite'],
  ['rounds', 'llm-quiz'],
  ['checklist'],
  ['checklist', 'coding'],
  ['checklist', '--tick', 'c1', 'd10'],
  ['topics'],
  ['topics', 'moe'],
  ['priorities'],
  [],
  ['setup'],
  ['today'],
  ['plan'],
  ['progress'],
  ['comp'],
  ['comp', 'senior', 'paris', '--total', '210k'],
  ['comp', '--base', '150k', '--bonus', '15%', '--equity', '200k', '--years', '4', '--signing', '20k'],
  ['comp', 'staff', '--total', '$600k', '--rate', '0.92'],
  ['comp', 'staff', 'us'],
  ['comp', '--total', '10k'],
  ['faq'],
  ['faq', 'remote'],
  ['faq', 'xyzzy and a good many more words that nothing at all in the bundle answers to'],
  ['company'],
  ['search', 'kv', 'cache'],
  ['search', 'xyzzy'],
  ['journal', 'check'],
  ['--version'],
  ['--help'],
  ['help'],
  ...COMMANDS.map(({ name }) => [name, '--help']),
  ...['check', 'path', 'schema', 'init'].map((below) => ['bundle', below, '--help']),
  ...['check', 'path'].map((below) => ['journal', below, '--help']),
  ...['anki', 'csv', 'json', 'markdown'].map((below) => ['export', below, '--help']),
  ...['bash', 'zsh', 'fish'].map((below) => ['completion', below, '--help']),
];

const WIDTHS = [40, 60, 80, 120, 200];

/** Where the lines name a folder it is a short one: a path is never broken, since it is there to be copied. */
const HOME = '/tmp/m';

describe.each(WIDTHS)('at %i columns', (columns) => {
  it('no line is wider', async () => {
    const wide: string[] = [];
    for (const argv of SCREENS) {
      const home = argv.includes('--tick') ? freshHome() : HOME;
      for (const line of await linesOf([...argv, '--width', String(columns)], { home })) {
        if (stringWidth(line) > columns) wide.push(`${argv.join(' ')}: ${line}`);
      }
    }
    expect(wide).toEqual([]);
  });
});

it('--width wins over the terminal, and the terminal over 80', async () => {
  const widest = async (argv: string[], columns?: number) => {
    const lines = await linesOf(argv, columns === undefined ? {} : { columns, env: { NO_COLOR: '1' } });
    return Math.max(...lines.map((line) => stringWidth(line)));
  };
  const [unknown, narrow, asked] = [
    await widest(['comp']),
    await widest(['comp'], 50),
    await widest(['comp', '--width', '60'], 50),
  ];
  expect(unknown).toBeGreaterThan(60);
  expect(unknown).toBeLessThanOrEqual(80);
  expect(narrow).toBeLessThanOrEqual(50);
  expect(asked).toBeGreaterThan(50);
  expect(asked).toBeLessThanOrEqual(60);
});

it('bundle path keeps its notes within the width, and its paths whole', async () => {
  const lines = await linesOf(['bundle', 'path', '--width', '40'], { home: HOME });
  expect(lines).toContain(`overlay  ${HOME}/config/bundle`);
  expect(lines).toContain(`cache    ${HOME}/cache`);
  for (const line of lines) if (!line.includes('/')) expect(stringWidth(line)).toBeLessThanOrEqual(40);
});

describe('colour', () => {
  const ESCAPE = '\u001b';
  const ARGV = ['process', '--start', '2026-12-01'];
  const cases: [string, Record<string, string>, number | undefined, string[], boolean][] = [
    ['without a terminal', {}, undefined, [], false],
    ['NO_COLOR on a terminal', { NO_COLOR: '1', TERM: 'xterm-256color' }, 80, [], false],
    ['--no-color on a terminal', { FORCE_COLOR: '3' }, 80, ['--no-color'], false],
    ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, 80, [], false],
    ['FORCE_COLOR without a terminal', { FORCE_COLOR: '1' }, undefined, [], true],
  ];
  it.each(cases)('%s', async (_, env, columns, options, isColoured) => {
    for (const argv of [ARGV, ['comp'], ['--help'], ['rounds', '--help'], ['search', 'cache'], []]) {
      const { stdout } = await inside([...argv, ...options], {
        env,
        ...(columns === undefined ? {} : { columns }),
      });
      expect({ argv, escapes: stdout.includes(ESCAPE) }).toEqual({ argv, escapes: isColoured });
    }
  });

  it('only repeats what the words say, and never comes into JSON', async () => {
    const env = { FORCE_COLOR: '3' };
    for (const argv of [ARGV, ['comp', '--total', '210k'], ['company'], ['checklist']]) {
      const plain = await inside(argv);
      const coloured = await inside(argv, { env });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
      expect(coloured.stdout.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain.stdout);
      expect((await inside([...argv, '--json'], { env })).stdout).not.toContain(ESCAPE);
    }
  });
});
