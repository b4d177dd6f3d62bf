import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact } from '../../src/formulas/format.ts';
import { asCount, parseQuantity, readAs } from '../../src/formulas/quantity.ts';
import { UNITS } from '../../src/formulas/units.ts';

describe('parseQuantity reads what people write', () => {
  it.each<[string, number, string | null]>([
    ['1.5e9', 1.5e9, null],
    ['.5', 0.5, null],
    ['-3', -3, null],
    ['−3', -3, null],
    ['-0', 0, null],
    ['  42  ', 42, null],
    ['~16 GB', 16, 'GB'],
    ['3/8', 0.375, null],
    ['2^20', 1_048_576, null],
    ['2**20', 1_048_576, null],
    ['2^20 B', 1_048_576, 'B'],
    ['10^23', 1e23, null],
    ['3.14 × 10^23', 3.14e23, null],
    ['3.14x10^23 FLOP', 3.14e23, 'FLOP'],
    ['37.5%', 37.5, '%'],
    ['196,608', 196_608, null],
    ['1,234.5', 1234.5, null],
    ['1_000_000', 1e6, null],
    ['8Ki', 8192, null],
    ['192 Ki', 196_608, null],
    ['4Mi', 4_194_304, null],
    ['8k', 8000, null],
    ['8K', 8000, null],
    ['80G', 8e10, null],
    ['1.4T tokens', 1.4e12, 'tokens'],
    ['7B params', 7e9, 'params'],
    ['7 billion', 7e9, null],
    ['3.2k tok/s', 3200, 'tokens/s'],
    ['7B', 7, 'B'],
    ['7b', 7, 'B'],
    ['16 B', 16, 'B'],
    ['80GB', 80, 'GB'],
    ['1.5 GB', 1.5, 'GB'],
    ['3 KB', 3, 'kB'],
    ['24gib', 24, 'GiB'],
    ['1,536 MiB', 1536, 'MiB'],
    ['312 TFLOP/s', 312, 'TFLOP/s'],
    ['312 TFLOPS', 312, 'TFLOP/s'],
    ['312 TFLOPs', 312, 'TFLOP'],
    ['3.35 TB/s', 3.35, 'TB/s'],
    ['900 GBps', 900, 'GB/s'],
    ['900 GB / s', 900, 'GB/s'],
    ['21 days', 21, 'days'],
    ['1 ms', 1, 'ms'],
    ['5 us', 5, 'µs'],
    ['5 µs', 5, 'µs'],
    ['5 μs', 5, 'µs'],
    ['0 B', 0, 'B'],
  ])('%s', (text, value, unit) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value, unit });
  });
});

describe('parseQuantity refuses the rest and says how to write it', () => {
  it.each([
    ['', 'no number'],
    ['   ', 'no number'],
    ['GB', 'does not begin with a number'],
    ['NaN', 'does not begin with a number'],
    ['-Infinity', 'does not begin with a number'],
    ['1e999', 'not a finite number'],
    ['1/0', 'not a finite number'],
    ['0/0', 'not a finite number'],
    ['10^400', 'not a finite number'],
    ['1,5 GB', 'Write 1.5'],
    ['0,123', 'Write 0.123'],
    ['12,34,567', 'groups of three'],
    ['1 536 MiB', 'one number only'],
    ['1.5.2', 'one number only'],
    ['1h 30min', 'one number only'],
    ['3/8/2', 'one number only'],
    ['5 parsec', 'Known are B'],
    ['5 GiBB', 'Did you mean "GiB"?'],
    ['400 Gb/s', 'in bits'],
    ['400 Gbps', 'in bits'],
    ['8 bits', 'in bits'],
    ['312 tflops', 'TFLOP/s for a rate'],
    ['5k GB', 'no known unit'],
    [`1${'0'.repeat(100)}`, 'too long'],
  ])('%s', (text, why) => {
    const read = parseQuantity(text);
    expect(read).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  it('lets no control character into the message', () => {
    const read = parseQuantity('5 \u001b[31m\u202e');
    expect(read.ok ? '' : read.why).toContain('\\x1b[31m\\u202e');
  });

  it('never throws, and what it reads is finite', () => {
    const pieces = fc.constantFrom(
      '1',
      '12',
      '.',
      ',',
      'e',
      '^',
      '/',
      ' ',
      'B',
      'Ki',
      'GB',
      '%',
      '-',
      'FLOP',
      '\0',
      '𝟛',
    );
    const near = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
        const read = parseQuantity(text);
        return read.ok ? Number.isFinite(read.value) : read.why.length > 0 && !read.why.includes('\n');
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back whatever formatExact writes', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const unit = fc.constantFrom(null, ...UNITS.map(({ name }) => name));
    fc.assert(
      fc.property(number, unit, (value, name) => {
        const read = parseQuantity(formatExact(value, name));
        expect(read).toEqual({ ok: true, value: value === 0 ? 0 : value, unit: name });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('asCount and readAs', () => {
  it('take a bare B for a billion where a count is expected, and for bytes elsewhere', () => {
    const seven = { value: 7, unit: 'B' };
    expect(asCount(seven)).toBe(7e9);
    expect([null, 'params', 'tokens', 'B'].map((unit) => readAs(seven, unit))).toEqual([7e9, 7e9, 7e9, 7]);
    expect(readAs(seven, 's')).toBeNull();
  });

  it('take a bare number in the expected unit, and convert the others', () => {
    expect(readAs({ value: 8192, unit: null }, 'tokens')).toBe(8192);
    expect(readAs({ value: 24, unit: 'GiB' }, 'B')).toBe(24 * 2 ** 30);
    expect(readAs({ value: 46.2, unit: '%' }, null)).toBeCloseTo(0.462, 12);
    expect(readAs({ value: 24, unit: 'GB' }, 'GB/s')).toBeNull();
    expect(readAs({ value: 3, unit: 'tokens' }, 'params')).toBeNull();
  });

  it('count no bytes', () => {
    expect(asCount({ value: 80, unit: 'GB' })).toBeNull();
    expect(asCount({ value: 12, unit: 'tokens' })).toBe(12);
    expect(asCount({ value: 12, unit: '%' })).toBeNull();
  });
});
