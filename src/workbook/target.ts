import { rowsOfChart, type ImageChart, type SheetImage } from '../reports/sheetImage';
import type { SheetPlan } from '../reports/plan';
import type { Earlier } from './earlierSheet';

/** A sheet to be painted, known by its id. */
export interface Target {
  id: string;
  name: string;
  plan: SheetPlan;
  image: SheetImage;
  /** What stood there before; absent where the sheet was added for this write. */
  earlier?: Earlier;
}

/**
 * How many rows a painting needs beyond the earlier one, so that what stands below the earlier one
 * is neither painted over nor under the chart.
 */
export function rowsToInsert({ painted, chart, lastRow }: Earlier, image: SheetImage): number {
  const growth = Math.max(image.cells.length - painted.rows, 0);
  const isMoved = chart !== undefined && !chart.inPlace;
  if (lastRow < painted.rows) return isMoved && chart.isBelow ? growth : 0;
  const now = image.cells.length + rowsBelow(isMoved ? undefined : image.chart);
  return Math.max(now - painted.rows - rowsBelow(isMoved ? undefined : chart?.painted), growth);
}

/** Of the add-in's own, below the table. */
const rowsBelow = (chart: ImageChart | undefined): number =>
  chart?.row === undefined ? 0 : rowsOfChart(chart);
