import { answersOf } from '../../coach/history.ts';
import type { Context } from '../../context.ts';
import { usage } from '../../errors.ts';
import { listed, quoted } from '../../wording.ts';

/** Asks again what was set aside; an id that was not is a slip. */
export function unsuspend(context: Context, ids: readonly string[]): void {
  const { suspended } = answersOf(context.journal.events());
  requireAll(ids, [...suspended], { code: 'not-suspended', is: 'set aside' });
  context.journal.append(...ids.map((q) => ({ type: 'unsuspend', q }) as const));
  tell(context, { unsuspended: ids }, `asked again: ${ids.join(', ')}`);
}

/** Takes every flag of these questions back, whichever device set it. */
export function unflag(context: Context, ids: readonly string[]): void {
  const events = context.journal.events();
  requireAll(ids, [...answersOf(events).flagged.keys()], { code: 'not-flagged', is: 'flagged' });
  const flags = events.filter((event) => event.type === 'flag' && ids.includes(event.q));
  context.journal.append(...flags.map(({ id }) => ({ type: 'undo', of: id }) as const));
  tell(context, { unflagged: ids }, `no longer flagged: ${ids.join(', ')}`);
}

function requireAll(
  ids: readonly string[],
  known: readonly string[],
  { code, is }: { code: string; is: string },
): void {
  const stranger = ids.find((id) => !known.includes(id));
  if (stranger === undefined) return;
  const hint = known.length === 0 ? 'Nothing is.' : `These are: ${listed(known)}`;
  throw usage(code, `${quoted(stranger)} is not ${is}.`, hint);
}

function tell({ json, world }: Context, done: object, words: string): void {
  world.stdout.write(`${json ? JSON.stringify(done) : words}\n`);
}
