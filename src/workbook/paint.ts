import {
  isIndented,
  POINTS_A_LINE,
  pointsWide,
  rowsOfChart,
  wrappedLines,
  type ImageCell,
  type ImagePage,
  type ImageTable,
  type SheetImage,
} from '../reports/sheetImage';

/** What of a sheet an earlier painting covers. */
export interface Painted {
  rows: number;
  columns: number;
  headingRow: number;
  /** Those that are still there. */
  tables: PaintedTable[];
}

export interface PaintedTable {
  name: string;
  headingRow: number;
  left: number;
}

export const paintedBy = ({ cells, headingRow, tables }: SheetImage): Painted => ({
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
  headingRow,
  tables: tables.map(({ name, left }) => ({ name, headingRow, left })),
});

/** Excel would take these as a formula, a number, a date or its own mark for text. */
const NOT_PLAIN =
  /^\s*(?:[=+\-@'.,%(#\d\p{Sc}]|(?:true|false)\s*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\d,./-]*$)/iu;

/**
 * Queues everything that makes the sheet look like the image, but for its formulas and its chart;
 * nothing happens before the sync. Over an earlier painting the table objects and the sheet stay, so
 * that formulas elsewhere that point at them live on, and what the earlier one covered beyond this
 * one is cleared.
 */
export function paint(sheet: Excel.Worksheet, image: SheetImage, earlier?: Painted): void {
  const size = paintedBy(image);
  const kept = new Set(
    earlier ? size.tables.filter((table) => stands(table, earlier)).map(({ name }) => name) : [],
  );
  if (earlier) {
    for (const { name } of [...earlier.tables, ...size.tables]) {
      if (!kept.has(name)) sheet.tables.getItemOrNullObject(name).delete();
    }
    for (const table of image.tables) {
      if (kept.has(table.name)) {
        sheet.tables.getItem(table.name).resize(tableRange(sheet, image, table));
      }
    }
    clearBeyond(sheet, earlier, size);
    sheet.getRangeByIndexes(0, 0, size.rows, size.columns).clear(Excel.ClearApplyTo.formats);
  }
  const whole = sheet.getRangeByIndexes(0, 0, size.rows, size.columns);
  whole.numberFormat = image.numberFormats;
  whole.formulas = image.cells.map((row, r) =>
    row.map((cell, c) => beforeFormula(cell, image.numberFormats[r]![c]!)),
  );
  if (!earlier && image.page) layOut(sheet.pageLayout, image.page);
  for (const table of image.tables) {
    if (!kept.has(table.name)) addTable(tableRange(sheet, image, table), sheet, table.name);
  }
  if (earlier && earlier.headingRow !== image.headingRow) {
    sheet.getRangeByIndexes(0, 0, earlier.headingRow + 1, 1).format.autofitRows();
  }
  style(sheet, image);
}

/**
 * Queues the image's formulas, once every sheet is painted: Excel refuses one that names a table
 * which is not there yet.
 */
export function enterFormulas(sheet: Excel.Worksheet, { cells }: SheetImage): void {
  cells[0]?.forEach((_, column) => {
    const formulas = cells.map((row) => {
      const cell = row[column]!;
      return isFormula(cell) ? cell.formula : null;
    });
    const rows = formulas.flatMap((formula, row) => (formula === null ? [] : row));
    if (rows.length === 0) return;
    const [top, bottom] = [rows[0]!, rows[rows.length - 1]!];
    const between = formulas.slice(top, bottom + 1);
    const range = sheet.getRangeByIndexes(top, column, between.length, 1);
    // One for all cells saves sending it thousands of times; null leaves a cell as it is.
    const isSame = !namesCells(between[0]!) && between.every((formula) => formula === between[0]);
    range.formulas = isSame ? (between[0] as never) : between.map((formula) => [formula]);
  });
}

/** Whether the formula points at cells by their addresses, which Excel moves on from row to row. */
const namesCells = (formula: string): boolean =>
  /[A-Z]\$?\d/i.test(formula.replace(/"[^"]*"|\[[^\]]*\]/g, ''));

/**
 * What stands in a cell until its formula is entered: the value, because Excel fills a blank column of
 * a table with the first formula that it gets.
 */
const beforeFormula = (cell: ImageCell, numberFormat: string): string | number | boolean =>
  entered(isFormula(cell) ? (cell.value ?? '') : cell, numberFormat);

/** A table is kept where its headings are to stand where they do. */
const stands = ({ name, headingRow, left }: PaintedTable, { tables }: Painted): boolean =>
  tables.some(
    (table) => table.name === name && table.headingRow === headingRow && table.left === left,
  );

const tableRange = (
  sheet: Excel.Worksheet,
  { headingRow }: SheetImage,
  { left, right, bottom }: ImageTable,
): Excel.Range =>
  sheet.getRangeByIndexes(headingRow, left, bottom - headingRow + 1, right - left + 1);

const isFormula = (cell: ImageCell): cell is Extract<ImageCell, object> => typeof cell === 'object';

/** What to hand Excel so that the cell holds the value: text that Excel would read otherwise is marked as text. */
function entered(cell: string | number | boolean, numberFormat: string): string | number | boolean {
  if (typeof cell !== 'string' || numberFormat === '@') return cell;
  return NOT_PLAIN.test(cell) ? `'${cell}` : cell;
}

function clearBeyond(sheet: Excel.Worksheet, earlier: Painted, now: Painted): void {
  if (earlier.rows > now.rows) {
    sheet
      .getRangeByIndexes(now.rows, 0, earlier.rows - now.rows, earlier.columns)
      .clear(Excel.ClearApplyTo.all);
  }
  if (earlier.columns > now.columns) {
    sheet
      .getRangeByIndexes(0, now.columns, earlier.rows, earlier.columns - now.columns)
      .clear(Excel.ClearApplyTo.all);
  }
}

function addTable(range: Excel.Range, sheet: Excel.Worksheet, name: string): void {
  const table = sheet.tables.add(range, true);
  table.name = name;
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  table.showFilterButton = false;
}

/** Every column on one page across, and as many pages down as it takes unless all fits one. */
function layOut(layout: Excel.PageLayout, { orientation, onOnePage }: ImagePage): void {
  const { landscape, portrait } = Excel.PageOrientation;
  layout.orientation = orientation === 'portrait' ? portrait : landscape;
  layout.paperSize = Excel.PaperType.a4;
  layout.zoom = { horizontalFitToPages: 1, ...(onOnePage && { verticalFitToPages: 1 }) };
}

/**
 * Queues what is printed of the sheet, once its rows are where they are to stay: the headings on every
 * page, and nothing that nobody reads.
 */
export function print(
  sheet: Excel.Worksheet,
  { cells, headingRow, printedColumns, chart }: SheetImage,
): void {
  const { pageLayout } = sheet;
  pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(headingRow, 0, 1, 1).getEntireRow());
  if (printedColumns === undefined) return;
  const rows = cells.length + (chart ? rowsOfChart(chart) : 0);
  pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, rows, printedColumns));
}

function style(sheet: Excel.Worksheet, image: SheetImage): void {
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format;
  title.font.bold = true;
  title.font.size = 14;
  if (image.headingLines) {
    sheet.getRangeByIndexes(image.headingRow, 0, 1, 1).format.rowHeight =
      image.headingLines * POINTS_A_LINE;
  }
  image.widths?.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsWide(characters);
  });
  // Rows are fitted to what is wrapped at those widths.
  image.tables.forEach((table) => styleTable(sheet, image, table));
  if (image.commentaryRow !== undefined) styleCommentary(sheet, image.commentaryRow);
}

/** A box under its label, which grows with what is typed: its height is Excel's to choose. */
function styleCommentary(sheet: Excel.Worksheet, row: number): void {
  sheet.getRangeByIndexes(row - 1, 0, 1, 1).format.font.bold = true;
  const box = sheet.getRangeByIndexes(row, 0, 1, 1).format;
  box.wrapText = true;
  box.verticalAlignment = Excel.VerticalAlignment.top;
  const { edgeTop, edgeBottom, edgeLeft, edgeRight } = Excel.BorderIndex;
  for (const edge of [edgeTop, edgeBottom, edgeLeft, edgeRight]) rule(box, edge);
  box.autofitRows();
}

function styleTable(sheet: Excel.Worksheet, image: SheetImage, table: ImageTable): void {
  const { headingRow } = image;
  const { left, bottom } = table;
  const width = table.right - left + 1;
  const headings = sheet.getRangeByIndexes(headingRow, left, 1, width).format;
  headings.font.bold = true;
  headings.wrapText = true;
  headings.verticalAlignment = Excel.VerticalAlignment.bottom;
  rule(headings, Excel.BorderIndex.edgeBottom);
  table.rightAligned.forEach((right, i) => {
    const column = sheet.getRangeByIndexes(headingRow, left + i, bottom - headingRow + 1, 1).format;
    column.horizontalAlignment = right
      ? Excel.HorizontalAlignment.right
      : Excel.HorizontalAlignment.left;
    if (isIndented(table, i)) column.indentLevel = 1;
  });
  if (table.wrapped) styleWrapped(sheet, image, table, table.wrapped.columns);
  if (table.total) {
    const total = sheet.getRangeByIndexes(bottom, left, 1, width).format;
    total.font.bold = true;
    rule(total, Excel.BorderIndex.edgeTop);
  }
}

/** Each stretch of rows of one height takes a call; more of them would make a request of megabytes. */
const MOST_STRETCHES = 1_000;

/** Heights are stated, because not every reader fits rows to what is wrapped in them. */
function styleWrapped(
  sheet: Excel.Worksheet,
  image: SheetImage,
  table: ImageTable,
  columns: readonly boolean[],
): void {
  const { left, right } = table;
  const top = image.headingRow + 1;
  const lines = wrappedLines(image, table);
  const body = sheet.getRangeByIndexes(top, left, lines.length, right - left + 1).format;
  body.verticalAlignment = Excel.VerticalAlignment.top;
  columns.forEach((wraps, i) => {
    if (wraps) sheet.getRangeByIndexes(top, left + i, lines.length, 1).format.wrapText = true;
  });
  const starts = lines.flatMap((count, row) => (count === lines[row - 1] ? [] : row));
  if (starts.length > MOST_STRETCHES) {
    body.autofitRows();
    return;
  }
  starts.forEach((row, i) => {
    const rows = (starts[i + 1] ?? lines.length) - row;
    sheet.getRangeByIndexes(top + row, left, rows, 1).format.rowHeight =
      lines[row]! * POINTS_A_LINE;
  });
}

/** A table style draws lines in Excel; other readers, and paper, show only what the cells hold. */
function rule(format: Excel.RangeFormat, edge: Excel.BorderIndex): void {
  format.borders.getItem(edge).style = Excel.BorderLineStyle.continuous;
}
