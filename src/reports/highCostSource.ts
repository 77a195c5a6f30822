import { highCostByYear, type HighCostYear } from '../domain/highCost';
import type { ReportInput } from './report';
import { countedLists, POSITIONS, trackerCosts, type CountedList } from './yearCosts';

export interface HighCost {
  /** Absent where the tracker serves. */
  counted?: CountedList;
  years: HighCostYear[];
}

/**
 * High-cost placements of the list by year with the most young people over the threshold in its last
 * year, the best fitting of several; else of the tracker. Undefined where there is neither.
 */
export function highCostOf(input: ReportInput): HighCost | undefined {
  const { highCost: threshold } = input.terms;
  const listed = countedLists(input).map((counted) => ({
    counted,
    years: highCostByYear(
      counted.rows.map((row) => ({ ...row, placement: row.placement ?? '' })),
      counted.years,
      threshold,
    ),
  }));
  const over = ({ years }: HighCost): number => years[years.length - 1]!.over;
  const most = listed.reduce<HighCost | undefined>(
    (best, one) => (best && over(best) >= over(one) ? best : one),
    undefined,
  );
  if (most) return most;
  const costs = trackerCosts(input);
  return costs.length === 0 ? undefined : { years: highCostByYear(costs, POSITIONS, threshold) };
}
