import type { BundleInfo, Named } from '../bundle/types.ts';
import { settingsOf } from '../coach/settings.ts';
import type { Context } from '../context.ts';
import { findOne } from '../guide/find.ts';

/** The track that is named, else the one that was told to `setup`, else the bundle's first; null where it has none. */
export function trackOf(context: Context, named: string | undefined, { tracks }: BundleInfo): Named | null {
  if (named !== undefined) return findOne(named, tracks, 'track');
  // Not `events()`: what the guide says can be read where the record cannot.
  const { track } = settingsOf(context.journal.read().events);
  return tracks.find(({ id }) => id === track) ?? tracks[0] ?? null;
}
