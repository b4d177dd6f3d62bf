/** Where a formula comes from, in the form that every command prints, and what to know when reading it. */
export interface FormulaSource {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly section: string | null;
  /** A year or a month. */
  readonly asOf: string;
  /** What the formula counts and what it leaves out. */
  readonly note: string;
}

function arxiv(number: string, title: string): Omit<FormulaSource, 'section' | 'note'> {
  const asOf = `20${number.slice(0, 2)}-${number.slice(2, 4)}`;
  return { id: `arxiv-${number.replace('.', '-')}`, title, url: `https://arxiv.org/abs/${number}`, asOf };
}

const scalingBook = {
  id: 'jax-scaling-book',
  title: 'Austin et al., How to Scale Your Model',
  asOf: '2025',
} as const;

/** The papers and pages that the formulas name, each once. */
export const SOURCES = {
  pagedAttention: arxiv('2309.06180', 'Kwon et al., Efficient Memory Management … with PagedAttention'),
  gptq: arxiv('2210.17323', 'Frantar et al., GPTQ'),
  llama: arxiv('2302.13971', 'Touvron et al., LLaMA'),
  mixtral: arxiv('2401.04088', 'Jiang et al., Mixtral of Experts'),
  scalingLaws: arxiv('2001.08361', 'Kaplan et al., Scaling Laws for Neural Language Models'),
  palm: arxiv('2204.02311', 'Chowdhery et al., PaLM'),
  zero: arxiv('1910.02054', 'Rajbhandari et al., ZeRO'),
  fsdp: arxiv('2304.11277', 'Zhao et al., PyTorch FSDP'),
  gpipe: arxiv('1811.06965', 'Huang et al., GPipe'),
  megatron: arxiv('2104.04473', 'Narayanan et al., Efficient Large-Scale … Training … Using Megatron-LM'),
  recomputation: arxiv(
    '2205.05198',
    'Korthikanti et al., Reducing Activation Recomputation in Large Transformer Models',
  ),
  eightBit: arxiv('2110.02861', 'Dettmers et al., 8-bit Optimizers via Block-wise Quantization'),
  speculative: arxiv(
    '2211.17192',
    'Leviathan et al., Fast Inference from Transformers via Speculative Decoding',
  ),
  codex: arxiv('2107.03374', 'Chen et al., Evaluating Large Language Models Trained on Code'),
  deepseekV2: arxiv('2405.04434', 'DeepSeek-AI, DeepSeek-V2'),
  mistral: arxiv('2310.06825', 'Jiang et al., Mistral 7B'),
  flashAttention2: arxiv('2307.08691', 'Dao, FlashAttention-2'),
  yarn: arxiv('2309.00071', 'Peng et al., YaRN'),
  glu: arxiv('2002.05202', 'Shazeer, GLU Variants Improve Transformer'),
  switch: arxiv('2101.03961', 'Fedus et al., Switch Transformers'),
  gshard: arxiv('2006.16668', 'Lepikhin et al., GShard'),
  distserve: arxiv('2401.09670', 'Zhong et al., DistServe'),
  qlora: arxiv('2305.14314', 'Dettmers et al., QLoRA'),
  chinchilla: arxiv('2203.15556', 'Hoffmann et al., Training Compute-Optimal Large Language Models'),
  petrov: arxiv('2305.15425', 'Petrov et al., … Tokenizers Introduce Unfairness Between Languages'),
  gemma: arxiv('2403.08295', 'Gemma Team, Gemma'),
  llama3: arxiv('2407.21783', 'Grattafiori et al., The Llama 3 Herd of Models'),
  xlmr: arxiv('1911.02116', 'Conneau et al., Unsupervised Cross-lingual Representation Learning at Scale'),
  unimax: arxiv('2304.09151', 'Chung et al., UniMax'),
  errorBars: arxiv('2411.00640', 'Miller, Adding Error Bars to Evals'),
  scalingBookInference: { ...scalingBook, url: 'https://jax-ml.github.io/scaling-book/inference/' },
  massiveDatasets: {
    id: 'mmds',
    title: 'Leskovec, Rajaraman, Ullman, Mining of Massive Datasets',
    url: 'http://www.mmds.org/',
    asOf: '2020',
  },
  vllmCache: {
    id: 'vllm-kv-cache-manager',
    title: 'vllm-project/vllm, vllm/v1/core/kv_cache_manager.py',
    url: 'https://github.com/vllm-project/vllm/blob/main/vllm/v1/core/kv_cache_manager.py',
    asOf: 'undated',
  },
  littlesLaw: {
    id: 'little-1961',
    title: 'Little, A Proof for the Queuing Formula: L = λW, Operations Research 9',
    url: 'https://doi.org/10.1287/opre.9.3.383',
    asOf: '1961',
  },
  harcholBalter: {
    id: 'harchol-balter-2013',
    title: 'Harchol-Balter, Performance Modeling and Design of Computer Systems',
    url: 'https://www.cs.cmu.edu/~harchol/PerformanceModeling/book.html',
    asOf: '2013',
  },
  young: {
    id: 'young-1974',
    title: 'Young, A First Order Approximation to the Optimum Checkpoint Interval, CACM 17',
    url: 'https://doi.org/10.1145/361147.361115',
    asOf: '1974',
  },
  sreCapacity: {
    id: 'sre-overload',
    title: 'Google, Site Reliability Engineering, chapter 21: Handling Overload',
    url: 'https://sre.google/sre-book/handling-overload/',
    asOf: 'undated',
  },
  ncclTests: {
    id: 'nccl-tests-performance',
    title: 'NVIDIA nccl-tests, Performance reported by NCCL tests',
    url: 'https://github.com/NVIDIA/nccl-tests/blob/master/doc/PERFORMANCE.md',
    asOf: 'undated',
  },
} as const satisfies Record<string, Omit<FormulaSource, 'section' | 'note'>>;
