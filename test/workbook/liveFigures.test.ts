import type { ExcelHost } from '../../host/excel-host';
import { runSummary } from '../../src/commands/runSummary';
import type { CellValue } from '../../src/domain/reading';
import { undoWrite } from '../../src/workbook/putBack';
import { readTracker } from '../../src/commands/readTracker';
import { summarise } from '../../src/commands/summarise';
import { writeSummary } from '../../src/commands/writeSummary';
import { excelWithSheets, valuesOf, type PlayedExcel } from './excelWithSheets';

const TODAY = '2024-12-03';
const HEADINGS = [
  'Ref',
  'Cohort',
  'Opportunity',
  'Original weekly cost',
  'Current weekly cost',
  'Note',
];
const TRACKER: CellValue[][] = [
  HEADINGS,
  ['YP1', 'Cohort 1', 'Opportunity 1', 1000, 800, 'Returned home to mum'],
  ['YP2', 'cohort  1', 'Opportunity 1', 500, 650.005, 'Uplift agreed'],
  ['YP3', "'<16", '', 100, 'TBC', ''],
  ['YP4', "'<16", '', 100, 90, 'Turned 18'],
];
const SUMMARIES = [
  'Cohorts',
  'Opportunities',
  'Reductions by reason',
  'Increases by reason',
  'Opportunity outcomes',
  'In-year by cohort',
  'In-year by reason',
];

const formulasOn = (host: ExcelHost, sheet: string): string[] => {
  const found: string[] = [];
  host.book.sheetNamed(sheet)!.cells.visitFormulas((_r, _c, { formula }) => found.push(formula));
  return found;
};

/** The rows below the headings that begin with this one. */
const tableOn = (host: ExcelHost, sheet: string, heading: string): unknown[][] => {
  const rows = valuesOf(host, sheet);
  return rows.slice(rows.findIndex((row) => row[0] === heading) + 1);
};

const checkOn = (host: ExcelHost, sheet: string): unknown => {
  const cells = valuesOf(host, sheet).map((row) => row[0]);
  return cells.find((cell) => /change reasons/.test(String(cell)));
};

describe('live figures', () => {
  let excel: PlayedExcel;
  const open = async (sheets: Parameters<typeof excelWithSheets>[0] = { Tracker: TRACKER }) => {
    excel = await excelWithSheets(sheets);
    return excel.host;
  };
  afterEach(() => excel.close());

  /** Changes a cost of the ledger, as an officer who tries what would follow. */
  const retype = (host: ExcelHost, reference: string, heading: string, value: CellValue) => {
    const table = host.book.tables.find(({ headings }) => headings.includes('Check'))!;
    const sheet = host.workbook.worksheets.getItem(table.sheet.name);
    const { top, left, bottom } = table.rect;
    for (let row = top; row <= bottom; row++) {
      if (sheet.getCell(row, left).values![0]![0] !== reference) continue;
      sheet.getCell(row, left + table.headings.indexOf(heading)).values = [[value]];
    }
  };

  it('are formulas of Excel’s own over the ledger, with structured references in full', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    for (const sheet of [...SUMMARIES, 'Change reasons']) {
      const formulas = formulasOn(host, sheet);
      expect(formulas.length).toBeGreaterThan(2);
      expect(formulas.join()).not.toMatch(/PLACEMENT\.|\[@|#GETTING_DATA/);
    }
    expect(formulasOn(host, 'Cohorts').join()).toMatch(
      /COUNTIFS\(ChangeReasons\[Cohort\],"=<16",ChangeReasons\[Change a week\],"<>"\)/,
    );
  });

  it('follow an amount that is changed in the ledger', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    retype(host, 'YP1', 'Current weekly cost', 700);
    expect(tableOn(host, 'Cohorts', 'Cohort').map((row) => row.slice(0, 6))).toEqual([
      ['Cohort 1', 2, 1500, 1350.005, -149.995, -74.9975],
      ['<16', 1, 100, 90, -10, -10],
      ['Total', 3, 1600, 1440.005, -159.995, -53.331667],
    ]);
    expect(tableOn(host, 'Opportunities', 'Identified opportunity')).toEqual([
      ['Opportunity 1', 2, -149.995, -74.9975],
    ]);
    expect(
      tableOn(host, 'Reductions by reason', 'Reason').map((row) => row.slice(0, 5)),
    ).toContainEqual(['Return home', 1, 300, 300, 15600]);
  });

  it.each([false, true])(
    'follow a date of change in a workbook since 1904: %s',
    async (since1904) => {
      const host = await open({
        Tracker: [
          ['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost', 'Date of change'],
          ['YP1', 'A', 1000, 930, "'25/03/2025"],
          ['YP2', 'B', 500, 570, "'tbc"],
          ['YP3', 'A', 100, 'TBC', "'01/04/2024"],
          ['YP4', 'A', 7, 0, "'01/01/1902"],
        ],
      });
      host.book.date1904 = since1904;
      await runSummary({}, TODAY);
      const inYear = () => tableOn(host, 'In-year by cohort', 'Cohort').map((row) => row.slice(1));
      // 2024/25 by the latest date; 7 of its days from 25 March, and all 365 of what changed before.
      expect(inYear()).toEqual([
        [2, 0, -77, -435, -4004, -4004],
        [1, 1, 70, 0, 0, 3640],
        [3, 1, -7, -435, -4004, -364],
      ]);
      const on = (year: number, month: number, day: number): number =>
        (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000 -
        (since1904 ? 1462 : 0);
      const ledger = () =>
        tableOn(host, 'Change reasons', 'Reference').map((row) => row.slice(6, 8));
      expect(ledger()).toEqual([
        [on(2025, 3, 25), -70],
        ['', ''],
        ['', ''],
        [since1904 ? 0 : 732, -365],
      ]);
      retype(host, 'YP1', 'Date of change', on(2025, 3, 31));
      retype(host, 'YP2', 'Date of change', on(2024, 4, 1));
      retype(host, 'YP4', 'Date of change', 'not known');
      expect(inYear()).toEqual([
        [2, 1, -77, -10, -3640, -4004],
        [1, 0, 70, 3650, 3640, 3640],
        [3, 1, -7, 3640, 0, -364],
      ]);
      retype(host, 'YP1', 'Date of change', on(2025, 4, 1));
      retype(host, 'YP2', 'Date of change', '');
      retype(host, 'YP4', 'Date of change', on(2024, 3, 31));
      expect(inYear()).toEqual([
        [2, 0, -77, -365, -4004, -4004],
        [1, 1, 70, 0, 0, 3640],
        [3, 1, -7, -365, -4004, -364],
      ]);
    },
  );

  it('say when somebody is in the total and in no row, until it is written again', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    for (const sheet of SUMMARIES) expect(checkOn(host, sheet)).toMatch(/^Every young person/);
    retype(host, 'YP1', 'Current weekly cost', 1200);
    retype(host, 'YP2', 'Cohort', 'Cohort 9');
    retype(host, 'YP2', 'Opportunity', 'Opportunity 9');
    const byReason = ['Reductions by reason', 'In-year by reason'];
    for (const sheet of SUMMARIES.filter((name) => !byReason.includes(name))) {
      expect([sheet, checkOn(host, sheet)]).toEqual([sheet, expect.stringMatching(/write again/)]);
    }
    const increases = tableOn(host, 'Increases by reason', 'Reason');
    expect(increases[increases.length - 1]!.slice(0, 3)).toEqual(['Total', 2, 350.005]);
    await runSummary({}, TODAY);
    for (const sheet of SUMMARIES) expect(checkOn(host, sheet)).toMatch(/^Every young person/);
  });

  it('say when a cost of the ledger is no amount', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    retype(host, 'YP1', 'Current weekly cost', 'TBC');
    expect(checkOn(host, 'Cohorts')).toMatch(/not an amount: correct it/);
    expect(tableOn(host, 'Cohorts', 'Cohort').map((row) => row[4])).toEqual([
      '#VALUE!',
      -10,
      '#VALUE!',
    ]);
  });

  it('point at the ledger’s table, and at their own, under the names that those had to take', async () => {
    const host = await open({
      Tracker: TRACKER,
      Mine: [['ChangeReasons['], ['x'], [''], ['a'], ['y']],
    });
    const mine = host.workbook.worksheets.getItem('Mine');
    mine.tables.add('A1:A2', true).name = 'ChangeReasons';
    mine.tables.add('A4:A5', true).name = 'PlacementCohorts';
    await runSummary({}, TODAY);
    const rows = tableOn(host, 'Cohorts', 'Cohort');
    expect(rows.map((row) => row[1])).toEqual([2, 1, 3]);
    expect(formulasOn(host, 'Cohorts').join()).toMatch(/ChangeReasons_2\[.*PlacementCohorts_2\[/);
    expect(formulasOn(host, 'Cohorts').join()).not.toMatch(/ChangeReasons\[|PlacementCohorts\[/);
    await runSummary({}, TODAY);
    expect(tableOn(host, 'Cohorts', 'Cohort')).toEqual(rows);
  });

  it('leave a cohort as it is that is called like a table', async () => {
    const host = await open({
      Tracker: [HEADINGS, ['YP1', 'ChangeReasons[x]', '', 1, 2, '']],
      Mine: [['a'], ['x']],
    });
    const mine = host.workbook.worksheets.getItem('Mine');
    mine.tables.add('A1:A2', true).name = 'ChangeReasons';
    await runSummary({}, TODAY);
    expect(tableOn(host, 'Cohorts', 'Cohort')[0]!.slice(0, 4)).toEqual([
      'ChangeReasons[x]',
      1,
      1,
      2,
    ]);
  });

  it('are values alone where that is chosen, and then from write to write', async () => {
    const host = await open();
    const { summary } = await runSummary({ figures: 'values' }, TODAY);
    for (const sheet of SUMMARIES) expect([sheet, formulasOn(host, sheet)]).toEqual([sheet, []]);
    expect(tableOn(host, 'Cohorts', 'Cohort')[0]!.slice(0, 6)).toEqual(
      summary.plans.find(({ id }) => id === 'cohorts')!.table.rows[0]!.slice(0, 6),
    );
    expect(checkOn(host, 'Cohorts')).toBeUndefined();
    await runSummary({}, TODAY);
    expect(formulasOn(host, 'Cohorts')).toEqual([]);
    await runSummary({ figures: 'live' }, TODAY);
    expect(formulasOn(host, 'Cohorts')).not.toEqual([]);
  });

  it('are put back by undo', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    const before = SUMMARIES.map((sheet) => formulasOn(host, sheet));
    const { look, choices } = await readTracker({ figures: 'values', basis: '53' });
    if (look.kind !== 'found') throw new Error();
    const outcome = await writeSummary(
      look.tracker,
      summarise(look.tracker, choices, TODAY),
      choices,
    );
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    expect(formulasOn(host, 'Cohorts')).toEqual([]);
    await undoWrite(outcome.receipt);
    expect(SUMMARIES.map((sheet) => formulasOn(host, sheet))).toEqual(before);
    expect(tableOn(host, 'Cohorts', 'Cohort')[2]!.slice(0, 2)).toEqual(['Total', 3]);
  });

  it('are put back by undo as the officer had them, each pointing where it pointed', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    const cells = host.workbook.worksheets.getItem('Cohorts').getRange('B11:B13');
    cells.formulas = [['=Tracker!D2'], ['=Tracker!D2'], ['=Tracker!D2']];
    const { look, choices } = await readTracker();
    if (look.kind !== 'found') throw new Error(look.sentence);
    const summary = summarise(look.tracker, choices, TODAY);
    const outcome = await writeSummary(look.tracker, summary, choices);
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    expect(cells.values).toEqual([[2], [1], [3]]);
    await undoWrite(outcome.receipt);
    expect(cells.formulas).toEqual([['=Tracker!D2'], ['=Tracker!D2'], ['=Tracker!D2']]);
  });

  it('cost little for thousands of young people', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [
      `YP${i}`,
      `Cohort ${i % 40}`,
      `Opportunity ${i % 30}`,
      1000 + (i % 700) / 8,
      900 + (i % 900) / 4,
      '',
    ]);
    const host = await open({ Tracker: [HEADINGS, ...rows] });
    const start = host.io.requestBytes;
    await runSummary({ figures: 'values' }, TODAY);
    const valuesAlone = host.io.requestBytes;
    await runSummary({ figures: 'live' }, TODAY);
    // A formula for each of thousands of rows is sent once.
    expect(host.io.requestBytes - valuesAlone).toBeLessThan(1.15 * (valuesAlone - start));
    const before = performance.now();
    retype(host, 'YP7', 'Current weekly cost', 5000);
    expect(tableOn(host, 'Cohorts', 'Cohort')[40]![1]).toBe(5000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
