import type { ImageCell, SheetImage } from '../reports/sheetImage';

/** What of a sheet an earlier painting covers. */
export interface Painted {
  rows: number;
  columns: number;
  headingRow: number;
  /** Undefined where there is no longer a table. */
  table: string | undefined;
}

export const paintedBy = (image: SheetImage): Painted & { table: string } => ({
  rows: image.cells.length,
  columns: image.cells[0]?.length ?? 0,
  headingRow: image.headingRow,
  table: image.table,
});

/** Excel would take these as a formula, a number, a date or its own mark for text. */
const NOT_PLAIN = /^[=+\-@']|^[\d.,£$€%(]|^(true|false)$/i;

/**
 * Queues everything that makes the sheet look like the image; nothing happens before the sync.
 * Over an earlier painting the table object and the sheet stay, so that formulas elsewhere that
 * point at them live on, and what the earlier one covered beyond this one is cleared.
 */
export function paint(sheet: Excel.Worksheet, image: SheetImage, earlier?: Painted): void {
  const size = paintedBy(image);
  const keepsTable = earlier?.table !== undefined && earlier.headingRow === image.headingRow;
  const body = sheet.getRangeByIndexes(
    image.headingRow,
    0,
    size.rows - image.headingRow,
    size.columns,
  );
  if (earlier) {
    const table = earlier.table === undefined ? undefined : sheet.tables.getItem(earlier.table);
    if (keepsTable) table?.resize(body);
    else table?.delete();
    clearBeyond(sheet, earlier, size);
    sheet.getRangeByIndexes(0, 0, size.rows, size.columns).clear(Excel.ClearApplyTo.formats);
  }
  const whole = sheet.getRangeByIndexes(0, 0, size.rows, size.columns);
  whole.numberFormat = image.numberFormats;
  whole.formulas = image.cells.map((row, r) =>
    row.map((cell, c) => entered(cell, image.numberFormats[r]![c]!)),
  );
  if (!earlier) layOut(sheet.pageLayout);
  if (!keepsTable) addTable(sheet, body, image.table);
  style(sheet, image, size);
}

/** What to hand Excel so that the cell holds the image's: text that Excel would read otherwise is marked as text. */
function entered(cell: ImageCell, numberFormat: string): string | number | boolean {
  if (typeof cell === 'object') return cell.formula;
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

function addTable(sheet: Excel.Worksheet, body: Excel.Range, name: string): void {
  const table = sheet.tables.add(body, true);
  table.name = name;
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  table.showFilterButton = false;
}

/** Every column on one page across, and as many pages down as it takes. */
function layOut(page: Excel.PageLayout): void {
  page.orientation = Excel.PageOrientation.landscape;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1 };
}

/** Points a character, and a cell's padding: Excel measures columns in points here. */
const pointsWide = (characters: number): number => (characters * 7 + 5) * 0.75;

const POINTS_A_LINE = 15;

function style(sheet: Excel.Worksheet, image: SheetImage, size: Painted): void {
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format;
  title.font.bold = true;
  title.font.size = 14;
  const headings = sheet.getRangeByIndexes(image.headingRow, 0, 1, size.columns).format;
  headings.font.bold = true;
  headings.wrapText = true;
  headings.verticalAlignment = Excel.VerticalAlignment.bottom;
  rule(headings, Excel.BorderIndex.edgeBottom);
  if (image.headingLines) headings.rowHeight = image.headingLines * POINTS_A_LINE;
  image.rightAligned.forEach((right, column) => {
    sheet.getRangeByIndexes(
      image.headingRow,
      column,
      size.rows - image.headingRow,
      1,
    ).format.horizontalAlignment = right
      ? Excel.HorizontalAlignment.right
      : Excel.HorizontalAlignment.left;
  });
  if (image.total) {
    const total = sheet.getRangeByIndexes(size.rows - 1, 0, 1, size.columns).format;
    total.font.bold = true;
    rule(total, Excel.BorderIndex.edgeTop);
  }
  image.widths?.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsWide(characters);
  });
}

/** A table style draws lines in Excel; other readers, and paper, show only what the cells hold. */
function rule(format: Excel.RangeFormat, edge: Excel.BorderIndex): void {
  format.borders.getItem(edge).style = Excel.BorderLineStyle.continuous;
}
