import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { Book } from '../../host/model/book';
import { CellError, FormulaCell } from '../../host/model/cells';
import { Workbook } from '../../host/workbook/workbook';
import { loadXlsx, saveXlsx, WorkbookFileError } from '../../host/xlsx';
import { snapshotOf } from './book-snapshot';

const reopened = async (book: Book) => loadXlsx(await saveXlsx(book));

/** A workbook with one of everything that the model knows. */
function richBook(date1904 = false): Book {
  const book = Book.blank();
  book.date1904 = date1904;
  const workbook = new Workbook(book);
  const tracker = workbook.worksheets.getItem('Sheet1');
  tracker.name = "Officer's tracker";
  tracker.getRange('A1:D1').values = [['Ref', 'Cost', 'Started', 'Ended?']];
  tracker.getRange('A2:D4').values = [
    ["'007", 1234.5678, 45000.123456789, true],
    ["'=not a formula", -0.1, 36526, false],
    ['£ and <b>&', 1e-7, 61, '#N/A'],
  ];
  tracker.getRange('C2:C4').numberFormat = [
    ['dd/mm/yyyy hh:mm'],
    ['m/d/yyyy'],
    ['[$-809]d mmmm yyyy'],
  ];
  tracker.getRange('B2:B4').numberFormat = '£#,##0.00;[Red]-£#,##0.00';
  const table = workbook.tables.add("'Officer''s tracker'!A1:D4", true);
  table.name = 'Tracker';
  table.style = 'TableStyleLight9';
  table.showBandedRows = false;
  table.showTotals = true;
  table.getTotalRowRange().getCell(0, 1).formulas = '=SUBTOTAL(109,Tracker[Cost])';
  tracker.getRange('A1:D1').format.font.bold = true;
  tracker.getRange('A1:D1').format.fill.color = '#FFCC00';
  tracker.getRange('A:A').format.columnWidth = 120;
  tracker.getRange('F1:H1').merge();
  tracker.getRange('F1').values = 'Across';
  tracker.getRange('F3').format.horizontalAlignment = 'Right';
  tracker.getRange('F4').format.wrapText = true;
  tracker.getRange('F5').format.borders.getItem('EdgeBottom').style = 'Double';
  tracker.getRange('3:3').rowHidden = true;
  tracker.freezePanes.freezeRows(1);
  tracker.tabColor = '#00AA11';
  tracker.customProperties.add('mark', 'a "quoted" <value>');

  const hidden = workbook.worksheets.add('Sums');
  hidden.$sheet.cells.set(
    0,
    0,
    new FormulaCell("=SUM('Officer''s tracker'!B2:B4)", 1234.4678, false),
  );
  hidden.$sheet.cells.set(1, 0, new FormulaCell('=1/0', new CellError('#DIV/0!'), false));
  hidden.$sheet.cells.set(2, 0, new FormulaCell('="a"&"b"', 'ab', false));
  hidden.getRange('A4').formulas = '=A1*2';
  hidden.getRange('B1').format.protection.locked = false;
  hidden.protection.protect({ allowFormatCells: true });
  hidden.visibility = 'VeryHidden';
  workbook.worksheets.add('Empty');
  workbook.worksheets.add('Formats only').getRange('B2:C3').format.fill.color = '#123456';

  workbook.names.add('Baseline', tracker.getRange('B2:B4'), 'a remark');
  workbook.names.add('Basis', '=52.14');
  tracker.names.add('Local', '=Sums!$A$1');
  workbook.settings.add('choice', { sheet: 'Tracker', columns: [1, null, 'é'] });
  workbook.application.calculationMode = 'Manual';
  workbook.properties.title = 'Budget & monitoring';
  workbook.worksheets.getItem('Empty').activate();
  return book;
}

describe('a workbook saved and opened again', () => {
  it.each([false, true])('is the same to the add-in, 1904 date system: %s', async (date1904) => {
    const book = richBook(date1904);
    expect(snapshotOf(await reopened(book))).toEqual(snapshotOf(book));
  });

  it('is the same where nothing was changed in between', async () => {
    const once = await reopened(richBook());
    expect(snapshotOf(await reopened(once))).toEqual(snapshotOf(once));
  });

  it('is the same where a sheet was changed in between', async () => {
    const once = await reopened(richBook());
    new Workbook(once).worksheets.getItem("Officer's tracker").getRange('J20').values = 'new';
    new Workbook(once).worksheets.add('Cohorts').getRange('A1').values = 'Cohorts';
    expect(snapshotOf(await reopened(once))).toEqual(snapshotOf(once));
  });

  it('keeps serial numbers under date formats to the last bit', async () => {
    const book = Book.blank();
    const [sheet] = book.sheets;
    const serials = [45000.123456789, 0.000001, 1, 59, 60, 61, 2958465.999988426, -5];
    serials.forEach((serial, row) => sheet!.cells.set(row, 0, serial));
    sheet!.formats.change(
      { top: 0, bottom: 20, left: 0, right: 0 },
      { numberFormat: 'yyyy-mm-dd hh:mm:ss' },
    );
    const [again] = (await reopened(book)).sheets;
    expect(serials.map((_, row) => again!.cells.at(row, 0))).toEqual(serials);
  });

  it('gives a new sheet an id that no other has', async () => {
    const book = await reopened(richBook());
    book.addSheet('One more');
    expect(new Set(book.sheets.map(({ id }) => id)).size).toBe(book.sheets.length);
  });
});

describe('a workbook that another program made', () => {
  it('is read with dates as serials, rich text as text, and shared formulas written out', async () => {
    const file = new ExcelJS.Workbook();
    const sheet = file.addWorksheet('Data');
    sheet.getCell('A1').value = new Date(Date.UTC(2024, 11, 3));
    sheet.getCell('A1').numFmt = 'dd/mm/yyyy';
    sheet.getCell('A2').value = {
      richText: [{ text: 'Turned ' }, { text: '18', font: { bold: true } }],
    };
    sheet.getCell('A3').value = { text: 'a link', hyperlink: 'https://example.org' };
    sheet.getCell('B1').value = 5;
    sheet.getCell('C1').value = { formula: 'B1*2', result: 10 };
    sheet.getCell('C2').value = { sharedFormula: 'C1', result: 0 } as ExcelJS.CellValue;
    const book = await loadXlsx(new Uint8Array(await file.xlsx.writeBuffer()));
    const data = new Workbook(book).worksheets.getItem('Data');
    expect(data.getRange('A1:A3').values).toEqual([[45629], ['Turned 18'], ['a link']]);
    expect(data.getRange('A1').text).toEqual([['03/12/2024']]);
    expect(data.getRange('C1:C2').formulas).toEqual([['=B1*2'], ['=B2*2']]);
    expect(data.getRange('C1:C2').values).toEqual([[10], [0]]);
  });

  it('keeps the filter buttons of tables, which Excel does not list one by one', async () => {
    const zip = await JSZip.loadAsync(await saveXlsx(richBook()));
    const part = 'xl/tables/table1.xml';
    const table = await zip.file(part)!.async('string');
    zip.file(part, table.replace(/<filterColumn[^>]*\/>/g, ''));
    const book = await loadXlsx(await zip.generateAsync({ type: 'uint8array' }));
    expect(book.tables[0]!.showFilterButton).toBe(true);
    expect((await reopened(book)).tables[0]!.showFilterButton).toBe(true);
  });

  it('keeps conditional formats of sheets that nobody changed', async () => {
    const file = new ExcelJS.Workbook();
    const sheet = file.addWorksheet('Data');
    sheet.addConditionalFormatting({
      ref: 'A1:A9',
      rules: [
        { type: 'expression', formulae: ['A1>0'], priority: 1, style: { font: { bold: true } } },
      ],
    });
    const book = await loadXlsx(new Uint8Array(await file.xlsx.writeBuffer()));
    new Workbook(book).worksheets.add('Report').getRange('A1').values = 1;
    const saved = await JSZip.loadAsync(await saveXlsx(book));
    expect(await saved.file('xl/worksheets/sheet1.xml')!.async('string')).toContain(
      'conditionalFormatting',
    );
  });
});

describe('a file that is no workbook', () => {
  const faultOf = async (bytes: Uint8Array) => {
    const error = await loadXlsx(bytes).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(WorkbookFileError);
    return (error as WorkbookFileError).fault;
  };

  it('is refused with its reason', async () => {
    expect(await faultOf(new TextEncoder().encode('a,b\n1,2'))).toBe('not-a-workbook');
    expect(await faultOf(new Uint8Array())).toBe('not-a-workbook');
    expect(await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe(
      'old-workbook-or-password',
    );
    expect(await faultOf((await saveXlsx(richBook())).slice(0, 900))).toBe('damaged');
    const zip = new JSZip();
    zip.file('word/document.xml', '<x/>');
    expect(await faultOf(await zip.generateAsync({ type: 'uint8array' }))).toBe('not-a-workbook');
  });
});
