import type { Reason } from './reason';

/** Young people with one reason and what it came to, £ a week, unrounded. */
export interface ReasonRow {
  reason: Reason | 'Total';
  youngPeople: number;
  /** An amount saved is positive among reductions, a cost added positive among increases. */
  weekly: number;
  /** A young person; 0 where there is nobody. */
  average: number;
}

/** What became of one identified opportunity under one reason; a saving is negative. */
export interface OutcomeRow {
  opportunity: string;
  reason: Reason;
  youngPeople: number;
  /** Current less original, £ a week. */
  weekly: number;
}
