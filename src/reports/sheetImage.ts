import { roundPence } from '../domain/money';
import { displayCell, numberFormat } from './display';
import type { CellFormat, PlanCell, SheetPlan, SignStyle } from './plan';

/** A sheet cell by cell, ready to be painted into Excel or copied into a file. From A1; counts from 0. */
export interface SheetImage {
  cells: ImageCell[][];
  /** Excel number formats, one a cell. */
  numberFormats: string[][];
  table: string;
  /** The row of the table's headings; the table goes on from there to the last row. */
  headingRow: number;
  total: boolean;
  rightAligned: boolean[];
  /** Column widths in characters of the sheet's font; absent where they are to stay. */
  widths?: number[];
  /** Lines that the headings take, wrapped between words at those widths. */
  headingLines?: number;
}

export type ImageCell = string | number | boolean | { formula: string };

/** Lays a plan out: title, notes one a row, then the table, all from column A (Analysis Function checklist). */
export function sheetImage(plan: SheetPlan, signs: SignStyle): SheetImage {
  const { columns, rows, name } = plan.table;
  const above = [plan.title, ...plan.notes].map((text) => [
    text,
    ...columns.slice(1).map(() => ''),
  ]);
  const plain = (row: ImageCell[]) => row.map(() => 'General');
  const widths = columns.map((column, i) =>
    columnWidth(
      column.heading,
      rows.map((row) => displayCell(row[i] ?? null, column.format, signs)),
    ),
  );
  const bodyFormats = columns.map((column) => numberFormat(column.format, signs));
  return {
    cells: [
      ...above,
      columns.map((column) => column.heading),
      ...rows.map((row) => row.map((cell, i) => imageCell(cell, columns[i]!.format))),
    ],
    numberFormats: [
      ...above.map(plain),
      columns.map(() => 'General'),
      ...rows.map((row) => row.map((cell, i) => (isLong(cell) ? 'General' : bodyFormats[i]!))),
    ],
    table: name,
    headingRow: above.length,
    total: plan.total,
    rightAligned: columns.map((column) => column.format !== 'text'),
    widths,
    headingLines: Math.max(
      ...columns.map(({ heading }, i) => linesOf(heading, widths[i]! - MARGIN)),
    ),
  };
}

/** Excel shows hashes for more than 255 characters in a cell of the text format. */
const isLong = (cell: PlanCell): boolean => typeof cell === 'string' && cell.length > 255;

/** Numbers stay unrounded, so that officers' sums over them cast; what shows as nought is nought. */
function imageCell(cell: PlanCell, format: CellFormat): ImageCell {
  if (cell === null) return '';
  const money = format === 'money' || format === 'change';
  return money && typeof cell === 'number' && roundPence(cell) === 0 ? 0 : cell;
}

/** Room between a column and the next, in characters. */
const MARGIN = 3;

/** Wide enough for the longest cell; a heading may wrap between words, a label from 60 characters on. */
function columnWidth(heading: string, texts: readonly string[]): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  const longestCell = Math.max(...texts.map((text) => text.length), 0);
  return (
    Math.min(Math.max(longestWord, longestCell, Math.ceil(heading.length / 2), 10), 60) + MARGIN
  );
}

/** Bold letters are wider than the average that widths are counted in. */
const BOLD = 1.1;

function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = word.length * BOLD;
    if (used > 0 && used + 1 + length > width) {
      lines += 1;
      used = length;
    } else {
      used += (used > 0 ? 1 : 0) + length;
    }
  }
  return lines;
}
