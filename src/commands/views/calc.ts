import { usage } from '../../errors.ts';
import { evaluateFormula, type RawInputs } from '../../formulas/evaluate.ts';
import { formatQuantity } from '../../formulas/format.ts';
import type { Formula } from '../../formulas/formula.ts';
import { findFormula, formulas } from '../../formulas/registry.ts';
import type { FormulaSource } from '../../formulas/sources.ts';
import { hints } from '../../terminal/commands.ts';
import { equations } from '../../terminal/equations.ts';
import { footer, heading, keyValues } from '../../terminal/layout.ts';
import type { Screen } from '../../terminal/screen.ts';
import { table } from '../../terminal/table.ts';
import { quoted } from '../../wording.ts';
import type { Answer } from '../answer.ts';
import { blocks, pageOf } from './common.ts';

/** The formulas, what one takes, or one worked out. */
export function calculate(id: string | undefined, words: readonly string[]): Answer {
  if (id === undefined) return listed();
  const formula = findFormula(id);
  if (formula && words.length === 0 && formula.inputs.some((input) => input.default === null))
    return described(formula);
  return workedOut(id, inputsOf(words));
}

function listed(): Answer {
  const all = formulas();
  return {
    json: { formulas: all.map(shapeOf) },
    lines: (screen) => [
      ...table(
        screen,
        [
          { align: 'left', style: screen.theme.accent },
          { align: 'left', flex: true },
        ],
        all.map(({ id, title }) => [id, title]),
      ),
      '',
      ...hints(screen, [{ say: 'what one takes', command: `mistral-prep calc ${all[0]?.id ?? ''}` }]),
    ],
  };
}

function described(formula: Formula): Answer {
  const { id, title, inputs, source } = formula;
  const example = inputs.filter((input) => input.default === null).map((input) => `${input.name}=…`);
  return {
    json: shapeOf(formula),
    lines: (screen) =>
      blocks(
        heading(screen, title, id),
        keyValues(
          screen,
          inputs.map((input) => ({ key: input.name, value: `${input.doc} · ${takes(input)}` })),
        ),
        footer(screen, [sourceText(source)]),
        hints(screen, [{ say: 'work it out', command: `mistral-prep calc ${id} ${example.join(' ')}` }]),
      ),
  };
}

function takes({ unit, choices, default: preset }: Formula['inputs'][number]): string {
  const what = choices ? choices.join(', ') : (unit ?? 'number');
  return preset === null ? what : `${what} (${preset})`;
}

function workedOut(id: string, raw: RawInputs): Answer {
  const { formula, inputs, value, unit, steps, sources, understood } = evaluateFormula(id, raw);
  return {
    json: { formula, inputs, value, unit, steps, sources },
    lines: (screen) =>
      blocks(
        heading(screen, findFormula(id)?.title ?? id, formula),
        keyValues(screen, understood.map(split)),
        equations(screen, steps),
        [result(screen, value, unit)],
        footer(screen, sources.map(sourceText)),
      ),
  };
}

function result({ theme }: Screen, value: number, unit: string | null): string {
  return ` ${theme.bold(formatQuantity(value, unit))}`;
}

function split(line: string): { key: string; value: string } {
  const [key = '', ...rest] = line.split(' = ');
  return { key, value: rest.join(' = ') };
}

function inputsOf(words: readonly string[]): RawInputs {
  const inputs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1)
      throw usage('bad-input', `${quoted(word)} is no key=value.`, 'Write inputs as layers=32 seq=8Ki');
    const name = word.slice(0, at);
    if (inputs.has(name)) throw usage('bad-input', `${name} is given twice.`, 'Give each input once.');
    inputs.set(name, word.slice(at + 1));
  }
  return Object.fromEntries(inputs);
}

function shapeOf({ id, title, inputs, unit, source }: Formula): object {
  return {
    id,
    title,
    inputs: inputs.map(({ name, unit: of, default: preset, choices, doc }) => ({
      name,
      unit: of,
      default: preset,
      choices,
      doc,
    })),
    unit,
    sources: [source],
  };
}

function sourceText(source: FormulaSource): string {
  return `${pageOf(source)}. ${source.note}`;
}
