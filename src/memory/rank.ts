import { prospect } from './gain.ts';
import { DAY, rests, traceOf } from './memory.ts';
import { expectedSeconds, secondsOfOneRound } from './pace.ts';
import type { KnownItem, Memory, MemoryState, Trace } from './types.ts';

/** Where an item has no deadline, or it has passed, it is ranked as if it were asked for in so many days. */
const DAYS_WITHOUT_DEADLINE = 21;

export interface RankOptions {
  /** Epoch milliseconds. */
  now: number;
  /** By item, when it will be asked for, epoch milliseconds. */
  deadlines: ReadonlyMap<string, number>;
  /** All study time until the last deadline, this session included. */
  studySecondsLeft: number;
  sessionSeconds: number;
  /** What was asked before is due once its recall is this or less. Default 0.8. */
  retention?: number;
  /** At most so many new items in a row while an old one can be asked. Default 5. */
  newRun?: number;
  /** Whether an item may be asked in this session. Default: all. */
  allowed?: (id: string) => boolean;
}

/** `due`: recall has fallen to the retention, or an exam answer was wrong. `new`: not scheduled yet. `extra`: the rest. */
export type Tier = 'due' | 'new' | 'extra';

export interface Pick {
  id: string;
  tier: Tier;
  /** weight × gain ÷ seconds; 0 where there is nothing to gain. */
  score: number;
  /** 0…1 */
  recallNow: number;
  /** Expected recall at the item's deadline if it is asked now, less the same if it is not. */
  gain: number;
  /** What asking it is expected to take. */
  seconds: number;
}

interface Candidate extends Pick {
  weight: number;
}

type Order = (a: Candidate, b: Candidate) => number;

/**
 * What to ask in a session, best first, in at most `sessionSeconds` altogether.
 *
 * While there is time for more than one round through all items, what is due comes first, then what is new, then the
 * rest, each by score; after that (the final pass) the score alone decides. Nothing is asked twice in half a day except
 * after a lapse. Items of weight 0 come after all others and are never `due`. Equal scores go by weight, recall, id.
 */
export function rank(memory: Memory, options: RankOptions): Pick[] {
  const finalPass = options.studySecondsLeft <= secondsOfOneRound(memory);
  const order = finalPass ? byScore : byTier;
  const candidates: Candidate[] = [];
  for (const item of memory.items.values()) {
    if (options.allowed?.(item.id) === false) continue;
    const trace = traceOf(memory, item);
    if (rests(trace, options.now)) continue;
    candidates.push(candidate(memory, item, trace, options));
  }
  candidates.sort(order);
  const session = new Session(options.sessionSeconds, options.newRun ?? 5);
  session.fill(
    candidates.filter(({ weight }) => weight > 0),
    order,
  );
  session.fill(
    candidates.filter(({ weight }) => weight === 0),
    order,
  );
  return session.picks;
}

function candidate(
  memory: Memory,
  item: KnownItem,
  trace: Trace | undefined,
  { now, deadlines, retention = 0.8 }: RankOptions,
): Candidate {
  const state: MemoryState = trace?.state ?? { kind: 'new' };
  const set = deadlines.get(item.id);
  const deadline = set !== undefined && set > now ? set : now + DAYS_WITHOUT_DEADLINE * DAY;
  const { recallNow, gain } = prospect(memory, item, state, now, deadline);
  const seconds = expectedSeconds(memory, item, trace, recallNow);
  // Were a gain below 0, more weight would rank lower.
  const score = (item.weight * Math.max(0, gain)) / seconds;
  const tier = tierOf(item, state, recallNow, retention);
  return { id: item.id, tier, score, recallNow, gain, seconds, weight: item.weight };
}

function tierOf(item: KnownItem, state: MemoryState, recallNow: number, retention: number): Tier {
  if (state.kind === 'new') return 'new';
  if (item.weight === 0) return 'extra';
  return state.due || recallNow <= retention ? 'due' : 'extra';
}

const TIERS: Readonly<Record<Tier, number>> = { due: 0, new: 1, extra: 2 };

function byTier(a: Candidate, b: Candidate): number {
  return TIERS[a.tier] - TIERS[b.tier] || byScore(a, b);
}

function byScore(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.weight !== b.weight) return b.weight - a.weight;
  if (a.recallNow !== b.recallNow) return a.recallNow - b.recallNow;
  return a.id < b.id ? -1 : 1;
}

/** The picks while they are being chosen. */
class Session {
  readonly picks: Pick[] = [];
  readonly #seconds: number;
  readonly #newRun: number;
  #used = 0;
  /** How many new ones were picked in a row. */
  #run = 0;

  constructor(seconds: number, newRun: number) {
    this.#seconds = seconds;
    this.#newRun = newRun;
  }

  /** Takes what fits from candidates in order, an old one in between where new ones have run long enough. */
  fill(candidates: readonly Candidate[], order: Order): void {
    const old = candidates.filter(({ tier }) => tier !== 'new');
    const fresh = candidates.filter(({ tier }) => tier === 'new');
    let nextOld = 0;
    let nextFresh = 0;
    for (;;) {
      nextOld = this.#fitting(old, nextOld);
      nextFresh = this.#fitting(fresh, nextFresh);
      const a = old[nextOld];
      const b = fresh[nextFresh];
      if (a !== undefined && (b === undefined || this.#run >= this.#newRun || order(a, b) < 0)) {
        this.#take(a);
        this.#run = 0;
        nextOld++;
      } else if (b !== undefined) {
        this.#take(b);
        this.#run++;
        nextFresh++;
      } else return;
    }
  }

  /** The next that fits. What does not fit now never will: the time left only shrinks. */
  #fitting(candidates: readonly Candidate[], from: number): number {
    let at = from;
    for (;;) {
      const one = candidates[at];
      if (one === undefined || this.#used + one.seconds <= this.#seconds) return at;
      at++;
    }
  }

  #take({ id, tier, score, recallNow, gain, seconds }: Candidate): void {
    this.#used += seconds;
    this.picks.push({ id, tier, score, recallNow, gain, seconds });
  }
}
