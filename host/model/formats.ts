import { COLUMNS, intersection, isWholeColumns, ROWS, type Rect } from './address';
import type { RowShift } from './row-shift';
import { Runs } from './runs';
import { PLAIN, styleWith, type Style } from './style';

type Row = Runs<Readonly<Style>>;

/**
 * The styles of a sheet, kept as areas: bands of rows that look the same, each a run of columns.
 * A million formatted rows are one band. Whole columns are kept apart, as a file keeps them: they
 * format cells that hold nothing, but do not make them used.
 */
export class Formats {
  private columns: Row = Runs.of();
  private readonly bands = Runs.of<Row>((a, b) => a.equals(b));

  at(row: number, column: number): Readonly<Style> {
    return this.bands.at(row)?.at(column) ?? this.columns.at(column) ?? PLAIN;
  }

  /** Changes the style of every cell in the block. */
  change(rect: Rect, change: Partial<Style>): void {
    this.update(rect, (style) => styleWith(style, change));
  }

  clear(rect: Rect): void {
    if (isWholeColumns(rect)) {
      this.columns.set(rect.left, rect.right, undefined);
      this.bands.update(0, ROWS - 1, (band) => without(band, rect));
      return;
    }
    this.bands.update(rect.top, rect.bottom, (band) =>
      this.columns.within(rect.left, rect.right).length > 0
        ? changed(band ?? Runs.of(), rect, () => PLAIN)
        : without(band, rect),
    );
  }

  /** As `change`, where the new style depends on the old one. */
  update(rect: Rect, change: (style: Readonly<Style>) => Readonly<Style>): void {
    if (isWholeColumns(rect)) {
      this.columns.update(rect.left, rect.right, (style) => change(style ?? PLAIN));
      for (const { from, to } of [...this.bands.all()]) {
        this.bands.update(from, to, (band) => band && changedWhereSet(band, rect, change));
      }
      return;
    }
    this.bands.update(rect.top, rect.bottom, (band) => {
      const row = band?.copy() ?? Runs.of<Readonly<Style>>();
      for (const { from, to, value } of this.columnStyles(rect, row)) {
        row.set(from, to, change(value));
      }
      return row;
    });
  }

  /** Moves whole rows; new ones look like the row above them. */
  shift({ kind, at, count }: RowShift): void {
    if (kind === 'delete') return this.bands.closeUp(at, count);
    const above = at > 0 ? this.bands.at(at - 1) : undefined;
    this.bands.makeRoom(at, count, ROWS - 1, above);
  }

  /** What the cells of a row look like over a stretch of columns: the row's own, else the column's. */
  private columnStyles(rect: Rect, row: Row) {
    const seen = this.columns.copy();
    for (const { from, to, value } of row.within(rect.left, rect.right)) seen.set(from, to, value);
    const whole = Runs.of<Readonly<Style>>();
    whole.set(rect.left, rect.right, PLAIN);
    for (const { from, to, value } of seen.within(rect.left, rect.right))
      whole.set(from, to, value);
    return [...whole.all()];
  }

  /** The styles that occur in the block, each once. */
  distinct(rect: Rect): Readonly<Style>[] {
    const found = new Set<Readonly<Style>>();
    let next = rect.top;
    const look = (row: Row) => {
      for (const run of this.columnStyles(rect, row)) found.add(run.value);
    };
    for (const { from, to, value } of this.bands.within(rect.top, rect.bottom)) {
      if (from > next) look(Runs.of());
      look(value);
      next = to + 1;
    }
    if (next <= rect.bottom) look(Runs.of());
    return [...found];
  }

  /** The styles of the block row by row; rows of one band share one array. */
  *rows(rect: Rect): Generator<readonly Readonly<Style>[]> {
    const spread = (row: Row) => {
      const styles = new Array<Readonly<Style>>(rect.right - rect.left + 1).fill(PLAIN);
      for (const { from, to, value } of this.columnStyles(rect, row)) {
        styles.fill(value, from - rect.left, to - rect.left + 1);
      }
      return styles;
    };
    const blank = spread(Runs.of());
    let next = rect.top;
    for (const { from, to, value } of this.bands.within(rect.top, rect.bottom)) {
      for (; next < from; next++) yield blank;
      const styles = spread(value);
      for (; next <= to; next++) yield styles;
    }
    for (; next <= rect.bottom; next++) yield blank;
  }

  /** The block that formatted cells span. A row formatted from edge to edge adds no columns. */
  used(within: Rect): Rect | undefined {
    let used: Rect | undefined;
    for (const band of this.bands.within(within.top, within.bottom)) {
      for (const run of band.value.all()) {
        const wholeRow = run.from === 0 && run.to === COLUMNS - 1;
        const part = intersection(
          { top: band.from, bottom: band.to, left: run.from, right: wholeRow ? 0 : run.to },
          within,
        );
        if (part) used = used ? union(used, part) : part;
      }
    }
    return used;
  }

  /** Every area with its style, for saving; `columns` are those of whole columns. */
  areas(): {
    columns: { rect: Rect; style: Readonly<Style> }[];
    cells: { rect: Rect; style: Readonly<Style> }[];
  } {
    const columns = this.columns.all().map(({ from, to, value }) => ({
      rect: { top: 0, bottom: ROWS - 1, left: from, right: to },
      style: value,
    }));
    const cells = this.bands.all().flatMap((band) =>
      band.value.all().map(({ from, to, value }) => ({
        rect: { top: band.from, bottom: band.to, left: from, right: to },
        style: value,
      })),
    );
    return { columns, cells };
  }
}

function changed(band: Row, rect: Rect, change: (style: Readonly<Style>) => Readonly<Style>): Row {
  const row = band.copy();
  row.update(rect.left, rect.right, (style) => change(style ?? PLAIN));
  return row;
}

function changedWhereSet(
  band: Row,
  rect: Rect,
  change: (style: Readonly<Style>) => Readonly<Style>,
): Row {
  const row = band.copy();
  row.update(rect.left, rect.right, (style) => style && change(style));
  return row;
}

function without(band: Row | undefined, rect: Rect): Row | undefined {
  if (!band) return undefined;
  const row = band.copy();
  row.set(rect.left, rect.right, undefined);
  return row.isEmpty ? undefined : row;
}

const union = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
