import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

/** A folder of this test run's own. */
export const folder = (): string => mkdtempSync(join(tmpdir(), 'placement-costs-'));

/** Makes an .xlsx; what is drawn on it is up to `fill`. */
export async function workbookFile(
  file: string,
  fill: (book: ExcelJS.Workbook) => void,
): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  await book.xlsx.writeFile(file);
  return file;
}

/** Makes an .xlsx of one sheet with these rows from A1 on. */
export const rowsFile = (
  file: string,
  rows: readonly (readonly ExcelJS.CellValue[])[],
  sheet = 'Tracker',
) =>
  workbookFile(file, (book) => {
    const page = book.addWorksheet(sheet);
    rows.forEach((row, i) => {
      page.getRow(i + 1).values = [...row];
    });
  });
