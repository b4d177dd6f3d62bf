import type { Filters } from '../../coach/choose.ts';
import { EXAM_KEY, type OpenExam } from '../../coach/exam.ts';
import type { Context } from '../../context.ts';
import { interrupted, isInterruption, KnownError, usage } from '../../errors.ts';
import { warn } from '../../report.ts';
import { readLines } from '../../terminal/lines.ts';
import { plural } from '../views/common.ts';
import { earlierResults, runSitting } from './engine.ts';
import type { Face } from './face.ts';
import { filtersOf } from './filters.ts';
import { printFlagged } from './flagged.ts';
import { jsonFace } from './json-face.ts';
import { whyNothing } from './nothing.ts';
import { type QuizOptions, USUAL_COUNT } from './options.ts';
import { plainFace } from './plain-face.ts';
import { prepare, type SittingWish } from './sitting.ts';
import { unflag, unsuspend } from './take-back.ts';

/** Holds a sitting from the first question to the summary. */
export async function run(context: Context, options: QuizOptions): Promise<void> {
  if (options.flagged) return printFlagged(context);
  if (options.unflag) return unflag(context, options.unflag);
  if (options.unsuspend) return unsuspend(context, options.unsuspend);
  const wish = await wishOf(context, options);
  if (wish.save) requireWritable(context);
  const prepared = await prepare(wish.save ? context : evenUnread(context), wish, (exam) =>
    offerExam(context, options, exam),
  );
  if (prepared === null) {
    context.world.stdout.write('Nothing was answered; the exam is offered again the next time.\n');
    return;
  }
  const { sitting, left, supply, earlier, finish } = prepared;
  const face = await faceFor(context, options);
  try {
    const outcomes = await runSitting(sitting, face);
    const results = [...(await earlierResults(sitting, earlier)), ...outcomes.map(({ result }) => result)];
    face.summary({
      asked: results.length,
      correct: results.filter(({ correct }) => correct).length,
      results,
      isExam: sitting.mode === 'exam',
      readiness: finish(),
      // An exam that is gone on with always has something left.
      nothing: sitting.session.waiting.length > 0 ? null : whyNothing({ ...wish, words: options }, supply),
      left,
    });
  } catch (error) {
    if (wish.save || !isInterruption(error)) throw error;
    throw interrupted('Stopped. Nothing is kept, as --no-save says.');
  } finally {
    face.close();
  }
}

async function faceFor(context: Context, options: QuizOptions): Promise<Face> {
  const { stdin, stdout, env } = context.world;
  const write = (text: string) => void stdout.write(text);
  if (context.json) return jsonFace(write, readLines(stdin));
  if (!isOnCards(context, options)) return plainFace(write, readLines(stdin), context.screen);
  const [{ cardFace }, { editText }] = await Promise.all([
    import('./card-face.ts'),
    import('../../terminal/editor.ts'),
  ]);
  return cardFace({
    streams: { stdin, stdout },
    screen: () => context.resized(),
    now: () => context.now().getTime(),
    timer: options.timer,
    edit: (text) => editText(text, env),
  });
}

/**
 * An exam that was cut off is offered to a person only; what is declined is offered no more, unless nothing is to be
 * kept. Null where the person quits.
 */
async function offerExam(
  context: Context,
  options: QuizOptions,
  { plan, left }: OpenExam,
): Promise<boolean | null> {
  if (!isOnCards(context, options)) return false;
  const { askYes } = await import('../../terminal/card.ts');
  const minutes = plan.endsAt === null ? null : Math.ceil((plan.endsAt - context.now().getTime()) / 60_000);
  const are = left.length === 1 ? 'is' : 'are';
  const time = minutes === null ? '' : `, and ${plural(minutes, 'minute')}`;
  const rest = `${left.length} of ${plan.slots.length} questions ${are} left${time}.`;
  const isWanted = await askYes(context.world, context.screen, `An exam was cut off: ${rest} Go on with it?`);
  if (isWanted === false && options.save) context.journal.append({ type: 'set', key: EXAM_KEY, value: null });
  return isWanted;
}

function isOnCards({ json, world: { stdin, stdout } }: Context, { plain }: QuizOptions): boolean {
  return !json && !plain && stdin.isTTY === true && stdout.isTTY === true;
}

async function wishOf(context: Context, options: QuizOptions): Promise<SittingWish> {
  const filters = await filtersOf(context, options);
  const minutes = options.minutes ?? (options.mode === 'exam' ? await examMinutes(context, filters) : null);
  return {
    mode: options.mode,
    filters,
    count: options.count ?? (minutes === null ? USUAL_COUNT : null),
    minutes,
    seed: options.seed ?? null,
    relearn: options.relearn,
    save: options.save,
  };
}

/** The length of the round that is rehearsed, where a source gives one. */
async function examMinutes({ bundle }: Context, { rounds: asked }: Filters): Promise<number> {
  const { rounds } = await bundle.read('bundle', 'sources', 'rounds', 'topics');
  const [only, ...others] = rounds.rounds.filter(({ id }) => asked?.has(id));
  if (only?.minutes && others.length === 0) return only.minutes;
  throw usage(
    'exam-needs-minutes',
    'How long is the exam?',
    'No source gives the length of it. Say it: --minutes 45',
  );
}

/** Nothing is to be kept, so a record that cannot be read is no reason to stop; but it is said. */
function evenUnread(context: Context): Context {
  const { journal, world } = context;
  let isTold = false;
  const events = () => {
    try {
      return journal.events();
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      if (!isTold) warn(world, `${error.message} You are asked as if you had answered nothing yet.`);
      isTold = true;
      return [];
    }
  };
  return { ...context, journal: { ...journal, events } };
}

/** Before the first question, not after the first answer. */
function requireWritable({ journal }: Context): void {
  try {
    journal.checkWritable();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    throw new KnownError(
      error.exitCode,
      error.code,
      error.message,
      `${error.hint === null ? '' : `${error.hint} `}Or keep nothing: mistral-prep quiz --no-save`,
    );
  }
}
