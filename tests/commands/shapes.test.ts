import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { freshHome, inside, jsonOf } from './inside.ts';

/* The shapes of the design, written down from its text: a field may be added, none renamed. */

const text = v.string();
const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
const day = v.pipe(text, v.isoDate());
const asOf = v.pipe(text, v.regex(/^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/));
const layer = v.picklist(['guide', 'reported', 'public', 'advice']);
const confidence = v.picklist(['high', 'medium', 'low']);
const number = v.number();

const sources = v.pipe(
  v.array(v.looseObject({ id: text, title: text, url: orNull(text), section: orNull(text), asOf })),
  v.minLength(1),
);
const window = v.looseObject({ from: day, to: day, basis: v.literal('estimate') });
const round = {
  id: text,
  title: text,
  stage: text,
  order: v.pipe(number, v.integer(), v.minValue(1)),
  minutes: orNull(number),
  count: v.pipe(number, v.integer(), v.minValue(1)),
  tracks: v.array(text),
  layer,
  window: orNull(window),
  sources,
};
const cycle = { asOf, track: text, cycleWeeks: v.looseObject({ min: number, max: number }) };

const SHAPES = {
  process: v.looseObject({ ...cycle, rounds: v.array(v.looseObject(round)) }),
  rounds: v.looseObject({
    ...cycle,
    rounds: v.array(
      v.looseObject({
        ...round,
        tests: v.array(text),
        prepare: v.array(text),
        bring: v.array(text),
        mistakes: v.array(text),
        items: v.array(v.looseObject({ id: text, text })),
      }),
    ),
  }),
  checklist: v.looseObject({
    rounds: v.array(
      v.looseObject({
        id: text,
        title: text,
        items: v.array(v.looseObject({ id: text, text, done: v.boolean() })),
      }),
    ),
  }),
  topics: v.looseObject({
    asks: v.array(v.looseObject({ id: text, title: text, layer, rounds: v.array(text) })),
    topics: v.array(
      v.looseObject({
        id: text,
        title: text,
        priority: orNull(text),
        rounds: v.array(text),
        questions: number,
      }),
    ),
  }),
  comp: v.looseObject({
    asOf,
    bands: v.array(
      v.looseObject({
        level: text,
        title: text,
        location: text,
        currency: orNull(text),
        min: orNull(number),
        max: orNull(number),
        openEnded: v.boolean(),
        component: v.literal('total'),
        period: v.literal('year'),
        note: text,
        layer,
        confidence,
        sources,
      }),
    ),
    offer: orNull(
      v.looseObject({
        total: number,
        currency: orNull(text),
        parts: v.array(v.looseObject({ name: text, yearly: number })),
        notCounted: v.array(v.looseObject({ name: text })),
        rate: orNull(number),
        placements: v.array(
          v.looseObject({
            level: text,
            location: text,
            position: v.picklist(['below', 'within', 'above']),
            fraction: orNull(number),
          }),
        ),
      }),
    ),
  }),
  faq: v.looseObject({
    entries: v.array(v.looseObject({ id: text, question: text, answer: text, sources })),
  }),
  setup: v.looseObject({
    track: orNull(text),
    rounds: v.array(v.looseObject({ id: text, date: text })),
    minutes: number,
    weekdays: v.record(text, number),
    daysOff: v.array(text),
    location: orNull(text),
    level: orNull(text),
  }),
  today: v.looseObject({
    date: text,
    rounds: v.array(v.looseObject({ id: text, date: text, daysLeft: number })),
    minutes: v.looseObject({ planned: number, done: number }),
    due: number,
    new: number,
    next: v.looseObject({ command: text, why: text }),
    readiness: v.looseObject({
      overall: unit,
      byPriority: v.array(v.looseObject({ id: text, readiness: orNull(unit) })),
    }),
  }),
  plan: v.looseObject({
    days: v.array(
      v.looseObject({
        date: text,
        minutes: v.looseObject({ planned: number, done: orNull(number) }),
        topics: v.array(v.looseObject({ id: text, minutes: number, new: number, review: number })),
        rounds: v.array(text),
        readiness: unit,
      }),
    ),
    fits: v.boolean(),
    alternatives: v.array(v.looseObject({ minutes: number, readiness: unit })),
  }),
  progress: v.looseObject({
    readiness: v.looseObject({
      overall: unit,
      low: unit,
      high: unit,
      byTopic: v.array(v.looseObject({ id: text, readiness: unit })),
      byPriority: v.array(v.looseObject({ id: text, readiness: unit })),
      byRound: v.array(v.looseObject({ id: text, readiness: unit })),
    }),
    answers: number,
    days: v.array(v.looseObject({ date: text, answers: number, minutes: number })),
    calibration: v.array(v.looseObject({ predicted: unit, actual: unit, n: number })),
    weakest: v.looseObject({}),
  }),
  priorities: v.looseObject({
    priorities: v.array(
      v.looseObject({
        id: text,
        rank: number,
        title: text,
        topics: v.array(text),
        readiness: orNull(number),
      }),
    ),
  }),
  search: v.looseObject({
    hits: v.array(v.looseObject({ type: text, id: text, title: text, excerpt: text, score: number })),
  }),
  check: v.looseObject({
    ok: v.boolean(),
    problems: v.array(
      v.looseObject({ file: text, line: number, column: number, id: orNull(text), message: text }),
    ),
  }),
} as const;

type Shape = keyof typeof SHAPES;

/** The answer, once it has been found to have its shape. */
async function shaped<S extends Shape>(shape: S, argv: string[]): Promise<v.InferOutput<(typeof SHAPES)[S]>> {
  const result = v.safeParse(SHAPES[shape], await jsonOf(argv));
  expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  return result.output as v.InferOutput<(typeof SHAPES)[S]>;
}

describe('the shapes of --json', () => {
  const answers: [Shape, string[]][] = [
    ['process', ['process']],
    ['today', []],
    ['today', ['today']],
    ['setup', ['setup']],
    ['setup', ['setup', '--round', 'onsite=2026-12-18', '--weekday', 'sat=90', '--level', 'senior']],
    ['plan', ['plan']],
    ['progress', ['progress']],
    ['process', ['timeline', '--track', 'research', '--start', '2026-12-01', '--reported']],
    ['rounds', ['rounds']],
    ['rounds', ['rounds', 'onsite']],
    ['rounds', ['rounds', 'llm-quiz']],
    ['checklist', ['checklist']],
    ['checklist', ['checklist', '--tick', 'c1', 'd2']],
    ['topics', ['topics']],
    ['topics', ['topics', 'paged attention']],
    ['comp', ['comp']],
    ['comp', ['comp', 'staff', 'us']],
    ['comp', ['comp', '--total', '210k']],
    ['comp', ['comp', '--base', '150k', '--equity', '200k', '--years', '4', '--signing', '9k']],
    ['faq', ['faq']],
    ['faq', ['faq', 'remote']],
    ['faq', ['faq', 'xyzzy']],
    ['priorities', ['priorities']],
    ['search', ['search', 'kv', 'cache']],
    ['search', ['search', 'xyzzy']],
    ['check', ['bundle', 'check']],
    ['check', ['journal', 'check']],
  ];
  it.each(answers)('%s: %j', async (shape, argv) => {
    await shaped(shape, argv);
  });

  it('the problems of a journal and of a bundle have theirs too', async () => {
    const home = freshHome();
    mkdirSync(join(home, 'journal'), { recursive: true });
    writeFileSync(join(home, 'journal/a.jsonl'), '{"v":1,"id":"torn\n');
    const journal = await inside(['journal', 'check', '--json'], { home });
    const bundle = await inside(['bundle', 'check', join(home, 'journal'), '--json'], { home });
    for (const { code, stdout } of [journal, bundle]) {
      const { ok, problems } = v.parse(SHAPES.check, JSON.parse(stdout));
      expect({ code, ok }).toEqual({ code: 1, ok: false });
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});

describe('what the fields mean', () => {
  it('reported rounds come only when asked for, and windows only with a start', async () => {
    const plain = await shaped('process', ['process']);
    const all = await shaped('process', ['process', '--reported', '--start', '2026-12-01']);
    expect(plain.rounds.filter(({ layer: from }) => from === 'reported')).toEqual([]);
    expect(plain.rounds.filter(({ window: dates }) => dates !== null)).toEqual([]);
    expect(all.rounds.filter(({ layer: from }) => from === 'reported').length).toBeGreaterThan(0);
    for (const { window: dates } of all.rounds) if (dates) expect(dates.from <= dates.to).toBe(true);
    expect(all.rounds.filter(({ window: dates }) => dates !== null).length).toBeGreaterThan(4);
  });

  it('no figure is null twice, with a note that says why', async () => {
    const { bands } = await shaped('comp', ['comp', 'us']);
    expect(bands.map(({ level }) => level)).toEqual(['se', 'senior-se', 'staff-research']);
    for (const { min, max, currency, note } of bands) {
      expect({ min, max, currency }).toEqual({ min: null, max: null, currency: null });
      expect(note).toMatch(/No figure/);
    }
  });

  it('an offer without a level is placed in every band with a figure, also above an open end', async () => {
    const { offer } = await shaped('comp', ['comp', '--total', '500k']);
    expect(offer?.placements).toMatchObject([
      { level: 'se', location: 'paris', position: 'above' },
      { level: 'senior-se', position: 'above' },
      { level: 'staff-research', position: 'within', fraction: null },
    ]);
    const low = await shaped('comp', ['comp', 'se', '--total', '150k']);
    expect(low.offer?.placements).toMatchObject([{ level: 'se', position: 'within', fraction: 0.5 }]);
    expect(low.offer).toMatchObject({ total: 150_000, currency: 'EUR', rate: null });
  });

  it('the number of a round is the one that process prints', async () => {
    const { rounds } = await shaped('process', ['process', '--reported']);
    for (const { order, id } of rounds) {
      expect((await shaped('rounds', ['rounds', String(order)])).rounds.map((found) => found.id)).toEqual([
        id,
      ]);
    }
  });

  it('hits come best first', async () => {
    const { hits } = await shaped('search', ['search', 'kv', 'cache']);
    expect(hits[0]?.id).toBe('kv-cache');
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});
