import type { QuestionEntry } from '../bundle/questions.ts';
import type { Priority, Round, Topic } from '../bundle/types.ts';
import {
  emptied,
  type FitShare,
  HALF_DAY,
  type Memory,
  readiness,
  recallIn,
  rememberAll,
} from '../memory/index.ts';
import type { Course } from './course.ts';
import type { DayDone } from './days-done.ts';
import type { GivenAnswer } from './history.ts';
import { type Weakest, type WordedQuestion, weakestOf } from './weakest.ts';

export interface ProgressQuery {
  course: Course;
  memory: Memory;
  answers: readonly GivenAnswer[];
  days: ReadonlyMap<string, DayDone>;
  entries: readonly QuestionEntry[];
  topics: readonly Topic[];
  rounds: readonly Round[];
  priorities: readonly Priority[];
  /** Questions that were set aside. */
  suspended: ReadonlySet<string>;
  /** How probable each parameter set is for this learner. */
  shares: readonly FitShare[];
}

/** A readiness, 0…1, with the 10th and 90th percentile over the parameter sets that fit the learner. */
export interface Range {
  readiness: number;
  low: number;
  high: number;
}

export interface GroupProgress extends Range {
  id: string;
  title: string;
  questions: number;
  /** Of them, those that were answered at least once. */
  met: number;
}

export interface CalibrationBin {
  /** The mean of what was predicted, and of what happened, 0…1. */
  predicted: number;
  actual: number;
  n: number;
}

export interface Progress {
  readiness: {
    overall: number;
    low: number;
    high: number;
    byTopic: GroupProgress[];
    byPriority: GroupProgress[];
    byRound: GroupProgress[];
  };
  answers: number;
  correct: number;
  minutes: number;
  days: { date: string; answers: number; minutes: number }[];
  /** Recall as it was reckoned before each answer against the answers. */
  calibration: CalibrationBin[];
  /** Stated confidence against the answers. */
  confidence: CalibrationBin[];
  weakest: Weakest;
}

export interface WordedProgress extends Progress {
  weakest: Weakest<WordedQuestion>;
}

/** Less probable parameter sets do not change a percentile. */
const NEGLIGIBLE_SHARE = 0.01;
/** Old answers tell little of how well today's predictions are calibrated. */
const LAST_ANSWERS = 5000;
const BINS = [0, 0.5, 0.7, 0.8, 0.9, 1.000001];

export function progressOf(query: ProgressQuery): Progress {
  const { answers, days } = query;
  return {
    readiness: ranges(query),
    answers: answers.length,
    correct: answers.filter(({ correct }) => correct).length,
    minutes: [...days.values()].reduce((sum, { seconds }) => sum + seconds, 0) / 60,
    days: [...days].map(([date, day]) => ({ date, answers: day.answers, minutes: day.seconds / 60 })),
    calibration: binned(predictions(query)),
    confidence: binned(
      answers.flatMap(({ correct, event }) =>
        event.confidence === null ? [] : [{ predicted: event.confidence, correct }],
      ),
    ),
    weakest: weakestOf(query),
  };
}

interface Group {
  id: string;
  title: string;
  ids: string[];
}

function ranges(query: ProgressQuery): Progress['readiness'] {
  const { course, memory, answers, shares, entries, topics, rounds, priorities } = query;
  // Also in an exam, whose right answers leave no trace in the schedule.
  const answered = new Set(answers.map(({ id }) => id));
  const topicsOf = (id: string) => topics.filter(({ priority }) => priority === id).map((topic) => topic.id);
  const inTopics = (ids: readonly string[]) =>
    entries.filter(({ topic }) => ids.includes(topic)).map(({ id }) => id);
  const byTopic = topics.map(({ id, title }) => ({ id, title, ids: inTopics([id]) }));
  const byPriority = [...priorities]
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, title }) => ({ id, title, ids: inTopics(topicsOf(id)) }));
  const byRound = course.horizon.ahead.map(({ id }) => ({
    id,
    title: rounds.find((round) => round.id === id)?.title ?? id,
    ids: entries
      .filter((entry) => course.asking(entry).some((round) => round.id === id))
      .map((entry) => entry.id),
  }));
  const groups = new Map(
    [
      ['topic', byTopic],
      ['priority', byPriority],
      ['round', byRound],
    ].flatMap(([kind, list]) => (list as Group[]).map(({ id, ids }) => [`${kind} ${id}`, ids] as const)),
  );
  const { now, deadlines } = course;
  const ready = (one: Memory) => readiness(one, { now, deadlines, groups });
  const best = ready(memory);
  const likely = shares.filter(({ share }) => share >= NEGLIGIBLE_SHARE);
  const others = likely.map(({ fit, share }) => ({
    share,
    ready: ready(rememberAll(emptied(memory, fit), answers)),
  }));
  const range = (value: (of: typeof best) => number): Range => {
    const own = value(best);
    const spread = others.map((other) => ({ share: other.share, value: value(other.ready) }));
    return {
      readiness: own,
      low: Math.min(own, percentile(spread, 0.1) ?? own),
      high: Math.max(own, percentile(spread, 0.9) ?? own),
    };
  };
  const described = (kind: string, list: readonly Group[]): GroupProgress[] =>
    list
      .filter(({ ids }) => ids.length > 0)
      .map(({ id, title, ids }) => ({
        id,
        title,
        ...range((of) => of.groups.get(`${kind} ${id}`) ?? 0),
        questions: ids.length,
        met: ids.filter((id) => answered.has(id)).length,
      }));
  const { readiness: overall, low, high } = range((of) => of.overall);
  return {
    overall,
    low,
    high,
    byTopic: described('topic', byTopic),
    byPriority: described('priority', byPriority),
    byRound: described('round', byRound),
  };
}

/** The value below which so large a share of the weight lies; null of nothing. */
function percentile(values: readonly { share: number; value: number }[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { share }) => sum + share, 0);
  let sofar = 0;
  for (const { share, value } of sorted) {
    sofar += share;
    if (sofar >= at * total) return value;
  }
  return null;
}

interface Prediction {
  predicted: number;
  correct: boolean;
}

/**
 * Of answers to what had been answered before, half a day ago or more, whatever that answer counted for: within a
 * sitting there is nothing to predict.
 */
function predictions({ memory, answers }: ProgressQuery): Prediction[] {
  const found: Prediction[] = [];
  const since = answers.at(-LAST_ANSWERS)?.at ?? Number.NEGATIVE_INFINITY;
  rememberAll(emptied(memory, memory.fit), answers, ({ at, correct }, state, askedAt) => {
    if (state.kind === 'new' || at < since || at - (askedAt ?? state.at) < HALF_DAY) return;
    found.push({ predicted: recallIn(memory, state, at), correct });
  });
  return found;
}

function binned(all: readonly Prediction[]): CalibrationBin[] {
  return BINS.slice(1).flatMap((to, at): CalibrationBin[] => {
    const from = BINS[at] ?? 0;
    const some = all.filter(({ predicted }) => predicted >= from && predicted < to);
    if (some.length === 0) return [];
    return [
      {
        predicted: some.reduce((sum, { predicted }) => sum + predicted, 0) / some.length,
        actual: some.filter(({ correct }) => correct).length / some.length,
        n: some.length,
      },
    ];
  });
}
