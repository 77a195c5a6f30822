import { boundingRect, intersection, localAddress, type Rect } from '../model/address';
import type { Book } from '../model/book';
import { FormulaCell, type FormulaValue } from '../model/cells';
import type { Sheet } from '../model/sheet';
import type { CellContent } from './criteria';
import { areasOf, evaluate, type Surroundings } from './evaluate';
import { NotPlayed, parse, type Node } from './parse';
import { placesOf, type Area, type TablePlaces } from './table-places';

/** A formula and where it stands. */
interface Placed {
  sheet: Sheet;
  row: number;
  column: number;
  cell: FormulaCell;
}

/**
 * Keeps a workbook's formulas calculated: those that were entered here, and those of the file once
 * something that they read has changed. It works when somebody looks, not when somebody writes, so
 * that a batch of writes is one calculation. A formula that it cannot play keeps the value of its
 * file, or stays uncalculated; and so does whatever reads an uncalculated one.
 */
export class Calculation {
  private isDue = false;
  private isRunning = false;
  /** What each formula read when it was last looked at; another answer means that a table moved. */
  private readonly read = new WeakMap<FormulaCell, string>();
  private readonly parsed = new Map<string, Node | NotPlayed>();

  constructor(private readonly book: Book) {}

  /** Something that a formula may read is not as it was. */
  expect(): void {
    if (!this.isRunning) this.isDue = true;
  }

  /** Takes the workbook as its file has it: nothing is out of date. */
  accept(): void {
    for (const sheet of this.book.sheets) sheet.cells.written = undefined;
    this.isDue = false;
  }

  /** Brings every formula up to date, where that is due. */
  settle(): void {
    if (!this.isDue || this.isRunning) return;
    this.isRunning = true;
    try {
      new Run(this.book, (formula) => this.parse(formula), this.read).run();
    } finally {
      this.isRunning = false;
      this.isDue = false;
    }
  }

  private parse(formula: string): Node {
    let node = this.parsed.get(formula);
    if (node === undefined) this.parsed.set(formula, (node = parsedOr(formula)));
    if (node instanceof NotPlayed) throw node;
    return node;
  }
}

/** What the work comes to; undefined where it asks for what is not played. */
function ifPlayed<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotPlayed) return undefined;
    throw error;
  }
}

function parsedOr(formula: string): Node | NotPlayed {
  try {
    return parse(formula);
  } catch (error) {
    if (error instanceof NotPlayed) return error;
    throw error;
  }
}

/** Formulas that wait for one another in a row; a longer chain would exhaust the stack. */
const DEEPEST = 500;

/** One calculation of what is out of date. */
class Run {
  private readonly due = new Set<FormulaCell>();
  private readonly busy = new Set<FormulaCell>();
  private readonly answers = new Map<string, unknown>();
  private readonly tables: TablePlaces;

  constructor(
    private readonly book: Book,
    private readonly parse: (formula: string) => Node,
    private readonly read: WeakMap<FormulaCell, string>,
  ) {
    this.tables = placesOf(book.tables);
  }

  run(): void {
    const formulas = this.formulas();
    this.findDue(formulas);
    for (const sheet of this.book.sheets) sheet.cells.written = undefined;
    for (const placed of formulas) this.settle(placed);
  }

  private formulas(): Placed[] {
    return this.book.sheets.flatMap((sheet) => {
      const found: Placed[] = [];
      sheet.cells.visitFormulas((row, column, cell) => found.push({ sheet, row, column, cell }));
      return found;
    });
  }

  /** Formulas that were entered, that read what was written, or that read another one of these. */
  private findDue(formulas: readonly Placed[]): void {
    const changed = new Map<Sheet, Rect>();
    for (const sheet of this.book.sheets) {
      if (sheet.cells.written) changed.set(sheet, sheet.cells.written);
    }
    let waiting = formulas.flatMap((placed) => {
      const areas = this.areasOf(placed);
      const reads =
        areas && areas.map(({ sheet, rect }) => `${sheet.id}${localAddress(rect)}`).join();
      const before = this.read.get(placed.cell);
      const moved = before !== undefined && before !== reads;
      if (reads !== undefined) this.read.set(placed.cell, reads);
      const isDue = placed.cell.isEntered || moved;
      if (isDue) this.take(placed, changed);
      return isDue || !areas ? [] : [{ placed, areas }];
    });
    for (let before = -1; before !== waiting.length;) {
      before = waiting.length;
      waiting = waiting.filter(({ placed, areas }) => {
        const reached = areas.some(({ sheet, rect }) => {
          const there = changed.get(sheet);
          return there && intersection(there, rect);
        });
        if (reached) this.take(placed, changed);
        return !reached;
      });
    }
  }

  private take(placed: Placed, changed: Map<Sheet, Rect>): void {
    const { sheet, row, column, cell } = placed;
    const own = { top: row, bottom: row, left: column, right: column };
    const there = changed.get(sheet);
    // A little more than what changed: whoever reads it gets the same value again.
    changed.set(sheet, there ? boundingRect(there, own) : own);
    this.due.add(cell);
  }

  private areasOf({ sheet, row, cell }: Placed): Area[] | undefined {
    return ifPlayed(() => areasOf(this.parse(cell.formula), { sheet, row, tables: this.tables }));
  }

  /** Works a formula out and puts it back with its value. */
  private settle(placed: Placed): void {
    const { sheet, row, column, cell } = placed;
    if (!this.due.delete(cell)) return;
    this.busy.add(cell);
    const value = this.valueOf(placed);
    this.busy.delete(cell);
    if (value === undefined && !cell.isOurs) return;
    const settled =
      value === undefined
        ? FormulaCell.uncalculated(cell.formula)
        : FormulaCell.calculated(cell.formula, value);
    const reads = this.read.get(cell);
    if (reads !== undefined) this.read.set(settled, reads);
    sheet.cells.settle(row, column, settled);
  }

  private valueOf({ sheet, row, column, cell }: Placed): FormulaValue | undefined {
    const surroundings: Surroundings = {
      sheet,
      row,
      column,
      tables: this.tables,
      contentAt: (other, r, c) => this.contentAt(other, r, c),
      kept: (area, name, work) => this.kept(area, name, work),
    };
    return ifPlayed(() => evaluate(this.parse(cell.formula), surroundings));
  }

  private contentAt(sheet: Sheet, row: number, column: number): CellContent {
    let cell = sheet.cells.at(row, column);
    if (!(cell instanceof FormulaCell)) return cell;
    if (this.due.has(cell)) {
      if (this.busy.size > DEEPEST) throw new NotPlayed('so long a chain of formulas');
      this.settle({ sheet, row, column, cell });
      cell = sheet.cells.at(row, column) as FormulaCell;
    } else if (this.busy.has(cell)) {
      throw new NotPlayed('a formula that depends on itself');
    }
    if (cell.needsCalculation) throw new NotPlayed('a formula that is not calculated');
    return cell.value;
  }

  private kept<T>({ sheet, rect }: Area, name: string, work: () => T): T {
    const key = `${sheet.id}${localAddress(rect)} ${name}`;
    if (!this.answers.has(key)) this.answers.set(key, work());
    return this.answers.get(key) as T;
  }
}
