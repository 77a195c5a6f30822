import { readTracker } from '../../src/commands/readTracker';
import { runSummary } from '../../src/commands/runSummary';
import { summarise } from '../../src/commands/summarise';
import { undoWrite, writeSummary } from '../../src/commands/writeSummary';
import type { ExcelHost } from '../../host/excel-host';
import type { SheetPlan } from '../../src/reports/plan';
import type { Tracker } from '../../src/workbook/tracker';
import { writePlans, type WriteJob } from '../../src/workbook/write';
import { snapshotOf } from '../host/book-snapshot';
import { excelWithSheets, sheetNames, valuesOf, type PlayedExcel } from './excelWithSheets';

const TRACKER = [
  ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost'],
  ['YP1', 'Cohort 1', 'Opportunity 1', 1000, 800],
  ['YP2', "'=Cohort 2", 'Opportunity 2', 500, 650.005],
];
const TODAY = '2024-12-03';
/** What a summary writes beside cohorts and opportunities. */
const BY_REASON = [
  'Reductions by reason',
  'Increases by reason',
  'Opportunity outcomes',
  'In-year by cohort',
  'In-year by reason',
  'Change reasons',
  'High-cost placements by year',
  'Ten dearest placements',
  'Average weekly cost',
  'Reconciliation',
];

async function found(): Promise<Tracker> {
  const { look } = await readTracker();
  if (look.kind !== 'found') throw new Error(look.sentence);
  return look.tracker;
}

const plan = (id: string, rows: SheetPlan['table']['rows'], sheet = id): SheetPlan => ({
  id,
  sheet,
  title: `About ${id}`,
  publishable: true,
  notes: ['One note.'],
  table: {
    name: `Table_${id}`,
    columns: [
      { key: 'label', heading: 'Label', format: 'text' },
      { key: 'amount', heading: 'Amount', format: 'money' },
    ],
    rows,
  },
  total: false,
});

const job = (plans: SheetPlan[], tracker: Tracker) => ({
  plans,
  signs: 'minus' as const,
  seen: tracker.seen,
  settings: [{ key: 'k', value: 1 }],
});

/** The workbook but for the sheet in view, which putting back does not choose. */
function contentsOf(host: ExcelHost) {
  return { ...snapshotOf(host.book), active: undefined };
}

/**
 * Writes the plans once for each action of its two requests that can fail, and expects the workbook
 * to be as it was each time; where there is no such action the write goes through and is undone.
 * Answers how often it failed.
 */
async function failEverywhere(host: ExcelHost, plans: SheetPlan[]): Promise<number> {
  const before = contentsOf(host);
  const failsWith = async (order: () => void): Promise<boolean> => {
    const tracker = await found();
    order();
    const outcome = await writePlans(job(plans, tracker)).catch((error: Error) => error);
    host.failures.clear();
    if (outcome instanceof Error) {
      expect(outcome.message).toMatch(/^Excel could not do this/);
    } else {
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      await undoWrite(outcome.receipt);
      host.book.settings.clear();
      for (const [key, value] of Object.entries(before.settings))
        host.book.settings.set(key, value);
    }
    expect(contentsOf(host)).toEqual(before);
    return outcome instanceof Error;
  };

  let failures = 0;
  for (const request of [1, 2]) {
    expect(await failsWith(() => host.failures.atRequest(request))).toBe(true);
    let action = 1;
    while (await failsWith(() => host.failures.atAction(action, request))) action += 1;
    failures += action;
  }
  return failures;
}

describe('writing into the workbook', () => {
  let excel: PlayedExcel;
  const open = async (sheets: Parameters<typeof excelWithSheets>[0] = { Tracker: TRACKER }) => {
    excel = await excelWithSheets(sheets);
    return excel.host;
  };
  afterEach(() => excel.close());

  it('writes title, notes and table, and shows the first sheet', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    expect(sheetNames(host)).toEqual([
      'Tracker',
      'Cover',
      'Cohorts',
      'Opportunities',
      ...BY_REASON,
    ]);
    expect(host.book.active.name).toBe('Cover');
    const values = valuesOf(host, 'Cohorts');
    expect(values.slice(values.findIndex(([first]) => first === 'Cohort'))).toEqual([
      [
        'Cohort',
        'Young people',
        'Original weekly cost',
        'Current weekly cost',
        'Difference a week',
        'Average difference per young person',
        'Difference a year (x 52)',
      ],
      ['Cohort 1', 1, 1000, 800, -200, -200, -10400],
      [
        '=Cohort 2',
        1,
        500,
        650.005,
        expect.closeTo(150.005, 9),
        expect.closeTo(150.005, 9),
        expect.closeTo(7800.26, 6),
      ],
      [
        'Total',
        2,
        1500,
        1450.005,
        expect.closeTo(-49.995, 9),
        expect.closeTo(-24.9975, 9),
        expect.closeTo(-2599.74, 6),
      ],
    ]);
    expect(host.book.tables.map((table) => table.name).slice(0, 3)).toEqual([
      'AppendixCover',
      'PlacementCohorts',
      'PlacementOpportunities',
    ]);
  });

  it.each([
    '=SUM(A1)',
    '+44',
    '-3',
    '@name',
    "'quoted",
    '1/2/2024',
    '5%',
    'TRUE',
    '007',
    ' x ',
    '\n1',
    '#N/A',
    'March 2025',
    '€5',
  ])('writes the text %j as text', async (text) => {
    const host = await open();
    const tracker = await found();
    await writePlans(job([{ ...plan('p', [[text, 1]]), title: text, notes: [text] }], tracker));
    const values = valuesOf(host, 'p');
    expect([values[0]![0], values[1]![0], values[3]![0]]).toEqual([text, text, text]);
  });

  it('takes two round trips to read and two to write, however many sheets are written', async () => {
    const host = await open();
    const before = host.io.syncs;
    const tracker = await found();
    expect(host.io.syncs - before).toBe(2);
    const plans = Array.from({ length: 20 }, (_, i) => plan(`p${i}`, [['a', i]]));
    await writePlans(job(plans, tracker));
    expect(host.io.syncs - before).toBe(4);
    expect(sheetNames(host)).toHaveLength(21);
  });

  it('rewrites its own sheets in place and keeps the name that the officer gave them', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    const id = host.book.sheetNamed('Cohorts')!.id;
    host.workbook.worksheets.getItem('Cohorts').name = 'For the board';
    host.workbook.worksheets.getItem('Tracker').getRange('A4:E4').values = [
      ['YP3', 'Cohort 3', '', 5, 6],
    ];
    await runSummary({}, TODAY);
    expect(sheetNames(host)).toEqual([
      'Tracker',
      'Cover',
      'For the board',
      'Opportunities',
      ...BY_REASON,
    ]);
    expect(host.book.sheetNamed('For the board')!.id).toBe(id);
    const rows = valuesOf(host, 'For the board').length;
    expect(valuesOf(host, 'For the board')[rows - 2]![0]).toBe('Cohort 3');
    expect(host.book.tables.find((table) => table.name === 'PlacementCohorts')!.rect.bottom).toBe(
      rows - 1,
    );
    host.workbook.worksheets.getItem('Tracker').getRange('A3:E4').clear();
    await runSummary({}, TODAY);
    expect(valuesOf(host, 'For the board')).toHaveLength(rows - 2);
  });

  it('leaves a sheet of the officer alone whatever its name, and a copy of its own too', async () => {
    const host = await open({ Tracker: TRACKER, cohorts: [['Mine']], Opportunities: [] });
    await runSummary({}, TODAY);
    expect(sheetNames(host)).toEqual([
      'Tracker',
      'cohorts',
      'Opportunities',
      'Cover',
      'Cohorts (2)',
      'Opportunities (2)',
      ...BY_REASON,
    ]);
    expect(valuesOf(host, 'cohorts')).toEqual([['Mine']]);
    const copy = host.workbook.worksheets.add('Copy');
    const mark = host.book.sheetNamed('Cohorts (2)')!.customProperties;
    mark.forEach((value, key) => copy.customProperties.add(key, value));
    copy.getRange('A1').values = [['Kept for the file']];
    await runSummary({}, TODAY);
    expect(valuesOf(host, 'Copy')).toEqual([['Kept for the file']]);
    expect(sheetNames(host)).toHaveLength(7 + BY_REASON.length);
  });

  it("gives its table a name that none of the officer's tables has", async () => {
    const host = await open();
    const sheet = host.workbook.worksheets.getItem('Tracker');
    for (const [address, name] of [
      ['H1:I2', 'Table_p'],
      ['K1:L2', 'Table_p_2'],
    ] as const) {
      sheet.tables.add(address, true).name = name;
    }
    await writePlans(job([plan('p', [['a', 1]])], await found()));
    expect(host.book.tables.map((table) => table.name)).toEqual([
      'Table_p',
      'Table_p_2',
      'Table_p_3',
    ]);
  });

  it('undoes a first write and a second', async () => {
    const host = await open();
    const write = async () => {
      const tracker = await found();
      const choices = (await readTracker()).choices;
      const outcome = await writeSummary(tracker, summarise(tracker, choices, TODAY), choices);
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      return outcome.receipt;
    };
    const first = await write();
    await undoWrite(first);
    expect(sheetNames(host)).toEqual(['Tracker']);
    await write();
    const before = snapshotOf(host.book).sheets;
    const cost = host.workbook.worksheets.getItem('Tracker').getRange('D2');
    cost.values = [[9000]];
    const second = await write();
    expect(snapshotOf(host.book).sheets[2]).not.toEqual(before[2]);
    await undoWrite(second);
    // The control’s formulas follow the tracker.
    cost.values = [[1000]];
    expect(snapshotOf(host.book).sheets.slice(1)).toEqual(before.slice(1));
  });

  it('keeps the settings that it is given and takes away those without a value', async () => {
    const host = await open();
    const write = async (settings: WriteJob['settings']) =>
      writePlans({ ...job([plan('p', [['a', 1]])], await found()), settings });
    await write([
      { key: 'choices', value: { signs: 'minus' } },
      { key: 'decisions', value: [1] },
    ]);
    await write([
      { key: 'decisions', value: undefined },
      { key: 'never kept', value: undefined },
    ]);
    expect(Object.fromEntries(host.book.settings)).toEqual({ choices: { signs: 'minus' } });
  });

  it('writes nothing where the tracker or the sheets changed since they were read', async () => {
    const host = await open();
    for (const change of [
      () => (host.workbook.worksheets.getItem('Tracker').getRange('E2').values = [[801]]),
      () =>
        (host.workbook.worksheets.getItem('Tracker').getRange('A4:E4').values = [
          ['YP3', '', '', 1, 1],
        ]),
      () => host.workbook.worksheets.add('Cohorts'),
    ]) {
      const tracker = await found();
      change();
      const before = snapshotOf(host.book);
      await expect(writePlans(job([plan('Cohorts', [['a', 1]])], tracker))).resolves.toEqual({
        kind: 'changed',
      });
      expect(snapshotOf(host.book)).toEqual(before);
    }
  });

  it.each(['first', 'second'])(
    'puts the workbook back whichever request or action fails, on the %s write',
    async (round) => {
      const host = await open();
      const plans = (amount: number) => [
        plan('p', [
          ['a', amount],
          ['b', 2],
        ]),
        plan('q', [['c', 3]]),
      ];
      if (round === 'second')
        await writePlans(job([plan('p', [['a', 1]]), plan('q', [['z', 9]])], await found()));
      const failures = await failEverywhere(host, plans(7));
      expect(failures).toBeGreaterThan(60);
    },
    120_000,
  );

  describe('where the officer typed below its table', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [`row ${i}`, i]);
    /** A note right below the table, a hidden row, and a table of the officer's own. */
    const typeBelow = (host: ExcelHost) => {
      const sheet = host.workbook.worksheets.getItem('p');
      sheet.getRange('A5:B6').formulas = [
        ['Agreed at panel', '=SUM(B4:B4)'],
        ['Checked by', 'MO'],
      ];
      sheet.getRange('A5:B5').format.fill.color = '#FFFF00';
      sheet.getRange('A6:D6').format.rowHeight = 30;
      sheet.getRange('A7').rowHidden = true;
      sheet.getRange('A8:D9').values = [
        ['Mine', 'Amount', 'Of', 'When'],
        ['x', 5, 'y', 'z'],
      ];
      sheet.tables.add('A8:D9', true).name = 'Mine';
      host.workbook.names.add('Panel', sheet.getRange('A5:B6'));
    };
    const openWithNotes = async () => {
      const host = await open();
      await writePlans(job([plan('p', rows(1)), plan('q', rows(1))], await found()));
      typeBelow(host);
      return host;
    };

    it('moves it down when the table grows, and back again on undo', async () => {
      const host = await openWithNotes();
      const before = contentsOf(host);
      const outcome = await writePlans(job([plan('p', rows(3))], await found()));
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      const sheet = host.workbook.worksheets.getItem('p');
      expect(sheet.getRange('A3:D11').formulas).toEqual([
        ['Label', 'Amount', '', ''],
        ['row 0', 0, '', ''],
        ['row 1', 1, '', ''],
        ['row 2', 2, '', ''],
        ['Agreed at panel', '=SUM(B4:B4)', '', ''],
        ['Checked by', 'MO', '', ''],
        ['', '', '', ''],
        ['Mine', 'Amount', 'Of', 'When'],
        ['x', 5, 'y', 'z'],
      ]);
      expect(sheet.getRange('A7:B7').format.fill.color).toBe('#FFFF00');
      expect(sheet.getRange('A8').format.rowHeight).toBe(30);
      expect(sheet.getRange('A9').rowHidden).toBe(true);
      expect(host.workbook.tables.getItem('Mine').getRange().address).toBe('p!A10:D11');
      expect(host.workbook.names.getItem('Panel').formula).toBe('=p!$A$7:$B$8');
      await undoWrite(outcome.receipt);
      expect(contentsOf(host)).toEqual(before);
    });

    it('undoes the figures although the officer has since cleared rows below', async () => {
      const host = await openWithNotes();
      const outcome = await writePlans(job([plan('p', rows(3))], await found()));
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      const sheet = host.workbook.worksheets.getItem('p');
      host.workbook.tables.getItem('Mine').delete();
      sheet.getRange('A9').values = [['Last line, where it was before']];
      await undoWrite(outcome.receipt);
      expect(sheet.getRange('A4:B9').formulas).toEqual([
        ['row 0', 0],
        ['', ''],
        ['', ''],
        ['Agreed at panel', '=SUM(B4:B4)'],
        ['Checked by', 'MO'],
        ['Last line, where it was before', ''],
      ]);
    });

    it('puts it back whichever request or action fails', async () => {
      const host = await openWithNotes();
      const failures = await failEverywhere(host, [plan('q', rows(2)), plan('p', rows(4))]);
      expect(failures).toBeGreaterThan(60);
    });

    it('leaves it alone where the tracker changed since it was read', async () => {
      const host = await openWithNotes();
      const tracker = await found();
      host.workbook.worksheets.getItem('Tracker').getRange('E2').values = [[801]];
      const before = contentsOf(host);
      const outcome = await writePlans(job([plan('p', rows(3))], tracker));
      expect(outcome).toEqual({ kind: 'changed' });
      expect(contentsOf(host)).toEqual(before);
    });

    it('writes nothing where Excel does not insert the rows', async () => {
      const host = await openWithNotes();
      host.workbook.worksheets.getItem('Tracker').getRange('H1').formulas = [['=p!B9']];
      const before = contentsOf(host);
      const plans = [plan('q', rows(2)), plan('p', rows(3))];
      await expect(writePlans(job(plans, await found()))).rejects.toThrow(/NotImplemented/);
      expect(contentsOf(host)).toEqual(before);
    });
  });

  it('says which sheets may be incomplete where putting back fails too', async () => {
    const host = await open();
    await writePlans(job([plan('p', [['a', 1]])], await found()));
    const tracker = await found();
    host.failures.atAction(12, 2);
    host.failures.atRequest(3);
    await expect(writePlans(job([plan('p', [['a', 2]])], tracker))).rejects.toThrow(
      /Putting the workbook back failed too\. The sheets p may be incomplete\./,
    );
  });

  it('says what to do where the workbook is protected', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    host.workbook.worksheets.getItem('Cohorts').protection.protect();
    const before = snapshotOf(host.book);
    await expect(runSummary({}, TODAY)).rejects.toThrow(/protected/);
    expect(snapshotOf(host.book)).toEqual(before);
  });
});
