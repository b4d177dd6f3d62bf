import type { QuestionEntry } from '../bundle/questions.ts';
import type { BundleInfo, Round, Topic } from '../bundle/types.ts';
import type { Item } from '../memory/index.ts';
import { dayIn, daysFrom, type Zone } from './days.ts';
import { type Asking, askingIn, deadlinesOf, type Horizon, horizonOf } from './deadlines.ts';
import { secondsLeftOn } from './eve.ts';
import { itemsOf, roundsByTopic } from './items.ts';
import type { Settings } from './settings.ts';

/** While there are rounds to come, recall may fall to this before a question is due. */
const RETENTION = 0.8;
/** After the last round nothing presses, and what was learned is kept up. */
const RETENTION_AFTERWARDS = 0.9;

export interface CourseQuery {
  entries: readonly QuestionEntry[];
  topics: readonly Topic[];
  rounds: readonly Round[];
  bundle: BundleInfo;
  settings: Settings;
  /** Epoch milliseconds. */
  now: number;
  zone: Zone;
}

/** What is to be learned, for when, and in how much time, as things stand at a moment. */
export interface Course {
  readonly now: number;
  /** The learner's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly zone: Zone;
  readonly settings: Settings;
  readonly horizon: Horizon;
  readonly asking: Asking;
  readonly items: readonly Item[];
  /** By question, epoch milliseconds; without those that no round ahead asks. */
  readonly deadlines: ReadonlyMap<string, number>;
  readonly retention: number;
}

export function courseOf({ entries, topics, rounds, bundle, settings, now, zone }: CourseQuery): Course {
  const horizon = horizonOf(loopOf(rounds, bundle, settings.track), settings, now, zone);
  const asking = askingIn(roundsByTopic(topics), horizon);
  return {
    now,
    today: dayIn(zone, now),
    zone,
    settings,
    horizon,
    asking,
    items: itemsOf(entries, { topics, bundle, level: settings.level, horizon, asking }),
    deadlines: deadlinesOf(entries, asking),
    retention: horizon.end === null ? RETENTION_AFTERWARDS : RETENTION,
  };
}

/** The ids of a track's rounds in the order of the loop. What is only reported is no round to be prepared for. */
export function loopOf(rounds: readonly Round[], bundle: BundleInfo, track: string | null): string[] {
  const chosen = track ?? bundle.tracks[0]?.id ?? null;
  const place = ({ stage }: Round) => bundle.stages.findIndex(({ id }) => id === stage);
  return rounds
    .filter(({ layer }) => layer !== 'reported')
    .filter(({ tracks }) => tracks.length === 0 || chosen === null || tracks.includes(chosen))
    .sort((a, b) => place(a) - place(b))
    .map(({ id }) => id);
}

/** The days left for study: from today to the eve of the last coming round; none once all are over. */
export function studyDays({ today, horizon }: Course): string[] {
  const { end } = horizon;
  return end === null ? [] : daysFrom(today, end.date).filter((day) => day < end.date);
}

/**
 * All study time left until the last deadline, in seconds; without end once all rounds are over.
 * @param doneToday seconds studied today
 */
export function studySecondsLeft(course: Course, doneToday: number): number {
  if (course.horizon.end === null) return Number.POSITIVE_INFINITY;
  const left = studyDays(course).map((day) =>
    secondsLeftOn(course, day, day === course.today ? doneToday : 0),
  );
  return left.reduce((a, b) => a + b, 0);
}
