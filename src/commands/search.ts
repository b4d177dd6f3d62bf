import type { Command } from 'commander';
import type { Round } from '../bundle/types.ts';
import type { Context } from '../context.ts';
import { SUMMARIES } from '../formulas/summaries.ts';
import type { Hit } from '../guide/search.ts';
import { hints } from '../terminal/commands.ts';
import { highlight } from '../terminal/highlight.ts';
import { footer } from '../terminal/layout.ts';
import type { Screen } from '../terminal/screen.ts';
import { prose } from '../terminal/text.ts';
import { type Answer, answering, examples } from './answer.ts';
import { blocks } from './views/common.ts';

export function define(command: Command, context: Context): void {
  command
    .argument('<words...>', 'what to look for; slips of the keyboard are forgiven')
    .action(answering(context, (words: string[]) => run(context, words.join(' '))));
  examples(command, context, [
    [
      'search "kv cache"',
      'in rounds, topics, checklists, comp, faq, company, formulas; not in the questions',
    ],
    ['search equity', 'best first'],
  ]);
}

/** What each type of hit is called, and where to read on. */
const KINDS: Record<Hit['type'], { name: string; open(id: string, rounds: readonly Round[]): string }> = {
  round: { name: 'round', open: (id) => `rounds ${id}` },
  item: {
    name: 'checklist',
    open: (id, rounds) =>
      `checklist ${rounds.find((r) => r.checklist.some((item) => item.id === id))?.id ?? ''}`,
  },
  ask: { name: 'what they ask', open: () => 'topics' },
  topic: { name: 'topic', open: (id) => `topics ${id}` },
  priority: { name: 'priority', open: () => 'priorities' },
  comp: { name: 'comp', open: () => 'comp' },
  faq: { name: 'faq', open: (id) => `faq ${id}` },
  company: { name: 'company', open: () => 'company' },
  report: { name: 'report', open: () => 'process --reported' },
  formula: { name: 'formula', open: (id) => `calc ${id}` },
};

async function run(context: Context, words: string): Promise<Answer> {
  const { searchBundle } = await import('../guide/search.ts');
  const parts = await context.bundle.read(
    'bundle',
    'sources',
    'rounds',
    'topics',
    'asks',
    'comp',
    'faq',
    'company',
  );
  const { hits } = searchBundle(words, { ...parts, formulas: SUMMARIES });
  return {
    json: { hits },
    lines: (screen) => {
      if (hits.length === 0) {
        return [
          ...footer(screen, ['Nothing fits that.']),
          ...hints(screen, [{ say: 'what there is', command: 'mistral-prep topics' }, ...inQuestions(words)]),
        ];
      }
      return blocks(...hits.map((hit) => hitLines(screen, hit, parts.rounds.rounds)));
    },
  };
}

/** The questions are not searched here; their study sheet can be. */
function inQuestions(words: string): { say: string; command: string }[] {
  // What a shell would read otherwise than as these words is not put on a line to be copied.
  if (!/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(words)) return [];
  const word = words.includes(' ') ? `"${words}"` : words;
  return [{ say: 'in the questions', command: `mistral-prep export markdown | grep -i ${word}` }];
}

/** What was found, the words that were looked for underlined, and where to read on. */
function hitLines(
  screen: Screen,
  { type, id, title, excerpt, layer, terms }: Hit,
  rounds: readonly Round[],
): string[] {
  const { bold, underline } = screen.theme;
  const { name, open } = KINDS[type];
  // What a round tests and how to prepare is found under the layer of the round, and is ours all the same.
  const from = type === 'round' ? `${layer}, with our advice` : layer;
  const say = from === null ? name : `${name}, ${from}`;
  const marked = (line: string) => highlight(line, terms, underline);
  return [
    ...prose(screen, title, 0).map((line) => bold(marked(line))),
    ...(excerpt === '' || excerpt === title ? [] : prose(screen, excerpt).map(marked)),
    ...hints(screen, [{ say, command: `mistral-prep ${open(id, rounds)}` }]),
  ];
}
