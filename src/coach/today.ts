import type { QuestionEntry } from '../bundle/questions.ts';
import type { Priority, Round, Topic } from '../bundle/types.ts';
import { addDays, daysBetween } from '../guide/dates.ts';
import { type Memory, type Pick as Ranked, rank, readiness, recall } from '../memory/index.ts';
import { spreadItems } from './checklist-days.ts';
import { type Course, studyDays, studySecondsLeft } from './course.ts';
import { minutesOn } from './days.ts';
import type { DayDone } from './days-done.ts';
import type { DatedRound } from './deadlines.ts';
import { isEve, onEve, plannedMinutes, secondsLeftOn, within } from './eve.ts';
import { LONGEST_SITTING } from './modes.ts';

export interface TodayQuery {
  course: Course;
  memory: Memory;
  entries: readonly QuestionEntry[];
  topics: readonly Topic[];
  rounds: readonly Round[];
  priorities: readonly Priority[];
  days: ReadonlyMap<string, DayDone>;
  ticked: ReadonlySet<string>;
  suspended: ReadonlySet<string>;
  /** The expected readiness of this evening in the plan that was made when the settings were last changed. */
  target: number | null;
}

export interface Today {
  date: string;
  rounds: { id: string; date: string; basis: DatedRound['basis']; daysLeft: number }[];
  /** Whether no date is known at all, and whether all rounds are over. */
  assumed: boolean;
  over: boolean;
  minutes: { planned: number; done: number };
  /** Questions that are due now, and by topic, most first. */
  due: number;
  dueByTopic: { topic: string; questions: number }[];
  /** Questions to be met for the first time in what is left of today, and those to be asked again. */
  new: number;
  again: number;
  next: { command: string; why: string };
  /** Checklist items whose day has come. */
  items: { id: string; text: string; round: string }[];
  readiness: {
    overall: number;
    target: number | null;
    byPriority: { id: string; rank: number; title: string; readiness: number | null }[];
  };
  streak: Streak;
}

export interface Streak {
  /** Days with an answer in a row, days off left out; today counts once there is one. */
  days: number;
  /** Days since the last answer on which study was planned, today left out; 0 once there is an answer today. */
  missed: number;
}

/** Where the learner stands, and what to do now. */
export function todayOf(query: TodayQuery): Today {
  const { course, entries, days } = query;
  const { today, horizon } = course;
  const doneSeconds = days.get(today)?.seconds ?? 0;
  const planned = plannedMinutes(course, today);
  const done = doneSeconds / 60;
  const left = secondsLeftOn(course, today, doneSeconds);
  const picks = allPicks(query, doneSeconds);
  const session = isEve(course, today) ? onEve(picks, course.deadlines, left) : picks;
  const asked = within(session, left);
  const fresh = asked.filter(({ tier }) => tier === 'new').length;
  const topicOf = new Map(entries.map(({ id, topic }) => [id, topic]));
  const due = picks.filter(({ tier }) => tier === 'due');
  return {
    date: today,
    rounds: horizon.coming.map(({ id, date, basis }) => ({
      id,
      date,
      basis,
      daysLeft: daysBetween(today, date),
    })),
    assumed: horizon.assumed,
    over: horizon.end === null,
    minutes: { planned, done },
    due: due.length,
    dueByTopic: counted(due.map(({ id }) => topicOf.get(id) ?? '')),
    new: fresh,
    again: asked.length - fresh,
    next: nextStep(query, { planned, left, due: due.length, asked: session.length }),
    items: itemsNow(query),
    readiness: readinessNow(query),
    streak: streakOf(course, days),
  };
}

function allPicks({ course, memory, suspended }: TodayQuery, doneSeconds: number): Ranked[] {
  return rank(memory, {
    now: course.now,
    deadlines: course.deadlines,
    studySecondsLeft: studySecondsLeft(course, doneSeconds),
    sessionSeconds: Number.MAX_SAFE_INTEGER,
    retention: course.retention,
    allowed: (id) => !suspended.has(id) && (course.horizon.end === null || course.deadlines.has(id)),
  });
}

function counted(topics: readonly string[]): { topic: string; questions: number }[] {
  const counts = new Map<string, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([topic, questions]) => ({ topic, questions }))
    .sort((a, b) => b.questions - a.questions || (a.topic < b.topic ? -1 : 1));
}

interface Work {
  /** Minutes. */
  planned: number;
  /** Seconds. */
  left: number;
  /** How many questions are due, and how many a sitting could ask. */
  due: number;
  asked: number;
}

function nextStep(query: TodayQuery, { planned, left, due, asked }: Work): Today['next'] {
  const { course, suspended } = query;
  if (course.horizon.end === null) {
    return {
      command: 'mistral-prep setup --interview DATE',
      why: 'The last round is over. Is there a new date?',
    };
  }
  const days = studyDays(course);
  if (days.length === 0)
    return { command: 'mistral-prep checklist', why: 'It is today. What you know is what you bring.' };
  const look = (why: string) => ({ command: 'mistral-prep progress', why });
  if (planned === 0)
    return look(`No study is planned today${due > 0 ? `; ${due} are due if you want` : ''}.`);
  if (left === 0)
    return look(
      due > 0 ? `Done for today; ${due} more are due if you want.` : 'Done for today. Rest is part of it.',
    );
  if (asked === 0) {
    if (query.entries.every(({ id }) => suspended.has(id)))
      return { command: 'mistral-prep quiz --unsuspend ID', why: 'Every question is set aside.' };
    const aside = suspended.size > 0 ? ', and what you set aside stays out' : '';
    return look(`There is nothing to ask now: what was asked rests for 12 hours${aside}.`);
  }
  const weakest = weakestTopic(query);
  return {
    command: `mistral-prep quiz --minutes ${Math.min(Math.max(1, Math.round(left / 60)), LONGEST_SITTING)}`,
    why: weakest === null ? 'As long as today lasts.' : `Most of what is not ready yet: ${weakest}.`,
  };
}

/** The topic in which most weight that may be asked is not known at its deadline; null where there is none. */
function weakestTopic({ course, memory, entries, topics, suspended }: TodayQuery): string | null {
  const missing = new Map<string, number>();
  const weights = new Map(course.items.map(({ id, weight }) => [id, weight]));
  for (const { id, topic } of entries) {
    if (suspended.has(id)) continue;
    const gap = (weights.get(id) ?? 0) * (1 - recall(memory, id, course.deadlines.get(id) ?? course.now));
    if (gap > 0) missing.set(topic, (missing.get(topic) ?? 0) + gap);
  }
  const most = [...missing].reduce<[string, number] | null>(
    (a, b) => (a === null || b[1] > a[1] ? b : a),
    null,
  );
  return topics.find(({ id }) => id === most?.[0])?.title ?? null;
}

/** Those of today in the plan, in its order. */
function itemsNow({ course, rounds, ticked }: TodayQuery): Today['items'] {
  const all = rounds.flatMap((round) =>
    round.checklist.map(({ id, text }) => ({ id, text, round: round.id })),
  );
  const ids = spreadItems(rounds, course, ticked).get(course.today) ?? [];
  return ids.flatMap((id) => all.find((item) => item.id === id) ?? []);
}

function readinessNow(query: TodayQuery): Today['readiness'] {
  const { course, priorities, target, memory } = query;
  const { now, deadlines } = course;
  const ready = priorityReadiness(query);
  return {
    overall: readiness(memory, { now, deadlines, groups: new Map() }).overall,
    // A target is reached by study: without a day for it left, there is none.
    target: studyDays(course).length === 0 ? null : target,
    byPriority: [...priorities]
      .sort((a, b) => a.rank - b.rank)
      .map(({ id, rank: order, title }) => ({ id, rank: order, title, readiness: ready.get(id) ?? null })),
  };
}

/** By priority, readiness, 0…1; without those that have no questions. */
export function priorityReadiness({
  course: { now, deadlines },
  memory,
  entries,
  topics,
  priorities,
}: Pick<TodayQuery, 'course' | 'memory' | 'entries' | 'topics' | 'priorities'>): Map<string, number> {
  const groups = new Map<string, string[]>(priorities.map(({ id }) => [id, []]));
  const priorityOf = new Map(topics.map(({ id, priority }) => [id, priority]));
  for (const { id, topic } of entries) groups.get(priorityOf.get(topic) ?? '')?.push(id);
  return readiness(memory, { now, deadlines, groups }).groups;
}

/** Counted back from today over the days on which study was planned. */
export function streakOf(
  { settings, today }: Pick<Course, 'settings' | 'today'>,
  days: ReadonlyMap<string, DayDone>,
): Streak {
  const first = days.keys().next().value;
  if (first === undefined) return { days: 0, missed: 0 };
  let missed = 0;
  let day = today;
  if (!days.has(today)) {
    for (day = addDays(today, -1); day >= first && !days.has(day); day = addDays(day, -1)) {
      if (minutesOn(settings, day) > 0) missed++;
    }
  }
  let streak = 0;
  for (; day >= first; day = addDays(day, -1)) {
    if (days.has(day)) streak++;
    else if (minutesOn(settings, day) > 0) break;
  }
  return { days: missed > 0 ? 0 : streak, missed };
}
