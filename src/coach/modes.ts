/** What a sitting asks: the coach's choice, one of its tiers, the weakest, all of it, or a test. */
export const MODES = ['coach', 'due', 'new', 'weak', 'cram', 'exam'] as const;

/** A sitting takes no longer, in minutes. */
export const LONGEST_SITTING = 600;

export type Mode = (typeof MODES)[number];
