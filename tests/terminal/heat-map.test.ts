import { expect, it } from 'vitest';
import { type HeatMapDay, heatMap } from '../../src/terminal/heat-map.ts';
import { createTheme } from '../../src/terminal/theme.ts';

const dateOf = (date: string) => `${Number(date.slice(8))} ${date.slice(5, 7) === '10' ? 'Oct' : 'Nov'}`;
const drawn = (days: readonly HeatMapDay[], width = 80, most: string | null = '40 min') =>
  heatMap({ width, theme: createTheme(0) }, days, '2026-11-25', { dateOf, most });

it('dates the weeks by their Mondays, and says what the shades are', () => {
  const days = [
    { date: '2026-10-07', value: 0.1 },
    { date: '2026-11-02', value: 0.7 },
    { date: '2026-11-25', value: 1 },
  ];
  expect(drawn(days)).toEqual([
    '     5 Oct   2 Nov',
    ' mon · · · · ▓ · · ·',
    '     · · · · · · · ·',
    ' wed ░ · · · · · · █',
    '     · · · · · · ·',
    ' fri · · · · · · ·',
    '     · · · · · · ·',
    ' sun · · · · · · ·',
    '     · none  ░▒▓█ up to 40 min',
  ]);
  expect(drawn(days, 80, null).at(-1)).toBe('     · none  █ some');
});

it('a single week has its date as well', () => {
  expect(drawn([{ date: '2026-11-25', value: 1 }])[0]).toBe('     23 Nov');
});

it('fits at every width, a date too near to the edge left out', () => {
  const long = [{ date: '2025-01-01', value: 1 }];
  for (let width = 40; width <= 80; width++)
    for (const line of drawn(long, width)) expect(line.length).toBeLessThanOrEqual(width);
  expect(drawn(long, 50)[0]).toMatch(/\d (Oct|Nov)$/);
});
