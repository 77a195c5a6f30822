import fc from 'fast-check';
import { tableLayouts } from '../../src/copy/documentTable';
import { appendices } from './appendices';

const ACROSS = { portrait: 481.9, landscape: 728.5 };

describe('a table on a page', () => {
  it('is never wider than the page, shows every column, and is never in tiny print', () => {
    fc.assert(
      fc.property(appendices, ({ plans, signs }) => {
        for (const { table } of plans) {
          const layouts = tableLayouts(table.columns, table.rows, signs);
          for (const { orientation, widths, columns, fontSize } of layouts) {
            const across = widths.reduce((sum, width) => sum + width, 0);
            expect(across).toBeLessThanOrEqual(ACROSS[orientation] + 0.1);
            expect(widths).toHaveLength(columns.length);
            expect(fontSize).toBeGreaterThanOrEqual(8);
          }
          expect(new Set(layouts.flatMap(({ columns }) => columns)).size).toBe(
            table.columns.length,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('turns the page only where the table needs it', () => {
    const columns = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        key: `c${i}`,
        heading: 'Cost',
        format: 'money' as const,
      }));
    const layoutOf = (count: number) =>
      tableLayouts(columns(count), [columns(count).map(() => 123456.78)], 'minus');
    expect(layoutOf(5)).toMatchObject([{ orientation: 'portrait', fontSize: 10 }]);
    expect(layoutOf(9)).toMatchObject([{ orientation: 'landscape', fontSize: 10 }]);
    expect(layoutOf(30).length).toBeGreaterThan(1);
  });
});
