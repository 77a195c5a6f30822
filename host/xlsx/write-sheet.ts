import type { CellValue, TableColumnProperties, Worksheet as FileSheet } from 'exceljs';
import { COLUMNS, columnName, localAddress, WHOLE_SHEET, type Rect } from '../model/address';
import { CellError, FormulaCell, type Cell, type Constant } from '../model/cells';
import { STANDARD_WIDTH } from '../model/geometry';
import type { Run } from '../model/runs';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { styleToFile } from './cell-style';
import { pageToFile } from './page-setup';
import { charactersOfColumn } from './sizes';

/** How many blank formatted cells are written one by one before the sheet is cut to its contents. */
const MOST_BLANK_CELLS = 500_000;

/** Writes a sheet of the model into a new, empty sheet of a file. */
export function writeSheet(sheet: Sheet, file: FileSheet): void {
  writeSettings(sheet, file);
  writeColumns(sheet, file);
  writeRows(sheet, file);
  writeFormats(sheet, file);
  for (const table of sheet.book.tables) if (table.sheet === sheet) addTable(table, file);
  sheet.cells.visit(WHOLE_SHEET, (row, column, cell) => {
    file.getCell(row + 1, column + 1).value = contentFor(cell);
  });
  for (const merge of sheet.merges) file.mergeCells(localAddress(merge));
  Object.assign(file.pageSetup, pageToFile(sheet.page));
  writeProtection(sheet, file);
}

/** What belongs to a sheet beside its cells; also written where the cells are the file's own. */
export function writeSettings(sheet: Sheet, file: FileSheet): void {
  file.state =
    sheet.visibility === 'Visible'
      ? 'visible'
      : sheet.visibility === 'Hidden'
        ? 'hidden'
        : 'veryHidden';
}

function writeView(sheet: Sheet, file: FileSheet): void {
  const { rows, columns } = sheet.frozen;
  const frozen = rows > 0 || columns > 0;
  const common = {
    showGridLines: sheet.showGridlines,
    showRowColHeaders: sheet.showHeadings,
    activeCell: `${columnName(sheet.selection.left)}${sheet.selection.top + 1}`,
  };
  file.views = [
    frozen
      ? { ...common, state: 'frozen', xSplit: columns, ySplit: rows }
      : { ...common, state: 'normal' },
  ];
}

function writeColumns(sheet: Sheet, file: FileSheet): void {
  writeView(sheet, file);
  // Readers with other fonts have other ideas of it, and charts stretch with the columns under them.
  file.properties.defaultColWidth = charactersOfColumn(STANDARD_WIDTH);
  if (sheet.tabColor) file.properties.tabColor = { argb: `FF${sheet.tabColor.slice(1)}` };
  each(sheet.columnWidths.all(), (index, points) => {
    file.getColumn(index + 1).width = charactersOfColumn(points);
  });
  each(sheet.hiddenColumns.all(), (index) => {
    file.getColumn(index + 1).hidden = true;
  });
  for (const { rect, style } of sheet.formats.areas().columns) {
    for (let column = rect.left; column <= rect.right; column++) {
      file.getColumn(column + 1).style = styleToFile(style);
    }
  }
  Object.assign(file.headerFooter, sheet.headersFooters);
  if (sheet.autoFilter) file.autoFilter = localAddress(sheet.autoFilter);
}

function writeRows(sheet: Sheet, file: FileSheet): void {
  each(sheet.rowHeights.all(), (index, points) => {
    file.getRow(index + 1).height = points;
  });
  each(sheet.hiddenRows.all(), (index) => {
    file.getRow(index + 1).hidden = true;
  });
}

function writeFormats(sheet: Sheet, file: FileSheet): void {
  const areas = sheet.formats.areas().cells;
  const count = areas.reduce((sum, { rect }) => sum + cellsIn(rect), 0);
  const used = count > MOST_BLANK_CELLS ? sheet.cells.used(WHOLE_SHEET) : undefined;
  for (const { rect, style } of areas) {
    const bottom = used ? Math.min(rect.bottom, used.bottom) : rect.bottom;
    const fileStyle = styleToFile(style);
    for (let row = rect.top; row <= bottom; row++) {
      if (isWholeRow(rect))
        (file.getRow(row + 1) as unknown as { style: object }).style = fileStyle;
      else {
        for (let column = rect.left; column <= rect.right; column++) {
          file.getCell(row + 1, column + 1).style = fileStyle;
        }
      }
    }
  }
}

const isWholeRow = (rect: Rect) => rect.left === 0 && rect.right === COLUMNS - 1;
const cellsIn = (rect: Rect) =>
  (rect.bottom - rect.top + 1) * (isWholeRow(rect) ? 1 : rect.right - rect.left + 1);

/** ExcelJS fills the cells of a table itself; the model's are written over them. */
function addTable(table: Table, file: FileSheet): void {
  const { top, left, bottom, right } = table.bodyRect;
  const blank = new Array<null>(right - left + 1).fill(null);
  file.addTable({
    name: table.name,
    ref: `${columnName(table.rect.left)}${table.rect.top + 1}`,
    headerRow: true,
    totalsRow: table.showTotals,
    style: {
      theme: (table.style || null) as 'TableStyleMedium2',
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
      showFirstColumn: table.highlightFirstColumn,
      showLastColumn: table.highlightLastColumn,
    },
    columns: columnsOf(table),
    rows: Array.from({ length: Math.max(0, bottom - top + 1) }, () => [...blank]),
  });
}

function columnsOf(table: Table) {
  return table.headings.map((name, i) => {
    const total = table.showTotals
      ? table.sheet.cells.at(table.rect.bottom, table.rect.left + i)
      : undefined;
    return {
      name,
      filterButton: table.showFilterButton,
      totalsRowLabel: typeof total === 'string' ? total : '',
      totalsRowFunction: totalFunction(total),
    };
  });
}

const SUBTOTALS: Record<string, TableColumnProperties['totalsRowFunction']> = {
  101: 'average',
  102: 'countNums',
  103: 'count',
  104: 'max',
  105: 'min',
  107: 'stdDev',
  109: 'sum',
  110: 'var',
};

/** What the table says of its total, by the SUBTOTAL that stands there; others stand as formulas. */
function totalFunction(total: Cell | undefined): TableColumnProperties['totalsRowFunction'] {
  const formula = total instanceof FormulaCell ? total.formula : '';
  return SUBTOTALS[/^=SUBTOTAL\((\d+),/i.exec(formula)?.[1] ?? ''] ?? 'none';
}

function contentFor(cell: Cell): CellValue {
  if (!(cell instanceof FormulaCell)) return constantFor(cell);
  const formula = cell.formula.slice(1);
  // Without a result, whoever opens the file calculates it.
  if (cell.needsCalculation) return { formula } as CellValue;
  return { formula, result: constantFor(cell.value) } as CellValue;
}

function constantFor(value: Constant | ''): CellValue {
  return value instanceof CellError ? ({ error: value.code } as CellValue) : value;
}

function writeProtection(sheet: Sheet, file: FileSheet): void {
  if (!sheet.protection) return;
  const { options, password } = sheet.protection;
  const protection: Record<string, unknown> = { sheet: true };
  for (const [name, value] of Object.entries(options)) {
    if (value !== true || !name.startsWith('allow')) continue;
    const bare = name.slice('allow'.length);
    protection[bare[0]!.toLowerCase() + bare.slice(1)] = true;
  }
  if (typeof password === 'object') Object.assign(protection, password.fromFile);
  (file as unknown as { sheetProtection: object }).sheetProtection = protection;
}

function each<T>(runs: readonly Run<T>[], write: (index: number, value: T) => void): void {
  for (const { from, to, value } of runs) {
    for (let index = from; index <= to; index++) write(index, value);
  }
}
