import { copyOf, hashOf, keepCopy } from '../bundle/copies.ts';
import { dayIn, dayOf } from '../coach/days.ts';
import { answersOf, eventsBefore } from '../coach/history.ts';
import { planOf } from '../coach/plan.ts';
import { freezeSettings } from '../coach/settings.ts';
import type { Context } from '../context.ts';
import { createMemory, rememberAll } from '../memory/index.ts';
import type { Desk } from './desk.ts';
import { ownFit } from './fitting.ts';

const NAME = 'target.json';

interface Kept {
  key: string;
  days: [date: string, readiness: number][];
}

/**
 * By day, the readiness that was expected when the settings were last changed: the plan of that moment, from what was
 * known then. Null where nothing has been set. Kept, since it stays as it is until the settings, the bank or the record
 * of the time before them changes.
 */
export function targetDays(context: Context, desk: Desk): Map<string, number> | null {
  const { settings, known } = desk.past;
  const { since } = settings;
  if (since === null) return null;
  const offset = desk.course.zone.offset(since);
  const key = hashOf([`${JSON.stringify(freezeSettings(settings))} ${offset} ${known} `, desk.bank.key()]);
  const kept = copyOf({ shipped: null, cache: context.paths.cache }, NAME) as Kept | undefined;
  if (kept?.key === key) return new Map(kept.days);
  const days = reckoned(context, desk, since);
  keepCopy(context.paths.cache, NAME, { key, days } satisfies Kept);
  return new Map(days);
}

function reckoned(context: Context, { query, itemsFor, past }: Desk, since: number): Kept['days'] {
  const { answers, suspended } = answersOf(eventsBefore(context.journal.events(), since));
  const fit = ownFit(context, answers);
  const day = dayIn(query.zone, since);
  const done = answers.filter(({ at, event }) => dayOf(at, event.tz) === day);
  const plan = planOf({
    ...query,
    memory: rememberAll(createMemory(itemsFor(past.settings), fit), answers),
    from: since,
    done: done.reduce((sum, { seconds }) => sum + seconds, 0),
    ticked: new Set(),
    suspended,
  });
  return plan.days.map(({ date, readiness }) => [date, readiness]);
}
