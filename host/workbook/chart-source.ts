import { HostError } from '../host-error';
import { isWholeColumns, isWholeRows, type Rect } from '../model/address';
import { valueOf } from '../model/cells';
import type { ChartSeries, ChartSource } from '../model/chart';
import type { Sheet } from '../model/sheet';
import { Range } from './range';

/** Per cent, as Excel's own bars begin. */
const USUAL_GAP = 182;

/** The most rows of bars that Excel draws. */
const MOST_SERIES = 255;

/**
 * The rows of bars that Excel makes of a block: a first line of words names them, and words before
 * the numbers are the bars' labels.
 */
export function sourcesOf(range: Range, seriesBy: string): ChartSeries[] {
  if (!['Auto', 'Columns', 'Rows'].includes(seriesBy)) throw new HostError('InvalidArgument');
  const sheet = range.$live;
  const rect = range.$rect;
  if (isWholeColumns(rect) || isWholeRows(rect)) {
    throw new HostError('NotImplemented', 'This host draws no whole rows or columns.');
  }
  const wide = rect.right - rect.left > rect.bottom - rect.top;
  if (seriesBy === 'Rows' || (seriesBy === 'Auto' && wide)) {
    throw new HostError('NotImplemented', 'This host draws columns of a block, not its rows.');
  }
  const hasNames = rect.bottom > rect.top && isWord(sheet, rect.top, rect.right);
  const hasLabels = rect.right > rect.left && isWord(sheet, rect.bottom, rect.left);
  const top = rect.top + (hasNames ? 1 : 0);
  const first = rect.left + (hasLabels ? 1 : 0);
  if (rect.right - first >= MOST_SERIES) throw new HostError('InvalidArgument');
  const column = (left: number): ChartSource => ({
    sheet,
    rect: { top, bottom: rect.bottom, left, right: left },
  });
  return Array.from({ length: rect.right - first + 1 }, (_, i) => ({
    name: hasNames ? { sheet, rect: cell(rect.top, first + i) } : `Series${i + 1}`,
    values: column(first + i),
    labels: hasLabels ? column(rect.left) : undefined,
    gapWidth: USUAL_GAP,
    hasDataLabels: false,
  }));
}

const cell = (row: number, column: number): Rect => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

const isWord = (sheet: Sheet, row: number, column: number): boolean =>
  typeof valueOf(sheet.cells.at(row, column)) === 'string' &&
  sheet.cells.at(row, column) !== undefined;

/** One row or one column; Excel refuses a block. */
export function lineOf(range: Range): ChartSource {
  const rect = range.$rect;
  if (rect.top !== rect.bottom && rect.left !== rect.right) {
    throw new HostError('InvalidArgument', 'Bars are drawn of one row or one column.');
  }
  return { sheet: range.$live, rect };
}

export function requireRange(source: unknown): Range {
  if (!(source instanceof Range)) {
    throw new HostError('InvalidArgument', 'A chart draws the cells of a range.');
  }
  return source;
}
