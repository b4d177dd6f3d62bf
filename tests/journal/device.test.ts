import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { deviceId } from '../../src/journal/device.ts';
import { folder, put, text } from './support.ts';

const never = () => {
  throw new Error('no new id is needed');
};

it('is made once and read from then on', () => {
  const dir = join(folder(), 'state');
  const file = join(dir, 'device');
  expect(deviceId(file, () => 'laptop-1')).toBe('laptop-1');
  expect(deviceId(file, never)).toBe('laptop-1');
  expect(text(dir, 'device')).toBe('laptop-1\n');
  expect(readdirSync(dir)).toEqual(['device']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it.each(['laptop-1', '  laptop-1\r\n', 'a'.repeat(64), '0-0-'])('takes %j', (content) => {
  const dir = folder();
  put(dir, 'device', content);
  expect(deviceId(join(dir, 'device'), never)).toBe(content.trim());
});

it.each([
  '',
  '\n',
  'abc',
  '-abcd',
  'Laptop',
  '../../etc',
  'a b c d',
  '\0\0\0\0\0',
  'a'.repeat(65),
  'laptop-1\nlaptop-2',
])('replaces %j', (content) => {
  const dir = folder();
  put(dir, 'device', content);
  expect(deviceId(join(dir, 'device'), () => 'laptop-9')).toBe('laptop-9');
  expect(deviceId(join(dir, 'device'), never)).toBe('laptop-9');
  expect(readdirSync(dir)).toEqual(['device']);
});

it('takes the id that somebody else has put in place meanwhile', () => {
  const dir = folder();
  const file = join(dir, 'device');
  const id = deviceId(file, () => {
    put(dir, 'device', 'the-other\n');
    return 'laptop-1';
  });
  expect(id).toBe('the-other');
  expect(readdirSync(dir)).toEqual(['device']);
});

it('cleans up after a process that was stopped half way, and touches nothing else', () => {
  const dir = folder();
  put(dir, 'device', 'laptop-1\n');
  for (const name of ['device.laptop-2.tmp', 'other.tmp', 'device.txt', 'notes']) put(dir, name, '');
  expect(deviceId(join(dir, 'device'), never)).toBe('laptop-1');
  expect(readdirSync(dir)).toEqual(['device', 'device.txt', 'notes', 'other.tmp']);
});

it('is not stopped by a leftover of its own name', () => {
  const dir = folder();
  put(dir, 'device.laptop-1.tmp', 'half');
  expect(deviceId(join(dir, 'device'), () => 'laptop-1')).toBe('laptop-1');
  expect(readdirSync(dir)).toEqual(['device']);
});

it('says in one line where the disk refuses', () => {
  const dir = folder();
  mkdirSync(join(dir, 'device'));
  put(dir, 'file', '');
  for (const [file, words] of [
    [join(dir, 'device'), 'a folder is where the file belongs (EISDIR)'],
    [join(dir, 'file', 'device'), 'a file is where a folder belongs (ENOTDIR)'],
  ] as const) {
    const make = () => deviceId(file, () => 'laptop-1');
    expect(make).toThrow(KnownError);
    expect(make).toThrow(`The id of this device cannot be kept in ${file}: ${words}.`);
  }
});
