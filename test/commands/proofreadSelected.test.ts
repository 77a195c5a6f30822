import {
  keepPointed,
  keptPointed,
  pointedAgain,
  pointedFigures,
  selectedFigure,
} from '../../src/commands/pointedFigures';
import { proofreadSelected } from '../../src/commands/proofreadSelected';
import { readTracker } from '../../src/commands/readTracker';
import { runSummary } from '../../src/commands/runSummary';
import { dataRows } from '../csvRows';
import { excelWithSheets, type PlayedExcel } from '../workbook/excelWithSheets';

let excel: PlayedExcel;
afterEach(() => excel.close());

const open = async (rows: readonly (readonly (string | number)[])[], selected: string) => {
  excel = await excelWithSheets({ 'Draft paper': rows });
  excel.host.workbook.worksheets.getItem('Draft paper').getRange(selected).select();
};

describe('proofreading what is selected', () => {
  it('finds the row that the reference paper left out, on a sheet', async () => {
    await open(
      dataRows('paper-000.csv').map((row) => row.map((cell) => (cell ? `'${cell}` : ''))),
      'A:F',
    );
    const { name, tables, checks } = await proofreadSelected();
    expect(name).toMatch(/^'Draft paper'!A1:/);
    expect(tables).toBe(5);
    const named = checks.find(({ check }) => /^Total of increases per week/.test(check));
    expect(named?.detail).toMatch(/leaves out ‘Same placement, uplift agreed’/);
  });

  it('says where text stands among numbers, and casts the other columns', async () => {
    await open(
      [
        ['Savings'],
        ['Scheme', 'Children', 'Weekly saving'],
        ['Alpha', 2, 100],
        ['Beta', 3, 'TBC'],
        ['Total', 6, 190],
      ],
      'A1:C5',
    );
    const { problems, checks } = await proofreadSelected();
    expect(problems.map(({ place }) => place)).toEqual(["'Draft paper'!C4"]);
    expect(
      checks.filter(({ status }) => status === 'fails').map(({ difference }) => difference),
    ).toEqual([1]);
  });

  it('reads tables side by side, each with its own cells, and headings merged over two rows', async () => {
    await open(
      [
        ['', 'Weekly cost', '', '', '', 'Statement', 'Figure'],
        ['Cohort', 'Original', 'Current', 'Difference', '', 'Net saving per week', "'£10.00"],
        ['A', 100, 90, -10, '', 'Discharges from care', 24],
        ['B', 200, 200, 1, '', '', ''],
      ],
      'A1:G4',
    );
    const { tables, problems, checks } = await proofreadSelected();
    expect(tables).toBe(2);
    expect(problems.map(({ place }) => place)).toEqual(["'Draft paper'!G3"]);
    expect(checks.find(({ status }) => status === 'fails')?.detail).toMatch(
      /^‘B’: 200 less 200 is 0/,
    );
  });

  it('answers one cell, headings alone, and figures without headings, each with its address', async () => {
    const rows = [
      ['Reason', 'Weekly cost'],
      ['Home', 100],
      ['Other', '#REF!'],
    ];
    await open(rows, 'B2');
    await expect(proofreadSelected()).rejects.toThrow(/^'Draft paper'!B2 holds no table/);
    const draft = excel.host.workbook.worksheets.getItem('Draft paper');
    draft.getRange('A1:B1').select();
    await expect(proofreadSelected()).rejects.toThrow(
      "'Draft paper'!A1: there are headings but no rows under them.",
    );
    draft.getRange('A2:B3').select();
    await expect(proofreadSelected()).rejects.toThrow(
      "'Draft paper'!A2: the table has no row of headings, so it cannot be checked.",
    );
  });

  it('refuses blank cells, and cells without a table, with a sentence', async () => {
    await open([['Only words'], ['and more']], 'A1:A2');
    await expect(proofreadSelected()).rejects.toThrow(/holds no table to proofread/);
    excel.host.workbook.worksheets.getItem('Draft paper').getRange('F9:G12').select();
    await expect(proofreadSelected()).rejects.toThrow('The selected cells are blank.');
  });
});

describe('a total elsewhere in the workbook', () => {
  it('is read from one cell, selected or by its address', async () => {
    await open([['Placements'], [222431.03]], 'A2');
    const byAddress = await pointedFigures(["'Draft paper'!A2"]);
    expect(byAddress[0]).toMatchObject({ figure: { value: 222431.03, isMoney: true } });
    expect(await selectedFigure()).toEqual(byAddress[0]);
  });

  it('is refused with the cell’s address where it is no figure or several', async () => {
    await open([['Placements'], [222431.03]], 'A1:A2');
    await expect(selectedFigure()).rejects.toThrow(/A1:A2 is several cells/);
    await expect(pointedFigures(["'Draft paper'!A1"])).rejects.toThrow(
      /A1 holds "Placements", which is not a figure/,
    );
    await expect(pointedFigures(['Budget!C12'])).rejects.toThrow(/There is no sheet Budget/);
  });

  it('is kept by its address alone, and found again with the tracker', async () => {
    await openTracker();
    await keepPointed(['Budget!B1']);
    expect((await readTracker()).pointed).toEqual(['Budget!B1']);
    expect(await pointedAgain(['Budget!B1'])).toMatchObject({
      figures: [{ address: 'Budget!B1', figure: { value: 900 } }],
      lost: [],
    });
    const { summary } = await runSummary({}, '2024-12-03');
    expect(summary.reconciliation.at(-1)).toMatchObject({
      status: 'passes',
      check: expect.stringMatching(/^Budget!B1 is the current cost a week/) as string,
    });
    await keepPointed([]);
    expect((await readTracker()).pointed).toEqual([]);
  });

  it('that is gone or no number any more is said, and does not hinder the others', async () => {
    await openTracker();
    const addresses = ['Gone!A1', 'Budget!A1', 'Budget!C9', 'Budget!B1'];
    const { figures, lost } = await pointedAgain(addresses);
    expect(figures.map(({ address }) => address)).toEqual(['Budget!B1']);
    expect(lost).toEqual([
      {
        address: 'Gone!A1',
        why: 'There is no sheet Gone in this workbook, so Gone!A1 cannot be read.',
      },
      { address: 'Budget!A1', why: 'Budget!A1 holds "Placements", which is not a figure.' },
      { address: 'Budget!C9', why: 'Budget!C9 holds no figure to compare with.' },
    ]);
    await keepPointed(addresses);
    const { tracker } = await runSummary({}, '2024-12-03');
    expect(tracker.problems.map(({ address }) => address)).toEqual(addresses.slice(0, 3));
  });

  it('is taken from a setting only where it is the address of a cell', () => {
    const setting = ["'Budget 24-25'!C12", 'C12', 'Budget!C12:D20', 7, 'Budget!ZZZ1', 'Budget!A1'];
    expect(keptPointed([...setting, 'Budget!A1'])).toEqual(["'Budget 24-25'!C12", 'Budget!A1']);
    for (const other of [undefined, null, 'Budget!A1', {}]) expect(keptPointed(other)).toEqual([]);
  });

  const openTracker = async () => {
    excel = await excelWithSheets({
      Tracker: [
        ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost'],
        ['YP1', 'Cohort 1', 'Opportunity 1', 1000, 300],
        ['YP2', 'Cohort 2', 'Opportunity 2', 500, 600],
      ],
      Budget: [['Placements', 900]],
    });
  };
});
