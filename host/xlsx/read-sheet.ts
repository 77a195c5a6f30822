import type { Cell as FileCell, CellValue, Worksheet as FileSheet } from 'exceljs';
import { COLUMNS, rectOf, ROWS } from '../model/address';
import { CellError, FormulaCell, type Cell, type Constant } from '../model/cells';
import type { ProtectionOptions, Sheet, Visibility } from '../model/sheet';
import { PLAIN } from '../model/style';
import { Table } from '../model/table';
import { styleFromFile } from './cell-style';
import { pageFromFile } from './page-setup';
import { pointsOfColumn } from './sizes';

const DAY = 86_400_000;

/** What ExcelJS knows of a sheet and its types do not tell. */
interface Untyped {
  sheetProtection?: Record<string, unknown> | null;
  model: { merges?: string[] };
  tables: Record<string, { table: FileTable }>;
}

interface FileTable {
  name: string;
  displayName?: string;
  tableRef: string;
  headerRow?: boolean;
  totalsRow?: boolean;
  autoFilterRef?: string;
  columns: { filterButton?: boolean }[];
  style?: {
    theme?: string;
    showRowStripes?: boolean;
    showColumnStripes?: boolean;
    showFirstColumn?: boolean;
    showLastColumn?: boolean;
  };
}

/**
 * Mends what ExcelJS makes of tables: a filter that says nothing of its buttons, as Excel's own do,
 * comes back with all of them hidden, and a table without a filter with one for no range.
 */
export function mendTables(file: FileSheet): void {
  for (const { table } of Object.values((file as unknown as Untyped).tables ?? {})) {
    const hasFilter = table.autoFilterRef !== undefined;
    table.autoFilterRef ??= table.tableRef;
    for (const column of table.columns) column.filterButton ??= hasFilter;
  }
}

/** Fills a sheet of the model from one of a file. */
export function readSheet(file: FileSheet, sheet: Sheet): void {
  const untyped = file as unknown as Untyped;
  sheet.visibility = visibilityOf(file.state);
  const tab = (file.properties?.tabColor as { argb?: string } | undefined)?.argb;
  sheet.tabColor = tab ? `#${tab.slice(-6).toUpperCase()}` : '';
  readView(file, sheet);
  readColumns(file, sheet);
  for (let number = 1; number <= file.rowCount; number++) readRow(file, number, sheet);
  sheet.merges = (untyped.model.merges ?? []).flatMap((address) => rectOf(address) ?? []);
  const filter = file.autoFilter as unknown;
  if (typeof filter === 'string') sheet.autoFilter = rectOf(filter);
  sheet.page = pageFromFile(file);
  sheet.headersFooters = { ...(file.headerFooter as Partial<typeof file.headerFooter>) };
  readProtection(untyped.sheetProtection, sheet);
  for (const { table } of Object.values(untyped.tables ?? {})) readTable(table, sheet);
}

const visibilityOf = (state: string | undefined): Visibility =>
  state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';

function readView(file: FileSheet, sheet: Sheet): void {
  const view = file.views?.[0];
  if (!view) return;
  sheet.showGridlines = view.showGridLines !== false;
  sheet.showHeadings = view.showRowColHeaders !== false;
  if (view.state === 'frozen') {
    sheet.frozen = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
  }
  sheet.selection = rectOf(view.activeCell ?? 'A1') ?? sheet.selection;
}

function readColumns(file: FileSheet, sheet: Sheet): void {
  for (const column of file.columns ?? []) {
    const index = column.number! - 1;
    if (column.width) sheet.columnWidths.set(index, index, pointsOfColumn(column.width));
    if (column.hidden) sheet.hiddenColumns.set(index, index, true);
    const style = styleFromFile(column.style);
    if (style !== PLAIN) {
      sheet.formats.change({ top: 0, bottom: ROWS - 1, left: index, right: index }, style);
    }
  }
}

function readRow(file: FileSheet, number: number, sheet: Sheet): void {
  // findRow, not getRow: the latter would make the rows that a file leaves out.
  const row = file.findRow(number);
  if (!row) return;
  const index = number - 1;
  if (row.height) sheet.rowHeights.set(index, index, row.height);
  if (row.hidden) sheet.hiddenRows.set(index, index, true);
  const rowStyle = styleFromFile((row as unknown as { style?: object }).style);
  if (rowStyle !== PLAIN) {
    sheet.formats.change({ top: index, bottom: index, left: 0, right: COLUMNS - 1 }, rowStyle);
  }
  for (let column = 1; column <= row.cellCount; column++) {
    const cell = row.findCell(column);
    if (cell) readCell(cell, index, column - 1, sheet);
  }
}

function readCell(cell: FileCell, row: number, column: number, sheet: Sheet): void {
  const style = styleFromFile(cell.style);
  const place = { top: row, bottom: row, left: column, right: column };
  if (style !== sheet.formats.at(row, column)) {
    sheet.formats.clear(place);
    sheet.formats.change(place, style);
  }
  // A cell that a merge hides shows its master's value in ExcelJS, and holds none.
  if (cell.isMerged && cell.master !== cell) return;
  sheet.cells.set(row, column, contentOf(cell, sheet.book.date1904));
}

function contentOf(cell: FileCell, date1904: boolean): Cell | undefined {
  if (cell.formula) {
    const formula = `=${cell.formula}`;
    const result = cell.result as CellValue | undefined;
    // Other programs write formulas without values; Excel would calculate, and nought is no answer.
    if (result === undefined || result === null) {
      return FormulaCell.uncalculated(formula);
    }
    return new FormulaCell(formula, constantOf(result, date1904) ?? '', false);
  }
  return constantOf(cell.value, date1904);
}

function constantOf(value: CellValue, date1904: boolean): Constant | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return value.getTime() / DAY + (date1904 ? 24107 : 25569);
  if ('error' in value) return new CellError(value.error);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return constantOf(value.text as unknown as CellValue, date1904);
  return undefined;
}

function readProtection(file: Record<string, unknown> | null | undefined, sheet: Sheet): void {
  if (!file?.sheet) return;
  const options: ProtectionOptions = {};
  for (const [name, value] of Object.entries(file)) {
    if (value === true && name !== 'sheet')
      options[`allow${name[0]!.toUpperCase()}${name.slice(1)}`] = true;
  }
  const { algorithmName, hashValue, saltValue, spinCount } = file;
  const fromFile = { algorithmName, hashValue, saltValue, spinCount };
  sheet.protection = { options, ...(hashValue ? { password: { fromFile } } : {}) };
}

/** A table without a row of headings is left as plain cells: the model knows none. */
function readTable(file: FileTable, sheet: Sheet): void {
  const rect = rectOf(file.tableRef);
  if (!rect || file.headerRow === false) return;
  const table = new Table(sheet, sheet.book.nextId(), file.displayName ?? file.name, rect);
  table.style = file.style?.theme ?? '';
  table.showTotals = file.totalsRow === true;
  table.showBandedRows = file.style?.showRowStripes === true;
  table.showBandedColumns = file.style?.showColumnStripes === true;
  table.highlightFirstColumn = file.style?.showFirstColumn === true;
  table.highlightLastColumn = file.style?.showLastColumn === true;
  table.showFilterButton = file.columns.some(({ filterButton }) => filterButton !== false);
  sheet.book.tables.push(table);
}
