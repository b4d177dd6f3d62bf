import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Question, questionFile } from '../../src/bundle/question-schema.ts';
import { formulas } from '../../src/formulas/registry.ts';
import { figuresOf } from './figures.ts';

const data = (path: string) => new URL(`../../data/${path}`, import.meta.url);
const files = readdirSync(data('questions')).map((name) =>
  v.parse(questionFile, parse(readFileSync(data(`questions/${name}`), 'utf8'))),
);
const questions: readonly Question[] = files.flatMap(({ questions }) => questions);
const { sources } = parse(readFileSync(data('sources.yaml'), 'utf8'));
const { all, byTopic } = figuresOf(files, sources);
const share = (n: number) => n / all.questions;

describe('the question bank', () => {
  it('has as many questions and formulas as it promises', () => {
    expect(all.questions).toBeGreaterThanOrEqual(450);
    expect(formulas().length).toBeGreaterThanOrEqual(45);
  });

  it('asks in many ways', () => {
    expect(share(all.kinds.choice)).toBeLessThanOrEqual(0.45);
    expect(share(all.drawn)).toBeGreaterThanOrEqual(0.2);
    expect(share(all.kinds.open)).toBeGreaterThanOrEqual(0.15);
    expect(share(all.withFollowups)).toBeGreaterThanOrEqual(0.5);
    expect(all.editor).toBeGreaterThanOrEqual(20);
  });

  it.each([...byTopic])('asks at every difficulty: %s', (_, { difficulties }) => {
    expect(Math.min(...difficulties)).toBeGreaterThan(0);
  });

  it('fits a screen of 80 × 24', () => {
    expect(share(all.questionFits)).toBeGreaterThanOrEqual(0.9);
    expect(share(all.resultFits)).toBeGreaterThanOrEqual(0.9);
  });

  it('does not give the right option away by its length or its place in the file', () => {
    const choices = all.kinds.choice;
    for (const tally of [all.longerThanRight, all.places]) {
      expect(Math.max(...tally) / choices).toBeLessThan(0.4);
    }
  });

  it('has a check for every block of code', () => {
    const checked = new Set(
      readdirSync(new URL('../snippets/', import.meta.url)).map((name) => name.replace(/\.\w+$/, '')),
    );
    const withCode = questions.filter((question) => {
      const texts = [question.prompt, question.explanation, ...('model' in question ? [question.model] : [])];
      return texts.some((text) => /^\s*```/m.test(text));
    });
    expect(withCode.map(({ id }) => id).filter((id) => !checked.has(id))).toEqual([]);
  });
});
