/** One young person's weekly cost before and now, in pounds; unrounded. */
export interface PlacementChange {
  reference: string;
  cohort: string;
  opportunity: string;
  /** £ a week at the baseline. */
  original: number;
  /** £ a week now; 0 where the placement has ended. */
  current: number;
}
