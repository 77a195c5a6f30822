import type { Runs } from './runs';
import type { Sheet } from './sheet';

/** Points: Excel's 8.43 characters of Calibri 11. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

/** Excel's sizes are whole pixels: three quarters of a point. */
export const toPixel = (points: number) => Math.round(points / 0.75) * 0.75;

/** Points from the sheet's left edge to a column's; hidden columns take no room. */
export const startOfColumn = (sheet: Sheet, column: number): number =>
  startOf(sheet.columnWidths, sheet.hiddenColumns, STANDARD_WIDTH, column);

/** Points from the sheet's upper edge to a row's; hidden rows take no room. */
export const startOfRow = (sheet: Sheet, row: number): number =>
  startOf(sheet.rowHeights, sheet.hiddenRows, STANDARD_HEIGHT, row);

/** The column in which a point so far from the left edge lies. */
export const columnAt = (sheet: Sheet, left: number): number =>
  indexAt(sheet.columnWidths, sheet.hiddenColumns, STANDARD_WIDTH, left);

/** The row in which a point so far from the upper edge lies. */
export const rowAt = (sheet: Sheet, top: number): number =>
  indexAt(sheet.rowHeights, sheet.hiddenRows, STANDARD_HEIGHT, top);

function startOf(sizes: Runs<number>, hidden: Runs<true>, usual: number, index: number): number {
  let start = index * usual;
  for (const { from, to, value } of sizes.within(0, index - 1)) {
    start += (to - from + 1) * (value - usual);
  }
  for (const { from, to } of hidden.within(0, index - 1)) {
    for (let i = from; i <= to; i++) start -= sizes.at(i) ?? usual;
  }
  return start;
}

function indexAt(sizes: Runs<number>, hidden: Runs<true>, usual: number, place: number): number {
  let end = 0;
  for (let i = 0; ; i++) {
    end += hidden.at(i) ? 0 : (sizes.at(i) ?? usual);
    if (end > place) return i;
  }
}
