import type { EventDraft, JournalEvent } from '../journal/events.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Assumed until the learner says otherwise. */
const USUAL_MINUTES = 40;
/** Nobody studies longer; more is a slip of the finger. */
export const MOST_MINUTES = 960;

/** What the learner has told the coach. Dates are `YYYY-MM-DD`. */
export interface Settings {
  /** The id of a track; null for the bundle's first. */
  readonly track: string | null;
  /** By round, the day that it is held on. */
  readonly rounds: ReadonlyMap<string, string>;
  /** The day on which the last conversation is held, where only that is known. */
  readonly interview: string | null;
  /** Of study, on a day that is not named below. */
  readonly minutes: number;
  readonly weekdays: ReadonlyMap<Weekday, number>;
  /** Days without study. */
  readonly daysOff: ReadonlySet<string>;
  readonly location: string | null;
  readonly level: string | null;
  /** When anything of this was last said, epoch milliseconds; null if never. */
  readonly since: number | null;
}

/** A part of the settings to say anew; what is absent stays, null takes it back. */
export interface SettingsChange {
  track?: string | null;
  interview?: string | null;
  minutes?: number | null;
  location?: string | null;
  level?: string | null;
  daysOff?: readonly string[];
  rounds?: ReadonlyMap<string, string | null>;
  weekdays?: ReadonlyMap<Weekday, number | null>;
}

const KEYS = {
  track: 'track',
  interview: 'interview',
  minutes: 'minutes',
  location: 'location',
  level: 'level',
  daysOff: 'days-off',
  round: 'round:',
  weekday: 'minutes:',
} as const;

/** The settings that a journal holds, given in the order of time: the last word on each counts. */
export function settingsOf(events: readonly JournalEvent[]): Settings {
  const values = new Map<string, unknown>();
  let since: number | null = null;
  for (const event of events) {
    if (event.type !== 'set' || !isOurs(event.key)) continue;
    values.set(event.key, event.value);
    since = Date.parse(event.at);
  }
  const text = (key: string) => textOf(values.get(key));
  const named = <T>(prefix: string, read: (value: unknown) => T | null) =>
    [...values].flatMap(([key, value]): [string, T][] => {
      const found = key.startsWith(prefix) ? read(value) : null;
      return found === null ? [] : [[key.slice(prefix.length), found]];
    });
  const weekdays = named(KEYS.weekday, minutesOf).filter((pair): pair is [Weekday, number] =>
    WEEKDAYS.includes(pair[0] as Weekday),
  );
  const daysOff = values.get(KEYS.daysOff);
  return {
    track: text(KEYS.track),
    rounds: new Map(named(KEYS.round, dateOf)),
    interview: dateOf(values.get(KEYS.interview)),
    minutes: minutesOf(values.get(KEYS.minutes)) ?? USUAL_MINUTES,
    weekdays: new Map(weekdays),
    daysOff: new Set(Array.isArray(daysOff) ? daysOff.filter((day) => dateOf(day) !== null) : []),
    location: text(KEYS.location),
    level: text(KEYS.level),
    since,
  };
}

/**
 * The change as events to be kept. What stands already is not said again, since the plan that the target follows is
 * that of the last change; but the first words are kept whatever they say.
 */
export function settingsEvents(
  { rounds, weekdays, ...change }: SettingsChange,
  settings: Settings,
): EventDraft[] {
  const set = (key: string, value: unknown) => ({ type: 'set', key, value }) as const;
  const all = [
    ...Object.entries(change).flatMap(([name, value]) =>
      value === undefined ? [] : [set(KEYS[name as keyof typeof change], value)],
    ),
    ...[...(rounds ?? [])].map(([id, date]) => set(`${KEYS.round}${id}`, date)),
    ...[...(weekdays ?? [])].map(([day, minutes]) => set(`${KEYS.weekday}${day}`, minutes)),
  ];
  if (settings.since === null) return all;
  return all.filter(({ key, value }) => JSON.stringify(value) !== JSON.stringify(standing(settings, key)));
}

function standing(settings: Settings, key: string): unknown {
  if (key.startsWith(KEYS.round)) return settings.rounds.get(key.slice(KEYS.round.length)) ?? null;
  if (key.startsWith(KEYS.weekday))
    return settings.weekdays.get(key.slice(KEYS.weekday.length) as Weekday) ?? null;
  if (key === KEYS.daysOff) return [...settings.daysOff];
  return settings[key as 'track' | 'interview' | 'minutes' | 'location' | 'level'];
}

function isOurs(key: string): boolean {
  return Object.values(KEYS).some((known) => (known.endsWith(':') ? key.startsWith(known) : key === known));
}

// A journal may have been written by hand or by a newer program: what cannot be read counts as not said.

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function minutesOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= MOST_MINUTES ? value : null;
}

function dateOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : value;
}

/** Settings as JSON. */
export interface FrozenSettings extends Omit<Settings, 'rounds' | 'weekdays' | 'daysOff'> {
  rounds: [string, string][];
  weekdays: [Weekday, number][];
  daysOff: string[];
}

export function freezeSettings(settings: Settings): FrozenSettings {
  return {
    ...settings,
    rounds: [...settings.rounds],
    weekdays: [...settings.weekdays],
    daysOff: [...settings.daysOff],
  };
}

export function thawSettings(frozen: FrozenSettings): Settings {
  return {
    ...frozen,
    rounds: new Map(frozen.rounds),
    weekdays: new Map(frozen.weekdays),
    daysOff: new Set(frozen.daysOff),
  };
}
