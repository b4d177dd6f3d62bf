import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Round, Topic } from '../../src/bundle/types.ts';
import type { AnsweredDay } from '../../src/coach/plan-answer.ts';
import type { Today } from '../../src/coach/today.ts';
import { planLines } from '../../src/commands/views/plan.ts';
import { todayLines } from '../../src/commands/views/today.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { freshHome, inside, jsonOf, linesOf } from './inside.ts';

const MORNING = { MISTRAL_PREP_NOW: '2026-12-10T07:00:00Z', TZ: 'UTC' };
const on = (day: number) => ({ ...MORNING, MISTRAL_PREP_NOW: `2026-12-${day}T07:00:00Z` });

/** A home with its dates set on 10 December. */
async function homeWith(...words: string[]): Promise<string> {
  const home = freshHome();
  expect((await inside(['setup', ...words], { home, env: MORNING })).code).toBe(0);
  return home;
}

interface PlanJson {
  days: {
    date: string;
    minutes: { planned: number };
    topics: { new: number; review: number }[];
    rounds: string[];
    items: string[];
  }[];
  rounds: { id: string; basis: string }[];
}

describe('the eve of the last round, and the day', () => {
  it('plan, today and quiz say the same of an eve on which nothing is known', async () => {
    const home = await homeWith('--interview', '2026-12-16');
    const at = { home, env: on(15) };
    const today = (await jsonOf(['today'], at)) as { new: number; minutes: { planned: number } };
    const { days } = (await jsonOf(['plan'], at)) as PlanJson;
    const eve = days.find(({ date }) => date === '2026-12-15');
    expect(today.new).toBeGreaterThan(10);
    expect(eve?.topics.reduce((sum, topic) => sum + topic.new, 0)).toBe(today.new);
    expect(eve?.minutes.planned).toBeGreaterThan(15);
    expect(today.minutes.planned).toBe(20);
    const { stdout } = await inside(['quiz', '--minutes', '20', '--plain', '--no-color'], at);
    expect(stdout).toContain(`Question 1 of ${today.new}`);
  });

  it('on the day itself nothing is left to study, and the eve had half the time', async () => {
    const home = await homeWith('--interview', '2026-12-16');
    const at = { home, env: on(16) };
    const lines = await linesOf(['today'], at);
    expect(lines).toContain(' It is today. What you know is what you bring.');
    expect(lines.join('\n')).not.toMatch(/ min\b|\bdue\b|\bnew\b/);
    const { days } = (await jsonOf(['plan'], at)) as PlanJson;
    expect(days.slice(-3).map(({ minutes }) => minutes.planned)).toEqual([40, 20, 0]);
  });
});

const screen = (width: number) => ({ width, theme: createTheme(0) });
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];
const titles = {
  rounds: ['coding', 'design', 'talk'].map((id) => ({ id, title: `The ${id} round`, stage: id })) as Round[],
  topics: LETTERS.map((id) => ({ id, title: `Topic ${id.repeat(8)}` })) as Topic[],
  bundle: { stages: [] as object[] } as Parameters<typeof todayLines>[2]['bundle'],
};

describe('the bare command on a first run', () => {
  it('leaves a line of 24 for the prompt and one for the command', async () => {
    const lines = await linesOf([], { columns: 80, env: { ...MORNING, NO_COLOR: '1' } });
    expect(lines[0]).toContain('No date yet: 21 days are assumed');
    expect(lines.at(-1)).toMatch(/mistral-prep --help +all commands/);
    expect(lines.length).toBeLessThanOrEqual(22);
  });
});

describe('today', () => {
  const round = (id: string, daysLeft: number) => ({
    id,
    date: `2026-12-${10 + daysLeft}`,
    basis: 'set' as const,
    daysLeft,
  });
  const today: Today = {
    date: '2026-12-10',
    rounds: [round('coding', 1), round('design', 8), round('talk', 13)],
    assumed: false,
    over: false,
    minutes: { planned: 40, done: 0 },
    due: 21,
    dueByTopic: LETTERS.map((topic, n) => ({ topic, questions: 6 - n })),
    new: 3,
    again: 5,
    next: { command: 'mistral-prep quiz', why: 'Because.' },
    items: ['o1', 'd1', 'c1', 'c2', 'c3'].map((id) => ({ id, text: `do ${id}`, round: 'coding' })),
    readiness: { overall: 0.5, target: null, byPriority: [] },
    streak: { days: 0, missed: 0 },
  };

  it('accounts for all that is due, and for every item of the day', () => {
    const lines = todayLines(screen(100), today, titles);
    const text = lines.join('\n').replace(/\n +/g, ' ');
    expect(text).toContain('Topic dddddddd 3 · and 3 more in 2 topics');
    expect(text).toContain('o1 do o1 d1 do d1 c1 do c1 and 2 more: c2 c3');
    for (const width of [40, 50, 60, 80])
      for (const line of todayLines(screen(width), today, titles)) expect(line).not.toMatch(/^ *·|\u00a0/);
  });

  it("has today's date beside the first round or above them all, never below", () => {
    expect(todayLines(screen(60), today, titles).slice(0, 4)).toEqual([
      'The coding round tomorrow (11 Dec)                Thu 10 Dec',
      'The design round in 8 days (18 Dec)',
      'The talk round in 13 days (23 Dec)',
      '',
    ]);
    expect(todayLines(screen(44), today, titles).slice(0, 2)).toEqual([
      'Thu 10 Dec',
      'The coding round tomorrow (11 Dec)',
    ]);
    const one = { ...today, rounds: today.rounds.slice(0, 1) };
    expect(todayLines(screen(80), one, titles)[0]).toMatch(/^The coding round.* {2}Thu 10 Dec$/);
  });

  it('has the items of the plan, in its order', async () => {
    const at = { home: await homeWith('--interview', '2026-12-16'), env: on(12) };
    const { items } = (await jsonOf(['today'], at)) as { items: { id: string }[] };
    const { days } = (await jsonOf(['plan'], at)) as PlanJson;
    expect(items.length).toBeGreaterThan(8);
    expect(items.map(({ id }) => id)).toEqual(days.find(({ date }) => date === '2026-12-12')?.items);
  });
});

describe('plan', () => {
  const day = (date: string, more: Partial<AnsweredDay> = {}): AnsweredDay => ({
    date,
    minutes: { planned: 40, done: null },
    topics: [{ id: 'a', minutes: 40, new: 3, review: 2 }],
    rounds: [],
    items: [],
    readiness: 0.5,
    expected: null,
    ...more,
  });
  const plan = {
    date: '2026-12-10',
    assumed: false,
    days: [day('2026-12-10'), day('2026-12-11', { rounds: ['coding', 'talk'] })],
    fits: true,
    rounds: [],
    undated: [],
    readiness: 0.5,
    leftOut: [],
    alternatives: [],
  };
  const linesAt = (width: number, days = plan.days) => planLines(screen(width), { ...plan, days }, titles);

  it('says at every width what a day is spent on, also where a round is held on it', () => {
    const study = '3 new, 2 again · Topic aaaaaaaa';
    for (const width of [40, 50, 60, 80]) {
      const lines = linesAt(width);
      expect(lines.filter((line) => line.endsWith(study))).toHaveLength(2);
      expect(lines.join('\n')).toContain('The coding round');
    }
    const wide = linesAt(80).slice(2, 5);
    expect(wide[0]).toMatch(/40 min .*50% {2}3 new/);
    expect(wide[1]).toMatch(/40 min .*50% {2}The coding round, The talk round$/);
    expect(wide[2]?.indexOf(study)).toBe(wide[0]?.indexOf(study));
  });

  it('names on a day the rounds that were given it, and says which others are prepared for by then', async () => {
    const at = { home: await homeWith('--round', 'coding=2026-12-16'), env: MORNING };
    const { days, rounds } = (await jsonOf(['plan'], at)) as PlanJson;
    expect(days.at(-1)?.rounds).toEqual(expect.arrayContaining(['recruiter', 'coding', 'behavioural']));
    expect(new Map(rounds.map(({ id, basis }) => [id, basis]))).toEqual(
      new Map(rounds.map(({ id }) => [id, id === 'coding' ? 'set' : 'after'])),
    );
    for (const width of [40, 50, 80]) {
      const text = (await linesOf(['plan', '--width', String(width)], at)).join('\n');
      expect(text).toMatch(/^ Wed 16 Dec.*\s+Coding$\n\n/m);
      expect(text).toMatch(/^ Coding +16 Dec/m);
      expect(text).toMatch(/^ Behavioural +by 16 Dec/m);
      expect(text.replace(/\s+/g, ' ')).toContain('the round has no date yet');
    }
    expect((await linesOf(['plan', '--markdown'], at)).at(-1)).toContain('| **Coding** |');
  });

  it('gives no round the day of an interview, or one that is assumed', async () => {
    const lastDay = async (home: string) =>
      (await linesOf(['plan', '--markdown'], { home, env: MORNING })).at(-1);
    expect(await lastDay(await homeWith('--interview', '2026-12-16'))).toContain('| **Last round** |');
    expect(await lastDay(freshHome())).toContain('| **Last round (no date yet)** |');
  });

  it('writes no past round into the calendar', async () => {
    const home = await homeWith('--round', 'coding=2026-12-12', 'behavioural=2026-12-16');
    const file = join(home, 'plan.ics');
    await linesOf(['plan', '--ics', file], { home, env: on(14) });
    const calendar = readFileSync(file, 'utf8');
    expect(calendar).toContain('Behavioural');
    expect(calendar).not.toContain('20261212');
  });

  it('explains the mark of the last setup only where one is drawn', () => {
    expect(linesAt(80).join(' ')).not.toContain('│');
    expect(linesAt(80, [day('2026-12-10', { expected: 0.7 })]).join(' ')).toContain('│ is what the plan');
  });

  it('no line of the checklists begins with the dot between two days', () => {
    const days = Array.from({ length: 14 }, (_, n) =>
      day(`2026-12-${10 + n}`, { items: ['r1', 'c1', 'o1', 'd1'].slice(n % 3) }),
    );
    for (let width = 40; width <= 80; width++) {
      const lines = linesAt(width, days);
      const from = lines.findIndex((line) => line.includes('Checklists, on top'));
      for (const line of lines.slice(from)) expect(line).not.toMatch(/^ *·|\u00a0/);
    }
  });
});
