import { JSDOM } from 'jsdom';
import fc from 'fast-check';
import { chartDrawing } from '../../../host/demo/chartDrawing';
import { chartPicture } from '../../../host/demo/chartPicture';
import { viewAround } from '../../../host/demo/sheetView';
import { Book } from '../../../host/model/book';
import { Workbook } from '../../../host/workbook/workbook';

/** A chart of these bars on a sheet of their own. */
function chartOf(rows: [label: string, length: number | string][]) {
  const book = Book.blank();
  const sheet = new Workbook(book).worksheets.getItem('Sheet1');
  const last = rows.length + 1;
  sheet.getRange(`A1:B${last}`).numberFormat = [
    ['@', 'General'],
    ...rows.map(() => ['@', '£#,##0.00;-£#,##0.00']),
  ];
  sheet.getRange(`A1:B${last}`).values = [['Reason', 'Weekly'], ...rows];
  const chart = sheet.charts.add('BarClustered', sheet.getRange(`B1:B${last}`), 'Columns');
  chart.series.getItemAt(0).setXAxisValues(sheet.getRange(`A2:A${last}`));
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.title.text = 'Weekly difference by reason';
  chart.axes.valueAxis.title.text = 'Difference a week';
  return { book, chart, state: book.charts[0]! };
}

describe('a chart on the page that plays Excel', () => {
  const { document } = new JSDOM().window;
  beforeAll(() => void Object.assign(globalThis, { document }));
  afterAll(() => void Reflect.deleteProperty(globalThis, 'document'));

  it('is a picture whose name says every bar', () => {
    const { state } = chartOf([
      ['Return home', -23746.615],
      ['Turned 18', 15846.56],
    ]);
    const picture = chartPicture(chartDrawing(state));
    expect(picture.getAttribute('role')).toBe('img');
    expect(picture.getAttribute('aria-label')).toBe(
      'Weekly difference by reason; Return home -£23,746.62; Turned 18 £15,846.56',
    );
    expect([...picture.querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      'Weekly difference by reason',
      'Return home',
      '-£23,746.62',
      'Turned 18',
      '£15,846.56',
      'Difference a week',
    ]);
  });

  it('says what an officer wrote of it, where one has', () => {
    const { state } = chartOf([['Turned 18', 5]]);
    state.alternativeText = 'Only Turned 18';
    expect(chartDrawing(state).name).toBe('Only Turned 18; Turned 18 £5.00');
  });

  it('draws bars as long as their numbers, from one line, within its frame and apart', () => {
    const length = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constant(0),
      fc.constant('none'),
    );
    const row = fc.tuple(fc.string({ minLength: 1, maxLength: 80 }), length);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const drawing = chartDrawing(chartOf(rows).state);
        const { bars, zero, width, height } = drawing;
        const longest = Math.max(...bars.map((bar) => Math.abs(bar.length)));
        const widest = Math.max(...bars.map((bar) => bar.width));
        bars.forEach((bar, i) => {
          expect(bar.label).toBe(rows[i]![0]);
          expect(bar.left >= drawing.labelsEnd && bar.left + bar.width <= width).toBe(true);
          expect(bar.goesLeft ? bar.left + bar.width : bar.left).toBeCloseTo(zero, 6);
          if (longest > 0)
            expect(bar.width / widest || 0).toBeCloseTo(Math.abs(bar.length) / longest, 6);
          expect(bar.top + bar.height).toBeLessThanOrEqual(bars[i + 1]?.top ?? height);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('has the first row on top where the axis is reversed, below where it is not', () => {
    const { chart, state } = chartOf([
      ['first', 1],
      ['second', 2],
    ]);
    expect(chartDrawing(state).bars.map(({ label }) => label)).toEqual(['first', 'second']);
    chart.axes.categoryAxis.reversePlotOrder = false;
    expect(chartDrawing(state).bars.map(({ label }) => label)).toEqual(['second', 'first']);
  });

  it('is in the part of the sheet that is drawn', () => {
    const { book, chart } = chartOf([['Turned 18', 5]]);
    chart.setPosition('R60', 'Z80');
    expect(viewAround(book.sheets[0]!, 0).rect).toMatchObject({ bottom: 80, right: 26 });
  });
});
