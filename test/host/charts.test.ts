import { Book } from '../../host/model/book';
import { Workbook } from '../../host/workbook/workbook';
import { snapshotOf } from './book-snapshot';

const ROWS = [
  ['Reason', 'Young people', 'Weekly'],
  ['Turned 18', 8, 15846.56],
  ['Return home', 6, 23746.62],
];

describe('charts', () => {
  let book: Book;
  let workbook: Workbook;
  const sheet = () => workbook.worksheets.getItem('Sheet1');
  const charts = () => snapshotOf(book).charts;
  beforeEach(() => {
    book = Book.blank();
    workbook = new Workbook(book);
    sheet().getRange('A1:C3').values = ROWS;
  });
  const add = (address = 'A1:B3') =>
    sheet().charts.add('BarClustered', sheet().getRange(address), 'Columns');

  it('take words in the first row for names and words before the numbers for labels', () => {
    add('A1:C3');
    expect(charts()[0]!.series).toMatchObject([
      { name: { cell: 'Sheet1!B1' }, values: 'Sheet1!B2:B3', labels: 'Sheet1!A2:A3' },
      { name: { cell: 'Sheet1!C1' }, values: 'Sheet1!C2:C3', labels: 'Sheet1!A2:A3' },
    ]);
    const numbers = add('C2:C3');
    expect(numbers.series.items.map(({ name }) => name)).toEqual(['Series1']);
    expect(charts()[1]!.series).toMatchObject([{ values: 'Sheet1!C2:C3', labels: undefined }]);
  });

  it('are named in turn, and found by name in whatever case', () => {
    add();
    add().name = 'Mine';
    add();
    expect(sheet().charts.items.map(({ name }) => name)).toEqual(['Chart 1', 'Mine', 'Chart 3']);
    expect(sheet().charts.getItem('mine').name).toBe('Mine');
    expect(sheet().charts.getItemOrNullObject('Yours')).toBeNull();
    expect(() => sheet().charts.getItem('Yours')).toThrow(/ItemNotFound|exist/);
  });

  it('refuse what is no source, no place and no type', () => {
    const chart = add();
    const other = workbook.worksheets.add('Other').getRange('A1');
    const before = charts();
    expect(() => sheet().charts.add('BarClustered', 'A1:B3')).toThrow(/cells of a range/);
    expect(() => sheet().charts.add('Sunburst', sheet().getRange('A1:B3'))).toThrow(/bars/);
    expect(() => chart.series.getItemAt(0).setValues(sheet().getRange('A1:B3'))).toThrow(/one row/);
    expect(() => chart.series.getItemAt(1)).toThrow();
    expect(() => chart.setPosition(other)).toThrow(/its own sheet/);
    expect(() => chart.setPosition('Other!A1')).toThrow(/its own sheet/);
    expect(() => chart.setPosition('nowhere')).toThrow(/invalid/);
    expect(() => (chart.width = 0)).toThrow(/no place/);
    expect(() => (chart.left = -1)).toThrow(/no place/);
    expect(() => (chart.axes.categoryAxis.position = 'Middle')).toThrow();
    expect(charts()).toEqual(before);
  });

  it('cover the cells they are put on', () => {
    const chart = add();
    sheet().getRange('B:B').format.columnWidth = 120;
    chart.setPosition('B2', 'C5');
    const range = sheet().getRange('B2:C5');
    const { left, top, width, height } = chart;
    expect({ left, top, width, height }).toEqual({
      left: range.left,
      top: range.top,
      width: range.width,
      height: range.height,
    });
    expect([range.left, range.width, range.height]).toEqual([48, 168, 60]);
  });

  it('move and grow with the cells under them, and draw the rows that were put in', () => {
    const chart = add();
    chart.setPosition('E3', 'H8');
    sheet().getRange('3:4').insert('Down');
    expect(charts()[0]).toMatchObject({
      place: { from: { row: 4, column: 4 }, to: { row: 10, column: 8 } },
      series: [{ values: 'Sheet1!B2:B5', labels: 'Sheet1!A2:A5' }],
    });
    sheet().getRange('6:7').insert('Down');
    expect(chart.height).toBe(8 * 15);
    sheet().getRange('2:7').delete('Up');
    expect(charts()[0]!.series).toEqual([]);
    expect(chart.top).toBe(15);
  });

  it('go with their sheet, and with the cells of another', () => {
    const other = workbook.worksheets.add('Other');
    other.charts.add('BarClustered', sheet().getRange('A1:B3'), 'Columns');
    add();
    sheet().delete();
    expect(charts()).toMatchObject([{ sheet: 'Other', series: [] }]);
    other.charts.items[0]!.delete();
    expect(charts()).toEqual([]);
  });

  it('keep their look when they are given other cells', () => {
    const chart = add();
    const series = chart.series.getItemAt(0);
    series.format.fill.setSolidColor('#0B6B6F');
    series.gapWidth = 50;
    chart.setData(sheet().getRange('C1:C3'), 'Columns');
    expect(charts()[0]!.series).toEqual([
      {
        name: { cell: 'Sheet1!C1' },
        values: 'Sheet1!C2:C3',
        labels: undefined,
        fill: '#0B6B6F',
        gapWidth: 50,
        hasDataLabels: false,
      },
    ]);
  });

  it('stand still on a protected sheet', () => {
    const chart = add();
    sheet().protection.protect();
    const before = charts();
    for (const change of [
      () => add(),
      () => chart.delete(),
      () => (chart.title.text = 'x'),
      () => (chart.left = 5),
      () => (chart.axes.valueAxis.majorGridlines.visible = false),
    ]) {
      expect(change).toThrow(/AccessDenied|protected|allowed/i);
    }
    expect(charts()).toEqual(before);
  });
});
