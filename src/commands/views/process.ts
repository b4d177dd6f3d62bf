import type { Process, ProcessRound } from '../../guide/process.ts';
import { type Provenance, provenance } from '../../guide/sources.ts';
import { type Hint, hints } from '../../terminal/commands.ts';
import { bullets, footer, heading } from '../../terminal/layout.ts';
import type { Screen } from '../../terminal/screen.ts';
import { table } from '../../terminal/table.ts';
import { padStart } from '../../terminal/text.ts';
import { timeline } from '../../terminal/timeline.ts';
import { blocks, inShort, isNarrow, pageLines, plural, sourceLines, span } from './common.ts';

export interface ProcessScreen {
  process: Process;
  company: string;
  trackTitle: string | null;
  today: string;
}

/** The loop as a line of stages, its rounds below, and where all of it comes from. */
export function processLines(
  screen: Screen,
  { process, company, trackTitle, today }: ProcessScreen,
): string[] {
  const guide = process.rounds.filter((round) => round.layer !== 'reported');
  const reported = process.rounds.filter((round) => round.layer === 'reported');
  const { min, max } = process.cycleWeeks;
  const title = `${company} · the loop${trackTitle ? `, ${trackTitle.toLowerCase()} track` : ''}`;
  return blocks(
    heading(screen, title, `${min}–${max} weeks in the ${process.cycle.layer}`),
    [...stageLine(screen, process, today), ...(process.start === null ? [] : footer(screen, [ARITHMETIC]))],
    [...roundTable(screen, guide), ...footer(screen, [sourceNote(process, guide, today)])],
    reportLines(screen, process, reported, today),
    hints(screen, next(process, guide, today)),
  );
}

const ARITHMETIC = "our arithmetic, not the guide's: stages of equal length, earliest to latest";

/** The stages and the decision as stops, dated if there is a start. */
function stageLine(screen: Screen, { stages, decision }: Process, today: string): string[] {
  const stops = [...stages, { title: 'Decision', window: decision }];
  return timeline(screen, {
    stops: stops.map(({ title, window }) => ({ title, ...(window && { under: span(window, today) }) })),
  });
}

/** The rounds in order, each stage named where it begins. */
function roundTable(screen: Screen, rounds: readonly ProcessRound[]): string[] {
  const { dim } = screen.theme;
  if (isNarrow(screen, 72)) {
    const columns = [
      { align: 'right', style: dim },
      { align: 'left', flex: true },
    ] as const;
    const cell = (round: ProcessRound) =>
      round.detail ? `${nameOf(round)}\n${dim(round.detail)}` : nameOf(round);
    return table(
      screen,
      columns,
      rounds.map((round) => [String(round.order), cell(round)]),
    );
  }
  const stages = rounds.map(({ placed, stageTitle }) => (placed ? stageTitle : '–'));
  return table(
    screen,
    [
      { align: 'left', style: dim },
      { align: 'right', style: dim },
      { align: 'left', minWidth: 16 },
      { align: 'left', flex: true, minWidth: 14, style: dim },
    ],
    rounds.map((round, index) => [
      stages[index] === stages[index - 1] ? '' : (stages[index] ?? ''),
      String(round.order),
      nameOf(round),
      round.detail ?? '',
    ]),
  );
}

/** `Coding, 60 min`, `Coding / ML ×2` */
function nameOf({ title, count, minutes }: ProcessRound): string {
  return `${title}${count > 1 ? ` ×${count}` : ''}${minutes === null ? '' : `, ${minutes} min`}`;
}

/** Where the loop comes from, and that no length stands where none is given. */
function sourceNote({ cycle }: Process, rounds: readonly ProcessRound[], today: string): string {
  const unknown = rounds.filter(({ minutes }) => minutes === null).length;
  if (unknown === 0) return provenance(cycle, today);
  return `${provenance(cycle, today)}; ${unknown === rounds.length ? '' : 'other '}lengths not given`;
}

function reportLines(
  screen: Screen,
  { reports }: Process,
  rounds: readonly ProcessRound[],
  today: string,
): string[] {
  if (!reports) return [];
  return blocks(
    [
      ...heading(screen, 'Reported elsewhere, not in the guide'),
      ...rounds.flatMap((round) =>
        remark(screen, round, today, { mark: String(round.order), text: round.detail }),
      ),
      ...reports.flatMap((report) => remark(screen, report, today, { mark: '·', text: report.text })),
    ],
    pageLines(screen, [...rounds, ...reports]),
  );
}

function remark(
  screen: Screen,
  stated: Provenance & { title: string },
  today: string,
  { mark, text }: { mark: string; text: string | null },
): string[] {
  const line = text === null ? stated.title : `${stated.title}: ${text}`;
  return [
    ...bullets(screen, [line], { mark: padStart(mark, 2) }),
    ...sourceLines(screen, inShort(stated), today, 4),
  ];
}

function next(
  { reports, reportCount, start }: Process,
  guide: readonly ProcessRound[],
  today: string,
): Hint[] {
  const [first] = guide;
  return [
    ...(reportCount > 0 && !reports
      ? [{ say: `${plural(reportCount, 'report')} from other pages`, command: '--reported' }]
      : []),
    start === null
      ? { say: 'with dates', command: `--start ${today}` }
      : { say: 'in your calendar', command: '--ics loop.ics' },
    ...(first ? [{ say: 'next', command: `mistral-prep checklist ${first.id}` }] : []),
  ];
}
