/**
 * Years until what is saved has paid back what was spent: £ ÷ £ a year, unrounded. Undefined where
 * nothing is saved, or less than nothing: then it is never paid back. Paper 004.
 * @example paybackYears(3_960_579, 2_500_000) // 1.5842316
 */
export const paybackYears = (spent: number, savedAYear: number): number | undefined =>
  savedAYear > 0 ? spent / savedAYear : undefined;
