import { copyOf, hashOf, keepCopy } from '../bundle/copies.ts';
import type { QuestionBank } from '../bundle/questions.ts';
import { eventsBefore } from '../coach/history.ts';
import {
  type FrozenRecollection,
  freeze,
  type ItemsFor,
  type Recollection,
  recollect,
  thaw,
} from '../coach/recollection.ts';
import type { Context } from '../context.ts';
import type { JournalEvent } from '../journal/events.ts';
import { ownFit } from './fitting.ts';

/** Below so many events a replay takes no longer than looking for its result. */
const WORTH_KEEPING = 2000;
/** One result is kept: that of the journal as it was last seen. */
const NAME = 'recollection.json';

/** The past, and a name for what was known of it when the settings were last changed. */
export interface Recollected extends Recollection {
  known: string;
}

interface Kept {
  key: string;
  recollection: FrozenRecollection;
  known: string;
}

/** The past of these items: the kept result of replaying just these bytes, or a replay. */
export function recollected(context: Context, itemsFor: ItemsFor, bank: QuestionBank): Recollected {
  const kept = copyOf({ shipped: null, cache: context.paths.cache }, NAME) as Kept | undefined;
  if (kept?.key === keyOf(context, bank)) return { ...thaw(itemsFor, kept.recollection), known: kept.known };
  return replayed(context, context.journal.events(), itemsFor);
}

function replayed(context: Context, events: readonly JournalEvent[], itemsFor: ItemsFor): Recollected {
  const past = recollect(events, itemsFor, (answers) => ownFit(context, answers));
  const { since } = past.settings;
  const known = since === null ? [] : eventsBefore(events, since);
  return { ...past, known: hashOf(known.map(({ id }) => `${id}\n`)) };
}

/**
 * The past after a sitting, replayed under the parameters that its answers make the learner's own: what the next look
 * will see. It is kept for that; of use only as long as not a byte of the journal has changed, it never changes an
 * answer, and may be deleted at any time.
 */
export function recollectedAnew(context: Context, itemsFor: ItemsFor, bank: QuestionBank): Recollected {
  const key = keyOf(context, bank);
  const { events, problems, unread, warnings } = context.journal.read();
  const past = replayed(context, events, itemsFor);
  // What is passed over is to be said again the next time, and a kept result says nothing.
  const passedOver = problems.length + unread.length + warnings.length;
  // Another quiz may have written between the two looks.
  if (events.length >= WORTH_KEEPING && passedOver === 0 && key === keyOf(context, bank)) {
    const kept: Kept = { key, recollection: freeze(past), known: past.known };
    keepCopy(context.paths.cache, NAME, kept);
  }
  return past;
}

/** What was remembered depends on the questions' lengths and topics, and not on what they count. */
function keyOf({ journal }: Context, bank: QuestionBank): string {
  return hashOf([journal.fingerprint() ?? '', bank.key()]);
}
