import { formulas } from './registry.ts';

/** What is searched of a formula. */
export interface FormulaSummary {
  readonly id: string;
  readonly title: string;
  /** What it counts and what it leaves out. */
  readonly note: string;
}

/** Of all formulas. The build puts the result in this file's place: the formulas take long to load. */
export const SUMMARIES: readonly FormulaSummary[] = formulas().map(({ id, title, source }) => ({
  id,
  title,
  note: source.note,
}));
