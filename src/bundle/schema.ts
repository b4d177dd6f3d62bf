import * as v from 'valibot';
import { advice, amount, asOf, id, ids, list, mapping, stated, text, texts, url, whole } from './fields.ts';
import { questionFile } from './question-schema.ts';

/**
 * The one schema of a bundle: it validates the YAML, is printed as JSON Schema, and gives the types.
 * Keys are the YAML's (snake_case); ids are kebab-case and unique within their list.
 */

/** The version of the folder's form, written as `format:` in bundle.yaml. */
const BUNDLE_FORMAT = 1;

const named = mapping({ id, title: text, aliases: texts });

const priority = mapping({ id, rank: whole, title: text, ...stated });

const factor = v.pipe(
  v.number('must be a number'),
  v.minValue(0, 'must be 0 or more'),
  v.maxValue(100, 'must be 100 or less'),
);
const factors = v.pipe(list(factor), v.minLength(1, 'must hold at least one number'));

/** What a question counts when the coach chooses; only ratios matter. Ours, so it can be read and changed here. */
const weights = mapping({
  /** By the rank of a topic's priority; ranks beyond the list count as the last. */
  priorities: v.optional(factors, [1]),
  /** Of a topic under no priority, by how many rounds ask it. */
  no_priority: v.optional(factors, [1]),
  /** What each further round that asks a priority's topic adds, as a share. */
  further_round: v.optional(factor, 0),
  /** A question that takes fewer seconds counts in proportion; 0: all count alike, however short. */
  full_seconds: v.optional(v.pipe(v.number('must be a number'), v.minValue(0, 'must be 0 or more')), 0),
});

const level = mapping({
  id,
  title: text,
  aliases: texts,
  /** What questions of difficulty 1, 2 and 3 count at this level. */
  difficulty: v.optional(v.pipe(list(factor), v.length(3, 'must hold three numbers')), [1, 1, 1]),
});

const bundleFields = {
  format: v.literal(BUNDLE_FORMAT, `must be ${BUNDLE_FORMAT}, the only format this program reads`),
  company: text,
  as_of: asOf,
  tracks: list(named),
  /** In the order in which the process passes through them. A stage that is not `placed` is not on the line. */
  stages: list(mapping({ id, title: text, aliases: texts, placed: v.optional(v.boolean(), true) })),
  locations: list(named),
  levels: list(level),
  priorities: list(priority),
  weights: v.optional(weights, { priorities: [1], no_priority: [1], further_round: 0, full_seconds: 0 }),
};

const source = mapping({ id, title: text, url: v.optional(v.nullable(url), null), as_of: asOf });

const companyFact = mapping({
  id,
  /** The heading it stands under. */
  group: v.picklist(
    ['about', 'interview', 'funding', 'founders', 'products', 'models'],
    'must be about, interview, funding, founders, products or models',
  ),
  text,
  ...stated,
});

/** Something concrete to do before a round, done or not done. */
const item = mapping({ id, text, layer: v.optional(v.literal('advice'), 'advice') });

const round = mapping({
  id,
  title: text,
  aliases: texts,
  stage: id,
  /** Conversations of this form in the loop. */
  count: v.optional(whole, 1),
  /** Length of one conversation in minutes; null where no source gives one. */
  minutes: v.optional(v.nullable(whole), null),
  /** Who meets it; empty means every track. */
  tracks: ids,
  /** What the source says of it beyond its title, in a few words; empty where it says no more. */
  detail: v.optional(v.nullable(text), null),
  ...stated,
  /** All of it ours, none of it a claim about the company. */
  advice: v.optional(mapping({ tests: texts, prepare: texts, bring: texts, mistakes: texts }), {
    tests: [],
    prepare: [],
    bring: [],
    mistakes: [],
  }),
  checklist: v.optional(list(item), []),
});

/** What other pages say of the process; never shown as the guide's. */
const report = mapping({
  id,
  title: text,
  text,
  /** The guide's rounds that it bears on; empty where it is about the whole loop. */
  rounds: ids,
  ...stated,
});

const cycle = mapping({
  weeks: v.pipe(
    mapping({ min: whole, max: whole }),
    v.check(({ min, max }) => min <= max, 'min must not be above max'),
  ),
  ...stated,
});

const ask = mapping({ id, title: text, aliases: texts, rounds: ids, topics: ids, ...stated });

const topic = mapping({
  id,
  title: text,
  aliases: texts,
  priority: v.optional(v.nullable(id), null),
  rounds: v.pipe(list(id), v.minLength(1, 'must name at least one round')),
  summary: text,
  ...advice,
});

const band = v.pipe(
  mapping({
    id,
    level: id,
    location: id,
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')),
    min: amount,
    max: amount,
    /** The source writes "+" after the upper end. */
    open_ended: v.optional(v.boolean(), false),
    component: v.literal('total'),
    period: v.literal('year'),
    note: text,
    ...stated,
  }),
  v.check(({ min, max }) => min < max, 'min must be below max'),
);

/** What is known of pay where no figure is given. It holds for every level. */
const gap = mapping({ id, location: id, note: text, ...stated });

const entry = mapping({ id, question: text, answer: text, aliases: texts, ...stated });

/** A question to put to the recruiter; ours. */
const toAsk = mapping({ id, text, layer: v.optional(v.literal('advice'), 'advice') });

export const FILES = {
  bundle: mapping(bundleFields),
  sources: mapping({ sources: list(source) }),
  company: mapping({ facts: list(companyFact) }),
  rounds: mapping({ cycle, rounds: list(round), reports: v.optional(list(report), []) }),
  asks: mapping({ asks: list(ask) }),
  topics: mapping({ topics: list(topic) }),
  comp: mapping({ bands: list(band), gaps: v.optional(list(gap), []), to_ask: v.optional(list(toAsk), []) }),
  faq: mapping({ entries: list(entry) }),
} as const;

export type FileKind = keyof typeof FILES;
/** What a compiled copy can be of: one of the files above, or a topic's questions. */
export type CompiledKind = FileKind | 'questions';
export type FileData = { [K in FileKind]: v.InferOutput<(typeof FILES)[K]> };

export function baseSchema(kind: CompiledKind) {
  return kind === 'questions' ? questionFile : FILES[kind];
}

const hidden = mapping({ id, hidden: v.literal(true, 'must be true, or left out') });

/**
 * The form of a file that is laid over another: each list holds whole records, which are added or replace the
 * record of the same id, or `{id, hidden: true}`; whatever is left out stays as it is.
 */
export function overlaySchema(kind: CompiledKind): v.GenericSchema<unknown, Record<string, unknown>> {
  const entries = Object.entries<v.GenericSchema>(baseSchema(kind).entries).map(([key, schema]) => {
    const inner = 'wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema;
    return [key, v.optional('item' in inner ? overlayList(inner.item as v.GenericSchema) : inner)];
  });
  return mapping(Object.fromEntries(entries));
}

function overlayList(record: v.GenericSchema): v.GenericSchema {
  return list(
    v.lazy((input) => (typeof input === 'object' && input !== null && 'hidden' in input ? hidden : record)),
  );
}
