import type { Mode } from '../../coach/modes.ts';
import type { FilterWords } from './filters.ts';

/** Enough for a sitting where neither a number nor a time was given. */
export const USUAL_COUNT = 20;

/** The words of `quiz`, read. */
export interface QuizOptions extends FilterWords {
  count?: number;
  minutes?: number;
  mode: Mode;
  seed?: number;
  save: boolean;
  relearn: boolean;
  timer: boolean;
  plain?: boolean;
  flagged?: boolean;
  unflag?: string[];
  unsuspend?: string[];
}
