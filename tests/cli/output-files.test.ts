import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { folder, freshHome, run, runCommand } from './program.ts';

const calendarTo = (file: string, ...more: string[]) =>
  run(['process', '--start', '2026-12-01', '--ics', file, ...more]);

function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      isAllDay: event.startDate.isDate && event.endDate.isDate,
      from: event.startDate.toString(),
      until: event.endDate.toString(),
      stamp: component.getFirstPropertyValue('dtstamp')?.toString(),
    };
  });
}

const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

it('the calendar holds an all-day event for each stage and the decision, on the days that process prints', async () => {
  const file = join(folder(), 'loop.ics');
  const { code, stdout } = await calendarTo(file, '--json');
  expect(code).toBe(0);
  const { stages, decision, ics } = JSON.parse(stdout);
  expect(ics).toBe(file);
  const events = eventsIn(file);
  const windows = [...stages.map(({ window }: { window: object }) => window), decision];
  expect(events).toHaveLength(4);
  expect(events.map(({ from, until }) => ({ from, until }))).toEqual(
    // The end of an all-day event is the first day after it.
    windows.map(({ from, to }) => ({ from, until: nextDay(to) })),
  );
  expect(events.every(({ isAllDay }) => isAllDay)).toBe(true);
  // Four to six weeks after the start, the guide's.
  expect(decision).toMatchObject({ from: '2026-12-29', to: '2027-01-12' });
  expect(events.map(({ summary }) => summary)).toEqual([
    expect.stringMatching(/Screen.*estimate/),
    expect.stringMatching(/Coding.*estimate/),
    expect.stringMatching(/Onsite.*estimate/),
    expect.stringMatching(/Decision.*estimate/),
  ]);
  for (const { description, stamp } of events) {
    expect(description).toContain("our arithmetic, not the guide's");
    expect(stamp).toBe('2026-10-19T09:00:00Z');
  }
  expect(readFileSync(file, 'utf8').split('\r\n').at(-1)).not.toMatch(/\n/);
});

it('writes over a calendar of its own, under the same ids, and over nothing else', async () => {
  const dir = folder();
  const ours = join(dir, 'loop.ics');
  expect((await calendarTo(ours)).stdout).toContain(`written: ${ours}`);
  const before = eventsIn(ours);
  const moved = await run(['process', '--start', '2027-03-01', '--ics', ours]);
  expect(moved.code).toBe(0);
  const after = eventsIn(ours);
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(new Set(after.map(({ uid }) => uid)).size).toBe(4);
  expect(after[0]?.from).toBe('2027-03-01');

  const notes = join(dir, 'notes.txt');
  const other = join(dir, 'other.ics');
  writeFileSync(notes, 'my notes\n');
  writeFileSync(other, 'BEGIN:VCALENDAR\r\nPRODID:-//somebody else//\r\nEND:VCALENDAR\r\n');
  for (const file of [notes, other]) {
    const kept = readFileSync(file, 'utf8');
    const { code, stdout, stderr } = await calendarTo(file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/is there already, and is not a calendar of ours\.\n {2}.*nothing was written/);
    expect(readFileSync(file, 'utf8')).toBe(kept);
  }
});

it('the calendar of the plan says which rounds nobody has dated, and a round that moves keeps its event', async () => {
  const [home, file] = [freshHome(), join(folder(), 'plan.ics')];
  const rounds = async (date: string) => {
    await run(['setup', '--round', `coding=${date}`], { home });
    expect((await run(['plan', '--ics', file], { home })).code).toBe(0);
    return eventsIn(file).filter(({ uid }) => uid.startsWith('round-'));
  };
  const before = await rounds('2026-11-09');
  expect(before.length).toBeGreaterThan(1);
  for (const { uid, summary } of before) {
    expect([uid, summary.endsWith('(estimate)')]).toEqual([uid, !uid.startsWith('round-mistral-ai-coding@')]);
  }
  const after = await rounds('2026-11-12');
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(after.every(({ from }) => from === '2026-11-12')).toBe(true);
});

it('the page of progress goes over a page of its own, and over nothing else', async () => {
  const dir = folder();
  const page = join(dir, 'progress.html');
  for (const _ of [1, 2]) {
    const { code, stdout } = await run(['progress', '--html', page]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `✔ written: ${page}\n` });
  }
  expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
  writeFileSync(page, '<!doctype html><title>mine</title>');
  const { code, stderr } = await run(['progress', '--html', page]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `${page} is there already, and is not a page of ours.\n  Name another file; nothing was written.\n`,
  });
  expect(readFileSync(page, 'utf8')).toBe('<!doctype html><title>mine</title>');
});

it('a pipe is not waited for, and a second track does not take the ids of the first', async () => {
  const dir = folder();
  const pipe = join(dir, 'pipe');
  await runCommand('mkfifo', [pipe]);
  const { code, stderr } = await calendarTo(pipe);
  expect({ code, first: stderr.split('\n')[0] }).toEqual({
    code: 1,
    first: expect.stringContaining('is there already'),
  });
  const [engineering, research] = [join(dir, 'e.ics'), join(dir, 'r.ics')];
  await calendarTo(engineering);
  await calendarTo(research, '--track', 'research');
  const ids = [engineering, research].flatMap((file) => eventsIn(file).map(({ uid }) => uid));
  expect(new Set(ids).size).toBe(8);
});

it.each([
  [['process', '--start', '2026-12-01', '--ics'], /\n {2}Name a file\.\n$/],
  [['progress', '--html'], /\n {2}Name a file\.\n$/],
  [['export', 'csv', '--out'], /\n {2}Without the option it is printed; else name a file\.\n$/],
])('%j: a dash, a folder and a missing folder are refused in one line each', async (words, advice) => {
  const dir = folder();
  const said = async (file: string) => {
    const { code, stdout, stderr } = await run([...words, file], { cwd: dir });
    expect(stdout).toBe('');
    return { code, stderr };
  };
  expect(await said('-')).toEqual({ code: 2, stderr: expect.stringMatching(advice) });
  expect(await said(dir)).toEqual({
    code: 1,
    stderr: `${dir} is a folder.\n  Name a file; nothing was written.\n`,
  });
  expect(await said('nowhere/file')).toEqual({
    code: 1,
    stderr:
      'nowhere/file cannot be written: the folder nowhere is not there.\n  Make it, or name a file in a folder that is there.\n',
  });
  expect(readdirSync(dir)).toEqual([]);
});
