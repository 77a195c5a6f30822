import type { ImageCell, SheetImage } from '../reports/sheetImage';
import type { Mark } from './mark';
import type { Painted } from './paint';

/** What one of the add-in's sheets holds before it is written again. */
export interface Earlier {
  mark: Mark;
  painted: Painted;
  image: SheetImage;
  /** 0-based last row with anything in it, the officer's own cells below included. */
  lastRow: number;
}

/** Cells on their way from Excel. */
export interface EarlierLoad {
  cells: Excel.Range;
  used: Excel.Range;
  table: Excel.Table;
  headings: Excel.Range;
}

export function loadEarlier(context: Excel.RequestContext, id: string, mark: Mark): EarlierLoad {
  const sheet = context.workbook.worksheets.getItem(id);
  const table = sheet.tables.getItemOrNullObject(mark.table);
  return {
    cells: sheet.getRangeByIndexes(0, 0, mark.rows, mark.columns).load('formulas,numberFormat'),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    table: table.load('name'),
    headings: table.getHeaderRowRange().load('rowIndex'),
  };
}

/** The officer may have moved the table or made it a plain range since. */
export function earlierOf({ cells, used, table, headings }: EarlierLoad, mark: Mark): Earlier {
  const { rows, columns, total } = mark;
  const headingRow = table.isNullObject ? mark.headingRow : headings.rowIndex;
  const numberFormats = cells.numberFormat as string[][];
  return {
    mark,
    painted: { rows, columns, headingRow, table: table.isNullObject ? undefined : mark.table },
    lastRow: used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1,
    image: {
      cells: (cells.formulas as (string | number | boolean)[][]).map((row, r) =>
        row.map((cell, c) => asImageCell(cell, numberFormats[r]![c]!)),
      ),
      numberFormats,
      table: mark.table,
      headingRow,
      total,
      rightAligned: (numberFormats[headingRow + 1] ?? []).map((format) => format !== '@'),
    },
  };
}

const asImageCell = (cell: string | number | boolean, numberFormat: string): ImageCell =>
  typeof cell === 'string' && cell.startsWith('=') && numberFormat !== '@'
    ? { formula: cell }
    : cell;
