import type { FormulaSource } from './sources.ts';

/** What a formula takes under one name. `unit`, `min` and `max` are in base units (B, s, FLOP/s); null: a bare number. */
export interface Input<N extends string = string> {
  /** kebab-case */
  readonly name: N;
  readonly unit: string | null;
  /** Null where it has to be given. */
  readonly default: number | string | null;
  /** The words that it can be; null for a number. */
  readonly choices: readonly string[] | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly integer?: boolean;
  /** What it is, in a few words. */
  readonly doc: string;
}
export interface NumberInput<N extends string = string> extends Input<N> {
  readonly default: number | null;
  readonly choices: null;
  readonly min: number;
  readonly max: number;
}
export interface ChoiceInput<N extends string = string, C extends string = string> extends Input<N> {
  readonly default: C;
  readonly choices: readonly C[];
  readonly min: null;
  readonly max: null;
}

/** The values by name, checked: numbers in the base unit of their input, words out of its choices. */
export type InputValues = Readonly<Record<string, number | string>>;
/** One number, and the lines of working that lead to it. */
export interface Worked {
  readonly value: number;
  readonly steps: readonly string[];
}

/** An estimation that a person is asked to make: named inputs in, one number out. */
export interface Formula {
  readonly id: string;
  readonly title: string;
  readonly inputs: readonly Input[];
  /** Of the value; null for a bare number or a share. */
  readonly unit: string | null;
  readonly source: FormulaSource;
  /** Why these values do not go together, though each is in its range, as one sentence; null if they do. */
  conflict(values: InputValues): string | null;
  /** The value in `unit`. The values are all of the inputs, within their ranges, without a conflict. */
  evaluate(values: InputValues): Worked;
}

type Values<I extends readonly Input[]> = {
  readonly [T in I[number] as T['name']]: T extends { readonly choices: readonly (infer C)[] } ? C : number;
};

interface Definition<I extends readonly Input[]> {
  readonly id: string;
  readonly title: string;
  readonly inputs: I;
  readonly unit: string | null;
  readonly source: FormulaSource;
  readonly conflict?: (values: Values<I>) => string | null;
  readonly evaluate: (values: Values<I>) => Worked;
}

/** A formula whose working sees its own inputs by name and type. */
export function defineFormula<const I extends readonly Input[]>(definition: Definition<I>): Formula {
  const { conflict, evaluate, ...rest } = definition;
  return {
    ...rest,
    conflict: (values) => conflict?.(values as Values<I>) ?? null,
    evaluate: (values) => evaluate(values as Values<I>),
  };
}

interface NumberOptions {
  readonly unit?: string;
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
}

/** A whole number, at least 1 unless said otherwise. */
export function whole<const N extends string>(
  name: N,
  doc: string,
  { unit, default: preset = undefined, min = 1, max = 1e6 }: NumberOptions = {},
): NumberInput<N> {
  return { name, unit: unit ?? null, default: preset ?? null, choices: null, min, max, integer: true, doc };
}

/** A measure: bytes, FLOP/s, a number of parameters that may be written `7.24B`. */
export function measure<const N extends string>(
  name: N,
  doc: string,
  unit: string,
  { min = 1, max = 1e24 }: NumberOptions = {},
): NumberInput<N> {
  return { name, unit, default: null, choices: null, min, max, doc };
}

/** A bare number that need not be whole. */
export function real<const N extends string>(
  name: N,
  doc: string,
  { default: preset = undefined, min = 1e-9, max = 1e12 }: NumberOptions = {},
): NumberInput<N> {
  return { name, unit: null, default: preset ?? null, choices: null, min, max, doc };
}

/** A share from `min` to 1; a percentage is understood. */
export function share<const N extends string>(name: N, doc: string, min = 0): NumberInput<N> {
  return { name, unit: null, default: null, choices: null, min, max: 1, doc };
}

/** One of a few words. */
export function oneOf<const N extends string, const C extends string>(
  name: N,
  doc: string,
  choices: readonly C[],
  preset: NoInfer<C>,
): ChoiceInput<N, C> {
  return { name, unit: null, default: preset, choices, min: null, max: null, doc };
}
