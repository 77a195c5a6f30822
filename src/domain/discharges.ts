import { oldestDate } from './oldestDate';
import { addDays, financialYearBounds, financialYearOf, type FinancialYear } from './calendar';
import type { IsoDate } from './reading';
import type { Discharge } from './sources/discharges';
import type { ListProblem } from './sources/source';
import { plainly } from './typed';

/** How many young people left care by a route, by financial year. */
export interface RouteRow {
  route: string;
  /** One for each of the years, in their order. */
  counts: number[];
  total: number;
}

export interface DischargesByRoute {
  /** From the first year with a discharge to the as-at date's, or the last with one, none left out. */
  years: FinancialYear[];
  /** The most first, then by name; without a total. */
  routes: RouteRow[];
  /** Discharges that lie after the as-at date, and are counted. */
  afterPosition: number;
  problems: ListProblem[];
}

/**
 * Discharges by route and financial year. Routes that differ in capitals and spaces alone are one,
 * under the name that comes first. A date after the as-at date's financial year, or more than 25 years
 * before it, is in no year and a problem.
 */
export function dischargesByRoute(rows: readonly Discharge[], asAt: IsoDate): DischargesByRoute {
  const { start, end } = financialYearBounds(financialYearOf(asAt));
  const oldest = oldestDate(start);
  const isInAYear = ({ dischargedOn }: Discharge): boolean =>
    dischargedOn <= end && dischargedOn >= oldest;
  const counted = rows.filter(isInAYear);
  const years = yearsOf(counted.map(({ dischargedOn }) => dischargedOn));
  const names = new Map<string, string>();
  for (const { route } of counted) {
    if (!names.has(plainly(route))) names.set(plainly(route), route);
  }
  const routes = [...names].map(([plain, route]): RouteRow => {
    const own = counted.filter((row) => plainly(row.route) === plain);
    const counts = years.map(
      (year) => own.filter(({ dischargedOn }) => financialYearOf(dischargedOn) === year).length,
    );
    return { route, counts, total: own.length };
  });
  routes.sort((one, other) => other.total - one.total || one.route.localeCompare(other.route));
  return {
    years,
    routes,
    afterPosition: counted.filter(({ dischargedOn }) => dischargedOn > asAt).length,
    problems: rows.filter((row) => !isInAYear(row)).map((row) => problemOf(row, end)),
  };
}

function yearsOf(dates: readonly IsoDate[]): FinancialYear[] {
  if (dates.length === 0) return [];
  const sorted = [...dates].sort();
  const last = financialYearOf(sorted[sorted.length - 1]!);
  const years = [financialYearOf(sorted[0]!)];
  while (years[years.length - 1] !== last) {
    years.push(financialYearOf(addDays(financialYearBounds(years[years.length - 1]!).end, 1)));
  }
  return years;
}

const problemOf = ({ dischargedOn, reference, at }: Discharge, end: IsoDate): ListProblem => ({
  address: at.dischargedOn,
  ref: reference ?? '',
  message: `${at.dischargedOn} holds a date ${dischargedOn > end ? 'after the financial year of the position' : 'from too long ago'}, so the discharge is in no year. Correct the date of discharge.`,
});
