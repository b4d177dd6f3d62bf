import { describe, expect, it } from 'vitest';
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
    items: string[];
  }[];
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
    expect(lines).toContain(' It is today. Sleep on what you know.');
    expect(lines.join('\n')).not.toMatch(/ min\b|\bdue\b|\bnew\b/);
    const { days } = (await jsonOf(['plan'], at)) as PlanJson;
    expect(days.slice(-3).map(({ minutes }) => minutes.planned)).toEqual([40, 20, 0]);
  });
});
