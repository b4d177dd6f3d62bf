import { type Memory, type Pick, rank, readiness, rememberAll, reweighed, stateOf } from '../memory/index.ts';
import { spreadItems } from './checklist-days.ts';
import { type Course, type CourseQuery, courseOf, studyDays } from './course.ts';
import { dayIn } from './days.ts';
import { isEve, onEve, plannedMinutes, secondsLeftOn, secondsOf, within } from './eve.ts';
import { EvenLuck } from './even-luck.ts';
import type { Settings } from './settings.ts';

/** When a planned day's study is taken to begin. */
const STUDY_HOUR = 19;
/** What else is tried where the plan does not fit, minutes a day. */
const OTHER_MINUTES = [20, 40, 60] as const;

export interface PlannedTopic {
  id: string;
  minutes: number;
  /** How many questions are asked for the first time, and how many again. */
  new: number;
  review: number;
}

export interface PlannedDay {
  /** `YYYY-MM-DD` */
  date: string;
  minutes: number;
  topics: PlannedTopic[];
  /** The ids of the rounds held on this day. */
  rounds: string[];
  /** The ids of the checklist items to be done. */
  items: string[];
  /** Expected readiness, 0…1, at the end of the day. */
  readiness: number;
}

export interface Plan {
  /** From the first day to that of the last round. */
  days: PlannedDay[];
  /** By round ahead, the expected readiness, 0…1, of what it asks when it begins. */
  byRound: Map<string, number>;
  /** Expected readiness, 0…1, when the last round begins: each question at its own deadline. */
  readiness: number;
  /** The questions that count and are not reached, in the order of the bank. */
  leftOut: string[];
}

export interface PlanQuery extends Omit<CourseQuery, 'now'> {
  memory: Memory;
  /** Epoch milliseconds; the plan begins with this day. */
  from: number;
  /** Seconds studied on that day already. */
  done: number;
  /** Checklist items that are done. */
  ticked: ReadonlySet<string>;
  /** Questions that were set aside. */
  suspended: ReadonlySet<string>;
}

/**
 * Every day until the last round, played forward: on each day the questions are chosen as `quiz` would choose them and
 * answered as the memory expects it.
 */
export function planOf(query: PlanQuery): Plan {
  return new Playing(query).plan();
}

/**
 * What other minutes a day would reach, each with the readiness, 0…1, of its plan. Days off stay off.
 * @param plan the query's own
 */
export function alternativesTo(query: PlanQuery, plan: Plan): { minutes: number; readiness: number }[] {
  const { settings } = query;
  return OTHER_MINUTES.map((minutes) => {
    if (minutes === settings.minutes && settings.weekdays.size === 0)
      return { minutes, readiness: plan.readiness };
    const other: Settings = { ...settings, minutes, weekdays: new Map() };
    return { minutes, readiness: new Playing({ ...query, settings: other }).readiness() };
  });
}

/** A day of study when it is over. */
interface PlayedDay {
  date: string;
  /** When it began, epoch milliseconds. */
  now: number;
  picks: readonly Pick[];
}

/** A plan while it is played. */
class Playing {
  readonly #query: PlanQuery;
  readonly #first: Course;
  readonly #topicOf: ReadonlyMap<string, string>;
  readonly #luck = new EvenLuck();
  readonly #reached = new Set<string>();
  readonly #byRound = new Map<string, number>();
  #course: Course;
  #memory: Memory;

  constructor(query: PlanQuery) {
    this.#query = query;
    this.#first = courseOf({ ...query, now: query.from });
    this.#course = this.#first;
    this.#memory = reweighed(query.memory, this.#first.items);
    this.#topicOf = new Map(query.entries.map(({ id, topic }) => [id, topic]));
  }

  plan(): Plan {
    const { rounds, ticked } = this.#query;
    const items = spreadItems(rounds, this.#first, ticked);
    const days: PlannedDay[] = [];
    this.#play(({ date, now, picks }) => {
      days.push({
        date,
        minutes: secondsOf(picks) / 60,
        topics: this.#topics(picks),
        rounds: this.#heldOn(date),
        items: items.get(date) ?? [],
        readiness: this.#readiness(now),
      });
    });
    const readinessAtEnd = days.at(-1)?.readiness ?? this.#readiness(this.#query.from);
    const { end } = this.#course.horizon;
    if (end !== null) {
      days.push({
        date: end.date,
        minutes: 0,
        topics: [],
        rounds: this.#heldOn(end.date),
        items: items.get(end.date) ?? [],
        readiness: readinessAtEnd,
      });
      this.#move(end.at);
    }
    return { days, byRound: this.#byRound, readiness: readinessAtEnd, leftOut: this.#leftOut() };
  }

  /** Of the whole plan, when only that is asked. */
  readiness(): number {
    let last = this.#query.from;
    this.#play(({ now }) => {
      last = now;
    });
    return this.#readiness(last);
  }

  /** Plays the days of study; `heard` is told each when it is over. */
  #play(heard: (day: PlayedDay) => void): void {
    const { done } = this.#query;
    const dates = studyDays(this.#first);
    const budgets = dates.map((date, at) => secondsLeftOn(this.#first, date, at === 0 ? done : 0));
    // What was spent on the days before the eve, and how many of these were for study.
    let spent = done;
    let studied = 0;
    for (const [at, date] of dates.entries()) {
      const now = at === 0 ? this.#firstSitting(date) : this.#query.zone.at(date, STUDY_HOUR);
      this.#move(now);
      // Where there was less to ask than time, the eve is no longer than the days before it.
      const most = studied > 0 && isEve(this.#first, date) ? spent / studied : Number.POSITIVE_INFINITY;
      const picks = this.#study(now, Math.min(budgets[at] ?? 0, most), sum(budgets.slice(at)));
      spent += secondsOf(picks);
      if (plannedMinutes(this.#first, date) > 0) studied++;
      heard({ date, now, picks });
    }
  }

  /** At once; but what is studied on the day of a round is not promised to it. */
  #firstSitting(date: string): number {
    const { from, zone } = this.#query;
    const isHeldYet = this.#first.horizon.coming.some((round) => round.date === date && round.at > from);
    return isHeldYet ? zone.at(date, STUDY_HOUR) : from;
  }

  /** Time passes: how ready one is for the rounds that begin is known, and they stop counting. */
  #move(now: number): void {
    const over = this.#course.horizon.ahead.filter(({ at }) => at <= now);
    for (const { id, at } of over) if (!this.#byRound.has(id)) this.#byRound.set(id, this.#readyFor(id, at));
    if (over.length === 0) {
      // The same dates, also where they are assumed: these do not move away as the days pass.
      this.#course = { ...this.#course, now, today: dayIn(this.#query.zone, now) };
      return;
    }
    this.#course = courseOf({ ...this.#query, now });
    this.#memory = reweighed(this.#memory, this.#course.items);
  }

  #study(now: number, sessionSeconds: number, studySecondsLeft: number): Pick[] {
    const { deadlines, retention, today } = this.#course;
    const ranked = rank(this.#memory, {
      now,
      deadlines,
      studySecondsLeft,
      sessionSeconds: Number.MAX_SAFE_INTEGER,
      retention,
      allowed: (id) => deadlines.has(id) && !this.#query.suspended.has(id),
    });
    const picks = within(
      isEve(this.#course, today) ? onEve(ranked, deadlines, sessionSeconds) : ranked,
      sessionSeconds,
    );
    for (const { id } of picks) this.#reached.add(id);
    this.#memory = rememberAll(this.#memory, this.#luck.answers(picks, now));
    return picks;
  }

  #readiness(now: number): number {
    const { deadlines } = this.#course;
    return readiness(this.#memory, { now, deadlines, groups: new Map() }).overall;
  }

  /** Of what a round asks, when it begins. */
  #readyFor(round: string, at: number): number {
    const { asking } = this.#course;
    const asked = this.#query.entries.filter((entry) => asking(entry).some(({ id }) => id === round));
    const groups = new Map([[round, asked.map(({ id }) => id)]]);
    return readiness(this.#memory, { now: at, deadlines: new Map(), groups }).groups.get(round) ?? 0;
  }

  #heldOn(date: string): string[] {
    return this.#first.horizon.rounds.filter((round) => round.date === date).map(({ id }) => id);
  }

  #topics(picks: readonly Pick[]): PlannedTopic[] {
    const topics = new Map<string, PlannedTopic>();
    for (const { id, tier, seconds } of picks) {
      const topic = this.#topicOf.get(id) ?? '';
      const sofar = topics.get(topic) ?? { id: topic, minutes: 0, new: 0, review: 0 };
      sofar.minutes += seconds / 60;
      sofar[tier === 'new' ? 'new' : 'review']++;
      topics.set(topic, sofar);
    }
    return [...topics.values()].sort((a, b) => b.minutes - a.minutes);
  }

  #leftOut(): string[] {
    const { memory, suspended, entries } = this.#query;
    return entries
      .map(({ id }) => id)
      .filter((id) => this.#first.deadlines.has(id) && isNew(memory, id))
      .filter((id) => !this.#reached.has(id) && !suspended.has(id));
  }
}

function isNew(memory: Memory, id: string): boolean {
  return stateOf(memory, id).kind === 'new';
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
