import { expect, it } from 'vitest';
import { freshHome, inside, jsonOf, linesOf } from './inside.ts';

// The clock stands at 2026-10-19.

it('a date that has passed is kept, and the answer says so and what follows', async () => {
  const past = ['--interview', '2026-10-18', '--round', 'coding=2026-10-01', '--day-off', '2026-09-01'];
  const argv = ['setup', ...past, '2026-10-19'];
  const home = freshHome();
  const text = (await linesOf(argv, { home })).join(' ').replace(/\s+/g, ' ');
  expect(text).toContain(
    'The last round, 18 Oct 2026, has passed: rounds without a later date count as over.',
  );
  expect(text).toContain('Coding, 1 Oct 2026, has passed: it counts as over');
  expect(text).toContain('The day off, 1 Sep 2026, has passed: it counts for your days in a row only.');
  expect(text.match(/has passed/g)).toHaveLength(3);
  expect(await jsonOf(argv, { home })).toMatchObject({
    interview: '2026-10-18',
    daysOff: ['2026-09-01', '2026-10-19'],
    notes: [expect.stringMatching(/^The last round/), expect.any(String), expect.any(String)],
  });
});

it('no minutes on an ordinary day are refused, on a day of the week they are not', async () => {
  const home = freshHome();
  const refused = await inside(['setup', '--minutes', '0'], { home });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    /^An ordinary day needs some minutes\.\n {2}Give 1 to 960\. .*--weekday sun=0/,
  );
  expect(await jsonOf(['setup', '--weekday', 'sun=0'], { home })).toMatchObject({ weekdays: { sun: 0 } });
});

it('none takes back the minutes of all days of the week', async () => {
  const home = freshHome();
  await inside(['setup', '--weekday', 'sun=0', 'sat=90'], { home });
  expect(await jsonOf(['setup', '--weekday', 'none', 'mon=20'], { home })).toMatchObject({
    weekdays: { mon: 20 },
  });
  expect(await jsonOf(['setup', '--weekday', 'none'], { home })).toMatchObject({ weekdays: {} });
});

it('a date more than a year away is a slip of the year, and nothing is kept', async () => {
  const home = freshHome();
  for (const words of [
    ['--interview', '2999-12-18'],
    ['--round', 'coding=2028-01-01'],
    ['--day-off', '2027-10-21'],
  ]) {
    const refused = await inside(['setup', '--minutes', '50', ...words], { home });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^\d{4}-\d\d-\d\d is more than a year away\.\n {2}.*Is the year right\?/);
  }
  const kept = await jsonOf(['setup', '--interview', '2027-10-20'], { home });
  expect(kept).toMatchObject({ interview: '2027-10-20', minutes: 40 });
});

it('what stands already is not said again, and the screen says that it is as it was', async () => {
  const home = freshHome();
  const words = ['setup', '--interview', '2026-11-18', '--minutes', '40', '--weekday', 'sat=90'];
  expect((await linesOf(words, { home }))[0]).toMatch(/^Your setup .*kept$/);
  const first = await inside(['journal', 'check', '--json'], { home });
  expect((await linesOf(words, { home }))[0]).toMatch(/^Your setup .*as it was$/);
  expect((await linesOf(['setup'], { home }))[0]).toBe('Your setup');
  expect((await inside(['journal', 'check', '--json'], { home })).stdout).toBe(first.stdout);
});

it('a round that is only reported takes no date; one of the other track is said to count with that', async () => {
  const home = freshHome();
  const reported = await inside(['setup', '--round', 'llm-quiz=2026-12-05'], { home });
  expect(reported).toMatchObject({ code: 2, stdout: '' });
  expect(reported.stderr).toMatch(
    /^"llm-quiz" is a round that other pages report; .*\n {2}.*mistral-prep process/,
  );
  const notes = async (...words: string[]) =>
    ((await jsonOf(['setup', ...words], { home })) as { notes: string[] }).notes;
  expect(await notes('--round', 'paper-discussion=2026-12-05')).toEqual([
    expect.stringMatching(/^Paper discussion is no round of your track/),
  ]);
  expect(await notes('--round', 'onsite=2026-12-06')).toEqual([]);
  expect(await notes('--track', 'research', '--round', 'paper-discussion=2026-12-07')).toEqual([]);
});

it('a last round before another is said to date nothing', async () => {
  const home = freshHome();
  const notes = async (...words: string[]) =>
    ((await jsonOf(['setup', ...words], { home })) as { notes: string[] }).notes;
  expect(await notes('--round', 'coding=2026-11-20', '--interview', '2026-11-15')).toEqual([
    'The last round, 15 Nov 2026, is before Coding, 20 Nov 2026: while that stands, it dates nothing.',
  ]);
  expect(await notes('--minutes', '30')).toEqual([]);
  expect(await notes('--interview', '2026-11-25')).toEqual([]);
});

it('after midnight it is still the day before', async () => {
  const env = { MISTRAL_PREP_NOW: '2026-11-06T01:30:00Z', TZ: 'UTC' };
  const { notes } = (await jsonOf(['setup', '--round', 'coding=2026-11-05'], { env })) as { notes: string[] };
  expect(notes).toEqual([]);
});

it('days off replace those before; none goes with others; the days of the week stand in their order', async () => {
  const home = freshHome();
  const first = await jsonOf(['setup', '--day-off', 'none', '2026-11-07', '2026-11-06'], { home });
  expect(first).toMatchObject({ daysOff: ['2026-11-06', '2026-11-07'] });
  expect(await jsonOf(['setup', '--day-off', 'none'], { home })).toMatchObject({ daysOff: [] });
  const text = (await linesOf(['setup', '--weekday', 'sun=0', 'mon=20', 'sat=90'], { home })).join('\n');
  expect(text).toContain('mon 20, sat 90, sun 0');
});
