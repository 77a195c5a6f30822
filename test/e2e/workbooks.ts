import ExcelJS from 'exceljs';

type Row = (string | number | Date | null)[];

export const HEADINGS = ['Ref', 'Cohort', 'Baseline £/wk', '£/wk now', 'Opportunity'];

/** Two young people whose rows are in order, one of each cohort. */
export const GOOD_ROWS: Row[] = [
  ['C1', 'Cohort 1', 1000, 900, 'Opportunity 1'],
  ['C2', 'Cohort 2', 500.5, 600.75, null],
  ['C3', 'Cohort 1', 800, 800, 'Opportunity 1'],
];

/** A workbook file of sheets by name, each a list of rows from A1. */
export async function workbookOf(sheets: Record<string, Row[]>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A tracker under a title, with headings in row 3. */
export const trackerOf = (rows: Row[], headings: Row = HEADINGS): Promise<Buffer> =>
  workbookOf({ Tracker: [['Young people under review'], [], headings, ...rows] });
