import { readTracker } from '../../src/commands/readTracker';
import { runSummary } from '../../src/commands/runSummary';
import { excelWithSheets, sheetNames, type PlayedExcel } from './excelWithSheets';
import { SHEETS_OF_A_TRACKER } from '../writtenSheets';

const HEADINGS = [
  'Ref',
  'Cohort',
  'Opportunity',
  'Original weekly cost',
  'Current weekly cost',
  'Note',
];
const TODAY = '2024-12-03';

/** Invented rows, as long as is asked. */
const rows = (count: number, noteLength = 10) =>
  Array.from({ length: count }, (_, i) => [
    `YP${i}`,
    `Cohort ${i % 3}`,
    '',
    100,
    90,
    'n'.repeat(noteLength),
  ]);

describe('reading the workbook through Excel', () => {
  let excel: PlayedExcel;
  afterEach(() => excel.close());

  async function tracker() {
    const { look } = await readTracker();
    if (look.kind !== 'found') throw new Error(look.sentence);
    return look.tracker;
  }

  it('reads a tracker that is longer than its first look', async () => {
    excel = await excelWithSheets({ Tracker: [['A title'], [], HEADINGS, ...rows(1500)] });
    const before = excel.host.io.syncs;
    expect((await tracker()).changes).toHaveLength(1500);
    expect(excel.host.io.syncs - before).toBe(3);
  });

  it('reads in pieces what Excel would not give at once', async () => {
    excel = await excelWithSheets({ Tracker: [HEADINGS, ...rows(9000, 900)] });
    const before = excel.host.io.syncs;
    const found = await tracker();
    expect(found.changes).toHaveLength(9000);
    expect(found.changes[8999]).toMatchObject({ reference: 'YP8999', row: 9001 });
    expect(excel.host.io.syncs - before).toBeGreaterThan(4);
    expect(Math.max(...excel.host.batches.map((batch) => batch.responseBytes))).toBeLessThan(
      5 * 1024 * 1024,
    );
  });

  it('halves a piece that proves too large after all', async () => {
    // Short notes where the first look measures, long ones below.
    excel = await excelWithSheets({
      Tracker: [
        HEADINGS,
        ...rows(750),
        ...rows(3000, 3000).map((row, i) => [`Z${i}`, ...row.slice(1)]),
      ],
    });
    expect((await tracker()).changes).toHaveLength(3750);
    expect(excel.host.batches.some((batch) => batch.error !== undefined)).toBe(true);
  });

  it('is not slowed by a sheet of a million rows that are only formatted', async () => {
    excel = await excelWithSheets({ Blank: [], Tracker: [HEADINGS, ...rows(3)] });
    const { worksheets } = excel.host.workbook;
    worksheets.getItem('Blank').getRange('A1:Z1000000').format.fill.color = '#FFFF00';
    worksheets.getItem('Tracker').getRange('A1:F1000000').numberFormat = '0.00' as never;
    const before = excel.host.io.responseBytes;
    expect((await tracker()).changes).toHaveLength(3);
    expect(excel.host.io.responseBytes - before).toBeLessThan(20_000);
  });

  it('says so where only blank formatted rows are there', async () => {
    excel = await excelWithSheets({ Blank: [] });
    excel.host.workbook.worksheets.getItem('Blank').getRange('A1:Z1000000').format.fill.color =
      '#FFFF00';
    await expect(runSummary({}, TODAY)).rejects.toThrow(/There is nothing on the sheets/);
    expect(sheetNames(excel.host)).toEqual(['Blank']);
  });

  it('counts rows that are hidden or filtered out', async () => {
    excel = await excelWithSheets({ Tracker: [HEADINGS, ...rows(10)] });
    (
      excel.host.workbook.worksheets.getItem('Tracker').getRange('3:7') as { rowHidden: boolean }
    ).rowHidden = true;
    expect((await tracker()).changes).toHaveLength(10);
  });

  it('keeps what the officer chose in the workbook, and lets go of a sheet that is gone', async () => {
    excel = await excelWithSheets({
      One: [HEADINGS, ...rows(3)],
      Two: [
        ['Ref', 'Before (£)', 'After (£)'],
        ['YP1', 7, 9],
      ],
    });
    await readTracker({ sheet: 'Two', basis: '53', signs: 'brackets', columns: { reference: '' } });
    const { choices, look } = await readTracker();
    expect(choices).toMatchObject({
      sheet: 'Two',
      basis: '53',
      signs: 'brackets',
      columns: { reference: '' },
    });
    expect(look.kind === 'found' && look.tracker.changes).toMatchObject([
      { original: 7, current: 9 },
    ]);
    excel.host.workbook.worksheets.getItem('Two').delete();
    expect((await readTracker()).choices.sheet).toBeUndefined();
  });

  it('reads dates rightly in a workbook of the 1904 system', async () => {
    excel = await excelWithSheets({
      Tracker: [
        [...HEADINGS, 'Date of change'],
        ['YP1', 'A', '', 1, 2, '', 44000],
      ],
    });
    excel.host.book.date1904 = true;
    expect((await tracker()).latestDate).toBe('2024-06-19');
    excel.host.book.date1904 = false;
    expect((await tracker()).latestDate).toBe('2020-06-18');
  });

  it('looks at fewer rows of each sheet where Excel cannot answer with as many', async () => {
    const wide = Array.from({ length: 700 }, () => new Array<string>(80).fill('twelve chars'));
    excel = await excelWithSheets({
      Tracker: [HEADINGS, ...rows(300)],
      ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`Other ${i}`, wide])),
    });
    expect((await tracker()).changes).toHaveLength(300);
    expect(excel.host.io.syncs).toBeGreaterThan(2);
  });

  it('leaves its own sheets out of the search', async () => {
    excel = await excelWithSheets({ Tracker: [HEADINGS, ...rows(3)] });
    await runSummary({}, TODAY);
    excel.host.workbook.worksheets.getItem('Tracker').delete();
    await expect(runSummary({}, TODAY)).rejects.toThrow(
      /No placements tracker was found|There is nothing/,
    );
  });

  it('clears away what a write that was cut off left behind', async () => {
    excel = await excelWithSheets({ Tracker: [HEADINGS, ...rows(3)] });
    // Excel goes away after the sheets were added, and stays away while they should be removed.
    for (const request of [4, 5]) excel.host.failures.atRequest(request);
    await expect(runSummary({}, TODAY)).rejects.toThrow(/Putting the workbook back failed/);
    expect(sheetNames(excel.host)).toHaveLength(1 + SHEETS_OF_A_TRACKER.length);
    await runSummary({}, TODAY);
    expect(sheetNames(excel.host)).toEqual(['Tracker', ...SHEETS_OF_A_TRACKER]);
  });
});
