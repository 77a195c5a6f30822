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

/** The control's lines as LibreOffice calculates them. */
async function control(excel: PlayedExcel): Promise<string[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'control-')), 'book.xlsx');
  writeFileSync(file, await withoutValues(await saveXlsx(excel.host.book)));
  const lines = sheetsRead(file)['Change reasons']!.map(([line]) => line!);
  return lines.filter((line) => /^(Original|Current) weekly cost:|^Young people:/.test(line));
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
    expect(await control(excel)).toEqual([
      'Original weekly cost: £1,300.20 when written, and the same in the tracker now. Agrees with the tracker.',
      'Current weekly cost: £1,450.85 when written, and the same in the tracker now. Agrees with the tracker.',
      'Young people: 4 when written, and the same in the tracker now. Agrees with the tracker.',
    ]);
  });

  it.each<[string, string, CellValue, number]>([
    ['a cost changed', 'C2', 1000.11, 0],
    ['a missing cost was filled in', 'D5', 5, 1],
    ['somebody was added right below', 'A6', 'YP9', 2],
  ])('differs once %s', async (_, address, value, row) => {
    tracker().getRange(address).values = [[value]];
    const lines = await control(excel);
    expect(lines.map((line) => / Differs: /.test(line))).toEqual(
      [0, 1, 2].map((each) => each === row),
    );
  });
});
