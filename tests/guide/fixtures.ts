import type {
  Ask,
  Band,
  BundleInfo,
  FaqEntry,
  FileData,
  Report,
  Round,
  Source,
  Stated,
  Topic,
} from '../../src/bundle/types.ts';

/** A small bundle that tells what the guide tells. */

const guide: Stated = {
  layer: 'guide',
  sources: [{ id: 'guide-2026', section: null }],
  as_of: '2026',
  confidence: 'medium',
};

export const reported: Stated = {
  layer: 'reported',
  sources: [{ id: 'jobsbyculture', section: null }],
  as_of: '2026-05',
  confidence: 'low',
};

export const sources: Source[] = [
  { id: 'guide-2026', title: '2026 interview guide', url: null, as_of: '2026' },
  {
    id: 'jobsbyculture',
    title: 'jobsbyculture.com, mistral-interview-prep-2026',
    url: null,
    as_of: '2026-05',
  },
  { id: 'series-c', title: 'mistral.ai, Series C', url: 'https://mistral.ai', as_of: '2025-09-09' },
];

export const bundle: BundleInfo = {
  format: 1,
  company: 'Mistral AI',
  as_of: '2026',
  tracks: [
    { id: 'engineering', title: 'Engineering', aliases: ['swe'] },
    { id: 'research', title: 'Research', aliases: ['scientist'] },
  ],
  stages: [
    { id: 'screen', title: 'Screen', aliases: ['phone'], placed: true },
    { id: 'coding', title: 'Coding', aliases: ['technical'], placed: true },
    { id: 'onsite', title: 'Onsite', aliases: ['virtual onsite', 'final'], placed: true },
    { id: 'unplaced', title: 'Place not stated', aliases: [], placed: false },
  ],
  locations: [
    { id: 'paris', title: 'Paris', aliases: ['france', 'hq'] },
    { id: 'london', title: 'London', aliases: ['uk', 'united kingdom'] },
    { id: 'us', title: 'US', aliases: ['usa', 'united states', 'new york'] },
  ],
  levels: [
    { id: 'se', title: 'SE', aliases: ['software engineer', 'swe'], difficulty: [1, 1, 1] },
    {
      id: 'senior-se',
      title: 'Senior SE',
      aliases: ['senior', 'senior software engineer'],
      difficulty: [1, 1, 1],
    },
    {
      id: 'staff-research',
      title: 'Staff / Research',
      aliases: ['staff', 'research', 'research scientist'],
      difficulty: [1, 1, 1],
    },
  ],
  // Not by rank: the answer puts them in order.
  priorities: [
    { id: 'distributed', rank: 3, title: 'Distributed training and inference optimisation', ...guide },
    { id: 'languages', rank: 1, title: 'Fluent Python and PyTorch, and Rust/C++', ...guide },
    { id: 'transformers', rank: 2, title: 'Transformer internals in depth', ...guide },
  ],
  weights: { priorities: [1.6, 1.3, 1], no_priority: [1, 1.7], further_round: 0.1, full_seconds: 0 },
};

function round(id: string, title: string, stage: string, more: Partial<Round> = {}): Round {
  return {
    id,
    title,
    aliases: [],
    stage,
    count: 1,
    minutes: null,
    tracks: [],
    detail: null,
    advice: { tests: [], prepare: [], bring: [], mistakes: [] },
    checklist: [],
    ...guide,
    ...more,
  };
}

function items(prefix: string, texts: string[]): Round['checklist'] {
  return texts.map((text, i) => ({ id: `${prefix}${i + 1}`, text, layer: 'advice' }));
}

const reports: Report[] = [
  {
    id: 'knowledge-quiz',
    title: 'LLM knowledge quiz',
    text: 'A 45–60 minute quiz on transformers, KV cache, RAG and embeddings.',
    rounds: ['recruiter'],
    ...reported,
  },
  {
    id: 'cycle-length',
    title: 'Cycle length',
    text: '15 days on average, or over a month.',
    rounds: [],
    ...reported,
  },
];

export const rounds: FileData['rounds'] = {
  cycle: { weeks: { min: 4, max: 6 }, ...guide },
  // Not in the order of the stages: the process puts them in order.
  rounds: [
    round('take-home', 'Take-home', 'unplaced', { ...reported, detail: 'written up like a short paper' }),
    round('paper-discussion', 'Paper discussion', 'unplaced', {
      tracks: ['research'],
      aliases: ['paper', 'reading group'],
    }),
    round('coding-ml', 'Coding / ML', 'onsite', { count: 2, aliases: ['ml coding'] }),
    round('design', 'System design', 'onsite', {
      aliases: ['architecture'],
      checklist: items('d', ['Draw an inference server from memory', 'Size a KV cache on paper']),
    }),
    round('deep-dive', 'Research or craft deep-dive', 'onsite', { aliases: ['craft'] }),
    round('behavioral', 'Behavioural', 'onsite', { detail: 'ownership, taste, the hybrid' }),
    round('recruiter', 'Recruiter screen', 'screen', {
      advice: {
        tests: ['Whether you know why Mistral'],
        prepare: ['Say in a minute what you built'],
        bring: ['Your dates'],
        mistakes: ['Naming a number first'],
      },
      checklist: items('r', ['Say aloud why Mistral', 'List the questions on equity']),
    }),
    round('coding', 'Coding', 'coding', {
      minutes: 60,
      detail: 'DSA medium-hard, sometimes ML-flavoured',
      aliases: ['dsa'],
      checklist: items('c', [
        'Two timed medium-hard problems aloud, this week',
        'Causal multi-head attention in plain `torch`, a_b and __init__',
        'Sort *without* a library',
      ]),
    }),
  ],
  reports,
};

export const asks: Ask[] = [
  {
    id: 'training-stack',
    title: 'Design a distributed training stack',
    aliases: ['training'],
    rounds: ['design'],
    topics: ['fsdp', 'moe'],
    ...guide,
  },
  {
    id: 'inference-server',
    title: 'Design a high-throughput inference server with KV-cache management',
    aliases: ['serving'],
    rounds: ['design'],
    topics: ['kv-cache'],
    ...guide,
  },
];

function topic(id: string, title: string, priority: string | null, summary: string): Topic {
  return { id, title, aliases: [], priority, rounds: ['design'], summary, layer: 'advice' };
}

export const topics: Topic[] = [
  topic('fsdp', 'FSDP and ZeRO', 'distributed', 'Shards parameters, gradients and optimiser state.'),
  topic('moe', 'MoE and sparsity', 'transformers', 'Routing tokens to experts, and balancing their load.'),
  topic(
    'kv-cache',
    'KV cache',
    'distributed',
    'What a decoder keeps of the tokens it has seen; its size bounds the batch, and so the throughput.',
  ),
  topic('ownership', 'Ownership and taste', null, 'Stories of what you carried to the end.'),
];

export function band(level: string, min: number, max: number, more: Partial<Band> = {}): Band {
  return {
    id: `${level}-paris`,
    level,
    location: 'paris',
    currency: 'EUR',
    min,
    max,
    open_ended: false,
    component: 'total',
    period: 'year',
    note: 'Yearly is our reading.',
    ...guide,
    ...more,
  };
}

export const comp: FileData['comp'] = {
  bands: [
    band('staff-research', 260_000, 450_000, { open_ended: true }),
    band('se', 120_000, 180_000),
    band('senior-se', 180_000, 270_000),
  ],
  gaps: [
    { id: 'us-gap', location: 'us', note: 'No figure; offers track higher.', ...guide },
    { id: 'london-gap', location: 'london', note: 'A hub; no figure.', ...guide },
  ],
  to_ask: [{ id: 'equity', text: 'Which instrument, strike, vesting and exercise window?', layer: 'advice' }],
};

function entry(
  id: string,
  question: string,
  answer: string,
  aliases: string[],
  stated: Stated = guide,
): FaqEntry {
  return { id, question, answer, aliases, ...stated };
}

export const faq: FaqEntry[] = [
  entry(
    'other-pages',
    'How long do other pages say it takes?',
    'They contradict each other.',
    ['how long'],
    reported,
  ),
  entry(
    'remote',
    'Can you work remotely?',
    'Hubs in Paris and London. Many roles are hybrid; some senior roles are remote within the EU.',
    ['remote work', 'hybrid'],
  ),
  entry(
    'against-others',
    'How does it compare with OpenAI or Anthropic?',
    'Leaner, friendlier to open weights, European.',
    ['openai', 'anthropic'],
  ),
  entry(
    'culture',
    'What is the engineering culture?',
    'Small and technically dense, with high autonomy.',
    [],
  ),
];

export const company: FileData['company'] = {
  facts: [
    {
      id: 'series-c',
      group: 'funding',
      text: 'Series C of €1.7B.',
      layer: 'public',
      sources: [{ id: 'series-c', section: null }],
      as_of: '2025-09-09',
      confidence: 'high',
    },
    { id: 'leading', group: 'about', text: 'A leading European LLM company.', ...guide },
    { id: 'founded', group: 'about', text: 'Founded in Paris by Timothée Lacroix and others.', ...guide },
  ],
};

export const parts = {
  bundle,
  rounds,
  asks: { asks },
  topics: { topics },
  comp,
  faq: { entries: faq },
  company,
  formulas: [
    { id: 'bubble', title: 'Idle share of a pipeline', note: 'Stages wait while it fills and drains.' },
  ],
};
