import { Workbook, type Worksheet } from 'exceljs';
import { saidIn } from '../reports/commentary';
import {
  isIndented,
  POINTS_A_LINE,
  sheetImage,
  wrappedLines,
  type ImageTable,
  type SheetImage,
} from '../reports/sheetImage';
import type { SheetPlan, SignStyle } from '../reports/plan';

/** Excel's own; a cell without a font is shown in whatever the reader has. */
const FONT = { name: 'Calibri', size: 11, family: 2 };

const RULE = { style: 'thin' } as const;

/** A4, and as many pages long as it takes. */
const ONE_PAGE_WIDE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

/**
 * A new .xlsx with a sheet for each plan that may be published: values alone, nothing of the
 * workbook that the figures came from. A control and a chart stay behind, because the one is
 * formulas and the other is what ExcelJS cannot store; what the chart shows is among the notes.
 * `title` is the document's title.
 */
export async function exportWorkbook(
  plans: readonly SheetPlan[],
  signs: SignStyle,
  title: string,
): Promise<Uint8Array> {
  const book = new Workbook();
  book.title = title;
  book.creator = '';
  book.lastModifiedBy = '';
  for (const plan of plans.filter((each) => each.publishable)) {
    const said = { ...plan, commentary: saidIn(plan.commentary) };
    const image = sheetImage(said, signs);
    const titles = image.headingRow + 1;
    const pageSetup = { ...ONE_PAGE_WIDE, printTitlesRow: `${titles}:${titles}` };
    copyImage(book.addWorksheet(plan.sheet, { pageSetup }), image);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function copyImage(sheet: Worksheet, image: SheetImage): void {
  image.cells.slice(0, image.headingRow).forEach((row, r) => {
    const cell = sheet.getCell(r + 1, 1);
    cell.value = valueOf(row[0]!);
    cell.font = r === 0 ? { ...FONT, bold: true, size: 14 } : FONT;
  });
  if (image.commentaryRow !== undefined) styleCommentary(sheet, image, image.commentaryRow);
  const [table] = image.tables;
  const [headings, ...rows] = image.cells
    .slice(image.headingRow, table!.bottom + 1)
    .map((row) => row.slice(0, table!.right + 1));
  sheet.addTable({
    name: table!.name,
    ref: `A${image.headingRow + 1}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1' },
    columns: headings!.map((name) => ({ name: String(name), filterButton: false })),
    rows: rows.map((row) => row.map(valueOf)),
  });
  sheet.getRow(image.headingRow + 1).height = (image.headingLines ?? 1) * POINTS_A_LINE;
  styleTable(sheet, image, table!);
}

/** A reader that did not write the file gives a wrapped text no more room than it is told to. */
function styleCommentary(sheet: Worksheet, image: SheetImage, row: number): void {
  sheet.getCell(row, 1).font = { ...FONT, bold: true };
  sheet.getCell(row + 1, 1).alignment = { vertical: 'top', wrapText: true };
  sheet.getRow(row + 1).height = (image.commentaryLines ?? 1) * POINTS_A_LINE;
}

function styleTable(sheet: Worksheet, image: SheetImage, table: ImageTable): void {
  image.widths?.slice(0, table.right + 1).forEach((width, column) => {
    sheet.getColumn(column + 1).width = width;
  });
  if (table.wrapped) {
    wrappedLines(image, table).forEach((lines, row) => {
      sheet.getRow(image.headingRow + row + 2).height = lines * POINTS_A_LINE;
    });
  }
  for (let r = image.headingRow; r <= table.bottom; r++) {
    const isHeading = r === image.headingRow;
    const isTotal = table.total && r === table.bottom;
    table.rightAligned.forEach((right, column) => {
      const cell = sheet.getCell(r + 1, column + 1);
      cell.numFmt = image.numberFormats[r]![column]!;
      cell.font = { ...FONT, bold: isHeading || isTotal };
      if (isHeading) cell.border = { bottom: RULE };
      if (isTotal) cell.border = { top: RULE };
      cell.alignment = {
        horizontal: right ? 'right' : 'left',
        vertical: table.wrapped && !isHeading ? 'top' : 'bottom',
        ...(isIndented(table, column) && { indent: 1 }),
        wrapText: isHeading || (table.wrapped?.columns[column] ?? false),
      };
    });
  }
}

/** A copy holds no formulas: a plan's cell that is one has no place in it. */
function valueOf(cell: SheetImage['cells'][number][number]): string | number | boolean {
  if (typeof cell === 'object') throw new TypeError('A copy is made of values, not of formulas.');
  return cell;
}
