import { HostError } from '../host-error';
import type { Rect } from './address';
import { columnAt, rowAt, startOfColumn, startOfRow, toPixel } from './geometry';
import { shifted, type RowShift } from './row-shift';
import type { Sheet } from './sheet';

/** Cells that a chart draws: one row or one column of a sheet. */
export interface ChartSource {
  sheet: Sheet;
  rect: Rect;
}

/** One row of bars and what was chosen for its look. */
export interface ChartSeries {
  /** Typed in, or a cell's content. */
  name: string | ChartSource;
  values: ChartSource;
  /** Absent where the bars are numbered. */
  labels?: ChartSource;
  /** '#RRGGBB'; absent for the theme's. */
  fill?: string;
  /** Per cent of a bar's thickness between two bars. */
  gapWidth: number;
  /** Each bar's length beside it, in its cell's format. */
  hasDataLabels: boolean;
}

export interface ChartAxis {
  /** Absent where none is shown. */
  title?: string;
  visible: boolean;
  gridlines: boolean;
  reversed: boolean;
  /** Where the other axis crosses this one, as Excel.ChartAxisPosition names it. */
  crossedAt: string;
  /** As Excel.ChartAxisTickLabelPosition names it. */
  labelsAt: string;
  /** One label for so many bars; absent where Excel chooses. */
  labelSpacing?: number;
}

export interface Text {
  text: string;
  visible: boolean;
  /** Points. */
  size: number;
  bold: boolean;
}

/** As Excel begins. */
export const NO_TITLE: Readonly<Text> = { text: '', visible: false, size: 14, bold: false };

/** A corner of a chart: a cell and how far into it, in points to the pixel. */
export interface Corner {
  row: number;
  column: number;
  x: number;
  y: number;
}

/** Points from the sheet's corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const plainAxis = (gridlines: boolean): ChartAxis => ({
  visible: true,
  gridlines,
  reversed: false,
  crossedAt: 'Automatic',
  labelsAt: 'NextToAxis',
});

/** A chart on a sheet; it moves and grows with the cells under it, as Excel's own do. */
export class Chart {
  /** What a screen reader says of it; Office.js has no member for it, a file has. */
  alternativeText = '';
  title: Text = { ...NO_TITLE };
  legend = { visible: true };
  categoryAxis = plainAxis(false);
  valueAxis = plainAxis(true);
  series: ChartSeries[] = [];

  constructor(
    readonly sheet: Sheet,
    public id: string,
    public name: string,
    /** As Excel.ChartType names it. */
    public type: string,
    public from: Corner,
    public to: Corner,
  ) {}

  get box(): Box {
    const left = startOfColumn(this.sheet, this.from.column) + this.from.x;
    const top = startOfRow(this.sheet, this.from.row) + this.from.y;
    return {
      left,
      top,
      width: startOfColumn(this.sheet, this.to.column) + this.to.x - left,
      height: startOfRow(this.sheet, this.to.row) + this.to.y - top,
    };
  }
  set box(box: Box) {
    const { left, top, width, height } = box;
    if (!(left >= 0 && top >= 0 && width > 0 && height > 0)) {
      throw new HostError('InvalidArgument', 'That is no place for a chart.');
    }
    this.from = cornerAt(this.sheet, left, top);
    this.to = cornerAt(this.sheet, left + width, top + height);
  }
}

function cornerAt(sheet: Sheet, left: number, top: number): Corner {
  const column = columnAt(sheet, left);
  const row = rowAt(sheet, top);
  return {
    row,
    column,
    x: toPixel(left - startOfColumn(sheet, column)),
    y: toPixel(top - startOfRow(sheet, row)),
  };
}

/** Takes a sheet's cells from the charts of others; bars without cells go. */
export function forgetSheet(charts: readonly Chart[], gone: Sheet): void {
  for (const chart of charts) {
    chart.series = chart.series.flatMap((series) => sourcesAfter(series, keepOthers(gone)));
  }
}

/** Charts draw the same cells after rows have moved, and stand on them; what is gone is no source. */
export function shiftCharts(moved: Sheet, shift: RowShift): void {
  for (const chart of moved.book.charts) {
    if (chart.sheet === moved) {
      chart.from = shiftedCorner(chart.from, shift);
      chart.to = shiftedCorner(chart.to, shift);
    }
    chart.series = chart.series.flatMap((series) =>
      sourcesAfter(series, (source) => shiftedSource(source, moved, shift)),
    );
  }
}

type Followed = (source: ChartSource) => ChartSource | undefined;

const keepOthers =
  (gone: Sheet): Followed =>
  (source) =>
    source.sheet === gone ? undefined : source;

function sourcesAfter(series: ChartSeries, follow: Followed): ChartSeries[] {
  const values = follow(series.values);
  if (!values) return [];
  const labels = series.labels && follow(series.labels);
  const name = typeof series.name === 'string' ? series.name : (follow(series.name) ?? '');
  return [{ ...series, values, labels, name }];
}

function shiftedSource(
  source: ChartSource,
  moved: Sheet,
  shift: RowShift,
): ChartSource | undefined {
  if (source.sheet !== moved) return source;
  const rect = shifted(source.rect, shift);
  return rect && { ...source, rect };
}

/** A corner in a row that is taken out moves to the top of the next one. */
function shiftedCorner(corner: Corner, shift: RowShift): Corner {
  const { row } = corner;
  const after = shifted({ top: row, bottom: row, left: 0, right: 0 }, shift);
  return after ? { ...corner, row: after.top } : { ...corner, row: shift.at, y: 0 };
}
