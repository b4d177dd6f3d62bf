import { addDays } from '../guide/dates.ts';
import { dayIn, roundBegins, type Zone } from './days.ts';
import type { Settings } from './settings.ts';

/** Where no date is known, the loop is taken to end in so many days. */
export const ASSUMED_DAYS = 21;

/** A round with the day that it is held on as far as that is known. */
export interface DatedRound {
  id: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** Epoch milliseconds. */
  at: number;
  /** `set` by the learner; `after` another round's date, or the interview's; `assumed` where no coming date is known. */
  basis: 'set' | 'after' | 'assumed';
}

export interface Horizon {
  /** In the order of the loop. */
  rounds: DatedRound[];
  /** Those whose day is not over: when on it they are held is not known. */
  coming: DatedRound[];
  /** Of them, what there is to study for: those that have not begun, or all where the last one has. */
  ahead: DatedRound[];
  /** The last of them; null once all are over. */
  end: DatedRound | null;
  /** Whether what is coming has no date at all, and 21 days are assumed. */
  assumed: boolean;
}

/**
 * When each round is held. One without a date takes the next later dated round's, else the last date that is known;
 * where none is known, or that of another round has passed, 21 days from now. An interview later than every round's
 * own date is that of the loop's last round, or, where that one has a date, a new date for those that were to be last.
 * @param order the ids of the track's rounds, in the order of the loop
 */
export function horizonOf(order: readonly string[], settings: Settings, now: number, zone: Zone): Horizon {
  const { interview } = settings;
  const today = dayIn(zone, now);
  const given = order.map((id) => settings.rounds.get(id) ?? null);
  const latest = given.reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);
  const closing = interview !== null && (latest === null || interview >= latest) ? interview : null;
  const isLater = closing !== null && closing !== latest && given.at(-1) !== null;
  const isMoved = (date: string | null) => isLater && date === latest;
  const dates = given.map((date) => (isMoved(date) ? null : date));
  // That another round is over does not say that this one was held.
  const last = closing ?? (latest !== null && latest >= today ? latest : null);
  const rounds = order.map((id, place): DatedRound => {
    const own = dates[place] ?? null;
    const next = isMoved(given[place] ?? null) ? null : dates.slice(place + 1).find((date) => date !== null);
    const taken = next ?? last;
    const date = own ?? taken ?? addDays(today, ASSUMED_DAYS);
    const basis = own !== null ? 'set' : taken !== null ? 'after' : 'assumed';
    return { id, date, at: roundBegins(date, zone), basis };
  });
  const coming = rounds.filter(({ date }) => date >= today);
  const later = coming.filter(({ at }) => at > now);
  const ahead = later.length > 0 ? later : coming;
  const end = coming.reduce<DatedRound | null>((a, b) => (a !== null && a.at >= b.at ? a : b), null);
  return { rounds, coming, ahead, end, assumed: end?.basis === 'assumed' };
}

/** A question as far as it decides when it will be asked for. */
export interface Asked {
  id: string;
  topic: string;
  /** Who asks it, where that is narrower than its topic's rounds; else empty. */
  rounds: readonly string[];
}

/** The rounds ahead that ask a question, in the order of their dates. */
export type Asking = (question: Asked) => readonly DatedRound[];

/** @param topicRounds by topic, the ids of the rounds that ask it */
export function askingIn(topicRounds: ReadonlyMap<string, readonly string[]>, { ahead }: Horizon): Asking {
  const byDate = [...ahead].sort((a, b) => a.at - b.at);
  const among = (ids: readonly string[]) => byDate.filter(({ id }) => ids.includes(id));
  const byTopic = new Map([...topicRounds].map(([topic, ids]) => [topic, among(ids)]));
  return ({ rounds, topic }) => (rounds.length > 0 ? among(rounds) : (byTopic.get(topic) ?? []));
}

/** By question, when the first round ahead asks it, epoch milliseconds. Those that none asks are not in it. */
export function deadlinesOf(questions: readonly Asked[], asking: Asking): Map<string, number> {
  const deadlines = new Map<string, number>();
  for (const question of questions) {
    const [first] = asking(question);
    if (first !== undefined) deadlines.set(question.id, first.at);
  }
  return deadlines;
}
