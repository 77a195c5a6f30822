import fc from 'fast-check';
import { DrawingCanvas } from '../../host/canvas';
import { chartPicture, drawingOf } from '../../src/copy/chartPicture';
import type { PublishedChart } from '../../src/reports/published';

const page = globalThis as { OffscreenCanvas?: unknown };

const chartOf = (bars: PublishedChart['bars']): PublishedChart => ({
  title: 'Bars',
  sentences: ['They differ.'],
  bars,
  measure: { key: 'm', heading: 'Saving a week', format: 'money' },
});
const SEVEN_A_LETTER = (text: string): number => text.length * 7;
const WIDTH = 640;

const charts = fc
  .array(
    fc.record({
      label: fc.string({ minLength: 1, maxLength: 90 }),
      value: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map(chartOf);

describe('the picture of a chart', () => {
  afterEach(() => delete page.OffscreenCanvas);

  it('has bars as long as their figures, within its edges', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const { bars, zero, height } = drawingOf(chart, 'minus', SEVEN_A_LETTER);
        const longest = Math.max(...chart.bars.map(({ value }) => Math.abs(value)));
        const across = Math.max(...bars.map(({ width }) => width));
        bars.forEach(({ width, left, middle, goesLeft }, i) => {
          const { value } = chart.bars[i]!;
          expect(width).toBeCloseTo(longest === 0 ? 0 : (Math.abs(value) / longest) * across, 6);
          expect(goesLeft).toBe(value < 0);
          expect(goesLeft ? left + width : left).toBeCloseTo(zero, 6);
          expect(left).toBeGreaterThan(0);
          expect(left + width).toBeLessThan(WIDTH);
          expect(middle).toBeLessThan(height);
        });
      }),
    );
  });

  it('has room for every name and every figure, and lets none run into another', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const { bars, namesEnd } = drawingOf(chart, 'minus', SEVEN_A_LETTER);
        for (const { lines, figure, figureAt, goesLeft } of bars) {
          for (const line of lines) expect(namesEnd - SEVEN_A_LETTER(line)).toBeGreaterThan(0);
          expect(lines.length).toBeLessThanOrEqual(2);
          const [from, to] = goesLeft
            ? [figureAt - SEVEN_A_LETTER(figure), figureAt]
            : [figureAt, figureAt + SEVEN_A_LETTER(figure)];
          expect(from).toBeGreaterThanOrEqual(namesEnd);
          expect(to).toBeLessThanOrEqual(WIDTH);
        }
        bars.slice(1).forEach(({ middle, lines }, i) => {
          const above = bars[i]!;
          const apart = ((lines.length + above.lines.length) / 2) * 16;
          expect(middle - above.middle).toBeGreaterThanOrEqual(apart);
        });
      }),
    );
  });

  it('shows figures as the table does', () => {
    const chart = chartOf([{ label: 'Return home', value: -23746.624 }]);
    const { bars, foot } = drawingOf(
      { ...chart, measure: { ...chart.measure, format: 'change' } },
      'brackets',
      SEVEN_A_LETTER,
    );
    expect([bars[0]!.figure, foot]).toEqual(['(£23,746.62)', 'Saving a week']);
  });

  it('is a PNG of three dots a pixel', async () => {
    page.OffscreenCanvas = DrawingCanvas;
    const picture = await chartPicture(chartOf([{ label: 'Return home', value: 5 }]), 'minus');
    const { png, width, height } = picture!;
    const dots = new DataView(png.buffer);
    expect([dots.getUint32(16), dots.getUint32(20)]).toEqual([width * 3, height * 3]);
    expect(String.fromCharCode(...png.slice(1, 4))).toBe('PNG');
  });

  it('is not there without a canvas, or without a font to write in', async () => {
    const chart = chartOf([{ label: 'Return home', value: 5 }]);
    expect(await chartPicture(chart, 'minus')).toBeUndefined();
    page.OffscreenCanvas = class {
      getContext = () => ({ measureText: () => ({ width: 0 }) });
    };
    expect(await chartPicture(chart, 'minus')).toBeUndefined();
  });
});
