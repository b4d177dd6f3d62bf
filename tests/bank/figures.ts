import type { Question, QuestionFile, QuestionKind, QuestionOf } from '../../src/bundle/question-schema.ts';
import type { Source } from '../../src/bundle/types.ts';
import { fitOf } from './fit.ts';

export const ALL_KINDS: readonly QuestionKind[] = ['choice', 'multi', 'numeric', 'order', 'term', 'open'];

/** What a group of questions holds. Shares are 0 to 1. */
export interface Figures {
  readonly questions: number;
  readonly kinds: Readonly<Record<QuestionKind, number>>;
  /** Numeric questions with drawn inputs. */
  readonly drawn: number;
  /** Open questions that are written in an editor. */
  readonly editor: number;
  /** Of difficulty 1, 2 and 3. */
  readonly difficulties: readonly [number, number, number];
  readonly withFollowups: number;
  /** Whose card hides nothing at 80 × 24: the question, and its result below what was just read. */
  readonly questionFits: number;
  readonly resultFits: number;
  /** Sources named, by kind. */
  readonly sources: Readonly<Record<SourceKind, number>>;
  /** Choice questions by how many options are longer than the right one (0: it is the longest; ties share). */
  readonly longerThanRight: readonly number[];
  /** Choice questions by the place of the right option in the file. */
  readonly places: readonly number[];
}

export type SourceKind = 'arXiv' | 'repository' | 'documentation' | 'other';

/** The figures of some files, and of each of them. */
export function figuresOf(
  files: readonly QuestionFile[],
  sources: readonly Source[],
): { all: Figures; byTopic: ReadonlyMap<string, Figures> } {
  const byTopic = new Map(files.map(({ topic, questions }) => [topic, group(topic, questions, sources)]));
  return { all: sum([...byTopic.values()]), byTopic };
}

function group(topic: string, questions: readonly Question[], sources: readonly Source[]): Figures {
  const count = (test: (question: Question) => boolean) => questions.filter(test).length;
  const hidden = questions.map((question) => fitOf(question, topic, sources));
  const urls = new Map(sources.map(({ id, url }) => [id, url]));
  const choices = questions.filter((question) => question.kind === 'choice');
  const named = questions.flatMap(({ sources }) =>
    sources.map((source) => sourceKind(urls.get(typeof source === 'string' ? source : source.id) ?? null)),
  );
  return {
    questions: questions.length,
    kinds: Object.fromEntries(ALL_KINDS.map((kind) => [kind, count((q) => q.kind === kind)])) as Record<
      QuestionKind,
      number
    >,
    drawn: count((q) => q.kind === 'numeric' && Object.values(q.inputs).some((i) => typeof i === 'object')),
    editor: count((q) => q.kind === 'open' && q.editor),
    difficulties: [
      count((q) => q.difficulty === 1),
      count((q) => q.difficulty === 2),
      count((q) => q.difficulty === 3),
    ],
    withFollowups: count((q) => q.followups.length > 0),
    questionFits: hidden.filter(({ question }) => question === 0).length,
    resultFits: hidden.filter(({ result }) => result === 0).length,
    sources: {
      arXiv: named.filter((kind) => kind === 'arXiv').length,
      repository: named.filter((kind) => kind === 'repository').length,
      documentation: named.filter((kind) => kind === 'documentation').length,
      other: named.filter((kind) => kind === 'other').length,
    },
    longerThanRight: choices
      .map(lengthRank)
      .reduce<number[]>((total, next) => plus(total, next) as number[], []),
    places: tally(choices.map(({ options, answer }) => options.findIndex(({ id }) => id === answer))),
  };
}

/** One question spread over the ranks that its right option shares with others of the same length. */
function lengthRank({ options, answer }: QuestionOf<'choice'>): number[] {
  const right = options.find(({ id }) => id === answer)?.text.length ?? 0;
  const longer = options.filter(({ text }) => text.length > right).length;
  const alike = options.filter(({ text }) => text.length === right).length;
  return Array.from({ length: longer + alike }, (_, rank) => (rank < longer ? 0 : 1 / alike));
}

function sourceKind(url: string | null): SourceKind {
  if (url === null) return 'other';
  if (/arxiv\.org/.test(url)) return 'arXiv';
  if (/github\.com/.test(url)) return 'repository';
  return /docs?\.|\/docs?\/|readthedocs|doc\.rust-lang|cppreference|reference|tutorials/.test(url)
    ? 'documentation'
    : 'other';
}

/** How often each of 0, 1, 2 … occurs. */
function tally(values: readonly number[]): number[] {
  return Array.from({ length: Math.max(0, ...values.map((value) => value + 1)) }, (_, place) =>
    values.reduce((count, value) => count + (value === place ? 1 : 0), 0),
  );
}

/** Adds figure by figure, through lists and records. */
function sum(groups: readonly Figures[]): Figures {
  return groups.reduce((total, next) => plus(total, next) as Figures, {} as Figures);
}

function plus(a: unknown, b: unknown): unknown {
  if (typeof b === 'number') return (typeof a === 'number' ? a : 0) + b;
  if (Array.isArray(b) || Array.isArray(a)) {
    const left = Array.isArray(a) ? a : [];
    const right = Array.isArray(b) ? b : [];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
      plus(left[i] ?? 0, right[i] ?? 0),
    );
  }
  const left = (a ?? {}) as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  return Object.fromEntries(Object.keys(right).map((key) => [key, plus(left[key], right[key])]));
}
