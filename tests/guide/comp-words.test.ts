import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Named } from '../../src/bundle/types.ts';
import { parseCompWords } from '../../src/guide/comp-words.ts';
import { bundle } from './fixtures.ts';
import { refusal } from './known.ts';

const read = (...words: string[]) => {
  const { level, location } = parseCompWords(words, bundle);
  return [level, location];
};

describe('understands', () => {
  test.each<[string[], string | null, string | null]>([
    [[], null, null],
    [[''], null, null],
    [['senior'], 'senior-se', null],
    [['Senior SE', 'Paris'], 'senior-se', 'paris'],
    [['paris', 'senior'], 'senior-se', 'paris'],
    [['senior', 'se', 'paris'], 'senior-se', 'paris'],
    [['paris senior se'], 'senior-se', 'paris'],
    [['staff', 'us'], 'staff-research', 'us'],
    [['us'], null, 'us'],
    [['PARIS'], null, 'paris'],
    [['se'], 'se', null],
    [['se', 'par'], 'se', 'paris'],
    [['sen', 'lon'], 'senior-se', 'london'],
    [['senior', 'software', 'engineer', 'united', 'kingdom'], 'senior-se', 'london'],
    [['new york', 'staff'], 'staff-research', 'us'],
    [['research', 'scientist', 'hq'], 'staff-research', 'paris'],
    [['Staff / Research', 'Paris'], 'staff-research', 'paris'],
    [['staff-research'], 'staff-research', null],
    [['senior', 'in', 'paris'], 'senior-se', 'paris'],
    [['paris,', 'senior'], 'senior-se', 'paris'],
    [['senior', 'paris', 'se'], 'senior-se', 'paris'], // odd, and clear
  ])('%j', (words, level, location) => {
    expect(read(...words)).toEqual([level, location]);
  });

  test('every level with every place, in both orders, quoted or not', () => {
    const name = (list: readonly Named[]) =>
      fc
        .constantFrom(...list)
        .chain((it) =>
          fc.constantFrom(it.id, it.title, ...it.aliases).map((words) => ({ id: it.id, words })),
        );
    fc.assert(
      fc.property(
        name(bundle.levels),
        name(bundle.locations),
        fc.boolean(),
        fc.boolean(),
        (level, place, turned, quoted) => {
          const words = turned ? [place.words, level.words] : [level.words, place.words];
          expect(read(...(quoted ? words : words.flatMap((word) => word.split(' '))))).toEqual([
            level.id,
            place.id,
          ]);
        },
      ),
    );
  });
});

describe('refuses', () => {
  test.each([
    [
      ['snior'],
      'unknown-level-or-location',
      'There is no level or location "snior".',
      'Did you mean "senior-se"? There are: se, senior-se, staff-research, paris, london, us',
    ],
    [
      ['pariss'],
      'unknown-level-or-location',
      'There is no level or location "pariss".',
      /Did you mean "paris"/,
    ],
    [
      ['snior', 'pariss'],
      'unknown-level-or-location',
      'There is no level or location "snior pariss".',
      /Did you mean "senior-se paris"/,
    ],
    [
      ['snior', 'paris'],
      'unknown-level',
      'There is no level "snior".',
      /Did you mean "senior-se"\? There are: se, senior-se, staff-research$/,
    ],
    [
      ['senior', 'berlin'],
      'unknown-location',
      'There is no location "berlin".',
      /^There are: paris, london, us$/,
    ],
    [
      ['s', 'paris'],
      'ambiguous-level',
      '"s" could be more than one level.',
      'Say which: se, senior-se, staff-research',
    ],
    [['s'], 'ambiguous-level', '"s" could be more than one level.', /se, senior-se/],
    [['u'], 'ambiguous-location', '"u" could be more than one location.', 'Say which: london, us'],
    [
      Array(40).fill('senior'),
      'unknown-level-or-location',
      /^There is no level or location "senior senior/,
      /^There are|^Did you mean/,
    ],
  ])('%j', (words, code, message, hint) => {
    const error = refusal(() => read(...words));
    expect(error).toMatchObject({ code, exitCode: 2 });
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });

  test('no name because it begins another', () => {
    const alike = {
      levels: [{ id: 'lead', title: 'Lead', aliases: [] }],
      locations: [{ id: 'leadville', title: 'Leadville', aliases: [] }],
    };
    expect(parseCompWords(['lead'], alike)).toEqual({ level: 'lead', location: null });
    expect(parseCompWords(['leadv'], alike)).toEqual({ level: null, location: 'leadville' });
    expect(parseCompWords(['leadv', 'lead'], alike)).toEqual({ level: 'lead', location: 'leadville' });
  });

  test('a beginning that a level and a place have', () => {
    const both = {
      levels: [{ id: 'lead', title: 'Lead', aliases: [] }],
      locations: [{ id: 'leeds', title: 'Leeds', aliases: [] }],
    };
    expect(refusal(() => parseCompWords(['le'], both))).toMatchObject({
      code: 'ambiguous-comp',
      message: '"le" could be more than one thing.',
      hint: 'Say which: lead, or leeds',
    });
  });
});
