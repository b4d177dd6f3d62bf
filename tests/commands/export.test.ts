import { expect, it } from 'vitest';
import { inside, jsonOf } from './inside.ts';

const exported = async (format: string, now: string) =>
  (await inside(['export', format, '--topic', 'moe'], { env: { MISTRAL_PREP_NOW: now } })).stdout;

it('a question is drawn the same at every export, and in every format', async () => {
  for (const format of ['anki', 'csv', 'markdown']) {
    const text = await exported(format, '2026-10-19T09:00:00.000Z');
    expect(text).toContain('moe');
    expect(await exported(format, '2026-10-20T10:11:12.013Z')).toBe(text);
  }
  const sheet = await exported('markdown', '2026-10-19T09:00:00.000Z');
  const { questions } = JSON.parse(await exported('json', '2026-10-21T00:00:00.000Z'));
  for (const { options, prompt } of questions) {
    for (const line of [prompt, ...options]) expect(sheet).toContain(line);
  }
});

it('what is no JSON is not printed under --json', async () => {
  for (const format of ['anki', 'csv', 'markdown']) {
    const { code, stdout, stderr } = await inside(['export', format, '--json', '--topic', 'moe']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr).error.hint).toContain('mistral-prep export json');
  }
  expect(await jsonOf(['export', 'json', '--topic', 'moe'])).toHaveProperty('questions');
});
