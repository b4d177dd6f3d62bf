import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { WordedProgress } from '../../src/coach/progress.ts';
import { PAGE_MARK, progressPage } from '../../src/export/progress-page.ts';

const group = (id: string, title: string) => ({
  id,
  title,
  readiness: 0.5,
  low: 0.4,
  high: 0.625,
  questions: 9,
  met: 4,
});

const progress: WordedProgress = {
  readiness: {
    overall: 0.5,
    low: 0.4,
    high: 0.625,
    byTopic: [group('moe', 'Mixture <of> "experts"'), group('kv', 'KV cache')],
    byPriority: [group('p1', 'Fluent (training)')],
    byRound: [group('coding', 'Coding')],
  },
  answers: 40,
  correct: 30,
  minutes: 90,
  days: [
    { date: '2026-11-02', answers: 30, minutes: 60 },
    { date: '2026-11-05', answers: 10, minutes: 30 },
  ],
  calibration: [{ predicted: 0.8, actual: 0.75, n: 12 }],
  confidence: [{ predicted: 0.5, actual: 1, n: 3 }],
  weakest: {
    questions: [{ id: 'moe-<b>', topic: 'moe', recall: 0.25, prompt: 'Which <b> of two?' }],
    topics: [],
    command: 'mistral-prep quiz --mode weak --topic moe',
  },
};
const around = {
  company: 'A & B',
  today: '2026-11-11',
  plannedMinutes: 60,
  topicTitle: (id: string) => id.toUpperCase(),
};
const pageOf = (more: Partial<WordedProgress> = {}) => progressPage({ ...progress, ...more }, around);
const labelsOf = (page: string) =>
  [...parseHTML(page).document.querySelectorAll('svg')].map((svg) => svg.getAttribute('aria-label') ?? '');

describe('the page', () => {
  it('draws each part of progress, and says in words what is drawn', () => {
    const labels = labelsOf(pageOf());
    expect(labels).toEqual([
      'Readiness by priority: Fluent (training): 50%, likely 40–63%; 4 of 9 questions answered',
      'Readiness by round: Coding: 50%, likely 40–63%; 4 of 9 questions answered',
      expect.stringMatching(/^Readiness by topic: Mixture <of> "experts": .*\. KV cache: 50%/),
      'Days of study: 2 Nov: 30 answers, 60 minutes. 5 Nov: 10 answers, 30 minutes',
      'Minutes a day: 2 Nov: 30 answers, 60 minutes. 5 Nov: 10 answers, 30 minutes',
      'Predicted recall against answers: 80% predicted, 75% right of 12',
      'Stated confidence against answers: 50% predicted, 100% right of 3',
    ]);
    const { document } = parseHTML(pageOf());
    expect(document.querySelector('h1')?.textContent).toBe('50% ready');
    expect(document.querySelector('tr')?.textContent).toBe('25%Which <b> of two?moe-<b> MOE');
  });

  it('gives no range that has no width in whole per cents', () => {
    const narrow = { readiness: 0.66, low: 0.656, high: 0.664 };
    const { readiness } = progress;
    const byPriority = [{ ...group('p1', 'Fluent'), ...narrow }, group('p2', 'Deep')];
    const page = pageOf({
      readiness: { ...readiness, ...narrow, overall: narrow.readiness, byPriority },
    });
    expect(labelsOf(page)[0]).toContain('Fluent: 66%; 4 of 9 questions answered. Deep: 50%, likely 40–63%;');
    const { document } = parseHTML(page);
    expect(document.querySelector('header')?.textContent).toMatch(/if you stop now\. 40 answers/);
    expect(parseHTML(pageOf()).document.querySelector('header')?.textContent).toContain(
      'now; likely 40–63%.',
    );
    expect(page).toContain('The line through a dot');
    const flat = { ...readiness, byTopic: [{ ...group('moe', 'MoE'), ...narrow }] };
    expect(pageOf({ readiness: flat })).not.toContain('The line through a dot');
    expect(document.querySelector('svg')?.querySelectorAll('g[aria-label="rule"] line')).toHaveLength(1);
  });

  it('has a cell for each day since the first week, and a shade for each that was used', () => {
    const calendar = [...parseHTML(pageOf()).document.querySelectorAll('svg')][3];
    const [empty, shaded] = [...(calendar?.querySelectorAll('g[aria-label="cell"]') ?? [])];
    // 2 to 11 November.
    expect(empty?.querySelectorAll('rect')).toHaveLength(10);
    const opacities = [...(shaded?.querySelectorAll('rect') ?? [])].map((cell) =>
      Number(cell.getAttribute('fill-opacity')),
    );
    expect(opacities).toEqual([1, expect.closeTo(0.6)]);
  });

  it('gives each day a band, in a week at least, and short times in minutes', () => {
    const first = (page: string) => {
      const chart = [...parseHTML(page).document.querySelectorAll('svg')][4];
      const texts = [...(chart?.querySelectorAll('g[aria-label="x-axis tick label"] text') ?? [])];
      const bars = [...(chart?.querySelectorAll('g[aria-label="bar"] rect') ?? [])];
      return {
        dates: texts.map((text) => text.textContent),
        widths: bars.map((bar) => bar.getAttribute('width')),
      };
    };
    const one = pageOf({ minutes: 8, days: [{ date: '2026-11-11', answers: 8, minutes: 8 }] });
    const { dates, widths } = first(one);
    expect(dates).toEqual(['5 Nov', '7 Nov', '9 Nov', '11 Nov']);
    expect(widths).toHaveLength(1);
    // A seventh of what the axis has, less the gaps.
    expect(Number(widths[0])).toBeLessThan(340 / 7);
    expect(one).toContain('8 minutes.');
    const long = first(pageOf({ days: [{ date: '2026-05-01', answers: 8, minutes: 8 }] })).dates;
    expect(long.length).toBeLessThanOrEqual(5);
    expect(long.at(-1)).toBe('11 Nov');
  });

  it('every picture scrolls on its own where the page is narrow', () => {
    const { document } = parseHTML(pageOf());
    for (const svg of document.querySelectorAll('svg')) expect(svg.closest('.plot')).not.toBeNull();
    expect(document.querySelector('style')?.textContent).toMatch(/\.plot \{[^}]*overflow-x: auto/);
  });

  it('takes what a bundle says for text, and asks the network for nothing', () => {
    const page = pageOf();
    expect(page).toContain(PAGE_MARK);
    expect(page).toContain("default-src 'none'");
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('of, b, script, link, img, image, [src], [href]')).toHaveLength(0);
    expect(/url\(|@import|https?:/.test(page)).toBe(false);
    expect(document.title).toBe('A & B: your progress');
  });

  it('leaves out what there is nothing of', () => {
    const { readiness } = progress;
    const labels = labelsOf(
      pageOf({ readiness: { ...readiness, byRound: [] }, calibration: [], confidence: [] }),
    );
    expect(labels.map((label) => label.split(':')[0])).toEqual([
      'Readiness by priority',
      'Readiness by topic',
      'Days of study',
      'Minutes a day',
    ]);
    const nothing = pageOf({ answers: 0 });
    expect(labelsOf(nothing)).toEqual([]);
    expect(nothing).toContain('Nothing has been answered yet');
  });
});
