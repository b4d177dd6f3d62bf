import { describe, expect, it } from 'vitest';
import { spreadItems } from '../../src/coach/checklist-days.ts';
import { courseOf } from '../../src/coach/course.ts';
import { minutesOn } from '../../src/coach/days.ts';
import type { Settings } from '../../src/coach/settings.ts';
import { DAY, MONDAY, query, rounds, settings } from './fixtures.ts';

/** `code` on the Saturday, set up on Monday 5 January. */
const set = (more: Partial<Settings> = {}) =>
  settings({ rounds: new Map([['code', '2026-01-10']]), since: MONDAY, ...more });

/** The items of `code` by day, seen so many days after the setup. */
function spread(of: Settings, daysLater = 0, ticked: readonly string[] = []): Record<string, string[]> {
  const course = courseOf(query({ settings: of, now: MONDAY + daysLater * DAY }));
  const only = rounds.filter(({ id }) => id === 'code');
  return Object.fromEntries(spreadItems(only, course, new Set(ticked)));
}

describe('the checklist items of a day', () => {
  it('are no more because some are ticked', () => {
    expect(spread(set())).toEqual({
      '2026-01-05': ['code-1'],
      '2026-01-06': ['code-2'],
      '2026-01-08': ['code-3'],
    });
    expect(spread(set(), 0, ['code-1'])).toEqual({ '2026-01-06': ['code-2'], '2026-01-08': ['code-3'] });
    expect(spread(set(), 1, ['code-1', 'code-2'])).toEqual({ '2026-01-08': ['code-3'] });
  });

  it('share the days that are left once their own is over, whatever of them is ticked', () => {
    const items = Array.from({ length: 8 }, (_, n) => ({ id: `i${n}`, text: 'x', layer: 'advice' as const }));
    const many = rounds.filter(({ id }) => id === 'code').map((round) => ({ ...round, checklist: items }));
    const on = (daysLater: number, ticked: readonly string[]) => {
      const course = courseOf(query({ settings: set(), now: MONDAY + daysLater * DAY }));
      return Object.fromEntries(spreadItems(many, course, new Set(ticked)));
    };
    // Two a day for four days had been i0 to i4 by now; Thursday and Friday share them.
    expect(on(3, [])).toEqual({
      '2026-01-08': ['i0', 'i1', 'i2', 'i5', 'i6'],
      '2026-01-09': ['i3', 'i4', 'i7'],
    });
    expect(on(3, ['i1', 'i2'])).toEqual({
      '2026-01-08': ['i0', 'i5', 'i6'],
      '2026-01-09': ['i3', 'i4', 'i7'],
    });
  });

  it('stay until they are ticked', () => {
    expect(spread(set(), 2, ['code-2'])).toEqual({ '2026-01-07': ['code-1'], '2026-01-08': ['code-3'] });
    expect(spread(set(), 4)).toEqual({ '2026-01-09': ['code-1', 'code-2', 'code-3'] });
  });

  it('fall on no day without study, unless there is no other', () => {
    const off = set({ daysOff: new Set(['2026-01-06', '2026-01-07']), weekdays: new Map([['thu', 0]]) });
    for (const day of Object.keys(spread(off))) expect(minutesOn(off, day)).toBeGreaterThan(0);
    expect(Object.keys(spread(set({ minutes: 0 })))).toEqual(['2026-01-05', '2026-01-06', '2026-01-08']);
  });

  it('begin 14 days before the round, and are none on its own day', () => {
    const far = set({ rounds: new Map([['code', '2026-02-10']]) });
    expect(Object.keys(spread(far))[0]).toBe('2026-01-27');
    const morning = courseOf(
      query({ settings: set({ since: MONDAY + 4.5 * DAY }), now: MONDAY + 4.5 * DAY }),
    );
    expect(morning.today).toBe('2026-01-10');
    const only = rounds.filter(({ id }) => id === 'code');
    expect([...spreadItems(only, morning, new Set())]).toEqual([]);
    expect(spread(set({ since: MONDAY + 4 * DAY }), 4)).toEqual({
      '2026-01-09': ['code-1', 'code-2', 'code-3'],
    });
  });
});
