import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { Book } from '../../host/model/book';
import { CellError, FormulaCell } from '../../host/model/cells';
import { Workbook } from '../../host/workbook/workbook';
import { loadXlsx, saveXlsx, WorkbookFileError } from '../../host/xlsx';
import { snapshotOf } from './book-snapshot';
import { packageFaults } from './package-faults';

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

  const chart = tracker.charts.add('BarClustered', tracker.getRange('B1:B4'), 'Columns');
  chart.name = 'Costs & "more"';
  chart.setPosition('F7', 'I30');
  chart.title.text = 'Costs of <all>';
  chart.title.format.font.bold = true;
  chart.legend.visible = false;
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.categoryAxis.position = 'Maximum';
  chart.axes.categoryAxis.tickLabelPosition = 'Low';
  chart.axes.categoryAxis.tickLabelSpacing = 1;
  chart.axes.valueAxis.title.text = '£ a week';
  chart.axes.valueAxis.majorGridlines.visible = false;
  const bars = chart.series.getItemAt(0);
  bars.setXAxisValues(tracker.getRange('A2:A4'));
  bars.format.fill.setSolidColor('#0B6B6F');
  bars.gapWidth = 50;
  bars.hasDataLabels = true;
  const columns = tracker.charts.add('ColumnClustered', tracker.getRange('A1:B4'), 'Columns');
  columns.series.getItemAt(0).name = 'Typed in';
  book.charts[1]!.alternativeText = 'What an officer wrote of it.';

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

describe('a package', () => {
  const saved = async (book: Book) => JSZip.loadAsync(await saveXlsx(book));
  const text = async (zip: JSZip, part: string) => zip.file(part)!.async('string');
  const bytes = (zip: JSZip) => zip.generateAsync({ type: 'uint8array' });

  it('has nothing that Excel would repair', async () => {
    expect(await packageFaults(await saveXlsx(richBook()))).toEqual([]);
    const once = await reopened(richBook());
    new Workbook(once).worksheets.getItem('Empty').getRange('A1').values = 1;
    expect(await packageFaults(await saveXlsx(once))).toEqual([]);
  });

  it('is found at fault where a chart, its drawing or a table is', async () => {
    const broken: [part: string, from: string | RegExp, to: string, fault: RegExp][] = [
      [
        'xl/drawings/_rels/drawing1.xml.rels',
        'chart1.xml',
        'chart9.xml',
        /leads to no xl.charts.chart9/,
      ],
      [
        'xl/drawings/_rels/drawing1.xml.rels',
        'chart1.xml',
        'chart2.xml',
        /nothing leads to xl.charts.chart1/,
      ],
      ['xl/drawings/_rels/drawing1.xml.rels', 'rId2', 'rId1', /drawing1.xml rId1 is there twice/],
      [
        'xl/worksheets/sheet1.xml',
        /<drawing [^>]*r:id="/,
        '$&x',
        /names xrId\d, which is no relationship/,
      ],
      [
        '[Content_Types].xml',
        'drawingml.chart+xml',
        'drawing+xml',
        /chart1.xml is not declared as chart/,
      ],
      [
        '[Content_Types].xml',
        '/xl/charts/chart1.xml',
        '/xl/x.xml',
        /x.xml is declared and missing/,
      ],
      ['xl/drawings/drawing1.xml', /descr="[^"]*"/, 'descr=""', /a chart .* has no descr/],
      ['xl/drawings/drawing1.xml', 'id="1002"', 'id="1001"', /has id 1001 twice/],
      ['xl/charts/chart1.xml', '<c:crossAx val="2"/>', '<c:crossAx val="7"/>', /do not cross/],
      ['xl/charts/chart1.xml', '<c:ptCount val="3"/>', '<c:ptCount val="2"/>', /caches more/],
      ['xl/charts/chart1.xml', '</c:chart>', '', /not well-formed/],
      ['xl/tables/table1.xml', 'name="Cost"', 'name="REF"', /Tracker has two columns REF/],
    ];
    for (const [part, from, to, fault] of broken) {
      const zip = await saved(richBook());
      const before = await text(zip, part);
      zip.file(part, before.replace(from, to));
      expect(await text(zip, part)).not.toBe(before);
      expect((await packageFaults(await bytes(zip))).join('\n')).toMatch(fault);
    }
  });

  it("holds a chart's values as its cells show them, and its title for those who do not see it", async () => {
    const zip = await saved(richBook());
    const chart = await text(zip, 'xl/charts/chart1.xml');
    expect(chart).toContain("<c:f>'Officer''s tracker'!$B$2:$B$4</c:f>");
    expect(chart).toContain('<c:formatCode>£#,##0.00;[Red]-£#,##0.00</c:formatCode>');
    expect(chart).toContain('<c:pt idx="0"><c:v>1234.5678</c:v></c:pt>');
    const drawing = await text(zip, 'xl/drawings/drawing1.xml');
    expect(drawing).toContain('name="Costs &amp; &quot;more&quot;" descr="Costs of &lt;all&gt;"');
    expect(drawing).toContain('descr="What an officer wrote of it."');
  });

  it('keeps a picture of the file beside a chart', async () => {
    const file = new ExcelJS.Workbook();
    const sheet = file.addWorksheet('Data');
    sheet.addRows([
      ['a', 'b'],
      ['x', 1],
      ['y', 2],
    ]);
    const image = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
      'base64',
    );
    const id = file.addImage({ buffer: image as unknown as ExcelJS.Buffer, extension: 'png' });
    sheet.addImage(id, 'D1:E5');
    const book = await loadXlsx(new Uint8Array(await file.xlsx.writeBuffer()));
    const data = new Workbook(book).worksheets.getItem('Data');
    data.charts.add('BarClustered', data.getRange('A1:B3'), 'Columns');
    book.sheets[0]!.touched = false;
    const bytesOf = await saveXlsx(book);
    expect(await packageFaults(bytesOf)).toEqual([]);
    const again = await loadXlsx(bytesOf);
    expect(snapshotOf(again).charts).toEqual(snapshotOf(book).charts);
    const twice = await saved(again);
    expect(await text(twice, 'xl/drawings/drawing1.xml')).toMatch(/<xdr:pic>.*<xdr:graphicFrame/s);
  });

  it('does not take a chart of another kind for one of bars', async () => {
    const zip = await saved(richBook());
    const part = 'xl/charts/chart1.xml';
    const pie = (await text(zip, part)).replace(/c:barChart/g, 'c:pieChart');
    zip.file(part, pie);
    const book = await loadXlsx(await bytes(zip));
    expect(book.charts.map(({ type }) => type)).toEqual(['ColumnClustered']);
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
