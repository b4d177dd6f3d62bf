import { openQuestions, type QuestionBank, type QuestionEntry } from '../bundle/questions.ts';
import type { FileData } from '../bundle/types.ts';
import { type Course, type CourseQuery, courseOf } from '../coach/course.ts';
import type { ItemsFor } from '../coach/recollection.ts';
import type { Settings } from '../coach/settings.ts';
import type { Context } from '../context.ts';
import { type Recollected, recollected } from './recollecting.ts';

/** All that the coach works from, read from the bundle and the journal. */
export interface Desk {
  files: Pick<FileData, 'bundle' | 'sources' | 'rounds' | 'topics'>;
  bank: QuestionBank;
  entries: readonly QuestionEntry[];
  past: Recollected;
  course: Course;
  /** Seconds studied today. */
  doneToday: number;
  itemsFor: ItemsFor;
  /** The course as it is reckoned from these settings at this time. */
  query: CourseQuery;
}

export async function openDesk(context: Context): Promise<Desk> {
  const files = await context.bundle.read('bundle', 'sources', 'rounds', 'topics');
  const bank = openQuestions(context.bundle.folders);
  const entries = await bank.index();
  const now = context.now().getTime();
  const queryFor = (settings: Settings): CourseQuery => ({
    entries,
    topics: files.topics.topics,
    rounds: files.rounds.rounds,
    bundle: files.bundle,
    settings,
    now,
    zone: context.zone,
  });
  const itemsFor: ItemsFor = (settings) => courseOf(queryFor(settings)).items;
  const past = recollected(context, itemsFor, bank);
  const query = queryFor(past.settings);
  const course = courseOf(query);
  const doneToday = past.days.get(course.today)?.seconds ?? 0;
  return { files, bank, entries, past, course, doneToday, itemsFor, query };
}
