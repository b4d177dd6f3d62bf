import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { foldedWords } from '../../src/guide/fold.ts';
import { buildSearch, searchBundle } from '../../src/guide/search.ts';
import { parts, topics } from './fixtures.ts';
import { refusal } from './known.ts';

const { search } = buildSearch(parts);
const found = (query: string) => search(query).hits.map(({ type, id }) => `${type} ${id}`);

describe('finds', () => {
  test.each([
    ['kv cache', 'topic kv-cache'], // title before text
    ['KV-cache', 'topic kv-cache'],
    ['recruiter', 'round recruiter'],
    ['behavioral', 'round behavioral'],
    ['behavioural', 'round behavioral'],
    ['timothee', 'company founded'], // diacritics
    ['throughput server', 'ask inference-server'],
    ['optimization', 'priority distributed'],
    ['salary senior', 'comp senior-se-paris'],
    ['€120K', 'comp se-paris'],
    ['no figure london', 'comp london-gap'],
    ['strike vesting', 'comp equity'],
    ['hybrid', 'faq remote'],
    ['series c', 'company series-c'],
    ['rag embeddings', 'report knowledge-quiz'],
    ['timed problems', 'item c1'],
    ['bubble', 'formula bubble'],
    ['drains', 'formula bubble'],
    ['trnasformers', 'report knowledge-quiz'], // a slip of two letters is forgiven in a long word
    ['throughptu', 'ask inference-server'],
    ['kv cahce', 'topic kv-cache'], // two letters that changed places
    ['recru', 'round recruiter'], // a beginning
    ['c++', 'priority languages'],
  ])('%s', (query, first) => {
    expect(found(query)).toContain(first);
  });

  test('the best first', () => {
    expect(found('kv cache')[0]).toBe('topic kv-cache');
    expect(found('recruiter')[0]).toBe('round recruiter');
    expect(found('remote')[0]).toBe('faq remote');
  });

  test('what has all the words, if anything has', () => {
    expect(found('hubs paris')).toEqual(['faq remote']);
  });

  test('otherwise what has any of them', () => {
    expect(found('hubs zeppelin')).toEqual(found('hubs'));
    expect(found('hubs zeppelin')).toContain('faq remote');
    expect(found('what is the remote policy')).toContain('faq remote');
  });

  test('nothing, without an error', () => {
    expect(search('zeppelin')).toEqual({ hits: [] });
  });

  test('all words with two slips before one word without', () => {
    expect(found('size cahce')).toEqual(found('size cache'));
  });

  test('another letter in a short word only where nothing else is near', () => {
    const [topic, other] = topics;
    if (!topic || !other) throw new Error('no fixture');
    const two = (summary: string) =>
      searchBundle('moee', {
        ...parts,
        topics: {
          topics: [
            { ...topic, id: 'x', title: 'X', summary },
            { ...other, id: 'y', title: 'Y', summary: 'more' },
          ],
        },
      }).hits.flatMap(({ id }) => (id === 'x' || id === 'y' ? [id] : []));
    expect(two('moe')).toEqual(['x']);
    const { hits } = searchBundle('loea', {
      ...parts,
      topics: { topics: [{ ...topic, id: 'x', title: 'X', summary: 'lora' }] },
    });
    expect(hits.map(({ id }) => id)).toContain('x');
  });

  test('no more than the limit', () => {
    expect(search('paris', 2).hits).toHaveLength(2);
    expect(searchBundle('paris', parts, 1).hits).toHaveLength(1);
  });

  test('and does not take a year for the next, nor a short word for another', () => {
    expect(found('2027')).toEqual([]);
    expect(found('mae')).not.toContain('topic moe');
  });

  test.each(['', '  ', '—?'])('refuses %j', (query) => {
    expect(refusal(() => search(query))).toMatchObject({ code: 'empty-search', exitCode: 2 });
  });
});

describe('a hit', () => {
  test('says what it is, on whose word, and which words matched as they are written', () => {
    expect(search('timothee').hits[0]).toEqual({
      type: 'company',
      id: 'founded',
      title: 'Company: about',
      excerpt: 'Founded in Paris by Timothée Lacroix and others.',
      score: expect.any(Number),
      layer: 'guide',
      terms: ['Timothée'],
    });
    expect(search('embeddings').hits[0]?.layer).toBe('reported');
  });

  const [template] = topics;
  if (!template) throw new Error('no fixture');
  const filler = (n: number) => Array.from({ length: n }, (_, i) => `filler${i}`).join(' ');
  const excerptOf = (summary: string) =>
    searchBundle('needle', { ...parts, topics: { topics: [{ ...template, summary }] } }).hits[0]?.excerpt ??
    '';

  test.each([
    ['a short text whole', 'A needle\nin a stack.', /^A needle in a stack\.$/],
    ['the beginning', `A needle ${filler(60)} end.`, /^A needle filler0 .*\d…$/],
    ['the middle', `Begin ${filler(60)} needle ${filler(60)} end.`, /^…filler\d+ .*needle.* filler\d+…$/],
    ['the end', `Begin ${filler(60)} needle.`, /^…filler\d+ .* needle\.$/],
  ])('shows %s', (_, text, shown) => {
    const excerpt = excerptOf(text);
    expect(excerpt).toMatch(shown);
    expect(excerpt.length).toBeLessThanOrEqual(164);
  });

  test('shows where the word is, however long the text', () => {
    const around = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(around, ([before, after]) => {
        const excerpt = excerptOf(`${filler(before)} needle ${filler(after)}`.trim());
        expect(foldedWords(excerpt)).toContain('needle');
        expect(excerpt.length).toBeLessThanOrEqual(164);
      }),
      { numRuns: 50 },
    );
  });
});

test('any query is answered or refused, and the terms are in the hit', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('paris', 'kv', 'design server', 'remot')),
      (query) => {
        try {
          for (const { title, excerpt, terms } of search(query).hits) {
            for (const term of terms) expect(`${title} ${excerpt}`).toContain(term);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(KnownError);
        }
      },
    ),
  );
});
