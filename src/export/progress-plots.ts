import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { daysFrom, weekdayIndex } from '../coach/days.ts';
import type { CalibrationBin, GroupProgress, Progress } from '../coach/progress.ts';
import { addDays, shortDate } from '../guide/dates.ts';
import { shortTitle } from '../guide/priorities.ts';
import { percent, percentRange } from '../wording.ts';

/**
 * The pictures of the progress page, each as SVG. Their colours are the page's variables, so that they follow it into
 * the dark; what they show stands in their labels too, and in the tooltips of their marks.
 */

const ACCENT = 'var(--accent)';
const QUIET = 'var(--quiet)';
const FONT = { fontSize: '13px', background: 'none', overflow: 'visible' };
const WIDTH = 860;
/** Of a picture that stands beside another, and alone on a telephone. */
const HALF = 340;
const ROW = 26;
/** A day in the calendar. */
const CELL = 22;
/** As many weeks as the calendar in the terminal. */
const MOST_WEEKS = 26;
/** As many dates as stand side by side below the minutes of each day. */
const MOST_DATES = 5;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A bar from 0 to the readiness of each group, with its range and how many of its questions were met. */
export function readinessPlot(label: string, groups: readonly GroupProgress[]): string {
  const said = ({ title, readiness, met, questions, ...group }: GroupProgress) => {
    const range = percentRange(group);
    const likely = range === null ? '' : `, likely ${range}`;
    return `${title}: ${percent(readiness)}${likely}; ${met} of ${questions} questions answered`;
  };
  const ranged = groups.filter((group) => percentRange(group) !== null);
  const y = (group: GroupProgress) => group.id;
  const titles = new Map(groups.map(({ id, title }) => [id, shortTitle(title)]));
  return svg({
    ariaLabel: `${label}: ${groups.map(said).join('. ')}`,
    width: WIDTH,
    height: groups.length * ROW + 40,
    marginLeft: 320,
    marginRight: 70,
    marginTop: 4,
    x: { domain: [0, 1], tickFormat: '%', label: null, ticks: 5 },
    y: {
      domain: groups.map(y),
      label: null,
      tickSize: 0,
      tickFormat: (id: string) => titles.get(id) ?? id,
      padding: 0.35,
    },
    marks: [
      Plot.gridX({ ticks: 5, stroke: QUIET, strokeOpacity: 0.35 }),
      Plot.barX(groups, { x1: 0, x2: 'readiness', y, fill: ACCENT, fillOpacity: 0.3, title: said }),
      Plot.ruleY(ranged, { x1: 'low', x2: 'high', y, stroke: ACCENT, strokeWidth: 3 }),
      Plot.dot(groups, { x: 'readiness', y, r: 4.5, fill: ACCENT, title: said }),
      Plot.text(groups, {
        x: 1,
        y,
        text: ({ met, questions }: GroupProgress) => `${met}/${questions}`,
        fill: QUIET,
        textAnchor: 'start',
        dx: 12,
      }),
    ],
  });
}

interface CalendarDay {
  date: string;
  week: string;
  weekday: number;
  /** Minutes against the usual, 0…1. */
  shade: number;
  said: string;
}

/** The days as a calendar: a column a week, a row a weekday, darker for more minutes. */
export function calendarPlot(days: Progress['days'], today: string, plannedMinutes: number): string {
  const cells = calendarDays(days, today, plannedMinutes);
  const weeks = [...new Set(cells.map(({ week }) => week))];
  return svg({
    ariaLabel: `Days of study: ${days.map(saidOfDay).join('. ')}`,
    width: 60 + weeks.length * CELL + 20,
    height: 7 * CELL + 30,
    marginLeft: 50,
    marginTop: 4,
    x: {
      domain: weeks,
      label: null,
      tickSize: 0,
      // A date takes the room of three columns.
      ticks: weeks.filter((_, at) => at % 3 === 0),
      tickFormat: shortDate,
    },
    y: {
      domain: WEEKDAYS.map((_, at) => at),
      label: null,
      tickSize: 0,
      tickFormat: (at: number) => WEEKDAYS[at] ?? '',
    },
    marks: [
      Plot.cell(cells, { x: 'week', y: 'weekday', fill: QUIET, fillOpacity: 0.15, rx: 3, inset: 1.5 }),
      Plot.cell(
        cells.filter(({ shade }) => shade > 0),
        {
          x: 'week',
          y: 'weekday',
          fill: ACCENT,
          // A constant scale: the shades are ours, and nothing is drawn as no shade at all.
          fillOpacity: { value: ({ shade }: CalendarDay) => 0.2 + 0.8 * shade, scale: null },
          rx: 3,
          inset: 1.5,
          title: 'said',
        },
      ),
    ],
  });
}

/** A column a day, of a week at least, as high as the minutes of it; the line is what a day usually has. */
export function minutesPlot(days: Progress['days'], today: string, plannedMinutes: number): string {
  const week = addDays(today, -6);
  const first = days[0]?.date ?? today;
  const dates = daysFrom(first < week ? first : week, today);
  const apart = Math.ceil(dates.length / MOST_DATES);
  return svg({
    ariaLabel: `Minutes a day: ${days.map(saidOfDay).join('. ')}`,
    width: HALF,
    height: 7 * CELL + 30,
    marginTop: 8,
    marginRight: 26,
    x: {
      domain: dates,
      label: null,
      tickSize: 0,
      ticks: dates.filter((_, at) => (dates.length - 1 - at) % apart === 0),
      tickFormat: shortDate,
    },
    y: { label: null, ticks: 4, zero: true },
    marks: [
      Plot.gridY({ ticks: 4, stroke: QUIET, strokeOpacity: 0.35 }),
      Plot.barY(days, { x: 'date', y: 'minutes', fill: ACCENT, title: saidOfDay }),
      Plot.ruleY([plannedMinutes], { stroke: QUIET, strokeDasharray: '4 4' }),
    ],
  });
}

function calendarDays(days: Progress['days'], today: string, plannedMinutes: number): CalendarDay[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const monday = (date: string) => addDays(date, -weekdayIndex(date));
  const earliest = addDays(monday(today), -7 * (MOST_WEEKS - 1));
  const first = monday(days[0]?.date ?? today);
  const cells: CalendarDay[] = [];
  for (let date = first < earliest ? earliest : first; date <= today; date = addDays(date, 1)) {
    const day = byDate.get(date) ?? { date, answers: 0, minutes: 0 };
    const shade = plannedMinutes > 0 ? Math.min(1, day.minutes / plannedMinutes) : Math.sign(day.answers);
    cells.push({ date, week: monday(date), weekday: weekdayIndex(date), shade, said: saidOfDay(day) });
  }
  return cells;
}

function saidOfDay({ date, answers, minutes }: Progress['days'][number]): string {
  return `${shortDate(date)}: ${answers} answers, ${Math.round(minutes)} minutes`;
}

/** What was predicted against what happened; on the line they agree. The area of a dot is the number of answers. */
export function calibrationPlot(label: string, across: string, bins: readonly CalibrationBin[]): string {
  const said = ({ predicted, actual, n }: CalibrationBin) =>
    `${percent(predicted)} predicted, ${percent(actual)} right of ${n}`;
  return svg({
    ariaLabel: `${label}: ${bins.map(said).join('. ')}`,
    width: HALF,
    height: 335,
    // A number stands above its dot, also above one at the top.
    marginTop: 36,
    marginRight: 26,
    marginLeft: 55,
    marginBottom: 45,
    x: {
      domain: [0, 1],
      tickFormat: '%',
      label: across,
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: 5,
    },
    y: { domain: [0, 1], tickFormat: '%', label: 'right', labelArrow: 'none', ticks: 5 },
    r: { range: [0, 16] },
    marks: [
      Plot.gridX({ ticks: 5, stroke: QUIET, strokeOpacity: 0.35 }),
      Plot.gridY({ ticks: 5, stroke: QUIET, strokeOpacity: 0.35 }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: QUIET, strokeDasharray: '4 4' },
      ),
      Plot.dot(bins, { x: 'predicted', y: 'actual', r: 'n', fill: ACCENT, fillOpacity: 0.75, title: said }),
      Plot.text(bins, { x: 'predicted', y: 'actual', text: 'n', fill: 'currentColor', dy: -22 }),
    ],
  });
}

function svg({ ariaLabel, ...options }: Plot.PlotOptions & { ariaLabel: string }): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  // The page names it; within are the labels of each mark.
  const drawn = Plot.plot({ ...options, document, style: FONT });
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', ariaLabel);
  return drawn.outerHTML;
}
