import type { CellValue } from '../domain/reading';
import type { Area } from './sheetSnapshot';
import type { WorkbookSeen } from './tracker';

/** The cell that the officer has selected, and what stands around it. Rows and columns count from 0. */
export interface SelectedCell {
  sheet: { id: string; name: string };
  /** With the sheet's name, "Cohorts!E7". */
  address: string;
  row: number;
  column: number;
  /** False where more cells than it are selected. */
  alone: boolean;
  value: CellValue;
  /** With its '='; '' where there is none. A cell that a formula spills into has that one. */
  formula: string;
  /** Where the formula stands. */
  anchor: { row: number; column: number };
  /** What stands in its row, from that column on. */
  across: { left: number; values: CellValue[] };
  /** The report of an add-in's sheet. */
  report?: string;
  /** The report's own table as it stands there now. */
  table?: StandingTable;
}

export interface StandingTable {
  /** Its row of headings included. */
  area: Area;
  headings: CellValue[];
}

/** Reads in one round trip what is selected; `seen` tells which sheets and tables are the add-in's. */
export async function selectedCell(
  context: Excel.RequestContext,
  { sheets }: WorkbookSeen,
): Promise<SelectedCell> {
  const { workbook } = context;
  const selected = workbook.getSelectedRanges().load('cellCount');
  const cell = workbook.getActiveCell().load('address,rowIndex,columnIndex,values,formulas');
  const sheet = cell.worksheet.load('id,name');
  const merged = cell.getMergedAreasOrNullObject().load('cellCount');
  const parent = cell.getSpillParentOrNullObject().load('rowIndex,columnIndex,formulas');
  const across = cell.getEntireRow().getUsedRangeOrNullObject(true).load('columnIndex,values');
  // Which sheet it is shows only afterwards; a name that is not on it gives a null object.
  const marked = sheets.flatMap(({ id, mark }) =>
    mark
      ? [
          {
            id,
            report: mark.report,
            table: mark.tables[0] && loadTable(sheet, mark.tables[0].name),
          },
        ]
      : [],
  );
  await context.sync();

  const own = marked.find(({ id }) => id === sheet.id);
  const source = parent.isNullObject ? cell : parent;
  const formula: unknown = source.formulas[0]![0];
  return {
    sheet: { id: sheet.id, name: sheet.name },
    address: cell.address,
    row: cell.rowIndex,
    column: cell.columnIndex,
    alone: selected.cellCount === (merged.isNullObject ? 1 : merged.cellCount),
    value: cell.values[0]![0] as CellValue,
    formula: typeof formula === 'string' && formula.startsWith('=') ? formula : '',
    anchor: { row: source.rowIndex, column: source.columnIndex },
    across: across.isNullObject
      ? { left: 0, values: [] }
      : { left: across.columnIndex, values: across.values[0] as CellValue[] },
    report: own?.report,
    table: own?.table && standing(own.table),
  };
}

interface TableLoad {
  table: Excel.Table;
  range: Excel.Range;
  headings: Excel.Range;
}

function loadTable(sheet: Excel.Worksheet, name: string): TableLoad {
  const table = sheet.tables.getItemOrNullObject(name);
  return {
    table: table.load('name'),
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
    headings: table.getHeaderRowRange().load('values'),
  };
}

function standing({ table, range, headings }: TableLoad): StandingTable | undefined {
  if (table.isNullObject) return undefined;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  return {
    area: { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 },
    headings: headings.values[0] as CellValue[],
  };
}
