import type { ImageCell, ImageTable, SheetImage } from '../reports/sheetImage';
import type { Mark } from './mark';
import { charactersWide, POINTS_A_LINE, type Painted } from './paint';
import { loadChart, standingChart, type ChartLoad, type StandingChart } from './paintChart';

/** What one of the add-in's sheets holds before it is written again. */
export interface Earlier {
  mark: Mark;
  painted: Painted;
  image: SheetImage;
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
  return {
    cells: sheet.getRangeByIndexes(0, 0, mark.rows, mark.columns).load('formulas,numberFormat'),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    widths: Array.from({ length: Math.max(mark.columns, columns) }, (_, column) =>
      sheet.getRangeByIndexes(0, column, 1, 1).format.load('columnWidth'),
    ),
    headings: sheet.getRangeByIndexes(mark.headingRow, 0, 1, 1).format.load('rowHeight'),
    marked: mark.tables.map((each) => {
      const table = sheet.tables.getItemOrNullObject(each.name);
      return {
        mark: each,
        table: table.load('name'),
        headings: table.getHeaderRowRange().load('rowIndex,columnIndex'),
      };
    }),
    tables: sheet.tables.load('items/name'),
    chart: mark.chart && loadChart(sheet, mark.chart),
    charts: sheet.charts.load('items/id'),
  };
}

/** The officer may have moved a table or made it a plain range since. */
export function earlierOf(load: EarlierLoad, mark: Mark): Earlier {
  const { cells, used } = load;
  const numberFormats = cells.numberFormat as string[][];
  const chart = load.chart && standingChart(load.chart, mark.chart!);
  const standing = load.marked.filter(({ table }) => !table.isNullObject);
  const headingRow = standing[0]?.headings.rowIndex ?? mark.headingRow;
  return {
    mark,
    painted: {
      rows: mark.rows,
      columns: mark.columns,
      headingRow,
      tables: standing.map(({ mark: { name }, headings }) => ({
        name,
        headingRow: headings.rowIndex,
        left: headings.columnIndex,
      })),
    },
    lastRow: used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1,
    chart,
    tables: load.tables.items.map(({ name }) => name),
    charts: load.charts.items.map(({ id }) => id),
    image: {
      cells: (cells.formulas as (string | number | boolean)[][]).map((row, r) =>
        row.map((cell, c) => asImageCell(cell, numberFormats[r]![c]!)),
      ),
      numberFormats,
      headingRow,
      widths: load.widths.map(({ columnWidth }) => charactersWide(columnWidth)),
      headingLines: load.headings.rowHeight / POINTS_A_LINE,
      tables: standing.map((each) => each.mark),
      chart: chart?.painted,
    },
  };
}

const asImageCell = (cell: string | number | boolean, numberFormat: string): ImageCell =>
  typeof cell === 'string' && cell.startsWith('=') && numberFormat !== '@'
    ? { formula: cell }
    : cell;
