import { join } from 'node:path';
import { Workbook, type CellValue as FileValue } from 'exceljs';
import { toSerial } from '../src/domain/calendar';
import type { CellValue } from '../src/domain/reading';

/** The sheets of assets/sample-budget.xlsx as Excel would hand over their cells, from A1 on. */
export async function sampleSheets(): Promise<Record<string, CellValue[][]>> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(join(__dirname, '../assets/sample-budget.xlsx'));
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => [
      sheet.name,
      Array.from({ length: sheet.rowCount }, (_, row) =>
        Array.from({ length: sheet.columnCount }, (__, column) =>
          asRead(sheet.getRow(row + 1).getCell(column + 1).value),
        ),
      ),
    ]),
  );
}

function asRead(value: FileValue): CellValue {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return toSerial(value.toISOString().slice(0, 10), 1900);
  if (typeof value !== 'object') return value;
  if ('result' in value) return asRead(value.result as FileValue);
  throw new TypeError(`The sample holds a cell that no test reads: ${JSON.stringify(value)}`);
}
