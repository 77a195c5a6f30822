import { partsOf, rowFigures, totalRow } from './casts';
import { compared, combined, derived, total, type Derived } from './check';
import type { Part } from './explainGap';
import type { Figure } from './figure';
import type { PrintedColumn, PrintedRow, PrintedTable } from './printedTable';
import { impliedCount } from './rowRules';

/** The column of a table's weekly amounts: the differences, where it sets before against now. */
export function amountColumn(
  table: PrintedTable,
  side?: PrintedColumn['side'],
): number | undefined {
  const columns = table.columns.flatMap((column, at) =>
    column.measure === 'amount' && column.period === 'week' ? [at] : [],
  );
  const sided = columns.filter((at) => table.columns[at]!.side === (side ?? 'difference'));
  if (side !== undefined) return sided[0];
  return sided[0] ?? (columns.length === 1 ? columns[0] : undefined);
}

const columnWhere = (
  table: PrintedTable,
  test: (column: PrintedColumn) => boolean,
): number | undefined => {
  const at = table.columns.findIndex(test);
  return at < 0 ? undefined : at;
};

const countColumn = (table: PrintedTable): number | undefined =>
  columnWhere(table, ({ measure }) => measure === 'count');

/** What the rows of a column come to; undefined where one of them is not told. */
export function sumOfRows(table: PrintedTable, column: number | undefined): Derived | undefined {
  const figures = column === undefined ? undefined : rowFigures(table, column);
  return figures && total(figures);
}

/** The printed total where its rows add up to it, but for rounding; else what they come to. */
export function totalOf(table: PrintedTable, column: number | undefined): Derived | undefined {
  const sum = sumOfRows(table, column);
  const stated = column === undefined ? undefined : totalRow(table)?.figures[column];
  if (!stated || !sum) return sum ?? (stated && derived(stated));
  return compared(stated, sum).status === 'fails' ? sum : derived(stated);
}

/** The rows of a table that are no totals. */
export const rowsOf = (table: PrintedTable): PrintedRow[] =>
  table.rows.filter(({ kind }) => kind === 'row');

/**
 * The rows of a column for a search among them, as amounts of the way that the column goes as a
 * whole: what was saved may be printed with a minus.
 */
export function unsignedParts(table: PrintedTable, column: number, factor = 1): Part[] {
  const turned = (sumOfRows(table, column)?.value ?? 0) < 0 ? -factor : factor;
  return partsOf(rowsOf(table), column).map(({ label, figure }) => ({
    label,
    figure: scaled(figure, turned),
  }));
}

/** Headcount of a row: printed, or what amount and average imply. */
export function peopleIn(table: PrintedTable, row: PrintedRow): number | undefined {
  const column = countColumn(table);
  if (column !== undefined) return row.figures[column]?.value;
  const [amount, average] = [
    amountColumn(table),
    columnWhere(table, ({ measure, period }) => measure === 'average' && period === 'week'),
  ];
  const [whole, each] = [amount, average].map((at) => at !== undefined && row.figures[at]);
  return whole && each ? impliedCount(whole, each) : undefined;
}

/** Headcount of all rows, and how it is known; undefined where one row does not tell. */
export function peopleOf(table: PrintedTable): { people: number; isImplied: boolean } | undefined {
  const isImplied = countColumn(table) === undefined;
  const counts = rowsOf(table).map((row) => peopleIn(table, row));
  if (counts.length === 0 || counts.some((count) => count === undefined)) return undefined;
  return { people: counts.reduce<number>((sum, count) => sum + count!, 0), isImplied };
}

/** A figure times a factor, to the precision that leaves. */
const scaled = (figure: Figure, factor: number): Figure => ({
  ...figure,
  value: figure.value * factor,
  step: figure.step * Math.abs(factor),
});

export const less = (one: Derived, other: Derived): Derived =>
  combined([
    [one, 1],
    [other, -1],
  ]);
