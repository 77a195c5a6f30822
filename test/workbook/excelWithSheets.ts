import type { Booted } from '../../host/boot-jsdom';
import { ExcelHost, type HostOptions } from '../../host/excel-host';
import type { CellValue } from '../../src/domain/reading';
import { officePage } from '../host/office-page';

/** Excel played by the host, with the real office.js as this test's own `Excel`. */
export interface PlayedExcel {
  page: Booted;
  host: ExcelHost;
  close(): void;
}

/** Manifest.xml's own; what the add-in needs above it would be refused here. */
export const MANIFEST_MINIMUM = '1.13';

/** A workbook of these sheets, each from A1 on, before the add-in has seen it. */
export async function excelWithSheets(
  sheets: Record<string, readonly (readonly CellValue[])[]>,
  options: HostOptions = {},
): Promise<PlayedExcel> {
  const host = new ExcelHost({ plays: MANIFEST_MINIMUM, ...options });
  const { worksheets } = host.workbook;
  Object.entries(sheets).forEach(([name, rows], i) => {
    const sheet = i === 0 ? worksheets.getFirst() : worksheets.add(name);
    sheet.name = name;
    const width = Math.max(...rows.map((row) => row.length), 1);
    if (rows.length === 0) return;
    const square = rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
    sheet.getRangeByIndexes(0, 0, rows.length, width).values = square;
  });
  const page = await officePage({ host });
  const { Excel, Office, OfficeExtension } = page.window;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return { page, host, close: () => page.close() };
}

export const valuesOf = (host: ExcelHost, sheet: string): unknown[][] =>
  host.workbook.worksheets.getItem(sheet).getUsedRange(true).values ?? [];

export const sheetNames = (host: ExcelHost): string[] =>
  host.book.sheets.map((sheet) => sheet.name);
