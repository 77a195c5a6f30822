import { asCells } from '../formula/table-places';
import { HostError } from '../host-error';
import { intersection, type Rect } from './address';
import type { Book } from './book';
import { FormulaCell, plainValue } from './cells';
import { withTable } from './formula-references';
import type { Sheet } from './sheet';

/** An Excel table: a block with a row of headings, which are text, unique and never blank. */
export class Table {
  style = 'TableStyleMedium2';
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;

  constructor(
    readonly sheet: Sheet,
    public id: number,
    public name: string,
    /** Headings, rows and totals. */
    public rect: Rect,
  ) {}

  get headerRect(): Rect {
    return { ...this.rect, bottom: this.rect.top };
  }

  /** The rows between headings and totals; Excel keeps at least one. */
  get bodyRect(): Rect {
    return {
      ...this.rect,
      top: this.rect.top + 1,
      bottom: this.rect.bottom - (this.showTotals ? 1 : 0),
    };
  }

  get totalRect(): Rect {
    return { ...this.rect, top: this.rect.bottom };
  }

  get headings(): string[] {
    const [row = []] = this.sheet.cells.map(this.headerRect, '', (cell) =>
      String(plainValue(cell)),
    );
    return row;
  }

  /** Makes the headings what Excel makes of them: text, 'Column1' for blanks, 'Name2' for twins. */
  settleHeadings(): void {
    const taken = new Set<string>();
    this.headings.forEach((heading, i) => {
      const column = this.rect.left + i;
      let name = heading === '' ? `Column${i + 1}` : heading;
      for (let n = 2; taken.has(name.toUpperCase()); n++) {
        name = `${heading === '' ? 'Column' : heading}${heading === '' ? i + n : n}`;
      }
      taken.add(name.toUpperCase());
      const cell = this.sheet.cells.at(this.rect.top, column);
      if (cell !== name) this.sheet.cells.set(this.rect.top, column, name);
    });
  }

  /**
   * Puts a totals row below the table or takes it away. Excel would push down what stands there;
   * this host refuses where anything does.
   */
  setTotals(show: boolean): void {
    if (show === this.showTotals) return;
    if (show) {
      const below = { ...this.rect, top: this.rect.bottom + 1, bottom: this.rect.bottom + 1 };
      if (this.sheet.cells.used(below)) {
        throw new HostError(
          'NotImplemented',
          'This host does not push cells down for a totals row.',
        );
      }
      this.rect = { ...this.rect, bottom: below.bottom };
      this.writeTotals(below.bottom);
    } else {
      this.sheet.cells.clear(this.totalRect);
      this.rect = { ...this.rect, bottom: this.rect.bottom - 1 };
    }
    this.showTotals = show;
    this.sheet.touched = true;
  }

  /** Excel writes 'Total' on the left and a subtotal of the last column. */
  private writeTotals(row: number): void {
    const { left, right } = this.rect;
    if (right > left) this.sheet.cells.set(row, left, 'Total');
    const last = this.headings[right - left]!.replace(/['[\]#@]/g, "'$&");
    const formula = `=SUBTOTAL(109,${this.name}[${last}])`;
    this.sheet.cells.set(row, right, FormulaCell.entered(formula));
  }
}

/** Gives a table another name, in the formulas that point at it too. */
export function renameTable(table: Table, name: string): void {
  const { book } = table.sheet;
  if (name.toUpperCase() !== table.name.toUpperCase()) requireTableName(book, name);
  respellFormulas(
    table,
    (cell, formula) => cell.respelt(formula),
    (_, brackets) => name + brackets,
  );
  table.name = name;
}

/** Takes a table off the book's list; formulas that point at it lose what they pointed at. */
export function forgetTable(table: Table): void {
  takeOff(table);
  respellFormulas(
    table,
    (_, formula) => FormulaCell.entered(formula),
    () => '#REF!',
  );
}

/** Makes a table a plain range; formulas that point at it point at its cells. */
export function convertTable(table: Table): void {
  takeOff(table);
  respellFormulas(
    table,
    (cell, formula) => cell.respelt(formula),
    (reference, _, row) => asCells(reference, table, row),
  );
}

function takeOff(table: Table): void {
  const { tables } = table.sheet.book;
  tables.splice(tables.indexOf(table), 1);
}

function respellFormulas(
  { name, sheet: { book } }: Table,
  made: (cell: FormulaCell, formula: string) => FormulaCell,
  respelt: (reference: string, brackets: string, row: number) => string,
): void {
  for (const { cells } of book.sheets) {
    cells.visitFormulas((row, column, cell) => {
      const formula = withTable(cell.formula, name, (reference, brackets) =>
        respelt(reference, brackets, row),
      );
      if (formula !== cell.formula) cells.set(row, column, made(cell, formula));
    });
  }
}

/** Throws InvalidArgument for what cannot name a table, ItemAlreadyExists for a taken one. */
export function requireTableName(book: Book, name: string): void {
  const isName =
    /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^([rRcC]|[rR]\d*[cC]\d*)$/.test(name);
  if (!isName) throw new HostError('InvalidArgument', 'That is no name for a table.');
  if (book.isTaken(name)) throw new HostError('ItemAlreadyExists');
}

/** @param name by default the next free 'Table1' */
export function addTable(sheet: Sheet, rect: Rect, name?: string): Table {
  const { book } = sheet;
  if (book.tables.some((table) => table.sheet === sheet && intersection(table.rect, rect))) {
    throw new HostError('InvalidArgument', 'A table cannot overlap another table.');
  }
  if (name !== undefined) requireTableName(book, name);
  const table = new Table(sheet, book.nextId(), name ?? freeTableName(book), rect);
  book.tables.push(table);
  table.settleHeadings();
  sheet.touched = true;
  return table;
}

function freeTableName(book: Book): string {
  let number = book.tables.length + 1;
  while (book.isTaken(`Table${number}`)) number++;
  return `Table${number}`;
}
