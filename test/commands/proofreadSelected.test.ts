import { pointedFigures, selectedFigure } from '../../src/commands/pointedFigures';
import { proofreadSelected } from '../../src/commands/proofreadSelected';
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
});
