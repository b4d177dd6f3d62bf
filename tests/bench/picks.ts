import { createMemory, rank, rememberAll } from '../../src/memory/index.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 2, 18);

/** A memory of so many items, half of which were answered twice, and what `rank` needs besides. */
function memoryOf(size: number) {
  const items = Array.from({ length: size }, (_, n) => ({
    id: `i${n}`,
    weight: 1 + (n % 5),
    topic: `t${n % 18}`,
  }));
  const asked = items.filter((_, n) => n % 2 === 0);
  const answers = [20, 9].flatMap((days) =>
    asked.map(({ id }, n) => {
      const correct = n % 3 !== 0;
      const grade = correct ? ('good' as const) : ('again' as const);
      return { id, at: NOW - days * DAY + n, correct, grade, seconds: 30 };
    }),
  );
  return {
    memory: rememberAll(createMemory(items), answers),
    options: {
      now: NOW,
      deadlines: new Map(items.map(({ id }, n) => [id, NOW + (10 + (n % 20)) * DAY])),
      studySecondsLeft: 60 * 40 * 20,
      sessionSeconds: 60 * 40,
    },
  };
}

/** Prints what a session's picks cost, in milliseconds: the first time, and the median of 20. */
export function measurePicks(print: (line: string) => void): void {
  for (const { size, bar } of [
    { size: 1000, bar: 20 },
    { size: 100_000, bar: 1000 },
  ]) {
    const { memory, options } = memoryOf(size);
    const times = Array.from({ length: 21 }, () => {
      const start = performance.now();
      rank(memory, options);
      return performance.now() - start;
    });
    const [first = 0, ...later] = times;
    const middle = later.sort((a, b) => a - b)[10] ?? 0;
    const missed = first > bar ? '  missed' : '';
    print(
      `picks from ${size} items: ${first.toFixed(1)} ms the first time, then ${middle.toFixed(1)}   bar ${bar}${missed}`,
    );
  }
}
