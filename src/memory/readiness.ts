import { recallOf } from './memory.ts';
import type { KnownItem, Memory } from './types.ts';

export interface ReadinessOptions {
  /** Epoch milliseconds. */
  now: number;
  /** By item, when it will be asked for, epoch milliseconds. */
  deadlines: ReadonlyMap<string, number>;
  /** The ids of the items in each group; ids that are no items are passed over. */
  groups: ReadonlyMap<string, Iterable<string>>;
}

export interface Readiness {
  /** Over all items, 0…1; 0 if there is none. */
  overall: number;
  /** 0…1. A group without a single item is left out: there is nothing to be ready for. */
  groups: Map<string, number>;
}

/**
 * The weighted mean of recall if nothing more is studied, each item at its own deadline; one that has none, or whose
 * deadline has passed, as of now. Where all weights are 0 they count alike.
 */
export function readiness(memory: Memory, { now, deadlines, groups }: ReadinessOptions): Readiness {
  const all = [...memory.items.values()];
  const recalls = all.map((item) => recallOf(memory, item, Math.max(now, deadlines.get(item.id) ?? now)));
  const ready = ({ index }: KnownItem) => recalls[index] ?? 0;
  const byGroup = new Map<string, number>();
  for (const [group, ids] of groups) {
    const mean = weightedMean(itemsOf(memory, ids), ready);
    if (mean !== null) byGroup.set(group, mean);
  }
  return { overall: weightedMean(all, ready) ?? 0, groups: byGroup };
}

function itemsOf(memory: Memory, ids: Iterable<string>): KnownItem[] {
  const items: KnownItem[] = [];
  for (const id of new Set(ids)) {
    const item = memory.items.get(id);
    if (item !== undefined) items.push(item);
  }
  return items;
}

function weightedMean(items: readonly KnownItem[], value: (item: KnownItem) => number): number | null {
  if (items.length === 0) return null;
  let weights = 0;
  for (const { weight } of items) weights += weight;
  let sum = 0;
  for (const item of items) sum += (weights === 0 ? 1 / items.length : item.weight / weights) * value(item);
  // The shares may add up to a hair more than 1.
  return Math.min(1, sum);
}
