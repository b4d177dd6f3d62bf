import type { Grade } from './events.ts';
import { isTime } from './times.ts';

/**
 * The first thing that is wrong with a record of version 1, in words, or null.
 * Plain checks and no schema library: this runs once for every line ever written, before the first card.
 */
export function fault(record: Record<string, unknown>): string | null {
  if (record.v !== 1) return 'not an event: it has no version "v"';
  if (!isName(record.id)) return '"id" must be a text';
  if (typeof record.at !== 'string' || !isTime(record.at)) {
    return '"at" must be a UTC time like 2026-03-09T18:30:00.000Z';
  }
  // No place on earth was ever a whole day away from UTC.
  if (!isBetween(record.tz, -1440, 1440)) return '"tz" must be the minutes east of UTC';
  if (!isName(record.device)) return '"device" must be a text';
  return faultOfType(record);
}

function faultOfType(record: Record<string, unknown>): string | null {
  switch (record.type) {
    case 'answer':
      return faultOfAnswer(record);
    case 'skip':
    case 'suspend':
    case 'unsuspend':
      return isName(record.q) ? null : '"q" must be the id of a question';
    case 'flag':
      if (!isName(record.q)) return '"q" must be the id of a question';
      return typeof record.why === 'string' ? null : '"why" must be a text';
    case 'undo':
      return isName(record.of) ? null : '"of" must be the id of an event';
    case 'override':
      if (!isName(record.of)) return '"of" must be the id of an event';
      return isGrade(record.grade) ? null : GRADES;
    case 'tick':
    case 'untick':
      return isName(record.item) ? null : '"item" must be the id of an item';
    case 'set':
      if (!isName(record.key)) return '"key" must be a text';
      return record.value === undefined ? '"value" is missing' : null;
    default:
      return typeof record.type === 'string' ? `unknown type "${record.type}"` : '"type" must be a text';
  }
}

function faultOfAnswer(record: Record<string, unknown>): string | null {
  if (!isName(record.q)) return '"q" must be the id of a question';
  if (!Number.isFinite(record.draw)) return '"draw" must be a number';
  if (record.answer === undefined) return '"answer" is missing';
  if (typeof record.correct !== 'boolean') return '"correct" must be true or false';
  if (!isGrade(record.grade)) return GRADES;
  if (!isBetween(record.score, 0, 1)) return '"score" must be a number from 0 to 1';
  if (!isBetween(record.hints, 0, Number.MAX_SAFE_INTEGER)) return '"hints" must be a number from 0';
  if (!isBetween(record.seconds, 0, Number.MAX_SAFE_INTEGER)) return '"seconds" must be a number from 0';
  if (record.confidence !== null && !isBetween(record.confidence, 0, 1)) {
    return '"confidence" must be null or a number from 0 to 1';
  }
  if (typeof record.mode !== 'string') return '"mode" must be a text';
  return isTexts(record.missed) ? null : '"missed" must be a list of texts';
}

const GRADES = '"grade" must be again, hard, good or easy';

export function isGrade(value: unknown): value is Grade {
  return value === 'again' || value === 'hard' || value === 'good' || value === 'easy';
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high;
}

function isTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const one of value) if (typeof one !== 'string') return false;
  return true;
}
