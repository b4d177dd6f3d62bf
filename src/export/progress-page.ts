import type { Progress, WordedProgress } from '../coach/progress.ts';
import { longDate, spentTime } from '../guide/dates.ts';
import { percent, percentRange } from '../wording.ts';
import { escaped } from './html.ts';
import { calendarPlot, calibrationPlot, minutesPlot, readinessPlot } from './progress-plots.ts';

/** Stands in every page of ours: such a file may be written over. */
export const PAGE_MARK = '<meta name="generator" content="mistral-prep">';

export interface PageSurroundings {
  company: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** Of an ordinary day. */
  plannedMinutes: number;
  topicTitle(id: string): string;
}

/** Progress as one HTML page with its pictures in it: it asks the network for nothing, and follows light and dark. */
export function progressPage(progress: WordedProgress, around: PageSurroundings): string {
  const { company, today } = around;
  const title = `${company}: your progress`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${PAGE_MARK}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p>${escaped(company)} · ${escaped(longDate(today))}</p>
${head(progress)}
</header>
<main>
${sections(progress, around)
  .map(([name, content]) => `<section>\n<h2>${escaped(name)}</h2>\n${content}\n</section>`)
  .join('\n')}
</main>
</body>
</html>
`;
}

function head({ readiness, answers, correct, minutes }: Progress): string {
  if (answers === 0)
    return '<h1>Nothing has been answered yet</h1>\n<p>Begin: <code>mistral-prep quiz</code></p>';
  const range = percentRange(readiness);
  const likely = range === null ? '' : `; likely ${range}`;
  const right = `${answers} answers, ${percent(correct / answers)} right, ${spentTime(minutes)}`;
  return `<h1>${percent(readiness.overall)} ready</h1>
<p>on the day, if you stop now${likely}. ${right}.</p>`;
}

function sections(progress: WordedProgress, around: PageSurroundings): [name: string, content: string][] {
  const { readiness, days, calibration, confidence } = progress;
  if (progress.answers === 0) return [];
  return [
    ['By priority', wide(readinessPlot('Readiness by priority', readiness.byPriority))],
    ...(readiness.byRound.length === 0
      ? []
      : [['By round', wide(readinessPlot('Readiness by round', readiness.byRound))] as [string, string]]),
    [
      'By topic',
      `${wide(readinessPlot('Readiness by topic', readiness.byTopic))}
<p class="note">${readiness.byTopic.some((group) => percentRange(group) !== null) ? 'The line through a dot holds 80% of what the parameters that fit your answers allow. ' : ''}At the right, the questions answered.</p>`,
    ],
    [
      'Days, and minutes of each',
      pair([
        calendarPlot(days, around.today, around.plannedMinutes),
        minutesPlot(days, around.today, around.plannedMinutes),
      ]),
    ],
    ['Calibration', calibrations(calibration, confidence)],
    ['Weakest that count', weakest(progress, around)],
  ];
}

/** A picture as broad as the page, which scrolls on its own where the page is too narrow to read it. */
function wide(plot: string): string {
  return `<div class="plot wide">${plot}</div>`;
}

/** Pictures side by side, or one below the other. */
function pair(plots: readonly string[]): string {
  return `<div class="pair">${plots.map((plot) => `<div class="plot">${plot}</div>`).join('\n')}</div>`;
}

function calibrations(predicted: Progress['calibration'], stated: Progress['confidence']): string {
  const plots = [
    ...(predicted.length === 0
      ? []
      : [calibrationPlot('Predicted recall against answers', 'predicted recall', predicted)]),
    ...(stated.length === 0
      ? []
      : [calibrationPlot('Stated confidence against answers', 'stated confidence', stated)]),
  ];
  if (plots.length === 0) return '<p class="note">Nothing has been asked on a second day yet.</p>';
  return `${pair(plots)}
<p class="note">On the dashed line, what was predicted is what happened. The numbers are answers.</p>`;
}

function weakest(
  { weakest: { questions, command } }: WordedProgress,
  { topicTitle }: PageSurroundings,
): string {
  const rows = questions.map(
    ({ id, topic, recall, prompt }) =>
      `<tr><td class="number">${percent(recall)}</td><td>${escaped(prompt)}<br><small><code>${escaped(id)}</code> ${escaped(topicTitle(topic))}</small></td></tr>`,
  );
  return `<table>${rows.join('\n')}</table>
${command === null ? '' : `<p>Work on them: <code>${escaped(command)}</code></p>`}`;
}

const STYLE = `
:root { color-scheme: light dark; --paper: #fdfcfb; --ink: #23211f; --quiet: #6f6a66; --accent: #c2410c; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161513; --ink: #e9e6e2; --quiet: #a09a94; --accent: #fb8c4a; }
}
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto;
  max-width: 860px; padding: 2rem 1.25rem 4rem; }
header p { color: var(--quiet); margin: 0; }
h1 { font-size: 2.4rem; line-height: 1.2; margin: 0.2rem 0; }
h2 { border-bottom: 1px solid color-mix(in srgb, var(--quiet) 35%, transparent); font-size: 1rem;
  margin: 2.5rem 0 1rem; padding-bottom: 0.3rem; }
.plot { max-width: 100%; overflow-x: auto; }
svg { display: block; height: auto; }
.plot svg { max-width: none; }
.wide.plot svg { max-width: 100%; min-width: 44rem; }
.pair { display: flex; flex-wrap: wrap; gap: 1.5rem; }
.note { color: var(--quiet); font-size: 0.875rem; }
table { border-spacing: 0 0.2rem; }
td { overflow-wrap: anywhere; padding: 0 1.25rem 0 0; vertical-align: top; }
small { color: var(--quiet); }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; text-align: right; }
code { background: color-mix(in srgb, var(--quiet) 14%, transparent); border-radius: 4px; font-size: 0.9em;
  padding: 0.1em 0.35em; }
`;
