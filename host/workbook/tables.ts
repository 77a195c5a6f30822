import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import { intersection, requiredRect, splitSheet, type Rect } from '../model/address';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import {
  addTable,
  convertTable,
  forgetTable,
  renameTable,
  type Table as TableState,
} from '../model/table';
import { Range } from './range';
import { Worksheet } from './worksheet';

/** The tables of a sheet, or of the workbook. */
export class TableCollection extends HostCollection {
  readonly $className = 'TableCollection';

  constructor(
    private readonly $book: Book,
    private readonly $sheet?: Sheet,
  ) {
    super();
  }

  get items(): Table[] {
    return this.$book.tables
      .filter((table) => !this.$sheet || table.sheet === this.$sheet)
      .map((table) => new Table(table));
  }
  get count(): number {
    return this.items.length;
  }
  getCount(): number {
    return this.items.length;
  }
  /** @param hasHeaders where false, Excel pushes the rows down for headings; this host refuses */
  add(address: Range | string, hasHeaders: boolean): Table {
    if (hasHeaders !== true) {
      throw new HostError('NotImplemented', 'This host makes tables of ranges with headings only.');
    }
    const { sheet, rect } = this.$place(address);
    if (sheet.protection) throw new HostError('AccessDenied');
    if (sheet.merges.some((merge) => intersection(merge, rect))) {
      throw new HostError('InvalidOperation', 'A table cannot hold merged cells.');
    }
    // One row is a heading alone; Excel adds the blank row below it.
    const bottom = Math.max(rect.bottom, rect.top + 1);
    return new Table(addTable(sheet, { ...rect, bottom }));
  }
  getItem(key: string | number): Table {
    const table = this.getItemOrNullObject(key);
    if (!table) throw new HostError('ItemNotFound');
    return table;
  }
  /** @param key a table's name, in whatever case, or its id */
  getItemOrNullObject(key: string | number): Table | null {
    const wanted = String(key).toUpperCase();
    return (
      this.items.find((table) => table.id === String(key)) ??
      this.items.find((table) => table.name.toUpperCase() === wanted) ??
      null
    );
  }
  getItemAt(index: number): Table {
    const table = this.items[index];
    if (!table) throw new HostError('InvalidArgument');
    return table;
  }

  private $place(address: Range | string): { sheet: Sheet; rect: Rect } {
    if (address instanceof Range) return { sheet: address.$live, rect: address.$rect };
    const [sheetName, local] = splitSheet(address);
    const sheet = sheetName ? this.$book.sheetNamed(sheetName) : (this.$sheet ?? this.$book.active);
    if (!sheet) throw new HostError('ItemNotFound');
    return { sheet, rect: requiredRect(local) };
  }
}

export class Table extends HostObject {
  readonly $className = 'Table';

  constructor(private readonly $table: TableState) {
    super();
  }

  override $identity() {
    return { Id: this.id };
  }
  get id(): string {
    return String(this.$table.id);
  }
  get name(): string {
    return this.$table.name;
  }
  set name(name: string) {
    renameTable(this.$table, name);
    this.$table.sheet.touched = true;
  }
  get style(): string {
    return this.$table.style;
  }
  set style(style: string) {
    this.$change({ style });
  }
  get showHeaders(): boolean {
    return true;
  }
  get showTotals(): boolean {
    return this.$table.showTotals;
  }
  set showTotals(show: boolean) {
    this.$table.setTotals(show);
  }
  get showBandedRows(): boolean {
    return this.$table.showBandedRows;
  }
  set showBandedRows(showBandedRows: boolean) {
    this.$change({ showBandedRows });
  }
  get showBandedColumns(): boolean {
    return this.$table.showBandedColumns;
  }
  set showBandedColumns(showBandedColumns: boolean) {
    this.$change({ showBandedColumns });
  }
  get showFilterButton(): boolean {
    return this.$table.showFilterButton;
  }
  set showFilterButton(showFilterButton: boolean) {
    this.$change({ showFilterButton });
  }
  get highlightFirstColumn(): boolean {
    return this.$table.highlightFirstColumn;
  }
  set highlightFirstColumn(highlightFirstColumn: boolean) {
    this.$change({ highlightFirstColumn });
  }
  get highlightLastColumn(): boolean {
    return this.$table.highlightLastColumn;
  }
  set highlightLastColumn(highlightLastColumn: boolean) {
    this.$change({ highlightLastColumn });
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.$table.sheet);
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.$table);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.$table);
  }

  getRange(): Range {
    return this.$range(this.$table.rect);
  }
  getHeaderRowRange(): Range {
    return this.$range(this.$table.headerRect);
  }
  getDataBodyRange(): Range {
    return this.$range(this.$table.bodyRect);
  }
  getTotalRowRange(): Range {
    if (!this.$table.showTotals) throw new HostError('ItemNotFound');
    return this.$range(this.$table.totalRect);
  }

  /** The headings stay in their row, and old and new block must overlap (the types say so). */
  resize(range: Range | string): void {
    const rect = range instanceof Range ? range.$rect : requiredRect(splitSheet(range)[1]);
    const { sheet } = this.$table;
    const fits =
      rect.top === this.$table.rect.top &&
      rect.bottom > rect.top &&
      intersection(rect, this.$table.rect) !== undefined &&
      !sheet.book.tables.some(
        (other) => other !== this.$table && other.sheet === sheet && intersection(other.rect, rect),
      );
    if (!fits) throw new HostError('InvalidArgument', 'The table cannot be resized to that range.');
    if (sheet.protection) throw new HostError('AccessDenied');
    const totals = this.$table.showTotals ? takeRow(this.$table) : undefined;
    this.$table.rect = rect;
    totals?.(rect);
    this.$table.settleHeadings();
    sheet.book.calculation.expect();
    sheet.touched = true;
  }
  /** The cells stay, as a plain range. */
  convertToRange(): Range {
    const range = this.getRange();
    convertTable(this.$table);
    this.$table.sheet.touched = true;
    return range;
  }
  /** Excel takes the cells away too. */
  delete(): void {
    const { sheet, rect } = this.$table;
    sheet.requireUnlocked(rect);
    sheet.cells.clear(rect);
    sheet.formats.clear(rect);
    forgetTable(this.$table);
    sheet.changed(rect);
  }
  /** Shows the rows that a filter of this table hides. */
  clearFilters(): void {
    const { top, bottom } = this.$table.rect;
    this.$table.sheet.hiddenRows.set(top, bottom, undefined);
    this.$table.sheet.touched = true;
  }

  private $range(rect: Rect): Range {
    return new Range(this.$table.sheet, rect);
  }
  private $change(change: Partial<TableState>): void {
    Object.assign(this.$table, change);
    this.$table.sheet.touched = true;
  }
}

/** Lifts the totals row off the sheet; the answer puts it at the bottom of a block. */
function takeRow(table: TableState): (rect: Rect) => void {
  const { sheet, totalRect } = table;
  const [cells = []] = sheet.cells.map(totalRect, undefined as never, (cell) => cell);
  sheet.cells.clear(totalRect);
  return (rect) => {
    cells.forEach((cell, i) => {
      if (rect.left + i <= rect.right) sheet.cells.set(rect.bottom, rect.left + i, cell);
    });
  };
}

export class TableColumnCollection extends HostCollection {
  readonly $className = 'TableColumnCollection';

  constructor(private readonly $table: TableState) {
    super();
  }

  get items(): TableColumn[] {
    return this.$table.headings.map((_, index) => new TableColumn(this.$table, index));
  }
  get count(): number {
    return this.items.length;
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(key: string | number): TableColumn {
    const column = this.getItemOrNullObject(key);
    if (!column) throw new HostError('ItemNotFound');
    return column;
  }
  /** @param key a heading, in whatever case, or a column's id */
  getItemOrNullObject(key: string | number): TableColumn | null {
    const wanted = String(key).toUpperCase();
    return (
      this.items.find((column) => typeof key === 'number' && column.id === key) ??
      this.items.find((column) => column.name.toUpperCase() === wanted) ??
      null
    );
  }
  getItemAt(index: number): TableColumn {
    const column = this.items[index];
    if (!column) throw new HostError('InvalidArgument');
    return column;
  }
}

class TableColumn extends HostObject {
  readonly $className = 'TableColumn';

  constructor(
    private readonly $table: TableState,
    private readonly $index: number,
  ) {
    super();
  }

  override $identity() {
    return { Id: this.id };
  }
  get id(): number {
    return this.$index + 1;
  }
  get index(): number {
    return this.$index;
  }
  get name(): string {
    return this.$table.headings[this.$index] ?? '';
  }
  set name(name: string) {
    this.getHeaderRowRange().values = name;
  }
  get values() {
    return this.getRange().values;
  }
  getRange(): Range {
    return this.$part(this.$table.rect);
  }
  getHeaderRowRange(): Range {
    return this.$part(this.$table.headerRect);
  }
  getDataBodyRange(): Range {
    return this.$part(this.$table.bodyRect);
  }
  getTotalRowRange(): Range {
    if (!this.$table.showTotals) throw new HostError('ItemNotFound');
    return this.$part(this.$table.totalRect);
  }
  private $part(rect: Rect): Range {
    const column = this.$table.rect.left + this.$index;
    return new Range(this.$table.sheet, { ...rect, left: column, right: column });
  }
}

export class TableRowCollection extends HostCollection {
  readonly $className = 'TableRowCollection';

  constructor(private readonly $table: TableState) {
    super();
  }

  get items(): TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.$table, index));
  }
  get count(): number {
    const { top, bottom } = this.$table.bodyRect;
    return bottom - top + 1;
  }
  getCount(): number {
    return this.count;
  }
  getItemAt(index: number): TableRow {
    if (!(index >= 0 && index < this.count)) throw new HostError('InvalidArgument');
    return new TableRow(this.$table, index);
  }
  /** Adds rows at the end; Excel would push down what stands below, this host refuses. */
  add(index: number | undefined, values: unknown[][] | undefined): TableRow {
    const table = this.$table;
    const { left, right, bottom } = table.rect;
    const rows = values ?? [new Array<string>(right - left + 1).fill('')];
    if ((index !== undefined && index !== -1) || table.showTotals) {
      throw new HostError(
        'NotImplemented',
        'This host adds rows at the end of tables without totals.',
      );
    }
    const fresh = { left, right, top: bottom + 1, bottom: bottom + rows.length };
    if (table.sheet.cells.used(fresh)) {
      throw new HostError(
        'NotImplemented',
        'This host does not push cells down for rows of a table.',
      );
    }
    new Range(table.sheet, fresh).values = rows;
    table.rect = { ...table.rect, bottom: fresh.bottom };
    return new TableRow(table, this.count - 1);
  }
}

class TableRow extends HostObject {
  readonly $className = 'TableRow';

  constructor(
    private readonly $table: TableState,
    private readonly $index: number,
  ) {
    super();
  }

  get index(): number {
    return this.$index;
  }
  get values() {
    return this.getRange().values;
  }
  set values(values: unknown) {
    this.getRange().values = values;
  }
  getRange(): Range {
    const row = this.$table.rect.top + 1 + this.$index;
    return new Range(this.$table.sheet, { ...this.$table.rect, top: row, bottom: row });
  }
}
