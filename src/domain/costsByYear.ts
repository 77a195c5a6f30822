import { keyOf } from './identity';
import { OLDEST_YEARS } from './oldestDate';
import { addDays, financialYearBounds, financialYearOf, type FinancialYear } from './calendar';
import type { IsoDate } from './reading';
import type { CostOfYear } from './sources/costsByYear';
import type { ListProblem } from './sources/source';

/** What one young person's placement cost a week in one year. */
export interface YearCost {
  /** The financial year; of a tracker, which has two positions, 'Before' or 'Now'. */
  year: string;
  reference: string;
  /** By what the young person is known in every list. */
  key: string;
  /** In the officer's words, '' where nothing says. */
  placement: string;
  /** £ a week, nought or more. */
  weeklyCost: number;
}

/** A year of a list, and the one that its growth is measured from. */
export interface CostYear {
  year: string;
  /** Absent where the list has nothing of the year before. */
  before?: string;
}

/** A row of a list by year that counts. */
export type CountedCost = CostOfYear & Pick<YearCost, 'key'>;

/** Nobody keeps a list of so far ahead: such a year is a slip. */
const YEARS_AHEAD = 1;

/**
 * The rows of a list that count. A young person counts once in a year, with the dearest of the rows; a
 * year more than 25 before that of the as-at date, or more than one after it, leaves a row out; a
 * weekly cost below nothing counts as it stands. Each of these is a problem.
 */
export function countedCosts(
  rows: readonly CostOfYear[],
  asAt: IsoDate,
): { rows: CountedCost[]; problems: ListProblem[] } {
  const own = Number(financialYearOf(asAt).slice(0, 4));
  const ahead = ({ year }: CostOfYear): number => Number(year.slice(0, 4)) - own;
  const isInReach = (row: CostOfYear): boolean =>
    ahead(row) <= YEARS_AHEAD && ahead(row) >= -OLDEST_YEARS;
  const once = oncePerYear(rows.filter(isInReach));
  return {
    rows: once.rows.map((row) => ({ ...row, key: keyOf(row.reference) })),
    problems: [
      ...rows.filter((row) => !isInReach(row)).map((row) => farYear(row, ahead(row))),
      ...once.rows.filter(({ weeklyCost }) => weeklyCost < 0).map(belowNothing),
      ...once.problems,
    ],
  };
}

const farYear = ({ year, reference, at }: CostOfYear, ahead: number): ListProblem => ({
  address: at.year,
  ref: reference,
  message: `${at.year} holds ${year}, a financial year ${Math.abs(ahead)} years ${ahead > 0 ? 'after' : 'before'} that of the position. Correct it. The row is left out until then.`,
});

const belowNothing = ({ reference, at }: CostOfYear): ListProblem => ({
  address: at.weeklyCost,
  ref: reference,
  message: `${at.weeklyCost} holds a negative weekly cost. A placement cannot cost less than nothing: correct it. It is counted as it stands until then.`,
});

function oncePerYear(rows: readonly CostOfYear[]): { rows: CostOfYear[]; problems: ListProblem[] } {
  const groups = new Map<string, CostOfYear[]>();
  for (const row of rows) {
    const key = `${row.year} ${keyOf(row.reference)}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const all = [...groups.values()];
  return {
    rows: all.map((group) =>
      group.reduce((most, row) => (row.weeklyCost > most.weeklyCost ? row : most)),
    ),
    problems: all.flatMap(([first, ...others]) =>
      others.map(({ year, reference, at }) => ({
        address: at.reference,
        ref: reference,
        message: `${at.reference} holds ${reference}, which stands in ${year} already, at ${first!.at.reference}. Delete the row that is wrong, or tell the two apart. Only the dearest counts until then.`,
      })),
    ),
  };
}

/** The years of a list, earliest first, each with the one before it where the list has that. */
export function costYears(rows: readonly { year: FinancialYear }[]): CostYear[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  return years.map((year) => {
    const before = financialYearOf(addDays(financialYearBounds(year).start, -1));
    return years.includes(before) ? { year, before } : { year };
  });
}
