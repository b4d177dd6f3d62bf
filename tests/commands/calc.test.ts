import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inside, jsonOf, linesOf } from './inside.ts';

const source = v.looseObject({
  id: v.string(),
  title: v.string(),
  url: v.nullable(v.string()),
  section: v.nullable(v.string()),
  asOf: v.string(),
});
const formula = v.strictObject({
  id: v.string(),
  title: v.string(),
  inputs: v.array(
    v.strictObject({
      name: v.string(),
      unit: v.nullable(v.string()),
      default: v.nullable(v.union([v.number(), v.string()])),
      choices: v.nullable(v.array(v.string())),
      doc: v.string(),
    }),
  ),
  unit: v.nullable(v.string()),
  sources: v.pipe(v.array(source), v.minLength(1)),
});
const worked = v.strictObject({
  formula: v.string(),
  inputs: v.record(v.string(), v.union([v.number(), v.string()])),
  value: v.number(),
  unit: v.nullable(v.string()),
  steps: v.pipe(v.array(v.string()), v.minLength(1)),
  sources: v.pipe(v.array(source), v.minLength(1)),
});

const KV = ['calc', 'kv-cache', 'layers=32', 'kv-heads=8', 'head-dim=128'];

describe('calc', () => {
  it('lists the formulas, and says what one takes', async () => {
    const { formulas } = v.parse(v.strictObject({ formulas: v.array(formula) }), await jsonOf(['calc']));
    expect(formulas.length).toBeGreaterThanOrEqual(10);
    expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length);
    const one = v.parse(formula, await jsonOf(['calc', 'kv-cache']));
    expect(one).toEqual(formulas.find(({ id }) => id === 'kv-cache'));
    const listed = (await linesOf(['calc'])).join('\n');
    for (const { id } of formulas) expect(listed).toContain(id);
    const lines = (await linesOf(['calc', 'kv-cache'])).join('\n');
    for (const { name } of one.inputs) expect(lines).toContain(name);
  });

  it.each([
    [[...KV, 'seq=8Ki'], 2 ** 30, 'B'],
    [[...KV, 'seq=8k'], 131_072 * 8000, 'B'],
    [[...KV, 'dtype=bf16', 'seq=8Ki', 'batch=4'], 2 ** 32, 'B'],
    [['calc', 'weight-memory', 'params=7B'], 14e9, 'B'],
    [['calc', 'training-flops', 'params=7B', 'tokens=2T'], 8.4e22, 'FLOP'],
    [['calc', 'pipeline-bubble', 'stages=4', 'microbatches=12'], 0.2, null],
  ])('%j', async (words, value, unit) => {
    const answer = v.parse(worked, await jsonOf(words));
    expect(answer).toMatchObject({ formula: words[1], unit });
    expect(answer.value / value).toBeCloseTo(1, 10);
  });

  it('echoes what was understood, works it out, and cites', async () => {
    const text = (await linesOf([...KV, 'seq=8Ki'])).join('\n');
    expect(text).toMatch(/8,192/);
    expect(text).toMatch(/\(default\)/);
    expect(text).toMatch(/1 GiB/);
    expect(text).toMatch(/Kwon et al\..*section 3/);
  });

  it.each([
    [['calc', 'kv-cach'], 'unknown-formula', /Did you mean "kv-cache"\?/],
    [['calc', 'kv-cache', 'layer=32'], 'unknown-input', /Did you mean "layers"\?/],
    [['calc', 'kv-cache', 'layers=32'], 'missing-input', /also needs kv-heads/],
    [[...KV, 'seq=8Kix'], 'bad-input', /seq/],
    [[...KV, 'seq=1GB'], 'bad-input', /seq/],
    [[...KV, 'seq=8Ki', 'dtype=fp7'], 'bad-input', /dtype/],
    [[...KV, 'seq=-1'], 'bad-input', /seq/],
    [[...KV, 'seq'], 'bad-input', /no key=value/],
    [[...KV, '=3'], 'bad-input', /no key=value/],
    [[...KV, 'seq=8Ki', '__proto__=1'], 'unknown-input', /__proto__/],
    [[...KV, 'seq=8Ki', 'seq=9Ki'], 'bad-input', /seq.*twice/],
    [[...KV, 'seq=\u001b[31m'], 'bad-input', /seq/],
  ])('%j is refused in one line and 2', async (words, code, line) => {
    const json = await inside([...words, '--json']);
    expect({ code: json.code, stdout: json.stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(json.stderr).error.code).toBe(code);
    const text = await inside(words);
    expect({ code: text.code, stdout: text.stdout }).toEqual({ code: 2, stdout: '' });
    expect(text.stderr).toMatch(line);
    expect(text.stderr.split('\n')).toHaveLength(3);
    expect(text.stderr).not.toContain('\u001b');
  });
});
