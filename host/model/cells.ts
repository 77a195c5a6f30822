import { COLUMNS, ROWS, WHOLE_SHEET, type Rect } from './address';
import { shifted, type RowShift } from './row-shift';

/** An error value such as '#REF!'; the text '#REF!' is another thing. */
export class CellError {
  constructor(readonly code: string) {}
}

export type Constant = string | number | boolean | CellError;

/** What a formula comes to. */
export type FormulaValue = Constant | '';

/**
 * A formula with the value last calculated (see formula/calculation.ts). One from a file keeps the
 * value that the file holds, or, where it holds none, is an error that says so, because nought would
 * be an answer; so is one that the host cannot calculate.
 */
export class FormulaCell {
  /** From a file that holds no value of it; or one that the host cannot calculate. */
  static uncalculated(formula: string): FormulaCell {
    return new FormulaCell(formula, new CellError('#GETTING_DATA'), true);
  }

  /** Just entered, to be calculated. */
  static entered(formula: string): FormulaCell {
    return new FormulaCell(formula, new CellError('#GETTING_DATA'), true, 'entered');
  }

  static calculated(formula: string, value: FormulaValue): FormulaCell {
    return new FormulaCell(formula, value, false, 'calculated');
  }

  constructor(
    /** With its '='. */
    readonly formula: string,
    readonly value: FormulaValue,
    readonly needsCalculation: boolean,
    private readonly origin: 'file' | 'entered' | 'calculated' = 'file',
  ) {}

  /** The same formula and value, spelt anew. */
  respelt(formula: string): FormulaCell {
    return new FormulaCell(formula, this.value, this.needsCalculation, this.origin);
  }

  get isEntered(): boolean {
    return this.origin === 'entered';
  }

  /** True where the value is the host's own, so that an old one must not stand. */
  get isOurs(): boolean {
    return this.origin !== 'file';
  }
}

export type Cell = Constant | FormulaCell;

/** Who keeps the formulas among the cells calculated. */
interface Calculates {
  /** Something was written. */
  expect(): void;
  /** Somebody looks. */
  settle(): void;
}

/** The contents of a sheet's cells, by row and column; a blank cell is absent. */
export class Cells {
  private rows = new Map<number, (Cell | undefined)[]>();
  /** The block around all that was written since the last calculation. */
  written?: Rect;
  formulaCount = 0;

  constructor(private readonly calculation?: Calculates) {}

  at(row: number, column: number): Cell | undefined {
    this.calculation?.settle();
    return this.rows.get(row)?.[column];
  }

  set(row: number, column: number, cell: Cell | undefined): void {
    let cells = this.rows.get(row);
    this.notice(row, column, row, column);
    if (cells?.[column] instanceof FormulaCell) this.formulaCount--;
    if (cell instanceof FormulaCell) this.formulaCount++;
    if (cell === undefined || cell === '') {
      if (cells && column in cells) delete cells[column];
      return;
    }
    if (!cells) this.rows.set(row, (cells = []));
    cells[column] = cell;
  }

  /** Puts a formula in place of the same one with an older value. */
  settle(row: number, column: number, cell: FormulaCell): void {
    this.rows.get(row)![column] = cell;
  }

  /** Takes numbers, because a block made for every cell that is written costs as much as the writing. */
  private notice(top: number, left: number, bottom: number, right: number): void {
    const { written } = this;
    if (!written) this.written = { top, left, bottom, right };
    else {
      if (top < written.top) written.top = top;
      if (left < written.left) written.left = left;
      if (bottom > written.bottom) written.bottom = bottom;
      if (right > written.right) written.right = right;
    }
    this.calculation?.expect();
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
    this.formulaCount = 0;
    for (const cells of moved.values()) {
      this.formulaCount += cells.filter((cell) => cell instanceof FormulaCell).length;
    }
    this.notice(0, 0, ROWS - 1, COLUMNS - 1);
  }

  /** Calls for every cell of the block that holds something, in no order of rows. */
  visit(rect: Rect, see: (row: number, column: number, cell: Cell) => void): void {
    this.calculation?.settle();
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

  /** Calls for every formula of the sheet, in no order of rows. */
  visitFormulas(see: (row: number, column: number, cell: FormulaCell) => void): void {
    if (this.formulaCount === 0) return;
    this.visit(WHOLE_SHEET, (row, column, cell) => {
      if (cell instanceof FormulaCell) see(row, column, cell);
    });
  }

  /** The block of the contents made into another form; blank cells are `blank`. */
  map<T>(rect: Rect, blank: T, form: (cell: Cell) => T): T[][] {
    this.calculation?.settle();
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
