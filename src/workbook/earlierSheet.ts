import {
  charactersWide,
  POINTS_A_LINE,
  type ImageCell,
  type ImageTable,
  type SheetImage,
} from '../reports/sheetImage';
import type { Mark } from './mark';
import type { Painted } from './paint';
import { loadChart, standingChart, type ChartLoad, type StandingChart } from './paintChart';
import {
  loadCommentary,
  MOST_INSERTED,
  typedCommentary,
  type TypedCommentary,
} from './typedCommentary';

/** What one of the add-in's sheets holds before it is written again. */
export interface Earlier {
  mark: Mark;
  painted: Painted;
  image: SheetImage;
  /** What the officer typed above the table; undefined where there is no place for it. */
  commentary?: TypedCommentary;
  /** The add-in's own, as it stands; undefined where there is none. */
  chart?: StandingChart;
  /** Names of all tables and ids of all charts on the sheet, the officer's own included. */
  tables: string[];
  charts: string[];
  /** 0-based last row with anything in it, the officer's own cells below included. */
  lastRow: number;
}

/** Cells on their way from Excel. */
export interface EarlierLoad {
  cells: Excel.Range;
  commentary?: Excel.Range;
  used: Excel.Range;
  /** One a column. */
  widths: Excel.RangeFormat[];
  headings: Excel.RangeFormat;
  marked: MarkedLoad[];
  tables: Excel.TableCollection;
  chart?: ChartLoad;
  charts: Excel.ChartCollection;
}

interface MarkedLoad {
  mark: ImageTable;
  table: Excel.Table;
  headings: Excel.Range;
}

/** @param columns how many the sheet is going to have, whose widths may change */
export function loadEarlier(
  context: Excel.RequestContext,
  id: string,
  mark: Mark,
  columns: number,
): EarlierLoad {
  const sheet = context.workbook.worksheets.getItem(id);
  const marked = mark.tables.map((each): MarkedLoad => {
    const table = sheet.tables.getItemOrNullObject(each.name);
    return {
      mark: each,
      table: table.load('name'),
      headings: table.getHeaderRowRange().load('rowIndex,columnIndex,height'),
    };
  });
  return {
    cells: sheet
      .getRangeByIndexes(0, 0, mark.rows + MOST_INSERTED, mark.columns)
      .load('formulas,numberFormat'),
    commentary: loadCommentary(sheet, mark),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    widths: Array.from({ length: Math.max(mark.columns, columns) }, (_, column) =>
      sheet.getRangeByIndexes(0, column, 1, 1).format.load('columnWidth'),
    ),
    headings: sheet.getRangeByIndexes(mark.headingRow, 0, 1, 1).format.load('rowHeight'),
    marked,
    tables: sheet.tables.load('items/name'),
    chart: mark.chart && loadChart(sheet, mark.chart, mark.headingRow, marked[0]?.headings),
    charts: sheet.charts.load('items/id'),
  };
}

/** The officer may have moved a table or made it a plain range since. */
export function earlierOf(load: EarlierLoad, mark: Mark): Earlier {
  const { cells, used } = load;
  const chart = load.chart && standingChart(load.chart, mark.chart!);
  const standing = load.marked.filter(({ table }) => !table.isNullObject);
  const headings = standing[0]?.headings;
  const headingRow = headings?.rowIndex ?? mark.headingRow;
  const inserted = Math.min(Math.max(headingRow - mark.headingRow, 0), MOST_INSERTED);
  const rows = mark.rows + inserted;
  const numberFormats = (cells.numberFormat as string[][]).slice(0, rows);
  const commentary = load.commentary && typedCommentary(load.commentary, mark, headings?.rowIndex);
  return {
    mark,
    painted: {
      rows,
      columns: mark.columns,
      headingRow,
      tables: standing.map(({ mark: { name }, headings }) => ({
        name,
        headingRow: headings.rowIndex,
        left: headings.columnIndex,
      })),
    },
    lastRow: used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1,
    commentary,
    chart,
    tables: load.tables.items.map(({ name }) => name),
    charts: load.charts.items.map(({ id }) => id),
    image: {
      cells: (cells.formulas as PlainCell[][]).slice(0, rows).map((row, r) =>
        row.map((cell, c) => {
          const isWords = c === 0 && load.commentary?.values[r]?.[0] === cell;
          return isWords ? cell : asImageCell(cell, numberFormats[r]![c]!);
        }),
      ),
      numberFormats,
      headingRow,
      commentaryRow: commentary?.row,
      widths: load.widths.map(({ columnWidth }) => charactersWide(columnWidth)),
      headingLines: (headings?.height ?? load.headings.rowHeight) / POINTS_A_LINE,
      tables: standing.map(({ mark: table }) => ({ ...table, bottom: table.bottom + inserted })),
      chart: chart?.painted,
      printedColumns: mark.printedColumns,
    },
  };
}

type PlainCell = string | number | boolean;

const asImageCell = (cell: PlainCell, numberFormat: string): ImageCell =>
  typeof cell === 'string' && cell.startsWith('=') && numberFormat !== '@'
    ? { formula: cell }
    : cell;
