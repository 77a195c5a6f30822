import type { CellValue } from '../domain/reading';
import { invalid, sentences } from './errors';

/** What Excel hands a custom function for one argument: a range, one value, or nothing. */
export type Given = unknown;

/** A range or a single value as rows of cells, where blank is ''. */
export type Cells = readonly (readonly unknown[])[];

/** Rows of a worksheet: an argument with as many is a whole column. */
export const WHOLE_COLUMN = 1_048_576;

/** Arguments brought to one size: the rows to read, and how each argument is read in them. */
export interface Aligned {
  rows: number;
  columns: number;
  /** Rows of whole columns that stand above the first one read. */
  skipped: number;
  /** An argument's cell, counted from 0; a single cell is read again in every place. */
  cell(argument: number, row: number, column: number): CellValue;
  /** The row to name in an error, from 1; undefined where the argument is a single cell. */
  rowNumber(argument: number, row: number): number | undefined;
}

/** One argument as given, its name for errors, and how to tell its data from a heading. */
export interface Argument {
  name: string;
  cells: Cells;
  /** True for a cell that belongs to the data. Undefined: this argument cannot tell. */
  isData?: (cell: CellValue) => boolean;
}

/** The cells of an argument; undefined where it was left out. */
export function cellsOf(given: Given): Cells | undefined {
  if (given === null || given === undefined) return undefined;
  const cells = Array.isArray(given) ? given : [[given]];
  return cells.length === 0 || !Array.isArray(cells[0]) || cells[0].length === 0
    ? undefined
    : (cells as Cells);
}

/** Blank is '', whichever way Excel says so; what is no plain value reads as no known text. */
export function plainCell(cell: unknown): CellValue {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? cell
    : '#VALUE!';
}

const isBlank = (cell: unknown): boolean =>
  cell === '' ||
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string' && cell.trim() === '');

const isSingle = (cells: Cells): boolean => cells.length === 1 && cells[0]?.length === 1;
const isWhole = (cells: Cells): boolean => cells.length === WHOLE_COLUMN;

/**
 * Brings arguments to one size. A single cell stands for every row. Whole columns are cut, all to
 * the same rows: from the first row in which one of them holds data (titles and headings stand
 * above it) to the last in which one of them holds anything. All else must be of one size, or it
 * is #VALUE! with a sentence that gives both sizes.
 */
export function align(given: readonly Argument[]): Aligned {
  const window = usedRows(given.filter(({ cells }) => isWhole(cells)));
  const sized = given.find(({ cells }) => !isSingle(cells));
  const size = sized ? sizeOf(sized.cells, window) : { rows: 1, columns: 1 };
  for (const argument of given) checkSize(sized, size, argument, window);
  const read = given.map(({ cells }) => ({
    cells,
    single: isSingle(cells),
    first: isWhole(cells) ? window.first : 0,
  }));
  return {
    ...size,
    skipped: window.first,
    cell(argument, row, column) {
      const { cells, single, first } = read[argument]!;
      return plainCell(single ? cells[0]![0] : cells[first + row]![column]);
    },
    rowNumber(argument, row) {
      const { single, first } = read[argument]!;
      return single ? undefined : first + row + 1;
    },
  };
}

interface Window {
  first: number;
  rows: number;
}

/** From the end for the last row, so that a million blank rows cost little. */
function usedRows(whole: readonly Argument[]): Window {
  const last = Math.max(-1, ...whole.map(({ cells }) => lastUsedRow(cells)));
  const telling = whole.filter(({ isData }) => isData !== undefined);
  let first = 0;
  while (first <= last && telling.length > 0 && !telling.some((one) => holdsData(one, first))) {
    first++;
  }
  // No row that is surely data: everything is shown as it is, errors and all.
  return first > last ? { first: 0, rows: last + 1 } : { first, rows: last + 1 - first };
}

function lastUsedRow(cells: Cells): number {
  let row = cells.length - 1;
  while (row >= 0 && cells[row]!.every(isBlank)) row--;
  return row;
}

const holdsData = ({ cells, isData }: Argument, row: number): boolean =>
  cells[row]!.some((cell) => !isBlank(cell) && isData!(plainCell(cell)));

const sizeOf = (cells: Cells, window: Window): { rows: number; columns: number } => ({
  rows: isWhole(cells) ? window.rows : cells.length,
  columns: cells[0]!.length,
});

function checkSize(
  first: Argument | undefined,
  size: { rows: number; columns: number },
  argument: Argument,
  window: Window,
): void {
  if (!first || isSingle(argument.cells)) return;
  const own = sizeOf(argument.cells, window);
  // A whole column beside a range is refused even where the used rows happen to be as many.
  const alike = isWhole(first.cells) === isWhole(argument.cells);
  if (alike && own.rows === size.rows && own.columns === size.columns) return;
  throw invalid(
    sentences.sizes(first.name, described(first.cells), argument.name, described(argument.cells)),
  );
}

function described(cells: Cells): string {
  const count = (number: number, word: string): string =>
    `${number.toLocaleString('en-GB')} ${word}${number === 1 ? '' : 's'}`;
  const columns = count(cells[0]!.length, 'column');
  return isWhole(cells) ? `${columns} in full` : `${count(cells.length, 'row')} by ${columns}`;
}
