import { format as formatted, isDateFormat } from 'numfmt';
import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import {
  boundingRect,
  COLUMNS,
  contains,
  intersection,
  isOnSheet,
  isWholeColumns,
  isWholeRows,
  localAddress,
  requiredRect,
  ROWS,
  splitSheet,
  type Rect,
} from '../model/address';
import type { Book } from '../model/book';
import {
  CellError,
  FormulaCell,
  plainFormula,
  plainValue,
  valueOf,
  type Cell,
} from '../model/cells';
import { referencesOf, tablesNamedIn } from '../model/formula-references';
import { startOfColumn, startOfRow } from '../model/geometry';
import { shifted, type RowShift } from '../model/row-shift';
import { Runs } from '../model/runs';
import type { Sheet } from '../model/sheet';
import { shiftRows } from '../model/shift-rows';
import { formulaCell, typed } from '../model/typed';
import { RangeAreas } from './range-areas';
import { RangeFormat } from './range-format';
import { Worksheet } from './worksheet';

/** Microsoft's limit for reading ("Resource limits and performance optimization"). */
const MOST_CELLS = 5_000_000;

type CellValue = string | number | boolean;
type Input = CellValue | null;

interface CellProperties {
  format: { horizontalAlignment?: string; fill?: { color: string } };
}

/** A block of one sheet. */
export class Range extends HostObject {
  readonly $className = 'Range';
  override readonly $byReference = true;

  /** Where the block stood after that many shifts of the sheet's rows; gone where they took it. */
  private place: Rect | undefined;
  private shiftsSeen: number;

  constructor(
    readonly $sheet: Sheet,
    rect: Rect,
  ) {
    super();
    if (!isOnSheet(rect)) {
      throw new HostError('InvalidArgument', 'The range reaches beyond the edge of the sheet.');
    }
    this.place = rect;
    this.shiftsSeen = $sheet.rowShifts.length;
  }

  /** Where the block stands now: a range follows its cells when rows are inserted or deleted. */
  get $rect(): Rect {
    const { rowShifts } = this.$sheet;
    while (this.place && this.shiftsSeen < rowShifts.length) {
      this.place = shifted(this.place, rowShifts[this.shiftsSeen++]!);
    }
    if (!this.place) throw new HostError('ItemNotFound', 'The cells have been deleted.');
    return this.place;
  }

  get address(): string {
    return `${this.$live.quotedName}!${localAddress(this.$rect)}`;
  }
  get rowIndex(): number {
    return this.$rect.top;
  }
  get columnIndex(): number {
    return this.$rect.left;
  }
  get rowCount(): number {
    return this.$rect.bottom - this.$rect.top + 1;
  }
  get columnCount(): number {
    return this.$rect.right - this.$rect.left + 1;
  }
  /** Points from the sheet's corner; hidden rows and columns take no room. */
  get left(): number {
    return startOfColumn(this.$live, this.$rect.left);
  }
  get top(): number {
    return startOfRow(this.$live, this.$rect.top);
  }
  get width(): number {
    return startOfColumn(this.$live, this.$rect.right + 1) - this.left;
  }
  get height(): number {
    return startOfRow(this.$live, this.$rect.bottom + 1) - this.top;
  }
  /** -1 where it passes what 32 bits hold, as the types say. */
  get cellCount(): number {
    const count = this.rowCount * this.columnCount;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return isWholeColumns(this.$rect);
  }
  get isEntireRow(): boolean {
    return isWholeRows(this.$rect);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.$live);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.$live, this.$rect);
  }

  /** null for whole rows and columns. */
  get values(): CellValue[][] | null {
    return this.$read<CellValue>('', plainValue);
  }
  set values(input: unknown) {
    this.$write(input, (value, row, column) => this.$type(value, row, column));
  }

  get formulas(): CellValue[][] | null {
    return this.$read<CellValue>('', plainFormula);
  }
  set formulas(input: unknown) {
    this.$write(input, (value, row, column) => this.$type(value, row, column));
  }

  get valueTypes(): string[][] | null {
    return this.$read('Empty', valueType);
  }

  /** As the cell shows it; a column too narrow for a number shows #### in Excel, not here. */
  get text(): string[][] | null {
    const values = this.$read<Cell | ''>('', valueOf);
    if (!values) return null;
    const styles = this.$live.formats.rows(this.$rect);
    const dateSystem = this.$live.book.date1904;
    return values.map((row) => {
      const looks = styles.next().value!;
      return row.map((value, i) => shown(value, looks[i]!.numberFormat ?? 'General', dateSystem));
    });
  }

  get numberFormat(): string[][] | null {
    if (this.$isUnbounded) return null;
    this.$requireReadable();
    const rows = this.$live.formats.rows(this.$rect);
    return Array.from(rows, (row) => row.map((style) => style.numberFormat ?? 'General'));
  }
  set numberFormat(input: unknown) {
    this.$live.requireAllowed('allowFormatCells');
    const block = this.$block(input);
    for (const { rect, value } of blocksOf(block, this.$rect)) {
      if (value === null) continue;
      if (typeof value !== 'string') throw new HostError('InvalidArgument');
      this.$live.formats.change(rect, {
        numberFormat: value === 'General' || value === '' ? undefined : value,
      });
    }
    this.$live.touched = true;
  }

  get rowHidden(): boolean | null {
    return uniform(this.$live.hiddenRows, this.$rect.top, this.$rect.bottom);
  }
  set rowHidden(hidden: boolean) {
    this.$live.requireAllowed('allowFormatRows');
    this.$live.hiddenRows.set(this.$rect.top, this.$rect.bottom, hidden ? true : undefined);
    this.$live.touched = true;
  }
  get columnHidden(): boolean | null {
    return uniform(this.$live.hiddenColumns, this.$rect.left, this.$rect.right);
  }
  set columnHidden(hidden: boolean) {
    this.$live.requireAllowed('allowFormatColumns');
    this.$live.hiddenColumns.set(this.$rect.left, this.$rect.right, hidden ? true : undefined);
    this.$live.touched = true;
  }
  get hidden(): boolean | null {
    if (this.rowHidden === true || this.columnHidden === true) return true;
    return this.rowHidden === false && this.columnHidden === false ? false : null;
  }

  getCell(row: number, column: number): Range {
    return this.$block1(row, column, 1, 1);
  }
  getRow(row: number): Range {
    return this.$block1(row, 0, 1, this.columnCount);
  }
  getColumn(column: number): Range {
    return this.$block1(0, column, this.rowCount, 1);
  }
  getLastRow(): Range {
    return this.getRow(this.rowCount - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(this.columnCount - 1);
  }
  getLastCell(): Range {
    return this.getCell(this.rowCount - 1, this.columnCount - 1);
  }
  getResizedRange(deltaRows: number, deltaColumns: number): Range {
    return this.$block1(0, 0, this.rowCount + deltaRows, this.columnCount + deltaColumns);
  }
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.$block1(0, 0, rows, columns);
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.$block1(rows, columns, this.rowCount, this.columnCount);
  }
  getRowsBelow(count = 1): Range {
    return count > 0
      ? this.$block1(this.rowCount, 0, count, this.columnCount)
      : this.$block1(this.rowCount + count, 0, -count, this.columnCount);
  }
  getRowsAbove(count = 1): Range {
    return this.$block1(-count, 0, count, this.columnCount);
  }
  getEntireColumn(): Range {
    return new Range(this.$live, { ...this.$rect, top: 0, bottom: ROWS - 1 });
  }
  getEntireRow(): Range {
    return new Range(this.$live, { ...this.$rect, left: 0, right: COLUMNS - 1 });
  }
  getBoundingRect(other: Range | string): Range {
    return new Range(this.$live, boundingRect(this.$rect, this.$other(other)));
  }
  getIntersection(other: Range | string): Range {
    const common = this.getIntersectionOrNullObject(other);
    if (!common) throw new HostError('ItemNotFound');
    return common;
  }
  getIntersectionOrNullObject(other: Range | string): Range | null {
    const common = intersection(this.$rect, this.$other(other));
    return common ? new Range(this.$live, common) : null;
  }
  getUsedRange(valuesOnly = false): Range {
    const { top, left } = this.$rect;
    return (
      this.getUsedRangeOrNullObject(valuesOnly) ??
      new Range(this.$live, { top, left, bottom: top, right: left })
    );
  }
  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used = this.$live.used(this.$rect, valuesOnly);
    return used ? new Range(this.$live, used) : null;
  }

  /** Alignment and fill alone of what can be asked for. */
  getCellProperties(wanted: { format?: Record<string, unknown> }): CellProperties[][] {
    this.$requireReadable();
    return Array.from(this.$live.formats.rows(this.$rect), (row) =>
      row.map(({ horizontalAlignment = 'General', fill = '#FFFFFF' }) => ({
        format: {
          ...(wanted.format?.horizontalAlignment !== undefined && { horizontalAlignment }),
          ...(wanted.format?.fill !== undefined && { fill: { color: fill } }),
        },
      })),
    );
  }
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.$live.merges.filter((merge) => intersection(merge, this.$rect));
    return merges.length === 0
      ? null
      : new RangeAreas(merges.map((merge) => new Range(this.$live, merge)));
  }
  /** The cell whose formula spills over this one. */
  getSpillParentOrNullObject(): Range | null {
    const { top, left } = this.$rect;
    const spill =
      this.cellCount === 1 && this.$live.spills.find((each) => contains(each, top, left));
    return spill ? new Range(this.$live, spill).getCell(0, 0) : null;
  }
  /** The block that this cell's formula spills over. */
  getSpillingToRangeOrNullObject(): Range | null {
    const { top, left } = this.$rect;
    const spill =
      this.cellCount === 1 &&
      this.$live.spills.find((each) => each.top === top && each.left === left);
    return spill ? new Range(this.$live, spill) : null;
  }

  clear(applyTo = 'All'): void {
    const sheet = this.$live;
    if (!['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'].includes(applyTo)) {
      throw new HostError('InvalidArgument', `This host cannot clear ${applyTo}.`);
    }
    if (applyTo === 'All' || applyTo === 'Contents') {
      sheet.requireUnlocked(this.$rect);
      sheet.cells.clear(this.$rect);
    }
    if (applyTo === 'All' || applyTo === 'Formats') {
      sheet.requireAllowed('allowFormatCells');
      sheet.formats.clear(this.$rect);
      if (applyTo === 'All')
        sheet.merges = sheet.merges.filter((m) => !intersection(m, this.$rect));
    }
    sheet.changed(this.$rect);
  }

  /** Answers the blank rows; this range itself moves down with its cells. */
  insert(shift: string): Range {
    const rect = this.$rect;
    shiftRows(this.$live, { kind: 'insert', ...this.$rowsToShift(shift, ['Down', 'Right']) });
    return new Range(this.$live, rect);
  }
  delete(shift: string): void {
    shiftRows(this.$live, { kind: 'delete', ...this.$rowsToShift(shift, ['Up', 'Left']) });
  }

  merge(across = false): void {
    const sheet = this.$live;
    sheet.requireAllowed('allowFormatCells');
    this.unmerge();
    const rows = across ? this.rowCount : 1;
    for (let i = 0; i < rows; i++) {
      const rect = across
        ? { ...this.$rect, top: this.$rect.top + i, bottom: this.$rect.top + i }
        : this.$rect;
      if (rect.top === rect.bottom && rect.left === rect.right) continue;
      const first = sheet.cells.at(rect.top, rect.left);
      sheet.cells.clear(rect);
      sheet.cells.set(rect.top, rect.left, first);
      sheet.merges.push(rect);
    }
    sheet.touched = true;
  }

  unmerge(): void {
    const sheet = this.$live;
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, this.$rect));
    sheet.touched = true;
  }

  select(): void {
    const sheet = this.$live;
    sheet.book.activate(sheet);
    sheet.selection = this.$rect;
    sheet.book.tell({ kind: 'selected', sheet, rect: this.$rect });
  }

  /** office.js sends this before it cuts a large block of values into pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw wrongSize();
  }

  /** The sheet, as long as it is there. */
  get $live(): Sheet {
    if (this.$sheet.deleted) throw new HostError('ItemNotFound', 'The sheet has been deleted.');
    return this.$sheet;
  }

  private get $isUnbounded(): boolean {
    return isWholeColumns(this.$rect) || isWholeRows(this.$rect);
  }

  /** @param ways the direction played, and the one that the API knows besides */
  private $rowsToShift(shift: string, ways: [string, string]): Omit<RowShift, 'kind'> {
    if (!ways.includes(shift)) throw new HostError('InvalidArgument');
    if (shift !== ways[0] || !this.isEntireRow || this.isEntireColumn) {
      throw new HostError(
        'NotImplemented',
        `This host inserts and deletes whole rows of a sheet only, shifting ${ways[0].toLowerCase()}.`,
      );
    }
    return { at: this.$rect.top, count: this.rowCount };
  }

  private $block1(row: number, column: number, rows: number, columns: number): Range {
    const top = this.$rect.top + row;
    const left = this.$rect.left + column;
    return new Range(this.$live, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  private $other(other: Range | string): Rect {
    if (other instanceof Range) {
      if (other.$sheet !== this.$sheet)
        throw new HostError('InvalidArgument', 'The ranges are on different sheets.');
      return other.$rect;
    }
    return requiredRect(splitSheet(String(other))[1]);
  }

  private $requireReadable(): void {
    if (this.rowCount * this.columnCount > MOST_CELLS) {
      throw new HostError(
        'RangeExceedsLimit',
        'A range of more than 5,000,000 cells cannot be read.',
      );
    }
  }

  /** Whole rows and columns answer null ("Work with unbounded ranges", Microsoft's guide). */
  private $read<T>(blank: T, form: (cell: Cell) => T): T[][] | null {
    const sheet = this.$live;
    if (this.$isUnbounded) return null;
    this.$requireReadable();
    return sheet.cells.map(this.$rect, blank, form);
  }

  /** A block of the range's size, or one value for every cell. */
  private $block(input: unknown): Input[][] | Input {
    if (this.$isUnbounded) {
      throw new HostError(
        'InvalidArgument',
        'Cell-level properties of whole rows or columns cannot be set.',
      );
    }
    if (!Array.isArray(input)) return input as Input;
    const rows = input as unknown[];
    const fits =
      rows.length === this.rowCount &&
      rows.every((row) => Array.isArray(row) && row.length === this.columnCount);
    if (!fits) throw wrongSize();
    return rows as Input[][];
  }

  private $write(input: unknown, put: (value: Input, row: number, column: number) => void): void {
    const sheet = this.$live;
    const block = this.$block(input);
    sheet.requireUnlocked(this.$rect);
    if (!Array.isArray(block)) this.$requireSingleValue(block);
    const { top, left, bottom, right } = this.$rect;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const value = Array.isArray(block) ? block[row - top]![column - left]! : block;
        // null leaves the cell as it is.
        if (value !== null) put(value, row, column);
      }
    }
    sheet.changed(this.$rect);
  }

  private $type(value: Input, row: number, column: number): void {
    const sheet = this.$sheet;
    if (typeof value === 'number' && Number.isFinite(value)) return sheet.put(row, column, value);
    const numberFormat = sheet.styleAt(row, column).numberFormat ?? 'General';
    const result = typed(value, numberFormat, sheet.book.date1904);
    if (result.cell instanceof FormulaCell) requireTables(sheet.book, result.cell.formula);
    sheet.put(row, column, result.cell);
    if (result.numberFormat) {
      const cell = { top: row, left: column, bottom: row, right: column };
      sheet.formats.change(cell, { numberFormat: result.numberFormat });
    }
  }

  /** Excel would shift the references of one formula for each cell; this host does not. */
  private $requireSingleValue(value: Input): void {
    const many = this.rowCount * this.columnCount > 1;
    if (many && typeof value === 'string' && value.startsWith('=')) {
      if (referencesOf(formulaCell(value).formula).length === 0) return;
      throw new HostError(
        'NotImplemented',
        'This host does not fill one formula that points at cells over many.',
      );
    }
  }

  $contains(row: number, column: number): boolean {
    return contains(this.$rect, row, column);
  }
}

/** Excel takes no structured reference to a table that is not there. */
function requireTables(book: Book, formula: string): void {
  const known = new Set(book.tables.map(({ name }) => name.toUpperCase()));
  const unknown = tablesNamedIn(formula).find((name) => !known.has(name.toUpperCase()));
  if (unknown !== undefined) {
    throw new HostError('InvalidArgument', `There is no table ${unknown} for ${formula}`);
  }
}

const wrongSize = () =>
  new HostError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

function valueType(cell: Cell): string {
  const value = valueOf(cell);
  if (value === '') return 'String';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

function shown(value: Cell | '', numberFormat: string, date1904: boolean): string {
  if (value === '') return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number' && typeof value !== 'string') return String(plainValue(value));
  // numfmt counts days as the 1900 system does.
  const serial =
    typeof value === 'number' && date1904 && isDateFormat(numberFormat) ? value + 1462 : value;
  try {
    return formatted(numberFormat, serial, { dateErrorThrows: false, throws: false });
  } catch {
    return String(value);
  }
}

function uniform(runs: Runs<true>, from: number, to: number): boolean | null {
  const hidden = runs.within(from, to).reduce((sum, run) => sum + run.to - run.from + 1, 0);
  if (hidden === 0) return false;
  return hidden === to - from + 1 ? true : null;
}

/** Cuts a block into areas of one value, so that a column of one format is one change. */
function* blocksOf(block: Input[][] | Input, rect: Rect): Generator<{ rect: Rect; value: Input }> {
  if (!Array.isArray(block)) {
    yield { rect, value: block };
    return;
  }
  for (let top = 0; top < block.length;) {
    const row = block[top]!;
    let bottom = top;
    while (bottom + 1 < block.length && sameRow(block[bottom + 1]!, row)) bottom++;
    for (let left = 0; left < row.length;) {
      let right = left;
      while (right + 1 < row.length && row[right + 1] === row[left]) right++;
      yield {
        rect: {
          top: rect.top + top,
          bottom: rect.top + bottom,
          left: rect.left + left,
          right: rect.left + right,
        },
        value: row[left]!,
      };
      left = right + 1;
    }
    top = bottom + 1;
  }
}

const sameRow = (a: Input[], b: Input[]) => a.every((value, i) => value === b[i]);
