import type { Topic } from '../../bundle/types.ts';
import type { CalibrationBin, GroupProgress, Progress } from '../../coach/progress.ts';
import { shortTitle } from '../../guide/priorities.ts';
import { bar } from '../../terminal/bars.ts';
import { hints } from '../../terminal/commands.ts';
import { heatMap } from '../../terminal/heat-map.ts';
import { footer, heading } from '../../terminal/layout.ts';
import { lineWidth, type Screen } from '../../terminal/screen.ts';
import { padEnd, padStart, truncate } from '../../terminal/text.ts';
import { blocks, plural } from './common.ts';
import { percent } from './today.ts';

interface Surroundings {
  topics: readonly Topic[];
  today: string;
  /** Of an ordinary day: as much is the darkest shade of the calendar. */
  plannedMinutes: number;
}

export function progressLines(screen: Screen, progress: Progress, around: Surroundings): string[] {
  const { readiness, answers, correct, minutes } = progress;
  if (answers === 0) {
    return blocks(
      heading(screen, 'Nothing has been answered yet'),
      hints(screen, [{ say: 'begin', command: 'mistral-prep quiz' }]),
    );
  }
  const spent = minutes >= 90 ? `${(minutes / 60).toFixed(1)} hours` : plural(Math.round(minutes), 'minute');
  return blocks(
    heading(
      screen,
      `Ready ${percent(readiness.overall)}, likely ${percent(readiness.low)} to ${percent(readiness.high)}`,
      'if you stop now, on the day',
    ),
    groupLines(screen, 'By priority', readiness.byPriority),
    groupLines(screen, 'By round', readiness.byRound),
    groupLines(screen, 'By topic', readiness.byTopic),
    [
      ` ${screen.theme.dim('Calendar')}  ${plural(answers, 'answer')}, ${percent(correct / answers)} right, ${spent}`,
      ...heatMap(
        screen,
        progress.days.map(({ date, minutes: some }) => ({
          date,
          value: around.plannedMinutes > 0 ? some / around.plannedMinutes : 1,
        })),
        around.today,
      ),
    ],
    calibrationLines(screen, 'Predicted, and what happened', progress.calibration),
    calibrationLines(screen, 'Said to be sure, and what happened', progress.confidence),
    weakestLines(screen, progress, around),
    [
      ...footer(screen, ['A range holds 80% of what the parameters that fit your answers allow.']),
      ...(progress.weakest.command === null
        ? []
        : hints(screen, [{ say: 'work on them', command: progress.weakest.command }])),
    ],
  );
}

const BAR = 16;
/** Of `100%  100–100%  999/999`. */
const FIGURES = 4 + 2 + 8 + 2 + 7;

function groupLines(screen: Screen, title: string, groups: readonly GroupProgress[]): string[] {
  if (groups.length === 0) return [];
  const bars = screen.width < 60 ? 8 : BAR;
  const names = Math.min(34, Math.max(10, lineWidth(screen) - 2 - bars - 2 - FIGURES - 1));
  return [
    ` ${screen.theme.dim(title)}`,
    ...groups.map((group) => {
      const range = `${Math.round(group.low * 100)}–${percent(group.high)}`;
      const met = `${group.met}/${group.questions}`;
      const name = shortTitle(group.title);
      return ` ${padEnd(truncate(name, names), names)} ${bar(group.readiness, bars, { theme: screen.theme })} ${padStart(percent(group.readiness), 4)}  ${screen.theme.dim(padStart(range, 8))}  ${screen.theme.dim(padStart(met, 7))}`;
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

function weakestLines(screen: Screen, { weakest }: Progress, { topics }: Surroundings): string[] {
  if (weakest.questions.length === 0) return [];
  const title = (id: string) => topics.find((topic) => topic.id === id)?.title ?? id;
  return [
    ` ${screen.theme.dim('Weakest that count')}`,
    ...weakest.questions.map(
      ({ id, topic, recall }) =>
        ` ${padStart(percent(recall), 4)}  ${truncate(`${id}  ${title(topic)}`, lineWidth(screen) - 7)}`,
    ),
  ];
}
