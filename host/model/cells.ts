import { ROWS, type Rect } from './address';
import { shifted, type RowShift } from './row-shift';

/** An error value such as '#REF!'; the text '#REF!' is another thing. */
export class CellError {
  constructor(readonly code: string) {}
}

export type Constant = string | number | boolean | CellError;

/**
 * A formula with the value last calculated. The host has no formula engine: a formula from a file
 * keeps the value that the file holds; one without a value, or written by the add-in, is an error
 * that says so, because nought would be an answer.
 */
export class FormulaCell {
  static uncalculated(formula: string): FormulaCell {
    return new FormulaCell(formula, new CellError('#GETTING_DATA'), true);
  }

  constructor(
    /** With its '='. */
    readonly formula: string,
    readonly value: Constant | '',
    readonly needsCalculation: boolean,
  ) {}
}

export type Cell = Constant | FormulaCell;

/** The contents of a sheet's cells, by row and column; a blank cell is absent. */
export class Cells {
  private rows = new Map<number, (Cell | undefined)[]>();

  at(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.[column];
  }

  set(row: number, column: number, cell: Cell | undefined): void {
    let cells = this.rows.get(row);
    if (cell === undefined || cell === '') {
      if (cells && column in cells) delete cells[column];
      return;
    }
    if (!cells) this.rows.set(row, (cells = []));
    cells[column] = cell;
  }

  clear(rect: Rect): void {
    this.visit(rect, (row, column) => this.set(row, column, undefined));
  }

  /** Moves whole rows; those taken out are lost with their cells, as are those pushed off the sheet. */
  shift(shift: RowShift): void {
    const moved = new Map<number, (Cell | undefined)[]>();
    for (const [row, cells] of this.rows) {
      const after = shifted({ top: row, bottom: row, left: 0, right: 0 }, shift);
      if (after && after.top < ROWS) moved.set(after.top, cells);
    }
    this.rows = moved;
  }

  /** Calls for every cell of the block that holds something, in no order of rows. */
  visit(rect: Rect, see: (row: number, column: number, cell: Cell) => void): void {
    const look = (row: number, cells: (Cell | undefined)[]) => {
      const last = Math.min(rect.right, cells.length - 1);
      for (let column = rect.left; column <= last; column++) {
        const cell = cells[column];
        if (cell !== undefined) see(row, column, cell);
      }
    };
    if (rect.bottom - rect.top < this.rows.size) {
      for (let row = rect.top; row <= rect.bottom; row++) {
        const cells = this.rows.get(row);
        if (cells) look(row, cells);
      }
      return;
    }
    for (const [row, cells] of this.rows) {
      if (row >= rect.top && row <= rect.bottom) look(row, cells);
    }
  }

  /** The block of the contents made into another form; blank cells are `blank`. */
  map<T>(rect: Rect, blank: T, form: (cell: Cell) => T): T[][] {
    const width = rect.right - rect.left + 1;
    const block: T[][] = [];
    for (let row = rect.top; row <= rect.bottom; row++) {
      const line = new Array<T>(width).fill(blank);
      const cells = this.rows.get(row);
      const last = cells ? Math.min(rect.right, cells.length - 1) : -1;
      for (let column = rect.left; column <= last; column++) {
        const cell = cells![column];
        if (cell !== undefined) line[column - rect.left] = form(cell);
      }
      block.push(line);
    }
    return block;
  }

  /** The block that cells with something in them span. */
  used(within: Rect): Rect | undefined {
    let used: Rect | undefined;
    this.visit(within, (row, column) => {
      if (!used) used = { top: row, bottom: row, left: column, right: column };
      else {
        if (row < used.top) used.top = row;
        if (row > used.bottom) used.bottom = row;
        if (column < used.left) used.left = column;
        if (column > used.right) used.right = column;
      }
    });
    return used;
  }
}

/** What the cell shows as its value: a formula's last one. */
export const valueOf = (cell: Cell | undefined): Constant | '' =>
  cell instanceof FormulaCell ? cell.value : (cell ?? '');

/** As Office.js hands it over: an error is its text. */
export function plainValue(cell: Cell | undefined): string | number | boolean {
  const value = valueOf(cell);
  return value instanceof CellError ? value.code : value;
}

/** What stands in the formula bar: the formula, else the value. */
export const plainFormula = (cell: Cell | undefined): string | number | boolean =>
  cell instanceof FormulaCell ? cell.formula : plainValue(cell);
