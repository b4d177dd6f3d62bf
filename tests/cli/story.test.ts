import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { freshHome, PROGRAM } from './program.ts';

/** Three weeks of one learner, played day by day on the built program with the clock moved. */
const home = freshHome();
const at = (date: string, time = '19:00') => `2026-11-${date}T${time}:00Z`;

function say(now: string, words: readonly string[], input = ''): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...words], {
    env: { PATH: process.env.PATH ?? '', MISTRAL_PREP_HOME: home, MISTRAL_PREP_NOW: now, TZ: 'UTC' },
    input,
    encoding: 'utf8',
  });
  expect({ words, status, stderr }).toMatchObject({ status: 0, stderr: '' });
  return stdout;
}
const today = (now: string) => JSON.parse(say(now, ['today', '--json']));
const plan = (now: string) => JSON.parse(say(now, ['plan', '--json']));

/** Answers a quiz in its JSON lines: every second question right as far as an option can be guessed. */
function study(now: string, count: number): number {
  const kinds = ['--kind', 'choice', '--no-relearn', '--seed', now.slice(8, 10)];
  const lines = Array.from({ length: count }, (_, n) =>
    JSON.stringify({ answer: n % 2 === 0 ? 'a' : 'b', seconds: 60 }),
  );
  const out = say(now, ['quiz', '--json', '--count', String(count), ...kinds], `${lines.join('\n')}\n`);
  const summary = JSON.parse(out.trim().split('\n').at(-1) ?? '{}');
  expect(summary).toMatchObject({ type: 'summary', asked: count, readiness: { basis: 'set' } });
  return summary.asked;
}

describe('three weeks', () => {
  it('from setup to the day after', { timeout: 120_000 }, () => {
    expect(today(at('02'))).toMatchObject({ assumed: true, over: false });
    say(at('02'), ['setup', '--round', 'coding=2026-11-13', 'onsite=2026-11-23', '--minutes', '40']);

    const first = today(at('02'));
    expect(first).toMatchObject({
      assumed: false,
      minutes: { planned: 40, done: 0 },
      next: { command: 'mistral-prep quiz --minutes 40' },
    });
    expect(first.rounds.find(({ id }: { id: string }) => id === 'coding').daysLeft).toBe(11);
    expect(first.readiness.target).toBeGreaterThan(first.readiness.overall);

    let ready = first.readiness.overall;
    for (const day of ['02', '03', '04', '05', '06']) {
      study(at(day), 20);
      const evening = today(at(day, '20:00'));
      expect(evening.minutes.done).toBeCloseTo(20, 0);
      expect(evening.readiness.overall).toBeGreaterThan(ready - 0.02);
      ready = evening.readiness.overall;
    }
    expect(today(at('06', '20:00')).streak).toEqual({ days: 5, missed: 0 });

    // A weekend without a word: said, and the plan begins anew from Monday.
    const monday = today(at('09'));
    expect(monday.streak).toEqual({ days: 0, missed: 2 });
    expect(monday.due).toBeGreaterThan(0);
    expect(say(at('09'), ['today'])).toContain('2 days were missed. The plan is made anew from here.');
    const redone = plan(at('09'));
    expect(redone.date).toBe('2026-11-09');
    for (const { minutes } of redone.days) expect(minutes.planned).toBeLessThanOrEqual(40.01);
    study(at('09'), 10);
    expect(say(at('09', '20:00'), ['today'])).not.toContain('missed');

    // The coding round moves to the 16th: its questions get the new deadline.
    say(at('10'), ['setup', '--round', 'coding=2026-11-16']);
    const moved = plan(at('10'));
    const tonight = moved.days.find(({ date }: { date: string }) => date === '2026-11-10');
    expect(today(at('10')).readiness.target).toBeCloseTo(tonight.readiness, 10);
    const held = moved.days.filter(({ rounds }: { rounds: string[] }) => rounds.includes('coding'));
    expect(held.map(({ date }: { date: string }) => date)).toEqual(['2026-11-16']);

    // It passes: it stops counting, and what it alone asked with it.
    expect(today(at('16', '10:00')).rounds.map(({ id }: { id: string }) => id)).toContain('coding');
    expect(plan(at('16', '10:00')).rounds.map(({ id }: { id: string }) => id)).not.toContain('coding');
    const after = today(at('17', '10:00'));
    expect(after.rounds.map(({ id }: { id: string }) => id)).not.toContain('coding');
    const days = plan(at('17', '10:00')).days;
    expect(days.at(-1)).toMatchObject({ date: '2026-11-23', minutes: { planned: 0 } });
    const eve = days.find(({ date }: { date: string }) => date === '2026-11-22');
    expect(eve.minutes.planned).toBeLessThanOrEqual(20);
    expect(eve.topics.every((topic: { new: number }) => topic.new === 0)).toBe(true);
    // What was done on the days before stands beside what had been planned.
    const past = (date: string) => days.find((day: { date: string }) => day.date === date);
    expect(days[0]).toMatchObject({ date: '2026-11-02', expected: null });
    expect(past('2026-11-02').minutes).toMatchObject({ planned: 40, done: expect.closeTo(20, 0) });
    expect(past('2026-11-10')).toMatchObject({
      minutes: { planned: 40, done: 0 },
      expected: expect.any(Number),
    });

    // On its day nothing is over yet, and nothing is planned.
    expect(today(at('23', '10:00'))).toMatchObject({ over: false, minutes: { planned: 0 } });

    // After the last round a new date is asked for, and the quiz goes on.
    const over = today(at('24', '10:00'));
    expect(over).toMatchObject({ over: true, rounds: [] });
    expect(say(at('24', '10:00'), ['today'])).toContain('All rounds are over');
    study(at('24', '11:00'), 3);
    const none = spawnSync(process.execPath, [PROGRAM, 'plan'], {
      env: {
        PATH: process.env.PATH ?? '',
        MISTRAL_PREP_HOME: home,
        MISTRAL_PREP_NOW: at('24', '12:00'),
        TZ: 'UTC',
      },
      encoding: 'utf8',
    });
    expect([none.status, none.stderr.split('\n')[0]]).toEqual([
      1,
      'All rounds are over, so there is nothing to plan for.',
    ]);
    expect(JSON.parse(say(at('24', '12:00'), ['progress', '--json']))).toMatchObject({ answers: 113 });
  });
});
