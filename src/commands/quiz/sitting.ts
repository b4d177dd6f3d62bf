import type { Question } from '../../bundle/question-schema.ts';
import type { QuestionBank, QuestionEntry } from '../../bundle/questions.ts';
import type { Topic } from '../../bundle/types.ts';
import { choose, type Filters, filtered } from '../../coach/choose.ts';
import { type Course, courseOf, studySecondsLeft } from '../../coach/course.ts';
import { isEve } from '../../coach/eve.ts';
import { EXAM_KEY, type ExamPlan, isOver, type OpenExam } from '../../coach/exam.ts';
import { answersOf } from '../../coach/history.ts';
import { roundsByTopic } from '../../coach/items.ts';
import type { Mode } from '../../coach/modes.ts';
import type { Recollection } from '../../coach/recollection.ts';
import { createSession } from '../../coach/session.ts';
import type { Context } from '../../context.ts';
import { citations } from '../../guide/sources.ts';
import { type AnswerEvent, type EventDraft, type JournalEvent, stamped } from '../../journal/events.ts';
import { dueAt, isResting, type Memory, readiness, rememberAll } from '../../memory/index.ts';
import { mulberry32, shuffle } from '../../questions/draw.ts';
import { openDesk } from '../desk.ts';
import { recollectedAnew } from '../recollecting.ts';
import type { Readiness } from './face.ts';
import type { Supply } from './nothing.ts';
import type { Sitting } from './state.ts';

export interface SittingWish {
  mode: Mode;
  filters: Filters;
  count: number | null;
  minutes: number | null;
  seed: number | null;
  relearn: boolean;
  save: boolean;
}

export interface Prepared {
  sitting: Sitting;
  /** Of the questions that were worth asking, those left out. */
  left: number;
  /** What other wishes would have found. */
  supply: Supply;
  /** The answers to a resumed exam from before it was cut off. */
  earlier: readonly AnswerEvent[];
  /**
   * To be called when the sitting is over: an exam that was finished is not offered again, and the parameters are fitted to
   * what was answered. Says how ready one is now, as the next look will see it, against when the sitting began.
   */
  finish(): Readiness;
}

/**
 * Reads what there is, chooses, and ties the sitting to the journal. Null where the person quits before it begins.
 *
 * @param offer asks whether to go on with an exam that was cut off; null to quit
 */
export async function prepare(
  context: Context,
  wish: SittingWish,
  offer: (exam: OpenExam) => Promise<boolean | null>,
): Promise<Prepared | null> {
  const desk = await openDesk(context);
  const { bank, entries: index, past, course, files } = desk;
  const { topics } = files.topics;
  const { deadlines, retention } = course;
  const { memory } = past;
  const now = () => context.now().getTime();
  const start = course.now;
  const dice = wish.seed === null ? () => context.random() / 2 ** 32 : mulberry32(wish.seed);
  const nextDraw = () => Math.floor(dice() * 2 ** 32);

  const exam = past.exam !== null && !isOver(past.exam.plan, start) ? past.exam : null;
  const isWanted = exam !== null && (await offer(exam));
  if (isWanted === null) return null;
  const resumed = isWanted ? exam : null;
  const mode = resumed ? 'exam' : wish.mode;
  const choice = (asked: Pick<SittingWish, 'mode' | 'filters'>) =>
    choose({
      mode: asked.mode,
      entries: eligible(index, asked, past, topics, dice),
      memory,
      now: start,
      deadlines,
      studySecondsLeft: studySecondsLeft(course, desk.doneToday),
      retention,
      isEve: isEve(course, course.today),
      sessionSeconds: wish.minutes === null ? null : wish.minutes * 60,
      count: wish.count,
    });
  const { ids, left } = choice(wish);
  const endsAt = mode === 'exam' && wish.minutes !== null ? start + wish.minutes * 60_000 : null;
  const slots = resumed?.left ?? ids.map((id) => ({ id, draw: nextDraw(), isRelearn: false }));
  const topicOf = new Map(index.map(({ id, topic }) => [id, topic]));
  const earlier = resumed?.given ?? [];
  const titles = new Map(topics.map(({ id, title }) => [id, title]));

  const kept: JournalEvent[] = [];
  let current: Memory | null = memory;
  const remembered = () => {
    current ??= rememberAll(memory, answersOf(kept).answers);
    return current;
  };
  const sitting: Sitting = {
    mode,
    save: wish.save,
    session: createSession(slots, wish.relearn && mode !== 'exam'),
    question: questionReader(bank, topicOf),
    topicOf: (id) => {
      const topic = topicOf.get(id) ?? '';
      return { id: topic, title: titles.get(topic) ?? topic };
    },
    citations: (question: Question) => citations(question.sources, files.sources.sources),
    before: past.before,
    answeredBefore: new Set(past.before.keys()),
    keep: (draft) => {
      const event = wish.save ? context.journal.append(draft)[0] : unkept(context, draft);
      if (!event) throw new TypeError('the journal gave no event back');
      kept.push(event);
      current = null;
      return event;
    },
    dueAt: (id) => (wish.save ? dueAt(remembered(), id, retention) : null),
    now,
    nextDraw,
    endsAt: resumed ? resumed.plan.endsAt : endsAt,
  };
  const readyNow = () => {
    const { memory, settings } = recollectedAnew(context, desk.itemsFor, bank);
    return readyIn(memory, courseOf({ ...desk.query, settings, now: now() }));
  };
  // Kept before the first question, so that an exam that is cut off can be gone on with.
  const setExam = (value: ExamPlan | null) => {
    if (mode === 'exam' && wish.save) context.journal.append({ type: 'set', key: EXAM_KEY, value });
  };
  if (!resumed) setExam({ slots: slots.map(({ id, draw }) => ({ id, draw })), startedAt: start, endsAt });
  return {
    sitting,
    left: resumed ? 0 : left,
    supply: {
      fitting(filters) {
        const all = filtered(index, filters, roundsByTopic(topics)).map(({ id }) => id);
        const isAside = (id: string) => past.suspended.has(id);
        const open = all.filter((id) => !isAside(id));
        const resting = open.filter((id) => isResting(memory, id, start));
        return { open, resting, aside: all.filter(isAside) };
      },
      asked: (mode, filters) => choice({ mode, filters }).ids.length,
    },
    earlier,
    finish() {
      setExam(null);
      const before = readyIn(memory, course);
      return {
        before,
        after: wish.save ? readyNow() : before,
        at: Math.max(start, course.horizon.end?.at ?? start),
        basis: course.horizon.assumed ? 'assumed' : 'set',
      };
    },
  };
}

function readyIn(memory: Memory, { now, deadlines }: Course): number {
  return readiness(memory, { now, deadlines, groups: new Map() }).overall;
}

/** Reads a topic when it is first needed: the first card waits for one file and not for all. */
function questionReader(bank: QuestionBank, topicOf: ReadonlyMap<string, string>): Sitting['question'] {
  const files = new Map<string, ReturnType<QuestionBank['read']>>();
  return async (id) => {
    const topic = topicOf.get(id);
    if (topic === undefined) return undefined;
    const file = files.get(topic) ?? bank.read([topic]);
    files.set(topic, file);
    return (await file).get(id);
  };
}

function eligible(
  index: readonly QuestionEntry[],
  { mode, filters }: Pick<SittingWish, 'mode' | 'filters'>,
  { suspended }: Recollection,
  topics: readonly Topic[],
  dice: () => number,
): QuestionEntry[] {
  const entries = filtered(index, filters, roundsByTopic(topics)).filter(({ id }) => !suspended.has(id));
  if (mode !== 'exam') return entries;
  // An open answer is marked against the model answer, which an exam does not show; it comes only where asked for.
  const markable = filters.kinds === null ? entries.filter(({ kind }) => kind !== 'open') : entries;
  return shuffle(markable, dice);
}

/** An event as the journal would have stamped it, for a sitting that leaves nothing behind. */
function unkept(context: Context, draft: EventDraft): JournalEvent {
  const at = context.now();
  const tz = context.zone.offset(at.getTime());
  return stamped(draft, { id: context.newId(), at: at.toISOString(), tz, device: 'none' });
}
