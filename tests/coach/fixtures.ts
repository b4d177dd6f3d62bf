import type { QuestionEntry } from '../../src/bundle/questions.ts';
import type { BundleInfo, Round, Topic } from '../../src/bundle/types.ts';
import type { CourseQuery } from '../../src/coach/course.ts';
import type { Zone } from '../../src/coach/days.ts';
import { type Settings, settingsOf } from '../../src/coach/settings.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An hour east of UTC in winter, two from 29 March 2026 on. */
export const zone: Zone = {
  offset: (at) => (at >= Date.UTC(2026, 2, 29, 1) ? 120 : 60),
  at(date, hour) {
    const asIfUtc = Date.parse(`${date}T00:00:00Z`) + hour * HOUR;
    return asIfUtc - zone.offset(asIfUtc - HOUR) * 60_000;
  },
};

export const settings = (more: Partial<Settings> = {}): Settings => ({ ...settingsOf([]), ...more });

const round = (id: string, stage: string, more: Partial<Round> = {}) =>
  ({
    id,
    stage,
    tracks: [],
    layer: 'guide',
    checklist: [1, 2, 3].map((n) => ({ id: `${id}-${n}`, text: `${id} ${n}`, layer: 'advice' })),
    ...more,
  }) as unknown as Round;

export const rounds: Round[] = [
  round('onsite', 'onsite'),
  round('talk', 'screen'),
  round('code', 'coding'),
  round('paper', 'onsite', { tracks: ['research'] }),
  round('rumour', 'screen', { layer: 'reported' }),
];

export const bundle = {
  tracks: [
    { id: 'engineering', title: 'Engineering', aliases: [] },
    { id: 'research', title: 'Research', aliases: [] },
  ],
  stages: ['screen', 'coding', 'onsite'].map((id) => ({ id, title: id, aliases: [], placed: true })),
  levels: [{ id: 'senior', title: 'Senior', aliases: [], difficulty: [0.5, 1, 2] }],
  priorities: [1, 2].map((rank) => ({ id: `p${rank}`, rank, title: `P${rank}` })),
  weights: { priorities: [2, 1], no_priority: [0.5, 1.5], further_round: 0.1, full_seconds: 0 },
} as unknown as BundleInfo;

export const topics = [
  { id: 'algorithms', title: 'Algorithms', priority: null, rounds: ['code', 'onsite'] },
  { id: 'tensors', title: 'Tensors', priority: 'p1', rounds: ['code', 'onsite'] },
  { id: 'papers', title: 'Papers', priority: 'p2', rounds: ['paper', 'onsite'] },
  { id: 'stories', title: 'Stories', priority: null, rounds: ['talk'] },
] as unknown as Topic[];

/** So many questions for each topic. */
export function entriesOf(each: number): QuestionEntry[] {
  return topics.flatMap(({ id: topic }) =>
    Array.from({ length: each }, (_, n) => ({
      id: `${topic}-${n}`,
      topic,
      kind: 'choice' as const,
      difficulty: ((n % 3) + 1) as 1 | 2 | 3,
      rounds: [],
      seconds: 40,
    })),
  );
}

/** Monday 5 January 2026, seven in the evening there. */
export const MONDAY = zone.at('2026-01-05', 19);

export const query = (more: Partial<CourseQuery> = {}): CourseQuery => ({
  entries: entriesOf(10),
  topics,
  rounds,
  bundle,
  settings: settings(),
  now: MONDAY,
  zone,
  ...more,
});
