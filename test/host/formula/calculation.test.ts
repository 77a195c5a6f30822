import { Book } from '../../../host/model/book';
import { ExcelHost } from '../../../host/excel-host';

const host = () => new ExcelHost({ book: Book.blank() });

/** A workbook whose first sheet has these cells from A1 on, and what its cells come to. */
function workbook(rows: (string | number | boolean)[][]) {
  const { workbook: book } = host();
  const sheet = book.worksheets.getFirst();
  const width = Math.max(...rows.map((row) => row.length));
  const put = (address: string, value: unknown) => (sheet.getRange(address).values = [[value]]);
  sheet.getRangeByIndexes(0, 0, rows.length, width).values = rows.map((row) =>
    Array.from({ length: width }, (_, i) => row[i] ?? ''),
  );
  return {
    book,
    sheet,
    put,
    value: (address: string) => sheet.getRange(address).values![0]![0],
    works(formula: string) {
      put('Z99', formula);
      return sheet.getRange('Z99').values![0]![0];
    },
  };
}

const DATA = [
  ['Cohort', 'Original', 'Current', 'Change'],
  ["'<16", 100, 90, '=C2-B2'],
  ["'16+*", 200.5, 250, '=C3-B3'],
  ['16+x', 10, 5, '=C4-B4'],
  ['', 7, 7, '=C5-B5'],
  ['~X', 1, '', ''],
];

describe('formulas', () => {
  it.each<[string, unknown]>([
    ['=1+2*3^2-4/2', 17],
    ['=-2^2', 4],
    ['=2%*50', 1],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="ABC"="abc"', true],
    ['=1<"a"', true],
    ['=SUM(B2:C3,"2")', 642.5],
    ['=SUM(D2:D5)', 34.5],
    ['=COUNTIFS(A2:A6,"=<16")', 1],
    ['=COUNTIFS(A2:A6,"16+~**",A2:A6,"<>16+~*?*")', 1],
    ['=COUNTIFS(A2:A6,"16+*")', 2],
    ['=COUNTIFS(A2:A6,"=~~x")', 1],
    ['=COUNTIFS(A2:A6,"")', 1],
    ['=COUNTIFS(A2:A6,"<>",D2:D6,"<>")', 3],
    ['=COUNTIFS(D2:D6,"<=-5")', 2],
    ['=SUMIFS(D2:D6,A2:A6,"16+*")', 44.5],
    ['=AVERAGEIFS(D2:D6,D2:D6,"<0")', -7.5],
    ['=AVERAGEIFS(D2:D6,A2:A6,"nobody")', '#DIV/0!'],
    ['=IF(ISERROR(1/0),"error",2)', 'error'],
    ['=IF(AND(B2=100,OR(B3<1,C2=90)),"yes","no")', 'yes'],
    ['=IFERROR(1/0,7)', 7],
    ['=ROUND(2.675,2)', 2.68],
    ['=ROUND(-1982.105,2)', -1982.11],
    ['=ROUND(1250,-2)', 1300],
    ['=ROWS(A2:A6)-COUNTBLANK(A2:A6)', 4],
    ['=SUBSTITUTE("a~b~","~","~~")', 'a~~b~~'],
    ['=A5', 0],
    ['=B2+A2', '#VALUE!'],
    ['=#REF!+1', '#REF!'],
    ['=COUNTIFS(B2:B3,1,A2:A9,1)', '#VALUE!'],
  ])('%s is %p', (formula, value) => {
    expect(workbook(DATA).works(formula)).toEqual(value);
  });

  it.each([
    '=VLOOKUP("a",A1:B2,2,FALSE)',
    '=A2:A3+1',
    '=SomeName',
    '={1,2}',
    '=Elsewhere!A1',
    '=Z99',
    '=SUM(Y1)+PLACEMENT.ANNUALISE(1)',
  ])('%s is left uncalculated, as is what reads it', (formula) => {
    const { put, works, value } = workbook(DATA);
    expect(works(formula)).toBe('#GETTING_DATA');
    put('Y99', '=Z99+1');
    expect(value('Y99')).toBe('#GETTING_DATA');
  });

  it.each([
    [false, ['=DATE(2024,4,1)', 45383]],
    [true, ['=DATE(2024,4,1)', 43921]],
    [false, ['=DATE(2023,14,-1)', 45321]],
    [false, ['=DATE(0,1,1)', 1]],
    [true, ['=DATE(1903,12,31)', '#NUM!']],
    [true, ['=MAX(0,DATE(2025,3,31)-MAX(DATE(2024,4,1),DATE(2025,3,30))+1)', 2]],
  ] as const)(
    'count days as the workbook does, since 1904: %s: %p',
    (since1904, [formula, value]) => {
      const { book, works } = workbook(DATA);
      book.$book.date1904 = since1904;
      expect(works(formula)).toEqual(value);
    },
  );

  it('are calculated again, one after another, when what they read changes', () => {
    const { put, value } = workbook([[1, '=A1*2', '=B1+1']]);
    expect(value('C1')).toBe(3);
    put('A1', 10);
    expect(value('C1')).toBe(21);
    put('B1', 0);
    expect(value('C1')).toBe(1);
  });

  it('follow a table that grows, is renamed, made a range, or deleted', () => {
    const { book, sheet, put, value } = workbook([
      ['Ref', 'Cost a week'],
      ['A', 1],
      ['B', 2],
    ]);
    const table = book.tables.add('Sheet1!A1:B3', true);
    table.name = 'Ledger';
    put('D1', '=SUM(Ledger[Cost a week])');
    put('C2', '=Ledger[[#This Row],[Cost a week]]*2');
    const formula = (address: string) => sheet.getRange(address).formulas![0]![0];
    expect([value('D1'), value('C2')]).toEqual([3, 2]);
    put('B4', 5);
    expect(value('D1')).toBe(3);
    table.resize('Sheet1!A1:B4');
    expect(value('D1')).toBe(8);
    table.name = 'Ledger_2';
    expect([formula('D1'), value('D1')]).toEqual(['=SUM(Ledger_2[Cost a week])', 8]);
    table.convertToRange();
    expect([formula('D1'), value('D1')]).toEqual(['=SUM(Sheet1!$B$2:$B$4)', 8]);
    expect([formula('C2'), value('C2')]).toEqual(['=Sheet1!$B2*2', 2]);
    const other = book.tables.add('Sheet1!A1:B4', true);
    put('D1', `=SUM(${other.name}[Cost a week])`);
    expect(value('D1')).toBe(8);
    other.delete();
    expect([formula('D1'), value('D1')]).toEqual(['=SUM(#REF!)', '#REF!']);
  });
});
