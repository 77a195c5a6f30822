import { hideSmallGroups } from './hideSmallGroups';
import type { PeopleGroup } from './peopleGroup';

/** A table of counts as it is printed; undefined is a heading or a blank. */
export type Counts = readonly (readonly (number | undefined)[])[];

/**
 * Which cells of a two-way table are not to be published, of the same shape. A last row, or column,
 * that adds up what stands above it, or to its left, is the totals. Where there are none they are
 * taken to be known from elsewhere, and what is hidden is hidden from whoever knows them; but for
 * totals that are small themselves, which nobody publishes.
 */
export function hideSmallCounts(counts: Counts, threshold: number): boolean[][] {
  const columns = Math.max(0, ...counts.map((row) => row.length));
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  const rowsOfCounts = indices(counts.length).filter((row) =>
    counts[row]!.some((count) => count !== undefined),
  );
  const columnsOfCounts = indices(columns).filter((column) =>
    counts.some((row) => row[column] !== undefined),
  );
  const totalRow = lastThatAddsUp(rowsOfCounts, columnsOfCounts, at);
  const totalColumn = lastThatAddsUp(columnsOfCounts, rowsOfCounts, (one, other) => at(other, one));
  const bodyRows = rowsOfCounts.filter((row) => row !== totalRow);
  const bodyColumns = columnsOfCounts.filter((column) => column !== totalColumn);

  const groups: PeopleGroup[] = [];
  const placeOf = new Map<string, number>();
  const add = (row: number | undefined, column: number | undefined): void => {
    const printedRow = row ?? totalRow;
    const printedColumn = column ?? totalColumn;
    const isPrinted = printedRow !== undefined && printedColumn !== undefined;
    const rows = row === undefined ? bodyRows : [row];
    const within = column === undefined ? bodyColumns : [column];
    const people = rows.reduce(
      (sum, one) => within.reduce((part, other) => part + at(one, other), sum),
      0,
    );
    const members = rows.flatMap((one) => within.map((other) => `${one} ${other}`));
    const by = `${row === undefined ? '' : 'row'} ${column === undefined ? '' : 'column'}`;
    const place = groups.push({ source: '', by, members, people, isKnown: !isPrinted }) - 1;
    if (isPrinted) placeOf.set(`${printedRow} ${printedColumn}`, place);
  };
  for (const row of [...bodyRows, undefined]) {
    for (const column of [...bodyColumns, undefined]) {
      // A table of one row or column has its totals in it.
      if (row === undefined && bodyRows.length < 2 && totalRow === undefined) continue;
      if (column === undefined && bodyColumns.length < 2 && totalColumn === undefined) continue;
      add(row, column);
    }
  }
  const { hidden } = hideSmallGroups(groups, threshold);
  return counts.map((cells, row) =>
    cells.map((_, column) => hidden[placeOf.get(`${row} ${column}`) ?? -1] ?? false),
  );
}

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** The last of the lines where it is the sum of two or more before it, in every place across. */
function lastThatAddsUp(
  lines: readonly number[],
  across: readonly number[],
  at: (line: number, across: number) => number,
): number | undefined {
  const last = lines.at(-1);
  const before = lines.slice(0, -1);
  if (last === undefined || before.length < 2) return undefined;
  const addsUp = across.every(
    (place) => at(last, place) === before.reduce((sum, line) => sum + at(line, place), 0),
  );
  return addsUp ? last : undefined;
}
