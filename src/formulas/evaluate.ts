import { closest } from '../closest.ts';
import { type KnownError, usage } from '../errors.ts';
import { printable } from '../problems.ts';
import { guessed, listed, quoted } from '../wording.ts';
import { formatNumber, formatQuantity, formatScaled } from './format.ts';
import type { Formula, Input, InputValues } from './formula.ts';
import { parseQuantity, readAs } from './quantity.ts';
import { findFormula, formulas } from './registry.ts';
import type { FormulaSource } from './sources.ts';

/** Inputs as they were typed, or as numbers in the unit of the input. */
export type RawInputs = Readonly<Record<string, string | number>>;

export interface Evaluation {
  readonly formula: string;
  /** All inputs, with the defaults: numbers in the base unit of the input, and words. */
  readonly inputs: InputValues;
  /** How each input was read: `seq = 8Ki = 8,192 tokens`, `batch = 1 (default)`. */
  readonly understood: readonly string[];
  readonly value: number;
  readonly unit: string | null;
  readonly steps: readonly string[];
  readonly sources: readonly FormulaSource[];
}

/**
 * Works out a formula from inputs as people write them: `{layers: '32', seq: '8Ki', dtype: 'bf16'}`.
 *
 * @throws a usage error in one line: `unknown-formula`, `unknown-input`, `missing-input`, `bad-input`
 */
export function evaluateFormula(id: string, raw: RawInputs): Evaluation {
  const formula = findFormula(id);
  if (formula === null) throw unknownFormula(id);
  const stranger = Object.keys(raw).find((name) => !formula.inputs.some((input) => input.name === name));
  if (stranger !== undefined) throw unknownInput(formula, stranger);
  const missing = formula.inputs.filter((input) => input.default === null && !Object.hasOwn(raw, input.name));
  if (missing.length > 0) throw missingInputs(formula, missing);

  const read = formula.inputs.map((input) => ({ input, ...readInput(formula, input, raw) }));
  const inputs = Object.fromEntries(read.map(({ input, value }) => [input.name, value]));
  const conflict = formula.conflict(inputs);
  if (conflict !== null) throw usage('bad-input', `${formula.id}: ${conflict}`, howToCall(formula));
  const { value, steps } = formula.evaluate(inputs);
  const understood = read.map((entry) => entry.understood);
  return {
    formula: formula.id,
    inputs,
    understood,
    value,
    unit: formula.unit,
    steps,
    sources: [formula.source],
  };
}

function readInput(
  formula: Formula,
  input: Input,
  raw: RawInputs,
): { value: number | string; understood: string } {
  const given = Object.hasOwn(raw, input.name) ? raw[input.name] : undefined;
  if (given === undefined) {
    const value = input.default ?? Number.NaN;
    const shown = typeof value === 'number' ? formatQuantity(value, input.unit) : value;
    return { value, understood: `${input.name} = ${shown} (default)` };
  }
  const value =
    input.choices === null ? readNumber(formula, input, given) : readChoice(formula, input, given);
  return { value, understood: echo(input, given, value) };
}

function readChoice({ id }: Formula, { name, choices }: Input, given: string | number): string {
  const word = String(given).trim().toLowerCase();
  const found = choices?.find((choice) => choice === word);
  if (found !== undefined) return found;
  const meant = closest(word.slice(0, 50), choices ?? []);
  throw usage(
    'bad-input',
    `${id}: ${name} cannot be ${quote(given)}.`,
    `${guessed(meant)}Choose one of ${choices?.join(', ')}.`,
  );
}

function readNumber({ id }: Formula, input: Input, given: string | number): number {
  const { name, unit, min, max } = input;
  const hint = `${name}: ${input.doc}, ${range(input)}.`;
  const wrong = (why: string): KnownError => usage('bad-input', `${id}: ${name}: ${why}`, hint);
  const quantity =
    typeof given === 'number' ? { ok: true as const, value: given, unit: null } : parseQuantity(given);
  if (!quantity.ok) throw wrong(quantity.why);
  const value = readAs(quantity, unit);
  if (value === null) {
    const wanted = unit === null ? 'a bare number is' : `${unit} are`;
    throw wrong(`${quote(given)} is in ${quantity.unit}, but ${wanted} expected.`);
  }
  if (!Number.isFinite(value)) throw wrong('This is not a finite number.');
  if (input.integer && !Number.isInteger(value)) throw wrong(`${quote(given)} is not a whole number.`);
  if ((min !== null && value < min) || (max !== null && value > max)) {
    throw wrong(`${quote(given)} is out of range.`);
  }
  return value;
}

function range({ integer, unit, min, max }: Input): string {
  const kind = integer ? 'a whole number' : 'a number';
  const measured = unit === null ? '' : ` of ${unit}`;
  return `${kind}${measured} from ${min === null ? '…' : formatNumber(min)} to ${max === null ? '…' : formatNumber(max)}`;
}

/** What was typed, the number in the base unit, and a larger unit, each where it says something new. */
function echo(input: Input, given: string | number, value: number | string): string {
  if (typeof value === 'string') return `${input.name} = ${value}`;
  const base = `${formatNumber(value)}${input.unit === null ? '' : ` ${input.unit}`}`;
  const typed = typeof given === 'number' ? base : printable(given.trim());
  const forms = [typed, base];
  if (plain(typed) === plain(base) || plain(typed) === plain(formatNumber(value))) {
    const scaled = formatScaled(value, input.unit);
    forms.splice(0, 2, base, ...(scaled === null ? [] : [scaled]));
  }
  return [input.name, ...forms].join(' = ');
}

function plain(text: string): string {
  return text.replace(/[\s,]/g, '');
}

function unknownFormula(id: string): KnownError {
  const ids = formulas().map((formula) => formula.id);
  const meant = closest(id.slice(0, 50), ids);
  return usage(
    'unknown-formula',
    `There is no formula ${quote(id)}.`,
    `${guessed(meant)}There are: ${listed(ids)}. See all: mistral-prep calc`,
  );
}

function unknownInput(formula: Formula, name: string): KnownError {
  const names = formula.inputs.map((input) => input.name);
  const meant = closest(name.slice(0, 50), names);
  return usage(
    'unknown-input',
    `${formula.id} takes no ${quote(name)}.`,
    `${guessed(meant)}${howToCall(formula)}`,
  );
}

function missingInputs(formula: Formula, missing: readonly Input[]): KnownError {
  const names = missing.map((input) => input.name).join(', ');
  return usage('missing-input', `${formula.id} also needs ${names}.`, howToCall(formula));
}

function howToCall({ inputs }: Formula): string {
  const shown = inputs.map(({ name, default: preset }) => (preset === null ? name : `${name} (${preset})`));
  return `It takes ${shown.join(', ')}.`;
}

function quote(given: string | number): string {
  return quoted(String(given));
}
