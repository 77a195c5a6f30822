import type { CostYear } from './costsByYear';
import { roundPence, sum } from './money';

/** A young person's weekly cost in one year, under the group of the placement. */
export interface GroupedCost {
  year: string;
  /** By what the young person is known. */
  key: string;
  group: string;
  /** £ a week. */
  weeklyCost: number;
  /** What was budgeted for the placement, £ a week; undefined where nothing says. */
  budget?: number;
}

/** What placements of one group cost in one year on average, £ a week, unrounded. */
export interface AverageRow {
  group: string;
  year: string;
  youngPeople: number;
  /** Of those that have one; undefined where none has. */
  budget?: number;
  average: number;
  /** Whose costs these are. */
  keys: string[];
  /** On the group's average of the year before, a fraction; undefined where there is none to grow from. */
  growth?: number;
}

/**
 * Average weekly cost by placement group and year (paper 004): the group with the most young people
 * in its last year first, then by name; its years in their order, those in which it had nobody left out.
 */
export function averageByGroup(
  costs: readonly GroupedCost[],
  years: readonly CostYear[],
): AverageRow[] {
  const groups = [...new Set(costs.map(({ group }) => group))].map((group) =>
    yearsOf(
      group,
      costs.filter((cost) => cost.group === group),
      years,
    ),
  );
  const size = (rows: AverageRow[]): number => rows[rows.length - 1]!.youngPeople;
  return groups
    .sort((one, other) => size(other) - size(one) || one[0]!.group.localeCompare(other[0]!.group))
    .flat();
}

function yearsOf(
  group: string,
  costs: readonly GroupedCost[],
  years: readonly CostYear[],
): AverageRow[] {
  const averages = new Map<string, number>();
  return years.flatMap(({ year, before }) => {
    const own = costs.filter((cost) => cost.year === year);
    if (own.length === 0) return [];
    const average = mean(own.map(({ weeklyCost }) => weeklyCost));
    averages.set(year, average);
    const from = before === undefined ? 0 : (averages.get(before) ?? 0);
    const budgets = own.flatMap(({ budget }) => budget ?? []);
    return [
      {
        group,
        year,
        youngPeople: own.length,
        ...(budgets.length > 0 && { budget: mean(budgets) }),
        average,
        keys: own.map(({ key }) => key),
        ...(from > 0 && { growth: average / from - 1 }),
      },
    ];
  });
}

const mean = (amounts: readonly number[]): number => sum(amounts) / amounts.length;

/**
 * A growth in whole per cent, half away from zero: paper 004 prints 20.83% so.
 * @example wholePercent(0.2083) // 21
 */
export const wholePercent = (growth: number): number => Math.round(100 * roundPence(growth));
