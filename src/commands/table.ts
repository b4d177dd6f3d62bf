import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** A module of `commands/`: declares a command's words and what it does with them. */
export interface CommandModule {
  define(command: Command, context: Context): void;
}

export interface CommandEntry {
  name: string;
  alias?: string;
  group: 'Know the loop' | 'Practise' | 'Track' | 'Data';
  summary: string;
  load(): Promise<CommandModule>;
}

/** Every subcommand, in the order of the help. Only the one that was asked for is loaded. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'process',
    alias: 'timeline',
    group: 'Know the loop',
    summary: 'the rounds in order, drawn; dated from a start',
    load: () => import('./process.ts'),
  },
  {
    name: 'rounds',
    group: 'Know the loop',
    summary: 'what each round is, what it tests, how to prepare',
    load: () => import('./rounds.ts'),
  },
  {
    name: 'checklist',
    group: 'Know the loop',
    summary: 'what to do before a round; tick it off',
    load: () => import('./checklist.ts'),
  },
  {
    name: 'topics',
    group: 'Know the loop',
    summary: 'what they actually ask, and the topics behind it',
    load: () => import('./topics.ts'),
  },
  {
    name: 'priorities',
    group: 'Know the loop',
    summary: 'the prep priorities, each with its topics',
    load: () => import('./priorities.ts'),
  },
  {
    name: 'comp',
    group: 'Know the loop',
    summary: 'comp by level and location; an offer placed in its band',
    load: () => import('./comp.ts'),
  },
  { name: 'faq', group: 'Know the loop', summary: 'answers', load: () => import('./faq.ts') },
  {
    name: 'company',
    group: 'Know the loop',
    summary: 'who they are, with dates',
    load: () => import('./company.ts'),
  },
  {
    name: 'search',
    group: 'Know the loop',
    summary: 'guide, advice, topics and formulas; not the questions',
    load: () => import('./search.ts'),
  },
  {
    name: 'quiz',
    group: 'Practise',
    summary: 'asks what is worth asking now',
    load: () => import('./quiz.ts'),
  },
  {
    name: 'calc',
    group: 'Practise',
    summary: 'the estimation formulas, worked step by step',
    load: () => import('./calc.ts'),
  },
  {
    name: 'setup',
    group: 'Track',
    summary: 'dates of rounds, minutes a day, track, location, level',
    load: () => import('./setup.ts'),
  },
  {
    name: 'today',
    group: 'Track',
    summary: 'where you are, what to do now',
    load: () => import('./today.ts'),
  },
  {
    name: 'plan',
    group: 'Track',
    summary: 'every day until the last round',
    load: () => import('./plan.ts'),
  },
  {
    name: 'progress',
    group: 'Track',
    summary: 'readiness, calendar, calibration, weakest questions',
    load: () => import('./progress.ts'),
  },
  {
    name: 'bundle',
    group: 'Data',
    summary: 'check, find, describe or start a bundle',
    load: () => import('./bundle.ts'),
  },
  {
    name: 'journal',
    group: 'Data',
    summary: 'check or find the record of what you did',
    load: () => import('./journal.ts'),
  },
  {
    name: 'sync',
    group: 'Data',
    summary: 'the record on several machines, over git',
    load: () => import('./sync.ts'),
  },
  {
    name: 'export',
    group: 'Data',
    summary: 'questions for Anki, a spreadsheet, a program or paper',
    load: () => import('./export.ts'),
  },
  {
    name: 'completion',
    group: 'Data',
    summary: 'completion for bash, zsh or fish',
    load: () => import('./completion.ts'),
  },
];

export function findCommand(word: string): CommandEntry | undefined {
  return COMMANDS.find(({ name, alias }) => name === word || alias === word);
}
