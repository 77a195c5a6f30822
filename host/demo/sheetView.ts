import { contains, type Rect } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Style } from '../model/style';
import { Range } from '../workbook/range';

/** Rows and columns that the page draws at once; what lies beyond is a page further. */
export const ROWS_AT_ONCE = 1000;
const COLUMNS_AT_ONCE = 60;
/** A small table still stands on something that looks like a sheet. */
const LEAST = { rows: 40, columns: 14 };

/** The part of a sheet that is drawn. */
export interface SheetView {
  rect: Rect;
  /** How many rows and columns hold something. */
  rows: number;
  columns: number;
}

/** The block of the sheet that is drawn so that a row is in it; rows come in pages. */
export function viewAround(sheet: Sheet, row: number): SheetView {
  const used = sheet.used(undefined, true);
  const rows = (used?.bottom ?? -1) + 1;
  const columns = (used?.right ?? -1) + 1;
  const top = Math.floor(row / ROWS_AT_ONCE) * ROWS_AT_ONCE;
  const charts = sheet.book.charts.filter((chart) => chart.sheet === sheet).map(({ to }) => to);
  const wanted = {
    bottom: Math.max(rows, row + 1, LEAST.rows, ...charts.map((to) => to.row + 1)),
    right: Math.max(columns + 2, LEAST.columns, ...charts.map((to) => to.column + 1)),
  };
  return {
    rect: {
      top,
      left: 0,
      bottom: Math.min(wanted.bottom, top + ROWS_AT_ONCE) - 1,
      right: Math.min(wanted.right, COLUMNS_AT_ONCE) - 1,
    },
    rows,
    columns,
  };
}

/** A cell as it is drawn. */
export interface ViewCell {
  row: number;
  column: number;
  text: string;
  style: Readonly<Style>;
  side: 'left' | 'right' | 'center';
  /** Cells that a merge joins into this one. */
  span?: { rows: number; columns: number };
  /** Text that runs on over the blank cell to its right, as Excel lets it. */
  runsOn: boolean;
}

/** One row of the view; hidden columns and cells under a merge are left out. */
export function* viewRows(sheet: Sheet, rect: Rect): Generator<{ row: number; cells: ViewCell[] }> {
  const range = new Range(sheet, rect);
  const texts = range.text ?? [];
  const types = range.valueTypes ?? [];
  let index = -1;
  for (const styles of sheet.formats.rows(rect)) {
    const row = rect.top + ++index;
    if (sheet.hiddenRows.at(row)) continue;
    const line = texts[index]!;
    const cells: ViewCell[] = [];
    for (let i = 0; i < line.length; i++) {
      const column = rect.left + i;
      const merge = sheet.merges.find((one) => contains(one, row, column));
      const covered = merge !== undefined && (merge.top !== row || merge.left !== column);
      if (covered || sheet.hiddenColumns.at(column)) continue;
      const style = styles[i]!;
      cells.push({
        row,
        column,
        text: line[i]!,
        style,
        side: sideOf(types[index]![i] as string, style),
        span: merge && {
          rows: merge.bottom - merge.top + 1,
          columns: merge.right - merge.left + 1,
        },
        runsOn: types[index]![i] === 'String' && !style.wrapText && (line[i + 1] ?? '') === '',
      });
    }
    yield { row, cells };
  }
}

/** Numbers stand right, words left, errors and TRUE in the middle, unless the format says otherwise. */
function sideOf(type: string, { horizontalAlignment }: Readonly<Style>): ViewCell['side'] {
  if (horizontalAlignment === 'Right') return 'right';
  if (horizontalAlignment === 'Left') return 'left';
  if (horizontalAlignment === 'Center' || horizontalAlignment === 'CenterAcrossSelection')
    return 'center';
  if (type === 'Double' || type === 'Integer') return 'right';
  return type === 'Boolean' || type === 'Error' ? 'center' : 'left';
}

export const PIXELS_A_POINT = 4 / 3;
const STANDARD_WIDTH = 64;
/** Room for a digit, and for a cell's padding, in the page's own letters. */
const DIGIT = 7.6;
const PADDING = 14;

/**
 * Widths in pixels of the columns that are not hidden. A column too narrow for its numbers is
 * widened, where Excel would show ####: a figure cut short would be a wrong one.
 */
export function columnWidths(sheet: Sheet, rect: Rect): { column: number; width: number }[] {
  const texts = new Range(sheet, rect).text ?? [];
  const types = new Range(sheet, rect).valueTypes ?? [];
  const widths: { column: number; width: number }[] = [];
  for (let column = rect.left; column <= rect.right; column++) {
    if (sheet.hiddenColumns.at(column)) continue;
    const points = sheet.columnWidths.at(column);
    let width = points === undefined ? STANDARD_WIDTH : points * PIXELS_A_POINT;
    for (let i = 0; i < texts.length; i++) {
      const isNumber = /Double|Integer/.test(types[i]![column - rect.left] as string);
      if (isNumber)
        width = Math.max(width, texts[i]![column - rect.left]!.length * DIGIT + PADDING);
    }
    widths.push({ column, width: Math.round(width) });
  }
  return widths;
}
