import fc from 'fast-check';
import type { Booted } from '../../host/boot-jsdom';
import { ROWS } from '../../host/model/address';
import { Book } from '../../host/model/book';
import { FormulaCell } from '../../host/model/cells';
import { requirementSetOf } from '../../host/requirement-sets';
import { Workbook } from '../../host/workbook/workbook';
import { snapshotOf } from './book-snapshot';
import { failureOf, officePage } from './office-page';
import { until } from '../until';

type Sheet = ReturnType<Workbook['worksheets']['getItem']>;

/** A workbook of one sheet, and what rows of it do. */
function opened() {
  const book = Book.blank();
  const workbook = new Workbook(book);
  const sheet = workbook.worksheets.getItem('Sheet1');
  const rows = (address: string) => sheet.getRange(address).getEntireRow();
  return {
    book,
    workbook,
    sheet,
    insert: (address: string) => rows(address).insert('Down'),
    remove: (address: string) => rows(address).delete('Up'),
  };
}

const fill = (sheet: Sheet, address: string, color: string) =>
  (sheet.getRange(address).format.fill.color = color);

describe('inserting and deleting rows through office.js', () => {
  let page: Booted;
  beforeEach(async () => {
    page = await officePage({ book: Book.blank() });
  });
  afterEach(() => page.close());

  it('answers the blank rows, and ranges held before follow their cells', async () => {
    const found = await page.window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const held = sheet.getRange('A1:A4');
      held.values = [[1], [2], [3], [4]];
      const third = sheet.getRange('A3');
      await context.sync();
      const fresh = sheet.getRange('B2:C3').getEntireRow().insert('Down').load('address');
      third.load('address,values');
      held.load('address');
      await context.sync();
      const seen = [fresh.address, third.address, third.values, held.address];
      sheet.getRange('3:5').delete('Up');
      third.load('address');
      const gone = await context.sync().catch((error: OfficeExtension.Error) => error.code);
      return [...seen, gone];
    });
    expect(found).toEqual(['Sheet1!2:3', 'Sheet1!A5', [[3]], 'Sheet1!A1:A6', 'ItemNotFound']);
    expect(page.host.workbook.worksheets.getItem('Sheet1').getUsedRange(true).values).toEqual([
      [1],
      [''],
      [4],
    ]);
  });

  it('tells listeners what happened to the rows', async () => {
    const heard: string[] = [];
    await page.window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.onChanged.add(async ({ changeType, address }) => {
        heard.push(`${changeType} ${address}`);
      });
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      sheet.getRange('2:2').delete('Up');
      await context.sync();
    });
    await until('both events', () => heard.length >= 2);
    expect(heard).toEqual(['RowInserted 2:3', 'RowDeleted 2:2']);
  });

  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['parts of rows', (sheet) => void sheet.getRange('A1:B2').insert('Down')],
    ['whole columns', (sheet) => void sheet.getRange('A:B').insert('Right')],
    ['parts of rows, to delete', (sheet) => sheet.getRange('A1:B2').delete('Up')],
    ['whole sheets', (sheet) => sheet.getRange().delete('Up')],
  ])('refuses %s by name', async (_what, work) => {
    const error = await failureOf(page, (context) =>
      work(context.workbook.worksheets.getItem('Sheet1')),
    );
    expect(error.code).toBe('NotImplemented');
    expect(error.debugInfo.errorLocation).toMatch(/^Range\.(insert|delete)$/);
  });

  it('needs ExcelApi 1.1 for both', () => {
    expect(requirementSetOf('Range', 'insert')).toBe('1.1');
    expect(requirementSetOf('Range', 'delete')).toBe('1.1');
  });
});

describe('rows that are inserted', () => {
  it('look like the row above them and are not hidden', () => {
    const { sheet, insert } = opened();
    fill(sheet, 'A2:C2', '#FF0000');
    sheet.getRange('A2').format.rowHeight = 33;
    sheet.getRange('A2:A3').rowHidden = true;
    insert('A3:A4');
    expect(sheet.getRange('C3:C4').format.fill.color).toBe('#FF0000');
    expect(sheet.getRange('A4').format.rowHeight).toBe(33);
    expect(['A2', 'A3:A4', 'A5', 'A6'].map((at) => sheet.getRange(at).rowHidden)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    insert('A1');
    expect(sheet.getRange('A1:C2').format.fill.color).not.toBe('#FF0000');
  });

  it('grow merges and tables that they cut through, and move what stands below', () => {
    const { book, sheet, insert, workbook } = opened();
    sheet.getRange('D2:E4').merge();
    sheet.tables.add('A2:B4', true).name = 'Cut';
    sheet.tables.add('A7:B9', true).name = 'Below';
    insert('A4:A5');
    expect(book.sheets[0]!.merges).toEqual([{ top: 1, left: 3, bottom: 5, right: 4 }]);
    expect(workbook.tables.getItem('Cut').getRange().address).toBe('Sheet1!A2:B6');
    expect(workbook.tables.getItem('Below').getRange().address).toBe('Sheet1!A9:B11');
    insert('A2');
    expect(workbook.tables.getItem('Cut').getRange().address).toBe('Sheet1!A3:B7');
    insert('A8');
    expect(workbook.tables.getItem('Cut').getRange().address).toBe('Sheet1!A3:B7');
  });

  it('move names, print areas and the filter of the sheet', () => {
    const { book, sheet, insert, remove, workbook } = opened();
    workbook.names.add('Whole', sheet.getRange('A:A'));
    workbook.names.add('Above', sheet.getRange('A1:B2'));
    workbook.names.add('Across', sheet.getRange('A2:B5'));
    workbook.names.add('Gone', sheet.getRange('A4:B4'));
    const area = '=Sheet1!$A$1:$C$2,Sheet1!$A$5:$C$6,Other!$A$9';
    book.reservedNames.push({
      name: '_xlnm.Print_Area',
      formula: area,
      comment: '',
      visible: true,
    });
    book.sheets[0]!.autoFilter = { top: 4, left: 0, bottom: 8, right: 2 };
    insert('A3');
    const formulas = () => [...book.names, ...book.reservedNames].map(({ formula }) => formula);
    expect(formulas()).toEqual([
      '=Sheet1!$A:$A',
      '=Sheet1!$A$1:$B$2',
      '=Sheet1!$A$2:$B$6',
      '=Sheet1!$A$5:$B$5',
      '=Sheet1!$A$1:$C$2,Sheet1!$A$6:$C$7,Other!$A$9',
    ]);
    expect(book.sheets[0]!.autoFilter).toEqual({ top: 5, left: 0, bottom: 9, right: 2 });
    remove('A4:A5');
    expect(formulas().slice(2)).toEqual([
      '=Sheet1!$A$2:$B$4',
      '=Sheet1!#REF!',
      '=Sheet1!$A$1:$C$2,Sheet1!$A$4:$C$5,Other!$A$9',
    ]);
  });

  it('leave formulas alone that point above them or at whole columns, wherever they stand', () => {
    const { sheet, insert } = opened();
    sheet.getRange('B1:B9').formulas = Array.from({ length: 9 }, (_, i) => [
      i === 0 ? '=SUM(A1:A2)' : i === 8 ? '=A2+COUNT(A:A)+Other!A9' : '',
    ]);
    insert('A3');
    expect(sheet.getRange('B10').formulas).toEqual([['=A2+COUNT(A:A)+Other!A9']]);
  });

  it('taken out again leave the workbook as it was', () => {
    const cell = fc.record({ row: fc.nat(20), column: fc.nat(4), value: fc.integer() });
    const band = fc.record({ row: fc.nat(20), height: fc.nat(5), part: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(cell),
        fc.array(band),
        fc.nat(22),
        fc.integer({ min: 1, max: 9 }),
        (cells, bands, at, count) => {
          const { book, sheet, workbook } = opened();
          cells.forEach(({ row, column, value }) => {
            sheet.getCell(row, column).values = value;
          });
          bands.forEach(({ row, height, part }) => {
            const range = sheet.getRangeByIndexes(row, 0, height + 1, 3);
            if (part === 0) range.format.fill.color = '#123456';
            if (part === 1) range.format.rowHeight = 40 + row;
            if (part === 2) range.rowHidden = true;
            if (part === 3) workbook.names.add(`Block_${book.names.length}`, range);
          });
          const before = snapshotOf(book);
          const rows = sheet.getRangeByIndexes(at, 0, count, 1).getEntireRow();
          const fresh = rows.insert('Down');
          for (const { row, column } of cells) {
            const moved = row >= at ? row + count : row;
            expect(sheet.getCell(moved, column).values).toEqual([
              [before.sheets[0]!.cells[`${'ABCDE'[column]}${row + 1}`]!['value' as never]],
            ]);
          }
          fresh.delete('Up');
          expect(snapshotOf(book)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('rows that are deleted', () => {
  it('shrink what they cut through and take whole tables and merges with them', () => {
    const { book, sheet, remove, workbook } = opened();
    sheet.tables.add('A2:B6', true).name = 'Cut';
    sheet.tables.add('A9:B11', true).name = 'Gone';
    sheet.getRange('D2:D3').merge();
    sheet.getRange('D9:E10').merge();
    sheet.getRange('C20').values = [['kept']];
    remove('A8:A12');
    remove('A3:A4');
    expect(workbook.tables.items.map((table) => [table.name, table.getRange().address])).toEqual([
      ['Cut', 'Sheet1!A2:B4'],
    ]);
    expect(book.sheets[0]!.merges).toEqual([]);
    expect(sheet.getRange('C13').values).toEqual([['kept']]);
  });
});

describe('what Excel or this host refuses, nothing changed', () => {
  type Given = ReturnType<typeof opened>;
  const table = ({ sheet }: Given, address = 'A2:B6') => sheet.tables.add(address, true);
  const formula = ({ sheet }: Given, at: string, text: string) =>
    (sheet.getRange(at).formulas = [[text]]);

  it.each<[string, string, (given: Given) => void, 'insert' | 'remove', string]>([
    [
      'a formula below that points below',
      'NotImplemented',
      (g) => formula(g, 'A9', '=A8'),
      'insert',
      'A3',
    ],
    [
      'a formula above over the rows',
      'NotImplemented',
      (g) => formula(g, 'A1', '=SUM(B2:B9)'),
      'insert',
      'A3',
    ],
    [
      'a formula on another sheet',
      'NotImplemented',
      ({ workbook }) =>
        (workbook.worksheets.add('Other').getRange('A1').formulas = [['=sheet1!B7']]),
      'remove',
      'A3',
    ],
    [
      'a formula over several sheets',
      'NotImplemented',
      ({ workbook }) =>
        (workbook.worksheets.add('Other').getRange('A1').formulas = [['=SUM(Sheet1:Other!B7)']]),
      'insert',
      'A3',
    ],
    [
      'a name without dollars',
      'NotImplemented',
      ({ workbook }) => workbook.names.add('N', '=Sheet1!A9'),
      'insert',
      'A3',
    ],
    [
      'calculated columns',
      'NotImplemented',
      (g) => (table(g), formula(g, 'B3', '=1+1')),
      'insert',
      'A4',
    ],
    ["rows right below a table's headings", 'NotImplemented', (g) => table(g), 'insert', 'A3'],
    ["a table's headings", 'NotImplemented', (g) => table(g), 'remove', 'A1:A2'],
    ["a table's last rows", 'NotImplemented', (g) => table(g), 'remove', 'A3:A6'],
    ["a table's totals", 'NotImplemented', (g) => (table(g).showTotals = true), 'remove', 'A7:A8'],
    [
      'a table that a formula names',
      'NotImplemented',
      (g) => ((table(g).name = 'Costs'), formula(g, 'A20', '=ROWS(costs[Column1])')),
      'remove',
      'A1:A8',
    ],
    ['tables side by side', 'NotImplemented', (g) => (table(g), table(g, 'D2:E6')), 'insert', 'A4'],
    [
      'the first row of merged cells',
      'NotImplemented',
      ({ sheet }) => sheet.getRange('A2:B4').merge(),
      'remove',
      'A2',
    ],
    [
      'frozen rows',
      'NotImplemented',
      ({ sheet }) => sheet.freezePanes.freezeRows(3),
      'insert',
      'A3',
    ],
    [
      "the headings of the sheet's filter",
      'NotImplemented',
      ({ book }) => (book.sheets[0]!.autoFilter = { top: 2, left: 0, bottom: 5, right: 1 }),
      'remove',
      'A3',
    ],
    [
      'cells that would leave the sheet',
      'NonBlankCellOffSheet',
      ({ sheet }) => (sheet.getCell(ROWS - 1, 0).values = 1),
      'insert',
      'A3',
    ],
    [
      'a protected sheet',
      'AccessDenied',
      ({ sheet }) => sheet.protection.protect(),
      'insert',
      'A3',
    ],
    [
      'locked cells of a protected sheet',
      'AccessDenied',
      ({ sheet }) => sheet.protection.protect({ allowDeleteRows: true }),
      'remove',
      'A3',
    ],
    [
      'tables of a protected sheet',
      'AccessDenied',
      (g) => (table(g), g.sheet.protection.protect({ allowInsertRows: true })),
      'insert',
      'A4',
    ],
  ])('%s: %s', (_what, code, prepare, work, address) => {
    const given = opened();
    given.sheet.getRange('C1:C9').values = Array.from({ length: 9 }, (_, i) => [i]);
    prepare(given);
    const before = snapshotOf(given.book);
    expect(() => given[work](address)).toThrow(expect.objectContaining({ code }));
    expect(snapshotOf(given.book)).toEqual(before);
  });

  it('lets formulas go that are deleted themselves, and says where the one is that stays', () => {
    const given = opened();
    formula(given, 'A3', '=A9');
    given.remove('A3');
    formula(given, 'B8', '=A9');
    expect(() => given.remove('A2')).toThrow(/Sheet1!B8/);
    expect(given.book.sheets[0]!.cells.at(7, 1)).toBeInstanceOf(FormulaCell);
  });
});
