import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inside } from '../commands/inside.ts';
import { editedBundle, replacing, textOf } from './bundles.ts';
import { folder, freshHome, type Ran, rawCharacter, run, shell, spread, words } from './program.ts';

interface Refused {
  line: string;
  code: 1 | 2;
  slug: string;
  says: RegExp;
  hint: RegExp;
}

const refused = (code: 1 | 2) => (line: string, slug: string, says: RegExp, hint: RegExp) => ({
  line,
  code,
  slug,
  says,
  hint,
});
const wrong = refused(2);
const impossible = refused(1);

const REFUSED: readonly Refused[] = [
  // Words that are no command.
  wrong('compp', 'unknown-command', /no command "compp"/, /Did you mean "comp"\?/),
  wrong('timelin', 'unknown-command', /no command "timelin"/, /Did you mean "timeline"\?/),
  wrong('hlep', 'unknown-command', /no command "hlep"/, /Did you mean "help"\?/),
  wrong('help compp', 'unknown-command', /no command "compp"/, /Did you mean "comp"\?/),
  wrong('zzzzzzzz', 'unknown-command', /no command "zzzzzzzz"/, /mistral-prep --help/),
  wrong('bundle', 'unknown-command', /"bundle" needs a word/, /check, path, schema, init/),
  wrong('bundle chek', 'unknown-command', /"bundle" has no "chek"/, /Did you mean "check"\?/),
  wrong('journal', 'unknown-command', /"journal" needs a word/, /check, path/),
  wrong('journal pth', 'unknown-command', /"journal" has no "pth"/, /Did you mean "path"\?/),
  wrong('completion', 'unknown-command', /"completion" needs a word/, /bash, zsh, fish/),
  wrong('completion fissh', 'unknown-command', /"completion" has no "fissh"/, /Did you mean "fish"\?/),
  // Options that are none, or lack what they take.
  wrong('--jsn', 'unknown-option', /^Unknown option "--jsn"\.$/, /Did you mean "--json"\?/),
  wrong('process --trak research', 'unknown-option', /"--trak"/, /Did you mean "--track"\?/),
  wrong('rounds --reported', 'unknown-option', /"--reported"/, /--help/),
  wrong('checklist --tik c1', 'unknown-option', /"--tik"/, /Did you mean "--tick"\?/),
  wrong('comp --totl 3', 'unknown-option', /"--totl"/, /Did you mean "--total"\?/),
  wrong('faq -x', 'unknown-option', /"-x"/, /--help/),
  wrong('company --bundl x', 'unknown-option', /"--bundl"/, /Did you mean "--bundle"\?/),
  wrong(
    'process --start',
    'option-missing-argument',
    /^Option "--start <date>" argument missing\.$/,
    /--help/,
  ),
  wrong(
    'checklist --tick',
    'option-missing-argument',
    /^Option "--tick <item...>" argument missing\.$/,
    /--help/,
  ),
  wrong(
    'comp --bundle',
    'option-missing-argument',
    /^Option "--bundle <folder>" argument missing\.$/,
    /--help/,
  ),
  wrong('search', 'missing-argument', /^Missing required argument "words"\.$/, /--help/),
  wrong('bundle init', 'missing-argument', /^Missing required argument "folder"\.$/, /--help/),
  wrong('process now', 'excess-arguments', /^Too many arguments/, /--help/),
  wrong('priorities first', 'excess-arguments', /^Too many arguments/, /--help/),
  wrong('company mistral', 'excess-arguments', /^Too many arguments/, /--help/),
  wrong('bundle path x', 'excess-arguments', /^Too many arguments/, /--help/),
  wrong('journal check x', 'excess-arguments', /^Too many arguments/, /--help/),
  wrong('comp --width 39', 'invalid-argument', /"39" is invalid.*40 to 200/, /--help/),
  wrong('comp --width 80.5', 'invalid-argument', /"80.5" is invalid/, /--help/),
  wrong('comp --width wide', 'invalid-argument', /"wide" is invalid/, /--help/),
  // Ids, numbers, dates, money.
  wrong('rounds desgn', 'unknown-round', /no round "desgn"/, /Did you mean "system-design"\?.*recruiter/),
  wrong('rounds 99', 'unknown-round', /no round 99/, /numbered 1 to \d+/),
  wrong('rounds --track reserch', 'unknown-track', /no track "reserch"/, /Did you mean "research"\?/),
  wrong('checklist codng', 'unknown-round', /no round "codng"/, /Did you mean "coding"\?/),
  wrong(
    'checklist --tick zz1',
    'unknown-checklist-item',
    /no checklist item "zz1"/,
    /mistral-prep checklist/,
  ),
  wrong('checklist --untick zz1', 'unknown-checklist-item', /no checklist item "zz1"/, /mistral-prep check/),
  wrong('checklist --tick c', 'unknown-checklist-item', /no checklist item "c"/, /mistral-prep checklist/),
  wrong('checklist --tick ,', 'no-item', /No checklist item was named/, /mistral-prep checklist/),
  wrong(
    'checklist --tick c1 --untick c1',
    'tick-and-untick',
    /Both ticked and unticked: c1/,
    /nothing was changed/,
  ),
  wrong('checklist --interactive', 'no-terminal', /needs a terminal|not go with --json/, /--tick c1/),
  wrong('calc foo', 'unknown-formula', /no formula "foo"/, /There are: (\S+, ){12}… \(\d\d in all\)/),
  wrong('calc kv-cash', 'unknown-formula', /no formula "kv-cash"/, /Did you mean "kv-cache"\?/),
  wrong('topics kvcash', 'unknown-topic', /no topic "kvcash"/, /Did you mean "kv-cache"\?/),
  wrong(
    'comp senoir',
    'unknown-level-or-location',
    /no level or location "senoir"/,
    /Did you mean "senior-se"\?/,
  ),
  wrong('process --start 2026-13-01', 'bad-date', /"2026-13-01" is not a date/, /01 to 12/),
  wrong('process --start 2026-02-30', 'bad-date', /"2026-02-30" is not a date/, /01 to 28/),
  wrong('process --start tomorrow', 'bad-date', /"tomorrow" is not a date/, /2026-12-01/),
  wrong('process --ics x.ics', 'no-start', /needs dates/, /--start 2026-12-01/),
  wrong('comp --total 210.000', 'ambiguous-money', /"210.000"/, /210000/),
  wrong('comp --total lots', 'bad-money', /"lots" is not an amount/, /210k/),
  wrong('comp --equity 1k', 'equity-needs-years', /--equity is the whole grant/, /--years 4/),
  wrong('comp --base 1k --years 4', 'years-need-equity', /no equity/, /--equity/),
  wrong('comp --total 1k --base 1k', 'total-and-parts', /--total is the whole offer/, /parts/),
  wrong('comp --bonus 1k', 'offer-needs-base', /no yearly pay/, /--base/),
  wrong('comp --total $230k', 'other-currency', /USD.*EUR/, /--rate/),
  wrong('search ""', 'empty-search', /no word to look for/, /kv cache/),
  // What cannot be done.
  impossible('comp --bundle /nowhere', 'no-bundle', /no folder \/nowhere/, /bundle init/),
  impossible('bundle check /nowhere', 'no-bundle', /no folder \/nowhere/, /bundle init/),
  impossible(
    'bundle init /etc/passwd/b',
    'init',
    /\/etc\/passwd\/b cannot be written: a file is where a folder belongs/,
    /may write to/,
  ),
  impossible(
    'process --start 2026-12-01 --ics /nowhere/x.ics',
    'write',
    /cannot be written: the folder \/nowhere is not there/,
    /Make it/,
  ),
  impossible('process --start 2026-12-01 --ics /tmp', 'write', /\/tmp is a folder/, /nothing was written/),
];

/** One line, a hint below it, nothing else: no stack, no escape, nothing on stdout. */
function expectRefusal({ code, stdout, stderr }: Ran, expected: Refused): void {
  expect({ code, stdout }).toEqual({ code: expected.code, stdout: '' });
  const [message = '', hint = '', ...rest] = stderr.split('\n');
  expect(message).toMatch(expected.says);
  expect(hint).toMatch(/^ {2}\S/);
  expect(hint).toMatch(expected.hint);
  expect(rest).toEqual(['']);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(rawCharacter(stderr)).toBeNull();
}

it('wrong words end with 2 and impossible ones with 1, in one line and a hint', async () => {
  const results = await spread(REFUSED, ({ line }) => run(words(line)));
  for (const [index, expected] of REFUSED.entries()) {
    const ran = results[index];
    expect(ran, expected.line).toBeDefined();
    if (ran) expectRefusal(ran, expected);
  }
});

it('with --json the same stands in one line of JSON on stderr', async () => {
  for (const { line, code, slug, says, hint } of REFUSED) {
    const ran = await inside(['--json', ...words(line)]);
    expect({ line, code: ran.code, stdout: ran.stdout }).toEqual({ line, code, stdout: '' });
    expect(ran.stderr).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(ran.stderr)).toEqual({
      error: { code: slug, message: expect.stringMatching(says), hint: expect.stringMatching(hint) },
    });
  }
});

it('what is answered ends with 0, also where there is nothing to show', async () => {
  const answered = [
    '',
    '--help',
    '--version',
    'help comp',
    'help help',
    'bundle help',
    'faq xyzzy',
    'search xyzzy',
  ];
  const results = await spread(answered, (line) => run(words(line)));
  expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    answered.map(() => ({ code: 0, stderr: '' })),
  );
  for (const { stdout } of results) expect(stdout).toMatch(/\S/);
});

it('a broken bundle is told in one line with file, line, column and record', async () => {
  const bundle = editedBundle({ 'rounds.yaml': replacing('minutes: 60', 'minutes: an hour') });
  const lines = textOf(bundle, 'rounds.yaml').split('\n');
  const line = lines.findIndex((text) => text.includes('an hour'));
  const place = `rounds.yaml:${line + 1}:${(lines[line]?.indexOf('an hour') ?? 0) + 1} coding: minutes`;
  const [command, json, check, elsewhere] = await Promise.all([
    run(['process', '--bundle', bundle]),
    run(['process', '--bundle', bundle, '--json']),
    run(['bundle', 'check', bundle, '--json']),
    // A command checks the files that it reads, and no others.
    run(['faq', '--bundle', bundle]),
  ]);
  expect(command).toMatchObject({ code: 1, stdout: '' });
  expect(command.stderr.split('\n')).toEqual([
    expect.stringMatching(new RegExp(`^${place}`)),
    expect.stringMatching(/^ {2}.*mistral-prep bundle check/),
    '',
  ]);
  expect(json).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse(json.stderr).error).toMatchObject({
    code: 'bundle',
    message: expect.stringContaining(place),
  });
  expect(check).toMatchObject({ code: 1, stderr: '' });
  expect(JSON.parse(check.stdout)).toMatchObject({
    ok: false,
    problems: [{ file: 'rounds.yaml', line: line + 1, id: 'coding', message: expect.any(String) }],
  });
  expect(elsewhere.code).toBe(0);
});

const ESCAPES = '\u001b[31m\u0007\u009b31m\u202e';

it('control characters among the words are shown, never sent', async () => {
  const lines = [
    [ESCAPES],
    [`--${ESCAPES}`],
    ['rounds', ESCAPES],
    ['rounds', `${ESCAPES}coding`],
    ['topics', ESCAPES],
    ['comp', ESCAPES],
    ['comp', '--total', ESCAPES],
    ['comp', '--width', ESCAPES],
    ['process', '--start', ESCAPES],
    ['process', '--track', ESCAPES],
    ['checklist', '--tick', ESCAPES],
    ['faq', ESCAPES],
    ['faq', `${ESCAPES}qqqq`],
    ['search', `${ESCAPES}qqqq`],
    ['bundle', ESCAPES],
    ['comp', '--bundle', `/tmp/${ESCAPES}`],
    ['help', ESCAPES],
    ['completion', 'words', '--', ESCAPES],
  ];
  const both = lines.flatMap((line) => [line, ['--json', ...line]]);
  for (const { stdout, stderr } of await spread(both, (line) => run(line))) {
    expect(rawCharacter(stdout)).toBeNull();
    expect(rawCharacter(stderr)).toBeNull();
  }
});

it('control characters in names of files and folders, and in a bundle, are shown, never sent', async () => {
  const dir = join(folder(), ESCAPES);
  const home = `${freshHome()}${ESCAPES}`;
  const hostile = editedBundle({
    'rounds.yaml': replacing('id: recruiter', 'id: "\\e[31m\\u009b\\u202ex"'),
    'faq.yaml': (text) => `${text}"\\e[31mkey\\u009b": 1\n`,
    'company.yaml': replacing('text: It raised', 'text: "\\e]0;title\\a It raised'.concat('"\n    # ')),
  });
  writeFileSync(join(hostile, `${ESCAPES}.yaml`), '');
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(
    join(home, 'journal', `${ESCAPES}.jsonl`),
    `${ESCAPES}\n{"v":1,"type":"${ESCAPES}"}\n{"v":9}\n`,
  );
  writeFileSync(join(dir.replace(ESCAPES, ''), `${ESCAPES}.ics`), 'not ours');
  const init = ['bundle', 'init', dir];
  const { code, stdout } = await run(init);
  expect({ code, raw: rawCharacter(stdout) }).toEqual({ code: 0, raw: null });
  const lines = [
    init,
    ['bundle', 'check', dir],
    ['process', '--start', '2026-12-01', '--ics', `${dir}.new`],
    ['process', '--start', '2026-12-01', '--ics', `${dir}.ics`],
    ['bundle', 'check', hostile],
    ['rounds', '--bundle', hostile],
    ['faq', '--bundle', hostile],
    ['company', '--bundle', hostile],
    ['bundle', 'path'],
    ['journal', 'path'],
    ['journal', 'check'],
    ['checklist', 'coding'],
  ];
  const results = await spread(lines, (line) => run(line, { home }));
  const again = await spread(lines, (line) => run([...line, '--json'], { home }));
  for (const [index, { stdout, stderr }] of [...results, ...again].entries()) {
    const line = lines[index % lines.length]?.slice(0, 2).join(' ');
    expect({ line, stdout: rawCharacter(stdout), stderr: rawCharacter(stderr) }).toEqual({
      line,
      stdout: null,
      stderr: null,
    });
  }
  // Each of them met what is hostile in it, and said so.
  const codes = [1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 0];
  expect(results.map(({ code }) => code)).toEqual(codes);
  expect(results[4]?.stdout).toMatch(/\\x1b\[31m/);
});

it('an answer that cannot be written is one line and 1; an error that cannot be is still its exit code', async () => {
  const full = await shell(
    'mistral-prep comp >/dev/full; echo $?; mistral-prep --help >/dev/full; echo $?; mistral-prep compp 2>/dev/full; echo $?',
  );
  expect(full.stdout).toBe('1\n1\n2\n');
  const told = 'The answer could not be written (ENOSPC).';
  expect(full.stderr.split('\n').filter((line) => !line.startsWith('  '))).toEqual([told, told, '']);
});
