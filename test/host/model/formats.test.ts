import fc from 'fast-check';
import { COLUMNS, ROWS, type Rect } from '../../../host/model/address';
import { Formats } from '../../../host/model/formats';

const SIZE = 8;
const rects: fc.Arbitrary<Rect> = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(5))
  .map(([a, b, c, d, shape]) => {
    const rect = {
      top: Math.min(a, b),
      bottom: Math.max(a, b),
      left: Math.min(c, d),
      right: Math.max(c, d),
    };
    if (shape === 0) return { ...rect, top: 0, bottom: ROWS - 1 };
    return shape === 1 ? { ...rect, left: 0, right: COLUMNS - 1 } : rect;
  });
const step = fc.record({
  rect: rects,
  change: fc.constantFrom(
    { bold: true },
    { bold: undefined },
    { fill: '#FF0000' },
    'clear' as const,
  ),
});

describe('the formats of a sheet', () => {
  it('are those that cell by cell would be, whatever blocks are changed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const formats = new Formats();
        const cells = Array.from({ length: SIZE }, () =>
          Array.from({ length: SIZE }, (): Record<string, unknown> => ({})),
        );
        for (const { rect, change } of steps) {
          if (change === 'clear') formats.clear(rect);
          else formats.change(rect, change);
          cells.forEach((row, r) =>
            row.forEach((_, c) => {
              if (r < rect.top || r > rect.bottom || c < rect.left || c > rect.right) return;
              row[c] = change === 'clear' ? {} : { ...row[c], ...change };
            }),
          );
        }
        const block = { top: 0, left: 0, bottom: SIZE - 1, right: SIZE - 1 };
        const rows = [...formats.rows(block)].map((row) => row.map((style) => ({ ...style })));
        expect(rows).toEqual(cells);
        const distinct = new Set(rows.flat().map((style) => JSON.stringify(style)));
        expect(formats.distinct(block).length).toBe(distinct.size);
      }),
    );
  });
});
