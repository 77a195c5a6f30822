import { Workbook } from 'exceljs';
import { FormulaCell } from '../../host/model/cells';
import { defaultChoices } from '../../src/commands/choices';
import { explainSelected, type Explanation } from '../../src/commands/explainSelected';
import { readTracker } from '../../src/commands/readTracker';
import { runSummary, type SummaryRun } from '../../src/commands/runSummary';
import { writeFigure } from '../../src/commands/writeFigure';
import { undoWrite } from '../../src/commands/writeSummary';
import { copyOf, workbookFile } from '../../src/commands/copyToPublish';
import type { CellValue } from '../../src/domain/reading';
import { LIST_REPORTS } from '../../src/reports';
import { FIGURE_ID, figureSheet } from '../../src/reports/figureSheet';
import type { Tracker } from '../../src/workbook/tracker';
import { dataRows } from '../csvRows';
import {
  excelWithSheets,
  sheetNames,
  valuesOf,
  type PlayedExcel,
} from '../workbook/excelWithSheets';

const TODAY = '2024-12-03';
type Rows = readonly (readonly CellValue[])[];

let excel: PlayedExcel;
afterEach(() => excel.close());

/** A workbook with its summary written, looked at again as the pane would. */
async function written(sheets: Record<string, Rows>): Promise<SummaryRun> {
  excel = await excelWithSheets(sheets);
  const run = await runSummary({}, TODAY);
  const { look } = await readTracker();
  if (look.kind !== 'found') throw new Error(look.sentence);
  return { ...run, tracker: look.tracker };
}

const cellOn = (sheet: string, address: string) =>
  excel.host.workbook.worksheets.getItem(sheet).getRange(address);

async function explain(
  { tracker, summary }: Pick<SummaryRun, 'tracker' | 'summary'>,
  sheet: string,
  address: string,
): Promise<Explanation> {
  cellOn(sheet, address).select();
  const { plans, ledger } = summary;
  return explainSelected({ plans, ledger, signs: 'minus', seen: tracker.seen });
}

/** A cell of the table of cohorts by its column and its row's place, the headings' being -1. */
const cohortCell = (column: string, place: number): string =>
  `${column}${excel.host.workbook.tables.getItem('PlacementCohorts').getRange().rowIndex + 2 + place}`;

const letters = (column: number) => String.fromCharCode(65 + column);

const onLists = new Set(LIST_REPORTS.map(({ id }) => id));

/** Every figure on the written sheets that is the tracker's is cast to, as the sheet shows it. */
async function expectAllToCast(run: SummaryRun): Promise<number> {
  let figures = 0;
  for (const plan of run.summary.plans.filter(({ id }) => !onLists.has(id))) {
    const table = excel.host.workbook.tables.getItem(plan.table.name);
    const { rowIndex: top, columnIndex: left } = table.getRange();
    const rows = plan.table.rows.slice(0, 40);
    for (const [place, row] of rows.entries()) {
      for (const [column, { key, format }] of plan.table.columns.entries()) {
        if (typeof row[column] !== 'number' || format === 'percent') continue;
        const address = `${letters(left + column)}${top + place + 2}`;
        const { figure } = await explain(run, plan.sheet, address);
        const cell = cellOn(plan.sheet, address).values![0]![0];
        expect([plan.id, address, key, figure?.cast?.casts]).toEqual([plan.id, address, key, true]);
        expect(figure!.cast!.figure).toBeCloseTo(cell as number, 6);
        expect(figure!.sentences.join(' ')).not.toMatch(/The sheet (says|shows)/);
        figures++;
      }
    }
  }
  return figures;
}

const typed = (text: string): CellValue => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
const file = (name: string): Rows => dataRows(name).map((row) => row.map(typed));

const HEADINGS = ['Child ref', 'Group', 'Opp', 'Baseline £/wk', '£/wk now', 'Comments'];
const PEOPLE: Rows = [
  ['A1', '16+*', 'Move', 1000, 700, 'Moved to new placement in March.'],
  ['A2', '<16', '', 500.005, 500.015, ''],
  ['', '16+* ', 'move', 800, 0, 'Turned 18 on 3 May.'],
  ['A4', '', 'Home', '£1,234.50', 'nil', 'Returned home to mum.'],
  ['A5', '<16', 'Home', 300, 450, 'Annual uplift agreed.'],
  ['A6', 'Total', '', 200, 'TBC', ''],
];
const ODD = [['Tracker of placements'], [], HEADINGS, ...PEOPLE];

const NOTES = [
  '',
  'Turned 18.',
  'Returned home.',
  'Uplift agreed at panel.',
  'Now in residential.',
];
/** Three hundred invented children, no cohorts and no opportunities, from the third column on. */
const LONG: Rows = [
  ['', '', 'Name', 'Was £ pw', 'Is now £ pw', 'Remarks'],
  ...Array.from({ length: 300 }, (_, i) => [
    '',
    '',
    i % 50 === 7 ? '' : `N${i}`,
    700 + ((i * 37.13) % 4000),
    i % 9 === 0 ? 0 : 650 + ((i * 41.07) % 4100),
    NOTES[i % NOTES.length]!,
  ]),
];

describe('every figure on the written sheets', () => {
  it('casts on the sample', async () => {
    expect(
      await expectAllToCast(await written({ Tracker: file('impower-cohorts.csv') })),
    ).toBeGreaterThan(250);
  }, 120_000);

  it('casts on a list of placements without cohorts', async () => {
    expect(await expectAllToCast(await written({ 'Joint list': LONG }))).toBeGreaterThan(150);
  }, 120_000);

  it('casts on a short tracker of odd names, blanks and typed amounts', async () => {
    expect(await expectAllToCast(await written({ Odd: ODD }))).toBeGreaterThan(30);
  });
});

describe('a selected cell of an add-in’s sheet', () => {
  const sentence = async (run: SummaryRun, sheet: string, at: string) =>
    (await explain(run, sheet, at)).sentence;

  it('is explained in one round trip', async () => {
    const run = await written({ Odd: ODD });
    const before = excel.host.io.syncs;
    const { figure, address } = await explain(run, 'Cohorts', cohortCell('C', 1));
    expect(excel.host.io.syncs - before).toBe(1);
    expect(address).toBe(`Cohorts!${cohortCell('C', 1)}`);
    expect(figure!.name).toBe('Original weekly cost: <16');
    expect(figure!.entries.map(({ reference }) => reference)).toEqual(['A2', 'A5']);
  });

  it('is told in a sentence to be none that has a source', async () => {
    const run = await written({ Odd: ODD });
    expect(await sentence(run, 'Cohorts', 'A1')).toContain('Cohorts!A1 is a line above the table');
    expect(await sentence(run, 'Cohorts', cohortCell('B', -1))).toContain(
      'heads the column ‘Young people’. Select a figure below it.',
    );
    expect(await sentence(run, 'Cohorts', 'Z7')).toContain('Cohorts!Z7 is blank.');
    expect(await sentence(run, 'Cohorts', 'B7:C8')).toContain('Several cells are selected.');
    expect(await sentence(run, 'Odd', 'D4')).toContain('Odd!D4 is on no sheet of the add-in’s');
    expect(await sentence(run, 'Odd', 'A2')).toContain('Odd!A2 is blank.');
    const { notes } = run.summary.plans.find((plan) => plan.control)!;
    expect(await sentence(run, 'Change reasons', `A${notes.length + 2}`)).toContain(
      'is a line above the table',
    );
  });

  it('is found again where rows were put in above and below, and the order was changed', async () => {
    const run = await written({ Odd: ODD });
    const sheet = excel.host.workbook.worksheets.getItem('Cohorts');
    sheet.getRange('2:4').insert('Down');
    const body = sheet.getRange(`${cohortCell('A', 0)}:${cohortCell('G', 3)}`);
    const rows = body.values!;
    body.values = [rows[2], rows[0], rows[3], rows[1]];
    for (const [at, row] of [2, 0, 3, 1].entries()) {
      const { figure } = await explain(run, 'Cohorts', cohortCell('E', at));
      expect(figure!.name).toBe(`Difference a week: ${String(rows[row]![0])}`);
      expect(figure!.sentences.join(' ')).not.toContain('The sheet');
    }
  });

  it('is found under its heading where the columns have changed places', async () => {
    const run = await written({ Odd: ODD });
    const sheet = excel.host.workbook.worksheets.getItem('Cohorts');
    const area = sheet.getRange(`${cohortCell('A', -1)}:${cohortCell('G', 3)}`);
    area.values = area.values!.map((row) => [...row].reverse());
    const { figure } = await explain(run, 'Cohorts', cohortCell('F', 0));
    expect(figure!.name).toBe('Young people: 16+*');
    expect(figure!.cast).toEqual({ figure: 2, comesTo: 2, casts: true });
  });

  it('is said to have changed where heading, name or table are not what they were', async () => {
    const run = await written({ Odd: ODD });
    const sheet = excel.host.workbook.worksheets.getItem('Cohorts');
    sheet.getRange(cohortCell('A', 0)).values = [['Another']];
    expect(await sentence(run, 'Cohorts', cohortCell('B', 0))).toContain(
      'there is no row ‘Another’ now.',
    );
    sheet.getRange(cohortCell('A', -1)).values = [['Group']];
    const [number, other] = [cohortCell('B', 0), cohortCell('B', 1)];
    expect(await sentence(run, 'Cohorts', other)).toContain('has changed since');
    excel.host.workbook.tables.getItem('PlacementCohorts').convertToRange();
    expect(await sentence(run, 'Cohorts', number)).toContain('table is no longer on this sheet');
  });

  it('says what the sheet says where that is not what the tracker gives', async () => {
    const run = await written({ Odd: ODD });
    cellOn('Cohorts', cohortCell('E', 0)).values = [[-1]];
    const { figure } = await explain(run, 'Cohorts', cohortCell('E', 0));
    expect(figure!.sentences[1]).toMatch(/^The sheet says -£1\.00; .* gives -£1,100\.00\./);
  });

  it('is the officer’s on a copy of the sheet', async () => {
    const run = await written({ Odd: ODD });
    const copy = excel.host.workbook.worksheets.add('Copy of Cohorts');
    copy.getRange('A1:G14').values = cellOn('Cohorts', 'A1:G14').values;
    expect(await sentence(run, 'Copy of Cohorts', 'E12')).toContain(
      'is on no sheet of the add-in’s',
    );
  });
});

describe('a cell that calls a PLACEMENT function', () => {
  /** Puts a formula on a sheet of the officer's, with what Excel has calculated. */
  async function called(formula: string, results: CellValue[][], at = 'B3') {
    const run = await written({ Odd: ODD, Mine: [['x']] });
    return { run, put: () => putFormula(formula, results, at) };
  }

  function putFormula(formula: string, results: CellValue[][], at: string) {
    const sheet = excel.host.book.sheetNamed('Mine')!;
    const { rowIndex: top, columnIndex: left } = cellOn('Mine', at);
    results.forEach((row, r) =>
      row.forEach((value, c) => sheet.cells.set(top + r, left + c, value as string | number)),
    );
    sheet.cells.set(top, left, new FormulaCell(formula, results[0]![0]! as number, false));
    if (results.length > 1 || results[0]!.length > 1) {
      const [bottom, right] = [top + results.length - 1, left + results[0]!.length - 1];
      sheet.spills.push({ top, left, bottom, right });
    }
  }

  const ask = async (formula: string, results: CellValue[][], at = 'B3', selected = at) => {
    const { run, put } = await called(formula, results, at);
    put();
    return explain(run, 'Mine', selected);
  };
  const references = ({ figure }: Explanation) => figure!.entries.map(({ reference }) => reference);

  it('lists the cohort that it names, and casts', async () => {
    const answer = await ask('=PLACEMENT.COHORT_DELTA(Odd!D4:D9,Odd!E4:E9,Odd!B4:B9,"16+*")', [
      [-1100],
    ]);
    expect(references(answer)).toEqual(['A1', '']);
    expect(answer.figure!.cast).toMatchObject({ casts: true, comesTo: -1100 });
    expect(answer.figure!.sentences).toEqual([
      'PLACEMENT.COHORT_DELTA gives the current less the original weekly cost of a cohort, or a table of all cohorts.',
      'It is the current weekly costs of the 2 young people in ‘16+*’, £700.00, less the original ones, £1,800.00. The list casts to -£1,100.00.',
    ]);
    expect(answer.ranges.map(({ address }) => address)).toEqual([
      'Odd!D4:D9',
      'Odd!E4:E9',
      'Odd!B4:B9',
    ]);
  });

  it('reads the cohort and the measure from cells, under either prefix, inside other functions', async () => {
    const { run, put } = await called(
      '=ROUND(_xldudf_PLACEMENT_COHORT_DELTA(Odd!$D$4:$D$9,Odd!$E$4:$E$9,Odd!$C$4:$C$9,D1,D2),2)',
      [[2]],
    );
    put();
    cellOn('Mine', 'D1:D2').values = [['Home'], ['count']];
    const answer = await explain(run, 'Mine', 'B3');
    expect(references(answer)).toEqual(['A4', 'A5']);
    expect(answer.figure!.cast).toMatchObject({ casts: true, comesTo: 2 });
  });

  it('tells the cells of a spilled table of cohorts apart', async () => {
    const table: CellValue[][] = [
      ['Cohort', 'Young people', 'Original', 'Current', 'Difference', 'Average', 'A year (x52)'],
      ['16+*', 2, 1800, 700, -1100, -550, -57200],
      ['<16', 2, 800.005, 950.015, 150.01, 75.005, 7800.52],
      ['', 1, 1234.5, 0, -1234.5, -1234.5, -64194],
      ['Total', 5, 3834.505, 1650.015, -2184.49, -436.898, -113593.48],
    ];
    const formula = '=PLACEMENT.COHORT_DELTA(Odd!D4:D8,Odd!E4:E8,Odd!B4:B8)';
    const { run, put } = await called(formula, table, 'B3');
    put();
    for (let row = 1; row < table.length; row++) {
      for (let column = 1; column < 7; column++) {
        const { figure } = await explain(run, 'Mine', `${letters(1 + column)}${3 + row}`);
        expect([row, column, figure!.cast?.casts]).toEqual([row, column, true]);
      }
    }
    expect((await explain(run, 'Mine', 'C3')).figure!.sentences[1]).toMatch(
      /^This cell heads a column/,
    );
    expect((await explain(run, 'Mine', 'B4')).figure!.sentences[1]).toMatch(
      /^No amounts are behind this cell/,
    );
  });

  it('casts each figure of a spilled table of reasons', async () => {
    const table: CellValue[][] = [
      ['Reason', 'Young people', 'Saved a week', 'Average'],
      ['Return home', 1, 1234.5, 1234.5],
      ['Turned 18', 1, 800, 800],
      ['Total', 2, 2034.5, 1017.25],
    ];
    const { run, put } = await called(
      '=PLACEMENT.REASON_SUMMARY(Mine!F1:F6,Odd!D4:D9,Odd!E4:E9,"reductions")',
      table,
      'A10',
    );
    put();
    cellOn('Mine', 'F1:F6').values = [
      [''],
      ['No change'],
      ['Turned 18'],
      ['Return home'],
      ['No change'],
      [''],
    ];
    for (let row = 1; row < table.length; row++) {
      for (let column = 1; column < 4; column++) {
        const answer = await explain(run, 'Mine', `${letters(column)}${10 + row}`);
        expect([row, column, answer.figure!.cast?.casts]).toEqual([row, column, true]);
      }
    }
    expect(references(await explain(run, 'Mine', 'C12'))).toEqual(['']);
  });

  it('lists the one young person of a row, also where a whole column spills', async () => {
    const one = await ask('=PLACEMENT.WEEKLY_SAVING(Odd!D4,Odd!E4)', [[300]]);
    expect(references(one)).toEqual(['A1']);
    expect(one.figure!.cast?.casts).toBe(true);
    excel.close();
    const spilled = [[300], [-0.01], [800], [1234.5], [-150]];
    const column = await ask('=PLACEMENT.WEEKLY_SAVING(Odd!D:D,Odd!E:E)', spilled, 'B4', 'B7');
    expect(references(column)).toEqual(['A4']);
    expect(column.figure!.cast).toMatchObject({ casts: true, comesTo: 1234.5 });
  });

  it('is one cell where several are merged into it', async () => {
    const { run, put } = await called('=PLACEMENT.WEEKLY_SAVING(Odd!D4,Odd!E4)', [[300]]);
    put();
    cellOn('Mine', 'B3:D4').merge();
    expect(references(await explain(run, 'Mine', 'B3:D4'))).toEqual(['A1']);
    expect((await explain(run, 'Mine', 'B3:D5')).sentence).toContain('Several cells');
  });

  it('lists all whose rows are summed up, and casts where the sum does', async () => {
    const answer = await ask('=SUM(PLACEMENT.ANNUALISE(Odd!E4:E8))', [[1650.015 * 52]]);
    expect(references(answer)).toEqual(['A1', 'A2', '', 'A4', 'A5']);
    excel.close();
    const sum = await ask('=SUM(PLACEMENT.WEEKLY_SAVING(Odd!D4:D8,Odd!E4:E8))', [[2184.49]]);
    expect(sum.figure!.cast?.casts).toBe(true);
    excel.close();
    const half = await ask('=SUM(PLACEMENT.WEEKLY_SAVING(Odd!D4:D8,Odd!E4:E8))/2', [[1092.245]]);
    expect(half.figure!.cast).toBeUndefined();
    expect(half.figure!.sentences[1]).toContain('The formula does more than that');
  });

  it('finds columns of tables, this row’s among them, and named cells', async () => {
    const run = await written({ Odd: ODD, Mine: [['x']] });
    excel.host.workbook.tables.add('Odd!A3:F9', true).name = 'Children';
    excel.host.workbook.names.add('Before', cellOn('Odd', 'D4:D9'));
    putFormula(
      '=PLACEMENT.COHORT_DELTA(Before,Children[£/wk now],Children[Group],"<16","current")',
      [[950.015]],
      'B3',
    );
    const all = await explain(run, 'Mine', 'B3');
    expect(references(all)).toEqual(['A2', 'A5']);
    expect(all.figure!.cast?.casts).toBe(true);
    putFormula('=PLACEMENT.ANNUALISE(Children[[#This Row],[£/wk now]])', [[23400]], 'B8');
    expect(references(await explain(run, 'Mine', 'B8'))).toEqual(['A5']);
  });

  it('says so where its cells are in no row of the tracker, and links to them', async () => {
    const answer = await ask('=PLACEMENT.ANNUALISE(F9)', [[52]]);
    expect(answer.figure!.entries).toEqual([]);
    expect(answer.figure!.sentences[1]).toContain('nobody can be listed');
    expect(answer.ranges).toEqual([{ text: 'F9', address: 'Mine!F9' }]);
  });

  it('says so where it takes other cells than the tracker’s costs', async () => {
    const answer = await ask('=PLACEMENT.WEEKLY_SAVING(Odd!E4,Odd!D4)', [[-300]]);
    expect(answer.figure!.cast).toMatchObject({ casts: false });
    expect(answer.figure!.sentences.at(-1)).toContain(
      'it takes other cells than the tracker’s costs',
    );
  });

  it('says what it shows where that is no figure, and lists whom it takes all the same', async () => {
    const answer = await ask('=PLACEMENT.WEEKLY_SAVING(Odd!D9,Odd!E9)', [['#VALUE!']]);
    expect(references(answer)).toEqual(['A6']);
    expect(answer.figure!.cast).toBeUndefined();
    expect(answer.figure!.sentences.slice(1)).toEqual([
      'It takes the tracker’s cells of the one young person in row 9.',
      'The cell shows ‘#VALUE!’, which is no figure to cast to.',
    ]);
  });

  it('withstands cells, tables and names that are not there', async () => {
    const answer = await ask('=PLACEMENT.COHORT_DELTA(Gone!A1:A9,Nothing[Cost],nobody,"A")', [
      ['#REF!'],
    ]);
    expect(answer.figure!.entries).toEqual([]);
    expect(answer.ranges).toEqual([]);
  });
});

describe('a figure on a sheet of its own', () => {
  it('is written in place of the last, undone, and never published', async () => {
    const run = await written({ Odd: ODD });
    const { figure } = await explain(run, 'Cohorts', cohortCell('E', 0));
    const put = async (tracker: Tracker) => {
      const outcome = await writeFigure(
        figure!,
        'Cohorts!E7',
        tracker,
        run.summary,
        defaultChoices,
      );
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      return outcome;
    };
    const before = sheetNames(excel.host);
    const first = await put(run.tracker);
    const NAME = 'Where a figure comes from';
    expect(sheetNames(excel.host)).toEqual([...before, NAME]);
    const values = valuesOf(excel.host, NAME);
    expect(values[0]![0]).toBe('Where a figure comes from – Difference a week: 16+*');
    expect(values.flat()).toContain(
      'This sheet names young people and is not for publication. The next figure that is put on a sheet takes its place.',
    );
    expect(values.slice(-3).map((row) => row.slice(0, 4))).toEqual([
      ['A1', 1000, 700, -300],
      ['', 800, 0, -800],
      ['Total', 1800, 700, -1100],
    ]);
    const second = await put({ ...run.tracker, seen: first.seen });
    expect(sheetNames(excel.host)).toEqual([...before, NAME]);

    // The plans that a copy is made of do not hold it, and if one did it would be left out.
    const { plans, asAt } = run.summary;
    expect(plans.map(({ id }) => id)).not.toContain(FIGURE_ID);
    const own = figureSheet(figure!, { address: 'X!A1', asAt, source: 'Odd!A3', signs: 'minus' });
    const summary = { ...run.summary, plans: [...plans, own] };
    const { appendix } = copyOf(summary, run.choices);
    const copy = Buffer.from(await workbookFile(appendix));
    const book = new Workbook();
    await book.xlsx.load(copy as never);
    expect(book.worksheets.map(({ name }) => name)).not.toContain(NAME);

    const { sentence } = await explain(
      { ...run, tracker: { ...run.tracker, seen: second.seen } },
      NAME,
      'B9',
    );
    expect(sentence).toContain('is on the sheet that lists whom a figure is made of');

    await undoWrite(second.receipt);
    await undoWrite(first.receipt);
    expect(sheetNames(excel.host)).toEqual(before);
  });
});
