import type { CostYear, YearCost } from './costsByYear';
import { sum } from './money';

/** How many of a year's dearest placements are added up. */
export const DEAREST = 10;

/** What was dearest in one year, in pounds a week, unrounded. */
export interface HighCostYear {
  year: string;
  /** Young people whose placement cost more than the threshold; not those at it. */
  over: number;
  /** Who they are. */
  overKeys: string[];
  /** The dearest first, ten at most; those that cost nothing are not among them. */
  dearest: YearCost[];
  /** Young people left out of the ten who cost as much as the tenth. */
  tied: number;
  /** What the dearest come to, and what one of them costs on average; 0 where there are none. */
  total: number;
  average: number;
  /** Of the total on the year before's, a fraction; undefined where there is nothing to grow from. */
  growth?: number;
}

const inOrder = new Intl.Collator('en-GB', { numeric: true });

/** The dearest first; of two that cost the same, the one whose reference comes first, then as listed. */
const dearestFirst = (one: YearCost, other: YearCost): number =>
  other.weeklyCost - one.weeklyCost || inOrder.compare(one.reference, other.reference);

/** High-cost placements by year: over a threshold, £ a week, and the ten dearest (paper 004). */
export function highCostByYear(
  costs: readonly YearCost[],
  years: readonly CostYear[],
  threshold: number,
): HighCostYear[] {
  const totals = new Map<string, number>();
  return years.map(({ year, before }) => {
    const own = costs.filter((cost) => cost.year === year && cost.weeklyCost > 0);
    const ranked = own.sort(dearestFirst);
    const dearest = ranked.slice(0, DEAREST);
    const tenth = dearest[DEAREST - 1]?.weeklyCost;
    const total = sum(dearest.map(({ weeklyCost }) => weeklyCost));
    totals.set(year, total);
    const over = own.filter(({ weeklyCost }) => weeklyCost > threshold);
    const from = before === undefined ? 0 : (totals.get(before) ?? 0);
    return {
      year,
      over: over.length,
      overKeys: over.map(({ key }) => key),
      dearest,
      tied: ranked.slice(DEAREST).filter(({ weeklyCost }) => weeklyCost === tenth).length,
      total,
      average: dearest.length === 0 ? 0 : total / dearest.length,
      ...(from > 0 && { growth: total / from - 1 }),
    };
  });
}
