import type { Filters } from '../../coach/choose.ts';
import type { Mode } from '../../coach/modes.ts';
import type { Hint } from '../../terminal/commands.ts';
import { plural } from '../views/common.ts';
import type { FilterWords } from './filters.ts';

/** Why a sitting has nothing to ask, and the commands that have. */
export interface Nothing {
  why: string;
  ways: readonly Hint[];
}

/** The sitting that was wished for, as it was typed and as it was read. */
export interface Wished {
  words: FilterWords;
  filters: Filters;
  mode: Mode;
  minutes: number | null;
}

/** What the bundle and the past have to ask. */
export interface Supply {
  /** The ids of the questions that fit: those that may be asked, those of them that rest, and those that were set aside. */
  fitting(filters: Filters): {
    open: readonly string[];
    resting: readonly string[];
    aside: readonly string[];
  };
  /** How many a sitting would ask. */
  asked(mode: Mode, filters: Filters): number;
}

/** Says which it is: no question fits the filters, those that fit are set aside, or none of them is for now. */
export function whyNothing(wished: Wished, supply: Supply): Nothing {
  const { open, resting, aside } = supply.fitting(wished.filters);
  if (open.length > 0) return noneNow(wished, supply, { fit: open.length, rest: resting.length });
  const [first] = aside;
  if (first === undefined) return noneFits(wished, supply);
  return {
    why: `${plural(aside.length, 'question fits, and it is', 'questions fit, and all are')} set aside.`,
    ways: [{ say: 'ask one again', command: `mistral-prep quiz --unsuspend ${first}` }],
  };
}

/** Each filter that can be left out: its option, how it was typed, and what it leaves when it goes. */
function partsOf({ words, filters }: Wished): { names: string; typed: string; without: Filters }[] {
  const { topic, priority, round, difficulty, kind } = words;
  const parts = [
    { options: { topic, priority }, without: { ...filters, topics: null } },
    { options: { round }, without: { ...filters, rounds: null } },
    { options: { difficulty }, without: { ...filters, difficulties: null } },
    { options: { kind }, without: { ...filters, kinds: null } },
  ];
  return parts.flatMap(({ options, without }) => {
    const given = Object.entries(options).filter(([, values]) => values !== undefined);
    if (given.length === 0) return [];
    const typed = given
      .map(([name, values = []]) => [`--${name}`, ...values.map(quoted)].join(' '))
      .join(' ');
    return [{ names: given.map(([name]) => `--${name}`).join(' and '), typed, without }];
  });
}

function quoted(word: string | number): string {
  return /^[\w.-]+$/.test(String(word)) ? String(word) : `"${word}"`;
}

function commandOf(typed: readonly string[], mode: Mode, { minutes }: Wished): string {
  const time = minutes === null ? [] : [`--minutes ${minutes}`];
  return ['mistral-prep quiz', ...typed, ...(mode === 'coach' ? [] : [`--mode ${mode}`]), ...time].join(' ');
}

function noneFits(wished: Wished, { asked }: Supply): Nothing {
  const parts = partsOf(wished);
  if (parts.length === 0) return { why: 'The bundle has no questions.', ways: [] };
  const { mode } = wished;
  const wider = parts
    .filter(({ without }) => asked(mode, without) > 0)
    .map((part) => ({
      say: `without ${part.names}`,
      command: commandOf(
        parts.filter((other) => other !== part).map(({ typed }) => typed),
        mode,
        wished,
      ),
    }));
  const all = { topics: null, rounds: null, difficulties: null, kinds: null };
  const widest = asked(mode, all) > 0 ? [{ say: 'of everything', command: commandOf([], mode, wished) }] : [];
  return {
    why: `No question fits ${parts.map(({ typed }) => typed).join(' ')}.`,
    ways: wider.length > 0 ? wider : widest,
  };
}

const NOT_NOW: Readonly<Record<Exclude<Mode, 'exam'>, string>> = {
  coach: 'to be asked now',
  due: 'due now',
  new: 'new',
  weak: 'known to be weak',
  cram: 'to be asked',
};

const WAYS: readonly { mode: Mode; say: string }[] = [
  { mode: 'coach', say: 'what is worth asking now' },
  { mode: 'cram', say: 'go through them all the same, weakest first' },
];

function noneNow(wished: Wished, { asked }: Supply, count: { fit: number; rest: number }): Nothing {
  const { mode, filters } = wished;
  const parts = partsOf(wished);
  const typed = parts.map((part) => part.typed);
  if (mode === 'exam') {
    return {
      why: 'An exam asks what is answered in your own words only where you name it, and nothing else fits.',
      ways: [{ say: 'name it', command: commandOf([...typed, '--kind open'], mode, wished) }],
    };
  }
  const way = WAYS.find((one) => one.mode !== mode && asked(one.mode, filters) > 0);
  return {
    why: whyNoneNow(mode, parts.length > 0, count),
    ways: way ? [{ say: way.say, command: commandOf(typed, way.mode, wished) }] : [],
  };
}

/** What rests is asked in no mode but cram, so that it is the reason before the mode's own. */
function whyNoneNow(
  mode: Exclude<Mode, 'exam'>,
  isNarrowed: boolean,
  { fit, rest }: { fit: number; rest: number },
): string {
  const which = isNarrowed ? (fit === 1 ? 'that fits' : 'that fit') : 'in the bundle';
  const none = fit === 1 ? `The one question ${which} is not` : `Of the ${fit} questions ${which} none is`;
  if (rest === 0) return `${none} ${NOT_NOW[mode]}.`;
  if (rest === fit) return `${none} to be asked now: what was asked in the last 12 hours rests.`;
  const resting = `${plural(rest, 'was', 'were')} asked in the last 12 hours and ${rest === 1 ? 'rests' : 'rest'}`;
  return `Of the ${fit} questions ${which} ${resting}; none of the others is ${NOT_NOW[mode]}.`;
}
