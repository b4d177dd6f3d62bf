import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cleanEnv, folder, freshHome, INSTALLED, PROGRAM } from './program.ts';

const common = (id: string, difficulty = 1) =>
  `id: ${id}, difficulty: ${difficulty}, seconds: 60, explanation: Because., sources: [recruiter-mail]`;
const why = 'why: It is not.';

/** One question of each kind, and a drawn number. What is right is called so, and steps are numbered. */
export const QUEUES = `topic: queues
questions:
  - {${common('q-choice')}, kind: choice, prompt: "Which one?", answer: x, hints: [First hint, Second hint], options: [
      {id: x, text: Right one}, {id: y, text: Wrong one, ${why}}, {id: z, text: Wrong two, ${why}}]}
  - {${common('q-multi')}, kind: multi, prompt: "Which ones?", answers: [x, y], options: [
      {id: x, text: Right one}, {id: y, text: Right two}, {id: z, text: Wrong one, ${why}}]}
  - {${common('q-fixed', 2)}, kind: numeric, prompt: "How many?", value: 42}
  - {${common('q-drawn', 2)}, kind: numeric, prompt: "The cache of {{layers}} layers?", formula: kv-cache, unit: MiB,
      inputs: {layers: {from: 2, to: 80, step: 1}, kv-heads: 8, head-dim: 128, seq: 1024}}
  - {${common('q-order', 2)}, kind: order, prompt: "In which order?", items: [
      {id: one, text: Step 1}, {id: two, text: Step 2}, {id: three, text: Step 3}, {id: four, text: Step 4}]}
  - {${common('q-term', 3)}, kind: term, prompt: "What is it called?", answer: back-pressure}
  - {${common('q-open', 3)}, kind: open, prompt: "Tell me.", model: A model answer., rubric: [
      {id: p1, text: Point 1}, {id: p2, text: Point 2}, {id: p3, text: Point 3}, {id: p4, text: Point 4}]}
`;

export const LOGS = `topic: logs
questions:
  - {${common('l-choice')}, kind: choice, prompt: "Which log?", answer: x, options: [
      {id: x, text: Right log}, {id: y, text: Wrong log, ${why}}, {id: z, text: Other log, ${why}}]}
`;

export const ALL = ['q-choice', 'q-multi', 'q-fixed', 'q-drawn', 'q-order', 'q-term', 'q-open', 'l-choice'];

/** The bundle of `bundle init` with questions of every kind under one topic, and one more under another. */
export function quizBundle(queues: string = QUEUES, logs: string = LOGS): string {
  const dir = join(folder(), 'b');
  cpSync(join(INSTALLED, 'dist/template'), dir, { recursive: true });
  const topics = readFileSync(join(dir, 'topics.yaml'), 'utf8');
  const topic = '  - {id: logs, title: Logs, rounds: [recruiter], summary: What is kept., layer: advice}\n';
  writeFileSync(join(dir, 'topics.yaml'), topics + topic);
  mkdirSync(join(dir, 'questions'));
  writeFileSync(join(dir, 'questions/queues.yaml'), queues);
  writeFileSync(join(dir, 'questions/logs.yaml'), logs);
  return dir;
}

// biome-ignore lint/suspicious/noExplicitAny: what a program says is looked at field by field
export type Message = Record<string, any>;
/** A message to send, a raw line, or null for the end of the input. */
export type Said = object | string | null;

export interface Held {
  said: Message[];
  code: number | null;
  stderr: string;
}

export interface Holding {
  home?: string;
  env?: Record<string, string>;
  /** Told what came; gives what to send. The end of its input is not closed for the program unless asked. */
  reply(message: Message, said: readonly Message[]): Said | Said[] | undefined;
  onStart?(child: { kill(signal: 'SIGKILL'): boolean }): void;
}

/** Holds a quiz through the line protocol, one message at a time. */
export function hold(words: readonly string[], { home, env, reply, onStart }: Holding): Promise<Held> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, 'quiz', '--json', ...words], {
      env: cleanEnv(env, home ?? freshHome()),
      timeout: 30_000,
      killSignal: 'SIGKILL',
    });
    const said: Message[] = [];
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      // The last line of one that was killed may be half.
      if (!line.endsWith('}')) return;
      const message: Message = JSON.parse(line);
      said.push(message);
      const answers = reply(message, said);
      for (const answer of Array.isArray(answers) ? answers : [answers]) {
        if (answer === null) child.stdin.end();
        else if (answer !== undefined)
          child.stdin.write(`${typeof answer === 'string' ? answer : JSON.stringify(answer)}\n`);
      }
    });
    child.on('error', reject).on('close', (code) => resolve({ said, code, stderr }));
    onStart?.(child);
  });
}

/** The right answer to a question or rubric of the bundle above. */
export function right({ type, id, options, prompt, points }: Message): unknown {
  if (type === 'rubric') return { points: points.map((point: { id: string }) => point.id) };
  const keys = (options ?? []).filter(({ text }: { text: string }) => text.startsWith('Right'));
  switch (id) {
    case 'q-multi':
      return keys.map(({ key }: { key: string }) => key);
    case 'q-fixed':
      return 42;
    case 'q-drawn':
      return `${Number(/\d+/.exec(prompt)?.[0]) * 4} MiB`;
    case 'q-order':
      return options
        .toSorted((a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1))
        .map(({ key }: { key: string }) => key);
    case 'q-term':
      return 'Backpressure';
    case 'q-open':
      return { text: 'What I would do.' };
    default:
      return keys[0]?.key;
  }
}

/** Readable, and not right. */
export function wrong(message: Message): unknown {
  const { type, id, options } = message;
  if (type === 'rubric') return { points: [] };
  if (id === 'q-fixed') return 41;
  if (id === 'q-drawn') return '1 MiB';
  if (id === 'q-order') return (right(message) as string[]).toReversed();
  if (id === 'q-term') return 'something else';
  if (id === 'q-open') return { text: 'No idea.' };
  const key = options.find(({ text }: { text: string }) => !text.startsWith('Right')).key;
  return id === 'q-multi' ? [key] : key;
}

/** Answers everything, right. */
export const allRight: Holding['reply'] = (message) =>
  message.type === 'question' || message.type === 'rubric' ? { answer: right(message) } : undefined;

export function eventsIn(home: string): Message[] {
  const dir = join(home, 'journal');
  if (!existsSync(dir)) return [];
  return (
    readdirSync(dir)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'))
      // A line that a kill or a full disk cut off is set aside.
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line))
  );
}

export const answersIn = (home: string) => eventsIn(home).filter(({ type }) => type === 'answer');
export const ofType = (said: readonly Message[], type: string) => said.filter((m) => m.type === type);
