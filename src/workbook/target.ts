import type { SheetImage } from '../reports/sheetImage';
import type { SheetPlan } from '../reports/plan';
import type { Earlier } from './earlierSheet';
import type { Painted } from './paint';

/** A sheet to be painted, known by its id. */
export interface Target {
  id: string;
  name: string;
  plan: SheetPlan;
  image: SheetImage;
  /** What stood there before; absent where the sheet was added for this write. */
  earlier?: Earlier;
}

/** How many rows a painting needs beyond the earlier one where something stands right below it. */
export const rowsToInsert = (earlier: Painted, image: SheetImage, lastRow: number): number =>
  lastRow >= earlier.rows ? Math.max(image.cells.length - earlier.rows, 0) : 0;
