import type { JournalEvent } from '../journal/events.ts';
import { ticked } from '../journal/ticks.ts';
import { type FrozenMemory, freezeMemory, thawMemory } from '../memory/freeze.ts';
import { createMemory, type Fit, type Item, type Memory, rememberAll } from '../memory/index.ts';
import { type DayDone, daysDone } from './days-done.ts';
import { type OpenExam, openExam } from './exam.ts';
import { answersOf, type GivenAnswer } from './history.ts';
import { type FrozenSettings, freezeSettings, type Settings, settingsOf, thawSettings } from './settings.ts';

/** What was written and missed the last time a question was answered. */
export interface Before {
  /** Null where the answer was not written in words. */
  text: string | null;
  missed: readonly string[];
}

/** All that a sitting, or a look at the day, needs to know of the past. */
export interface Recollection {
  settings: Settings;
  memory: Memory;
  suspended: ReadonlySet<string>;
  /** By question that was ever answered. */
  before: ReadonlyMap<string, Before>;
  /** The exam that was cut off, whether or not its time is over by now. */
  exam: OpenExam | null;
  /** By the learner's day, `YYYY-MM-DD`, what was done on it. */
  days: ReadonlyMap<string, DayDone>;
  /** The checklist items that are done. */
  ticked: ReadonlySet<string>;
}

/** What the settings make of the questions: they decide what each counts. */
export type ItemsFor = (settings: Settings) => readonly Item[];

/**
 * The past, replayed from every event.
 * @param fitFor the learner's own parameters, by the answers
 */
export function recollect(
  events: readonly JournalEvent[],
  itemsFor: ItemsFor,
  fitFor: (answers: readonly GivenAnswer[]) => Fit,
): Recollection {
  const { answers, suspended, last } = answersOf(events);
  const settings = settingsOf(events);
  const before = [...last].map(([id, { answer, missed }]): [string, Before] => {
    const isWritten = typeof answer === 'object' && answer !== null && 'text' in answer;
    return [id, { text: isWritten ? String(answer.text) : null, missed }];
  });
  return {
    settings,
    memory: rememberAll(createMemory(itemsFor(settings), fitFor(answers)), answers),
    suspended,
    before: new Map(before),
    exam: openExam(events, suspended, Number.NEGATIVE_INFINITY),
    days: daysDone(answers),
    ticked: ticked(events),
  };
}

/** A recollection as JSON. */
export interface FrozenRecollection {
  settings: FrozenSettings;
  memory: FrozenMemory;
  suspended: string[];
  before: [string, Before][];
  exam: OpenExam | null;
  days: [string, DayDone][];
  ticked: string[];
}

export function freeze(past: Recollection): FrozenRecollection {
  return {
    settings: freezeSettings(past.settings),
    memory: freezeMemory(past.memory),
    suspended: [...past.suspended],
    before: [...past.before],
    exam: past.exam,
    days: [...past.days],
    ticked: [...past.ticked],
  };
}

/** The recollection of the same events again. The items may count otherwise than when it was frozen. */
export function thaw(itemsFor: ItemsFor, frozen: FrozenRecollection): Recollection {
  const settings = thawSettings(frozen.settings);
  return {
    settings,
    memory: thawMemory(itemsFor(settings), frozen.memory),
    suspended: new Set(frozen.suspended),
    before: new Map(frozen.before),
    exam: frozen.exam,
    days: new Map(frozen.days),
    ticked: new Set(frozen.ticked),
  };
}
