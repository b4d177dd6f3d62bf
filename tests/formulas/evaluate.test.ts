import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { evaluateFormula, type RawInputs } from '../../src/formulas/evaluate.ts';
import type { Input } from '../../src/formulas/formula.ts';
import { findFormula, formulas } from '../../src/formulas/registry.ts';
import { findUnit } from '../../src/formulas/units.ts';

const cache = { layers: '32', 'kv-heads': '8', 'head-dim': '128', seq: '8Ki' };

function refusal(id: string, raw: RawInputs): KnownError {
  try {
    evaluateFormula(id, raw);
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('the registry', () => {
  it('holds every formula once, findable by its id', () => {
    const ids = formulas().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(45);
    for (const formula of formulas()) expect(findFormula(formula.id)).toBe(formula);
    expect(findFormula('constructor')).toBeNull();
  });

  it('declares inputs that can be named and measured', () => {
    for (const { id, inputs, unit } of formulas()) {
      for (const measured of [unit, ...inputs.map((input) => input.unit)]) {
        if (measured !== null) expect(findUnit(measured), id).toMatchObject({ name: measured, factor: 1 });
      }
      for (const input of inputs) {
        expect(input.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(input.choices === null, `${id} ${input.name}`).toBe(input.min !== null && input.max !== null);
        if (input.choices !== null) expect(input.choices).toContain(input.default);
      }
    }
  });
});

const corner = (input: Input, pick: 'min' | 'max') =>
  input.choices?.at(pick === 'min' ? 0 : -1) ?? input[pick] ?? 0;

describe.each(formulas().map((formula) => [formula.id, formula] as const))(
  '%s',
  (id, { inputs, conflict }) => {
    it('gives a finite number with its working at both ends of every range', () => {
      for (const chosen of inputs) {
        for (const pick of ['min', 'max'] as const) {
          for (const rest of ['min', 'max'] as const) {
            const raw = Object.fromEntries(
              inputs.map((input) => [input.name, corner(input, input === chosen ? pick : rest)]),
            );
            if (conflict(raw) !== null) continue;
            const { value, steps } = evaluateFormula(id, raw);
            expect(Number.isFinite(value) && value >= 0, JSON.stringify(raw)).toBe(true);
            expect(steps.length).toBeGreaterThan(0);
            expect(steps.join('\n')).not.toMatch(/NaN|undefined|Infinity/);
          }
        }
      }
    });
  },
);

describe('evaluateFormula', () => {
  it('says how it read each input, in the order of the formula', () => {
    const answer = evaluateFormula('kv-cache', { dtype: 'FP16', ...cache });
    expect(answer.understood).toEqual([
      'layers = 32',
      'kv-heads = 8',
      'head-dim = 128',
      'dtype = fp16',
      'seq = 8Ki = 8,192 tokens',
      'batch = 1 (default)',
    ]);
    expect(answer.inputs).toEqual({
      layers: 32,
      'kv-heads': 8,
      'head-dim': 128,
      dtype: 'fp16',
      seq: 8192,
      batch: 1,
    });
    expect(answer).toMatchObject({ formula: 'kv-cache', value: 2 ** 30, unit: 'B' });
    expect(answer.sources[0]).toMatchObject({ id: 'arxiv-2309-06180', asOf: '2023-09' });
  });

  it('converts units, takes bare numbers in the base unit, and 7B for a count', () => {
    const memory = (text: string | number) =>
      evaluateFormula('kv-cache-tokens', { layers: 32, 'kv-heads': 8, 'head-dim': 128, memory: text });
    expect(memory('24GiB').understood[0]).toBe('memory = 24GiB = 25,769,803,776 B');
    expect(memory('24GiB').value).toBe(196_608);
    expect(memory(2 ** 30).value).toBe(memory('1 GiB').value);
    expect(memory('1 GB').value).toBeLessThan(memory('1 GiB').value);
    const weights = evaluateFormula('weight-memory', { params: '7B' });
    expect([weights.value, weights.understood[0]]).toEqual([14e9, 'params = 7B = 7,000,000,000 params']);
    const time = { params: '7B', tokens: '2T', gpus: 256, peak: '312 TFLOP/s' };
    expect(evaluateFormula('training-time', { ...time, mfu: '40%' })).toMatchObject({ inputs: { mfu: 0.4 } });
  });

  it.each<[string, string, RawInputs, string, string]>([
    ['kv-cash', 'unknown-formula', {}, '"kv-cash"', 'Did you mean "kv-cache"? There are: kv-cache,'],
    ['nothing-like-it', 'unknown-formula', {}, 'no formula', 'There are: kv-cache,'],
    [
      'kv-cache',
      'unknown-input',
      { layer: 3 },
      'takes no "layer"',
      'Did you mean "layers"? It takes layers,',
    ],
    ['kv-cache', 'missing-input', { layers: 3 }, 'needs kv-heads, head-dim, seq', 'batch (1)'],
    ['kv-cache', 'bad-input', { ...cache, layers: '0' }, 'out of range', 'from 1 to 10,000'],
    ['kv-cache', 'bad-input', { ...cache, layers: '2.5' }, 'not a whole number', 'a whole number'],
    ['kv-cache', 'bad-input', { ...cache, layers: '1,5' }, 'Write 1.5', 'transformer layers'],
    ['kv-cache', 'bad-input', { ...cache, layers: Number.NaN }, 'finite', 'transformer layers'],
    ['kv-cache', 'bad-input', { ...cache, seq: '8 KiB' }, 'is in KiB, but tokens are expected', 'tokens'],
    [
      'kv-cache',
      'bad-input',
      { ...cache, dtype: 'bf61' },
      'cannot be "bf61"',
      'Did you mean "bf16"? Choose one of',
    ],
    ['kv-cache', 'bad-input', { ...cache, dtype: 2 }, 'cannot be "2"', 'Choose one of'],
    [
      'training-time',
      'bad-input',
      { params: 1, tokens: 1, gpus: 1, peak: '1 TFLOP', mfu: 1 },
      'FLOP/s are expected',
      'peak',
    ],
    [
      'dense-params',
      'bad-input',
      { layers: 1, 'd-model': 8, heads: 1, 'kv-heads': 2, 'head-dim': 8, ffn: 8, vocab: 8 },
      'more kv-heads than heads',
      'It takes',
    ],
  ])('refuses %s with %s', (id, code, raw, message, hint) => {
    const error = refusal(id, raw);
    expect(error).toMatchObject({ code, exitCode: 2 });
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
    expect(`${error.message}${error.hint}`).not.toContain('\n');
  });

  it('reads no input off the prototype of what it is given', () => {
    expect(refusal('kv-cache', Object.create(cache)).code).toBe('missing-input');
    expect(refusal('kv-cache', { ...cache, constructor: '3' }).code).toBe('unknown-input');
  });
});
