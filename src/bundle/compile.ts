import * as v from 'valibot';
import { checkQuestion } from '../questions/check.ts';
import { type Path, parseYaml } from './parse.ts';
import type { Question } from './question-schema.ts';
import { baseSchema, type CompiledKind, overlaySchema } from './schema.ts';

/** A problem before its place is looked up: what is wrong, and with which record. */
interface Finding {
  path: Path;
  id: string | null;
  message: string;
  /** Whether the key itself is wrong, not what stands under it. */
  isKey?: boolean;
}

export type Role = 'base' | 'overlay';

export interface PlacedFinding {
  line: number;
  column: number;
  id: string | null;
  message: string;
}

export type Compiled = { ok: true; data: unknown } | { ok: false; findings: PlacedFinding[] };

/** YAML bytes → validated data, or everything that is wrong with them. Pure. */
export function compileFile(kind: CompiledKind, role: Role, bytes: Uint8Array): Compiled {
  const parsed = parseYaml(bytes);
  if (parsed.errors.length > 0) {
    return { ok: false, findings: parsed.errors.map((e) => ({ ...e, id: null })) };
  }
  // An empty overlay file, or one that is all comments, changes nothing.
  const value = role === 'overlay' && parsed.value === null ? {} : parsed.value;
  const schema = role === 'base' ? baseSchema(kind) : overlaySchema(kind);
  const result = v.safeParse(schema, value);
  const findings = result.success
    ? [...duplicateIds(result.output), ...wrongQuestions(kind, result.output)]
    : result.issues.map((i) => finding(i, value));
  if (findings.length > 0) {
    const place = ({ path, id, message, isKey }: Finding) => ({
      ...(isKey ? parsed.locateKey(path) : parsed.locate(path)),
      id,
      message,
    });
    return { ok: false, findings: findings.map(place) };
  }
  return { ok: true, data: result.output };
}

/** What a question's form does not say: an answer that names no option, a formula that cannot be worked out. */
function wrongQuestions(kind: CompiledKind, data: unknown): Finding[] {
  if (kind !== 'questions') return [];
  const { questions = [] } = data as { questions?: (Question | { id: string; hidden: true })[] };
  return questions.flatMap((question, index) =>
    'hidden' in question
      ? []
      : checkQuestion(question).map(({ path, message }) => ({
          path: ['questions', index, ...path],
          id: question.id,
          message,
        })),
  );
}

function finding(issue: v.BaseIssue<unknown>, value: unknown): Finding {
  const path = (issue.path ?? []).map((step) => step.key as string | number);
  const id = recordId(value, path);
  // An unknown key is named in the message, so the field is the mapping that it stands in.
  const isKey = issue.type === 'strict_object' && issue.expected === 'never';
  const shown = isKey ? path.slice(0, -1) : path;
  const field = dotted(id === null ? shown : shown.slice(2));
  return { path, id, message: field === '' ? issue.message : `${field}: ${issue.message}`, isKey };
}

function dotted(keys: readonly (string | number)[]): string {
  return keys.map((k, i) => (typeof k === 'number' ? `[${k + 1}]` : i === 0 ? k : `.${k}`)).join('');
}

/** The id of the record that a path leads into: the list's name, the index, then the field. */
function recordId(value: unknown, [list, index]: Path): string | null {
  if (typeof list !== 'string' || typeof index !== 'number') return null;
  const record = (value as Record<string, unknown[]>)[list]?.[index];
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : null;
  return typeof id === 'string' ? id : null;
}

function duplicateIds(data: Record<string, unknown>): Finding[] {
  const findings: Finding[] = [];
  const items = new Set<string>();
  for (const [list, records] of Object.entries(data)) {
    if (!Array.isArray(records)) continue;
    const seen = new Set<string>();
    records.forEach((record: { id: string; checklist?: { id: string }[] }, index) => {
      if (seen.has(record.id)) {
        findings.push({ path: [list, index, 'id'], id: record.id, message: 'this id stands twice' });
      }
      seen.add(record.id);
      // Ticks are kept by item id alone, so an item's id is unique over all rounds.
      record.checklist?.forEach((item, i) => {
        if (items.has(item.id)) {
          const message = `the checklist item "${item.id}" stands twice`;
          findings.push({ path: [list, index, 'checklist', i, 'id'], id: record.id, message });
        }
        items.add(item.id);
      });
    });
  }
  return findings;
}
