import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ExcelHost } from '../../host/excel-host';
import { localAddress } from '../../host/model/address';
import { loadXlsx, saveXlsx } from '../../host/xlsx';
import type { Choices } from '../../src/commands/choices';
import { runSummary, type SummaryRun } from '../../src/commands/runSummary';
import { addDays, financialYearBounds, financialYearOf, toSerial } from '../../src/domain/calendar';
import { changeDateOf } from '../../src/domain/inYear';
import { isCounted, type CountedEntry, type LedgerEntry } from '../../src/domain/ledger';
import { roundPence } from '../../src/domain/money';
import type { IsoDate } from '../../src/domain/reading';
import { REPORTS } from '../../src/reports';
import { LEDGER_HEADINGS, LEDGER_ID } from '../../src/reports/changeReasons';
import type { SheetPlan } from '../../src/reports/plan';
import { reportInput } from '../../src/reports/report';
import { MARK_KEY, ownMark } from '../../src/workbook/mark';
import { packageFaults } from '../host/package-faults';
import { excelWithSheets, type PlayedExcel } from '../workbook/excelWithSheets';
import { sheetsRead } from './libreoffice';
import { withoutValues } from './withoutValues';

type Sheets = Parameters<typeof excelWithSheets>[0];

/** A workbook with the add-in's sheets in it, saved by the headless host. */
interface Written {
  run: SummaryRun;
  bytes: Uint8Array;
  /** The add-in's sheets by the report that they hold. */
  names: Record<string, string>;
  /** Where the ledger holds a cost of its n-th entry, or the date of its change. */
  addressOf: (entry: number, column: Changed) => string;
}

type Changed = 'original' | 'current' | 'changedOn';

async function written(excel: PlayedExcel, chosen: Partial<Choices>): Promise<Written> {
  const run = await runSummary(chosen, '2024-12-03');
  const { book } = excel.host;
  const names = Object.fromEntries(
    book.sheets.flatMap((sheet) => {
      const mark = ownMark(sheet.customProperties.get(MARK_KEY), sheet.id);
      return mark ? [[mark.report, sheet.name]] : [];
    }),
  );
  const ledger = book.tables.find(
    (table) => table.sheet.name === names[LEDGER_ID] && table.headings.includes('Check'),
  )!;
  const bytes = await saveXlsx(book);
  return {
    run,
    bytes,
    names,
    addressOf: (entry, changed) => {
      const column = ledger.rect.left + ledger.headings.indexOf(LEDGER_HEADINGS[changed]);
      const row = ledger.bodyRect.top + entry;
      return localAddress({ top: row, bottom: row, left: column, right: column });
    },
  };
}

/** '' takes out what the cell holds. */
const withNumber =
  (address: string, number: number | '') =>
  (xml: string): string => {
    const cell = new RegExp(`(<c r="${address}"[^>]*?)(?:/>|>(?:<v>[^<]*</v>)?</c>)`);
    expect(xml).toMatch(cell);
    return xml.replace(cell, `$1>${number === '' ? '' : `<v>${number}</v>`}</c>`);
  };

function read(bytes: Uint8Array): Record<string, string[][]> {
  const file = join(mkdtempSync(join(tmpdir(), 'live-')), 'book.xlsx');
  writeFileSync(file, bytes);
  return sheetsRead(file);
}

/** What the domain code makes of the ledger's people, one amount of theirs changed. */
function plansWith({ run }: Written, changed?: { entry: number; to: Partial<CountedEntry> }) {
  const { summary, choices, tracker } = run;
  const ledger = summary.ledger.map((entry, i) =>
    i === changed?.entry ? { ...entry, ...changed.to } : entry,
  );
  const input = reportInput({
    changes: ledger.filter(isCounted),
    ledger,
    materiality: choices.materiality,
    basis: choices.basis,
    asAt: summary.asAt,
    signs: choices.signs,
    source: '',
    leftOut: tracker.leftOut,
    wording: choices.wording,
    problems: tracker.problems.length,
    version: '',
  });
  // The cover holds values.
  return REPORTS.map((report) => report(input)).filter(
    ({ id, table }) => id !== LEDGER_ID && table.formulas !== undefined,
  );
}

/** How many columns of a table name the row; the others are figures, but for the chart's names. */
const labelsOf = ({ table }: SheetPlan) =>
  table.columns.findIndex(({ format }) => format !== 'text');

/** Rows of figures to the penny by the row's name, as a plan has them. */
function planned(plan: SheetPlan): Map<string, number[]> {
  const labels = labelsOf(plan);
  return new Map(
    plan.table.rows.map((row) => [
      row.slice(0, labels).join(' · ').toLowerCase(),
      row.slice(labels).flatMap((cell) => (typeof cell === 'number' ? [roundPence(cell)] : [])),
    ]),
  );
}

/** The same as a sheet has them, and the sentence above the table. */
function shown(plan: SheetPlan, rows: string[][] = []) {
  const labels = labelsOf(plan);
  const { columns } = plan.table;
  const top = rows.findIndex((row) => row[0] === columns[0]!.heading);
  const figures = columns.filter(({ format }) => format !== 'text').length;
  const table = rows.slice(top + 1).filter((row) => row[0] !== '');
  return {
    // The commentary and its label stand between.
    check: rows[top - 3]?.[0],
    rows: new Map(
      table.map((row) => [
        row.slice(0, labels).join(' · ').toLowerCase(),
        row.slice(labels, labels + figures).map((cell) => roundPence(Number(cell || 'none'))),
      ]),
    ),
  };
}

/**
 * Every figure that is not as the domain has it. A row that the domain has no more is to be nought;
 * one that it has and the sheet has not is to be told of.
 */
function differences(
  { names }: Written,
  plans: readonly SheetPlan[],
  sheets: Record<string, string[][]>,
): string[] {
  return plans.flatMap((plan) => {
    const wanted = planned(plan);
    const { rows, check } = shown(plan, sheets[names[plan.id]!]);
    const isMissing = [...wanted.keys()].some((label) => !rows.has(label));
    const isPlaceholder = [...wanted.keys()].some((label) => /^(no|none) /.test(label));
    const said = /do not add up/.test(check ?? '');
    return [
      ...(isMissing !== said && !isPlaceholder ? [`${plan.id}: ${check}`] : []),
      ...[...rows].flatMap(([label, figures]) => {
        const expected = wanted.get(label) ?? figures.map(() => 0);
        return JSON.stringify(figures) === JSON.stringify(expected)
          ? []
          : [`${plan.id}, ${label}: ${figures.join()}, not ${expected.join()}`];
      }),
    ];
  });
}

const REASONS = [
  'Turned 18 and left care',
  'Returned home to mum',
  'Same placement, uplift of 3% agreed',
  'Placement broke down, moved to a new children’s home',
  'Moved to a specialist residential provision',
  'SGO granted to grandparents',
  'Moved from IFA to in house foster carers',
  '',
];

/** Cohorts and opportunities that criteria, XML and formulas would read otherwise. */
const COHORTS = ['<16', '16+*', '16+x', '16+', '~x', '"Group" B', 1, 'a  b', 'A B', '>=5', '=1+1'];
const MORE = [
  'Total',
  'No cohort',
  '',
  'May',
  'TRUE',
  "O'Neil & <Co>",
  '1/2',
  '*',
  '?',
  '#N/A',
  'A[1]',
];
const OPPORTUNITIES = ['Opportunity 2', 'opportunity  10', '', '<>', '2024', 'x'.repeat(300), '?'];

/** Within a year, on its first and last day, before and after it; some that are none. */
const DATES = [
  '',
  "'01/04/2024",
  45500,
  "'31/03/2025",
  "'12.02.2019",
  "'31/02/2024",
  "'1/4/25",
  'TBC',
];

const oddRows = [...COHORTS, ...MORE].flatMap((cohort, i) =>
  [0, 1, 2].map((j) => {
    const n = 3 * i + j;
    const was = 500 + n * 37.13;
    const now = [was - 200.005, was + 2, was + 812.34][(n + i) % 3]!;
    const text = typeof cohort === 'string' && cohort !== '' ? `'${cohort}` : cohort;
    return [
      n % 9 === 4 ? '' : `C${n}`,
      text,
      `'${OPPORTUNITIES[n % OPPORTUNITIES.length]}`,
      n === 20 ? 'TBC' : n % 5 === 0 ? `£${was.toFixed(2)} pw` : was,
      now,
      REASONS[n % REASONS.length]!,
      DATES[n % DATES.length]!,
      n % 4 === 0 ? "'05/06/2024" : '',
    ];
  }),
);

const HEADINGS = [
  'Child ID',
  'Cohort',
  'Identified opportunity',
  'Baseline £/wk',
  '£/wk now',
  'Notes',
  'Effective from',
  'End date',
];

/** Two sheets, and a table of the officer's own that has the ledger's name. */
async function oddWorkbook(): Promise<PlayedExcel> {
  const half = Math.floor(oddRows.length / 2);
  const sheets: Sheets = {
    "Jo's 24-25": [['Budget monitoring'], [], HEADINGS, ...oddRows.slice(0, half)],
    'Second (IFA)': [HEADINGS, ...oddRows.slice(half)],
    Cohorts: [
      ['Reason', 'Change a week'],
      ['<16', 5],
    ],
  };
  const excel = await excelWithSheets(sheets);
  excel.host.workbook.worksheets.getItem('Cohorts').tables.add('A1:B2', true).name =
    'ChangeReasons';
  return excel;
}

/** Hundreds of rows without a cohort or an opportunity, with fractions of a penny, since 1904. */
async function plainWorkbook(): Promise<PlayedExcel> {
  const amount = fc.integer({ min: 0, max: 6_000_000 }).map((thousandths) => thousandths / 1000);
  const change = fc.oneof(
    fc.constantFrom(0, 0.004, 0.005, 0.006, -0.004, -0.005, -0.006, 2, -2),
    fc.integer({ min: -900_000, max: 900_000 }).map((thousandths) => thousandths / 1000),
  );
  // 2020 to 2025.
  const date = fc.oneof(fc.constant(''), fc.integer({ min: 42_370, max: 44_560 }));
  const people = fc.sample(fc.tuple(amount, change, fc.constantFrom(...REASONS), date), {
    numRuns: 300,
    seed: 7,
  });
  const excel = await excelWithSheets({
    Tracker: [
      ['Ref', 'Original weekly cost', 'Current weekly cost', 'Notes', 'Date of change'],
      ...people.map(([was, more, note, on], i) => [
        `P${i}`,
        was,
        Math.max(was + more, 0),
        note,
        on,
      ]),
    ],
  });
  excel.host.book.date1904 = true;
  return excel;
}

const sample = async (): Promise<PlayedExcel> =>
  excelWithSheets(
    {},
    { book: await loadXlsx(readFileSync(join(__dirname, '../../assets/sample-budget.xlsx'))) },
  );

describe.each<[string, () => Promise<PlayedExcel>, Partial<Choices>]>([
  ['the sample workbook', sample, {}],
  ['a workbook of odd names on two sheets', oddWorkbook, { basis: '365/7', signs: 'brackets' }],
  ['a workbook without cohorts and opportunities', plainWorkbook, { basis: '2023/24' }],
])('the figures of %s, as LibreOffice calculates them', (_, open, chosen) => {
  let host: ExcelHost;
  let workbook: Written;
  beforeAll(async () => {
    const excel = await open();
    host = excel.host;
    workbook = await written(excel, chosen);
    excel.close();
    expect(await packageFaults(workbook.bytes)).toEqual([]);
  });

  it('are formulas but for the names of rows', () => {
    for (const plan of plansWith(workbook)) {
      const { cells } = host.book.sheetNamed(workbook.names[plan.id]!)!;
      const formulas = plan.table.formulas!.flat().filter((formula) => formula !== null);
      expect(cells.formulaCount).toBe(formulas.length + 1);
    }
  });

  it('are the domain’s in the values that the file holds', async () => {
    const book = await loadXlsx(workbook.bytes);
    const sheets = Object.fromEntries(
      book.sheets.map((sheet) => [
        sheet.name,
        sheet.cells
          .map(sheet.used()!, '', (cell) => cell)
          .map((row) =>
            row.map((cell) =>
              String(typeof cell === 'object' && 'value' in cell ? cell.value : cell),
            ),
          ),
      ]),
    );
    expect(differences(workbook, plansWith(workbook), sheets)).toEqual([]);
  });

  it('are the domain’s once the values are taken out', async () => {
    const sheets = read(await withoutValues(workbook.bytes));
    expect(differences(workbook, plansWith(workbook), sheets)).toEqual([]);
  });

  it.each<
    [
      string,
      'original' | 'current',
      (entry: CountedEntry) => boolean,
      (entry: CountedEntry) => number,
    ]
  >([
    [
      'a saving grows',
      'current',
      (each) => each.current < each.original - 50,
      (each) => each.current - 49.995,
    ],
    [
      'a saving becomes an increase',
      'current',
      (each) => each.current < each.original - 50,
      (each) => each.original + 1234.56,
    ],
    [
      'an increase becomes a saving',
      'original',
      (each) => each.current > each.original + 50,
      (each) => each.current + 77.77,
    ],
    [
      'the smallest saving is made',
      'current',
      (each) => each.original > 1,
      (each) => Math.round((each.original - 0.005) * 1e6) / 1e6,
    ],
  ])('are the domain’s when %s', async (_case, amount, suits, to) => {
    const { ledger } = workbook.run.summary;
    const entry = ledger.findIndex((each) => isCounted(each) && hasDate(each) && suits(each));
    const value = to(ledger[entry] as CountedEntry);
    const changed = plansWith(workbook, { entry, to: { [amount]: value } });
    await expectToFollow(entry, amount, value, changed);
  });

  const hasDate = (entry: LedgerEntry): boolean =>
    changeDateOf(entry, workbook.run.summary.asAt) !== undefined;

  it.each<[string, boolean, (year: { start: IsoDate; end: IsoDate }) => IsoDate | undefined]>([
    ['a date of change is another day of the year', true, ({ start }) => addDays(start, 10)],
    ['a date of change is before the year', true, ({ start }) => addDays(start, -100)],
    ['a date of change is after the year', true, ({ end }) => addDays(end, 1)],
    ['a date of change is found', false, ({ end }) => end],
    ['a date of change is taken away', true, () => undefined],
  ])('are the domain’s when %s', async (_case, isDated, to) => {
    const { ledger, asAt } = workbook.run.summary;
    const year = financialYearBounds(financialYearOf(asAt));
    const entry = ledger.findIndex((each) => {
      if (!isCounted(each) || Math.abs(each.current - each.original) <= 50) return false;
      const before = changeDateOf(each, asAt);
      return isDated
        ? before !== undefined && before > addDays(year.start, 10) && before <= year.end
        : before === undefined;
    });
    const changedOn = to(year);
    const circumstances = { ...ledger[entry]!.circumstances, endedOn: undefined };
    const changed = plansWith(workbook, { entry, to: { changedOn, circumstances } });
    const system = host.book.date1904 ? 1904 : 1900;
    await expectToFollow(entry, 'changedOn', changedOn ? toSerial(changedOn, system) : '', changed);
  });

  async function expectToFollow(
    entry: number,
    column: Changed,
    value: number | '',
    changed: readonly SheetPlan[],
  ) {
    const file = await withoutValues(workbook.bytes, (xml, sheet) =>
      sheet === workbook.names[LEDGER_ID]
        ? withNumber(workbook.addressOf(entry, column), value)(xml)
        : xml,
    );
    const sheets = read(file);
    expect(differences(workbook, changed, sheets)).toEqual([]);
    // What the file was written with is another thing, in what falls in the year too.
    const others = differences(workbook, plansWith(workbook), sheets);
    expect(others.filter((each) => each.startsWith('in-year-cohorts')).length).toBeGreaterThan(1);
  }
});

describe('a formula that is wrong', () => {
  let workbook: Written;
  beforeAll(async () => {
    const excel = await oddWorkbook();
    workbook = await written(excel, {});
    excel.close();
  });

  it.each([
    [
      'sums the other cost',
      /SUMIFS\((\w+)\[Current weekly cost\]/g,
      'SUMIFS($1[Original weekly cost]',
    ],
    [
      'counts those who are not counted',
      /,\w+\[Change a week\],(&quot;|")&lt;&gt;(&quot;|")\)/g,
      ')',
    ],
    ['takes a name for a comparison', /=&lt;16/g, '&lt;16'],
    ['takes a name for a wildcard', /~\*/g, '*'],
    ['loses a sign', /ROUND\(-SUMIFS/g, 'ROUND(SUMIFS'],
    ['takes another year', /\*52</g, '*53<'],
    ['leaves a day out', /\+1\)\/7/g, ')/7'],
    ['counts days before the year', /MAX\(DATE\(\d+,4,1\),(\w+\[[^)]*)\)/g, '$1'],
    ['has a week of six days', /\+1\)\/7/g, '+1)/6'],
    ['takes everybody for dated', /,\w+\[Date of change\],(&quot;|")&gt;=0(&quot;|")/g, ''],
  ])('is found where it %s', async (_, formula, wrong) => {
    const sheets = read(await withoutValues(workbook.bytes, (xml) => xml.replace(formula, wrong)));
    expect(differences(workbook, plansWith(workbook), sheets)).not.toEqual([]);
  });
});
