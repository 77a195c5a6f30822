import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveXlsx } from '../../host/xlsx';
import { runSummary } from '../../src/commands/runSummary';
import type { CellValue } from '../../src/domain/reading';
import { excelWithSheets, type PlayedExcel } from '../workbook/excelWithSheets';
import { sheetsRead } from './libreoffice';
import { withoutValues } from './withoutValues';

const HEADINGS = ['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost', 'Note'];
const ONE: CellValue[][] = [
  ['YP1', 'Cohort 1', 1000.1, 800.2, 'Moved, "at last"'],
  [7001, 'Cohort 1', "'£1,200", 650.45, ''],
  ['Total', '', 2200.1, 1450.65, ''],
  ['YP3', 'Cohort 2', 300, 'TBC', ''],
];
const TWO: CellValue[][] = [['YP4', 'Cohort 2', 0.1, 0.2, '']];

/** The control's rows as LibreOffice calculates them. */
async function control(excel: PlayedExcel): Promise<string[][]> {
  const file = join(mkdtempSync(join(tmpdir(), 'control-')), 'book.xlsx');
  writeFileSync(file, await withoutValues(await saveXlsx(excel.host.book)));
  const rows = sheetsRead(file)['Change reasons']!;
  const top = rows.findIndex((row) => row.includes('Compared'));
  const left = rows[top]!.indexOf('Compared');
  return rows.slice(top + 1, top + 4).map((row) => row.slice(left));
}

describe('the control total, as LibreOffice calculates it', () => {
  let excel: PlayedExcel;
  beforeEach(async () => {
    excel = await excelWithSheets({
      "Jo's 24-25": [HEADINGS, ...ONE],
      'Cohort 2': [HEADINGS, ...TWO],
    });
    await runSummary({}, '2024-12-03');
  });
  afterEach(() => excel.close());
  const tracker = () => excel.host.workbook.worksheets.getItem("Jo's 24-25");

  it('agrees with the tracker that the ledger was made from', async () => {
    const rows = await control(excel);
    expect(rows.map((row) => row[0])).toEqual([
      'Original weekly cost',
      'Current weekly cost',
      'Young people',
    ]);
    expect(rows.map((row) => row.slice(1, 4).map(Number))).toEqual([
      [1300.2, 1300.2, 0],
      [1450.85, 1450.85, 0],
      [4, 4, 0],
    ]);
    for (const row of rows) expect(row[4]).toBe('Agrees with the tracker.');
  });

  it.each<[string, string, CellValue, number]>([
    ['a cost changed', 'C2', 1000.11, 0],
    ['a missing cost was filled in', 'D5', 5, 1],
    ['somebody was added right below', 'A6', 'YP9', 2],
  ])('differs once %s', async (_, address, value, row) => {
    tracker().getRange(address).values = [[value]];
    const results = (await control(excel)).map((each) => each[4]);
    expect(results.map((result) => /^Differs/.test(result!))).toEqual(
      [0, 1, 2].map((each) => each === row),
    );
  });
});
