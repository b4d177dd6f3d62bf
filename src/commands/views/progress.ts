import type { CalibrationBin, GroupProgress, WordedProgress } from '../../coach/progress.ts';
import { shortDate, spentTime } from '../../guide/dates.ts';
import { shortTitle } from '../../guide/priorities.ts';
import { bar } from '../../terminal/bars.ts';
import { hints } from '../../terminal/commands.ts';
import { heatMap } from '../../terminal/heat-map.ts';
import { footer, heading, keyValues } from '../../terminal/layout.ts';
import { lineWidth, type Screen } from '../../terminal/screen.ts';
import { padEnd, padStart, truncate, width } from '../../terminal/text.ts';
import { percent, percentRange } from '../../wording.ts';
import { blocks, isNarrow, plural } from './common.ts';

interface Surroundings {
  today: string;
  /** Of an ordinary day: as much is the darkest shade of the calendar. */
  plannedMinutes: number;
}

export function progressLines(screen: Screen, progress: WordedProgress, around: Surroundings): string[] {
  const { readiness, answers, correct, minutes } = progress;
  if (answers === 0) {
    return blocks(
      heading(screen, 'Nothing has been answered yet'),
      hints(screen, [{ say: 'begin', command: 'mistral-prep quiz' }]),
    );
  }
  const right = `${percent(correct / answers)} right`;
  const range = percentRange(readiness);
  const { byPriority, byRound, byTopic } = readiness;
  const hasRanges = [readiness, ...byPriority, ...byRound, ...byTopic].some(isRanged);
  return blocks(
    heading(
      screen,
      [`Ready ${percent(readiness.overall)}`, ...(range === null ? [] : [`likely ${range}`])].join(', '),
      'if you stop now, on the day',
    ),
    groupLines(screen, 'By priority', byPriority),
    groupLines(screen, 'By round', byRound),
    groupLines(screen, 'By topic', byTopic),
    [
      ...keyValues(screen, [
        { key: 'Calendar', value: `${plural(answers, 'answer')}, ${right}, ${spentTime(minutes)}` },
      ]),
      ...heatMap(
        screen,
        progress.days.map(({ date, minutes: some }) => ({
          date,
          value: around.plannedMinutes > 0 ? some / around.plannedMinutes : 1,
        })),
        around.today,
        {
          dateOf: shortDate,
          most: around.plannedMinutes > 0 ? `${around.plannedMinutes} min a day` : null,
        },
      ),
    ],
    calibrationLines(screen, 'Predicted, and what happened', progress.calibration),
    calibrationLines(screen, 'Said to be sure, and what happened', progress.confidence),
    weakestLines(screen, progress),
    [
      ...footer(
        screen,
        !hasRanges ? [] : ['A range holds 80% of what the parameters that fit your answers allow.'],
      ),
      ...(progress.weakest.command === null
        ? []
        : hints(screen, [{ say: 'work on them', command: progress.weakest.command }])),
    ],
  );
}

function isRanged(of: { low: number; high: number }): boolean {
  return percentRange(of) !== null;
}

const BAR = 16;
const PERCENT = 4;
/** Of `100–100%` and of `999/999`, each under its title. */
const RANGE = 8;
const ANSWERED = 8;

/** A bar for each group, its range, and how many of its questions were answered. A narrow screen has no ranges. */
function groupLines(screen: Screen, title: string, groups: readonly GroupProgress[]): string[] {
  if (groups.length === 0) return [];
  const { theme } = screen;
  const bars = isNarrow(screen) ? 8 : BAR;
  const figures = (range: string, answered: string) => [
    ...(isNarrow(screen, 50) ? [] : [theme.dim(padStart(range, RANGE))]),
    theme.dim(padStart(answered, ANSWERED)),
  ];
  const right = figures('', '').reduce((sum, one) => sum + 2 + width(one), 0);
  const names = Math.min(34, lineWidth(screen) - 1 - 1 - bars - 1 - PERCENT - right);
  const head = padEnd(` ${title}`, 1 + names + 1 + bars + 1 + PERCENT);
  return [
    [theme.dim(head), ...figures(groups.some(isRanged) ? 'likely' : '', 'answered')].join('  '),
    ...groups.map((group) => {
      const { readiness, met, questions } = group;
      const range = percentRange(group) ?? '';
      const name = padEnd(truncate(shortTitle(group.title), names), names);
      const lead = ` ${name} ${bar(readiness, bars, { theme })} ${padStart(percent(readiness), PERCENT)}`;
      return [lead, ...figures(range, `${met}/${questions}`)].join('  ');
    }),
  ];
}

function calibrationLines(screen: Screen, title: string, bins: readonly CalibrationBin[]): string[] {
  if (bins.length === 0) return [];
  return [
    ` ${screen.theme.dim(title)}`,
    ...bins.map(
      ({ predicted, actual, n }) =>
        ` ${padStart(percent(predicted), 4)}  ${bar(actual, BAR, { mark: predicted, theme: screen.theme })} ${padStart(percent(actual), 4)}  ${screen.theme.dim(`of ${n}`)}`,
    ),
  ];
}

/** Columns in which the first words of a question still tell it from others. */
const LEAST_PROMPT = 24;

/** With its id, which is what commands take, where that leaves room for its words. */
function weakestLines(screen: Screen, { weakest: { questions } }: WordedProgress): string[] {
  if (questions.length === 0) return [];
  const room = lineWidth(screen) - (1 + PERCENT + 2);
  const ids = Math.max(...questions.map(({ id }) => width(id))) + 2;
  const named = room - ids >= LEAST_PROMPT;
  return [
    ` ${screen.theme.dim('Weakest that count')}`,
    ...questions.map(({ id, recall, prompt }) => {
      const words = named ? padEnd(id, ids) + prompt : prompt;
      return ` ${padStart(percent(recall), PERCENT)}  ${truncate(words, room)}`;
    }),
  ];
}
