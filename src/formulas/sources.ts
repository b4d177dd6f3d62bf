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
  scalingBookInference: { ...scalingBook, url: 'https://jax-ml.github.io/scaling-book/inference/' },
  massiveDatasets: {
    id: 'mmds',
    title: 'Leskovec, Rajaraman, Ullman, Mining of Massive Datasets',
    url: 'http://www.mmds.org/',
    asOf: '2020',
  },
  ncclTests: {
    id: 'nccl-tests-performance',
    title: 'NVIDIA nccl-tests, Performance reported by NCCL tests',
    url: 'https://github.com/NVIDIA/nccl-tests/blob/master/doc/PERFORMANCE.md',
    asOf: 'undated',
  },
} as const satisfies Record<string, Omit<FormulaSource, 'section' | 'note'>>;
