import { yearIn } from './yearIn';
import { amountUnit } from './amountUnit';
import type { ListedSaving } from './savings';
import { SAVINGS } from './sources/savings';
import { SAVINGS_BY_COLUMN, yearRoles, type SavingByColumn } from './sources/savingsByColumn';
import type { SourceList } from './sources/source';
import { singleSpaced } from './typed';

/** Labels of sums that a reader of any list may take for a scheme: 'Total cashable'. */
const SUM = /^(grand |overall |sub ?-?)?totals?\b/i;

const isSum = ({ scheme = '', status }: { scheme?: string; status?: string }): boolean =>
  SUM.test(singleSpaced(scheme)) && status === undefined;

/** A list without the rows that are sums by their names and say of no status, and those names. */
export function withoutSums<Row extends { scheme?: string; status?: string }, List>(
  list: List & { rows: Row[] },
): { list: List & { rows: Row[] }; sums: string[] } {
  return {
    list: { ...list, rows: list.rows.filter((row) => !isSum(row)) },
    sums: list.rows.filter(isSum).map(({ scheme }) => scheme!),
  };
}

/** The savings of a list with a row for each financial year, in pounds. */
export function savingsInRows({ rows, headings }: SourceList<typeof SAVINGS>): ListedSaving[] {
  const inPounds = (amount: number | undefined, heading?: string): number | undefined =>
    amount === undefined ? undefined : amount * amountUnit(heading);
  return rows.map(({ at, ...row }) => ({
    ...row,
    target: row.target * amountUnit(headings.target),
    forecast: inPounds(row.forecast, headings.forecast),
    delivered: inPounds(row.delivered, headings.delivered),
    at: {
      year: at.year,
      target: at.target,
      ...(headings.kind !== undefined && { kind: at.kind }),
      ...(headings.status !== undefined && { status: at.status }),
      ...(headings.forecast !== undefined && { forecast: at.forecast }),
      ...(headings.delivered !== undefined && { delivered: at.delivered }),
    },
  }));
}

/**
 * The savings of a list with a column for each financial year, in pounds: one for each year in which
 * a row has an amount. A blank or a nought says that the scheme saves nothing in that year.
 */
export function savingsInColumns(list: SourceList<typeof SAVINGS_BY_COLUMN>): ListedSaving[] {
  const { headings } = list;
  const columnOf = (measure: 'forecast' | 'delivered', year: string) =>
    yearRoles(measure).find((role) => yearIn(headings[role]) === year);
  const years = yearRoles('target').flatMap((target) => {
    const year = yearIn(headings[target]);
    return year
      ? [
          {
            year,
            target,
            forecast: columnOf('forecast', year),
            delivered: columnOf('delivered', year),
          },
        ]
      : [];
  });
  return list.rows.flatMap((row) =>
    years.flatMap(({ year, target, forecast, delivered }): ListedSaving[] => {
      const amountIn = (role: typeof forecast): number | undefined => {
        const amount = role && row[role];
        return amount === undefined ? undefined : amount * amountUnit(headings[role!]);
      };
      const amounts = {
        target: amountIn(target) ?? 0,
        forecast: amountIn(forecast),
        delivered: amountIn(delivered),
      };
      if (!Object.values(amounts).some((amount) => amount)) return [];
      const { scheme, kind, status } = row;
      const at = {
        ...addressesOf(row, headings),
        year: row.at[target],
        target: row.at[target],
        ...(forecast && { forecast: row.at[forecast] }),
        ...(delivered && { delivered: row.at[delivered] }),
      };
      return [{ scheme, kind, status, year, ...amounts, at }];
    }),
  );
}

const addressesOf = (
  { at }: SavingByColumn,
  headings: SourceList<typeof SAVINGS_BY_COLUMN>['headings'],
) => ({
  ...(headings.kind !== undefined && { kind: at.kind }),
  ...(headings.status !== undefined && { status: at.status }),
});
