import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GroupProgress, WordedProgress } from '../../src/coach/progress.ts';
import { progressLines } from '../../src/commands/views/progress.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { freshHome, jsonOf } from './inside.ts';

const screen = (width: number) => ({ width, theme: createTheme(0) });

describe('progress', () => {
  const group = (title: string, more: Partial<GroupProgress> = {}): GroupProgress => ({
    id: title,
    title,
    readiness: 0.5,
    low: 0.4,
    high: 0.6,
    questions: 309,
    met: 14,
    ...more,
  });
  const progress: WordedProgress = {
    readiness: {
      overall: 0.5,
      low: 0.4,
      high: 0.6,
      byTopic: [group('Met'), group('Unmet', { readiness: 0.1, low: 0.096, high: 0.104, met: 0 })],
      byPriority: [],
      byRound: [],
    },
    answers: 14,
    correct: 7,
    minutes: 12,
    days: [{ date: '2026-12-10', answers: 14, minutes: 12 }],
    calibration: [],
    confidence: [],
    weakest: {
      questions: [
        { id: 'moe-top2', topic: 'moe', recall: 0.3, prompt: 'Of eight experts, which two take a token?' },
      ],
      topics: [],
      command: null,
    },
  };
  const linesAt = (width: number) =>
    progressLines(screen(width), progress, { today: '2026-12-10', plannedMinutes: 40 });

  it('heads the ranges and what was answered, and gives no range of no width', () => {
    const lines = linesAt(80);
    const at = lines.findIndex((line) => line.startsWith(' By topic'));
    const [head = '', met = '', unmet = ''] = lines.slice(at, at + 3);
    expect(head).toMatch(/likely {2}answered$/);
    expect(met).toMatch(/50% +40–60% +14\/309$/);
    expect(unmet).toMatch(/10% +0\/309$/);
    expect([head.length, unmet.length]).toEqual([met.length, met.length]);
    expect(lines[0]).toMatch(/^Ready 50%, likely 40–60% /);
    const even = { ...progress, readiness: { ...progress.readiness, low: 0.496, high: 0.504 } };
    const around = { today: '2026-12-10', plannedMinutes: 40 };
    expect(progressLines(screen(80), even, around)[0]).toMatch(/^Ready 50% {2,}if/);
    expect(lines.join('\n')).toContain('A range holds');
    even.readiness.byTopic = [group('Met', { low: 0.5, high: 0.5 })];
    expect(progressLines(screen(80), even, around).join('\n')).not.toMatch(/likely|range/);
    expect(linesAt(40).slice(1).join(' ')).not.toMatch(/likely {2}|40–60%/);
    for (let width = 40; width <= 60; width++)
      for (const line of linesAt(width)) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('gives the weakest by id and first words, and by words alone where there is no room', () => {
    expect(linesAt(50)).toContain('  30%  moe-top2  Of eight experts, which two take…');
    expect(linesAt(40)).toContain('  30%  Of eight experts, which two take…');
  });
});

it('progress knows a question by its words, what is drawn left open', async () => {
  const home = freshHome();
  const answer = { v: 1, tz: 0, device: 'a', type: 'answer', draw: 1, grade: 'again', score: 0, hints: 0 };
  const missed = {
    ...answer,
    answer: 1,
    correct: false,
    seconds: 30,
    confidence: null,
    mode: 'coach',
    missed: [],
  };
  const at = '2026-12-09T07:00:00.000Z';
  mkdirSync(join(home, 'journal'), { recursive: true });
  const id = 'quant-dtype-draw';
  writeFileSync(join(home, 'journal', 'a.jsonl'), `${JSON.stringify({ ...missed, id: 'e1', at, q: id })}\n`);
  const { weakest } = (await jsonOf(['progress'], {
    home,
    env: { MISTRAL_PREP_NOW: '2026-12-10T07:00:00Z' },
  })) as WordedProgress;
  expect(weakest.questions).toMatchObject([
    {
      id,
      prompt: expect.stringMatching(/^A mixture of experts has …, of which .* kept in …, without scales\./),
    },
  ]);
});
