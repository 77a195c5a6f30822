import fc from 'fast-check';
import type { PlacementChange } from '../../src/domain/change';
import { REPORTS } from '../../src/reports';
import type { SheetPlan } from '../../src/reports/plan';
import { plainText } from '../../src/reports/plainText';
import { reportInput } from '../../src/reports/report';
import { sheetImage, wrappedLines } from '../../src/reports/sheetImage';

const CHANGES: PlacementChange[] = [
  { reference: 'YP1', cohort: 'A', opportunity: '', original: 10.006, current: 0 },
  { reference: 'YP2', cohort: '=B', opportunity: '', original: 0.001, current: 0.002 },
];

const plans = (
  changes: PlacementChange[],
  basis: '52' | '2023/24' = '52',
  leftOut = 0,
): SheetPlan[] => {
  const input = reportInput({
    changes,
    ledger: [],
    materiality: 3,
    basis,
    asAt: '2024-12-03',
    signs: 'minus',
    source: 'Tracker!A1:E3',
    leftOut,
    wording: {},
    problems: 0,
    version: '1.2.3',
  });
  return REPORTS.map((report) => report(input));
};

describe('reports as sheets', () => {
  it('say when, from where, on what basis, and what is left out', () => {
    expect(plans(CHANGES)[1]!.notes).toEqual([
      'Period 9, 2024/25',
      'Position at 3 December 2024. Source: Tracker!A1:E3, 2 young people.',
      'Every young person in the tracker is counted.',
      'Differences are the current weekly cost less the original: a saving has a minus.',
      'A year is the weekly difference times 52.',
    ]);
    const [, inYear] = plans(CHANGES, '2023/24', 1);
    expect(inYear!.notes[2]).toMatch(/^1 row is left out/);
    expect(inYear!.notes[4]).toMatch(/days of 2023\/24/);
    expect(inYear!.table.columns[6]!.heading).toBe('Difference a year (2023/24)');
  });

  it('have as many notes whatever they say, so that cells elsewhere that point at them stay right', () => {
    const variants = [
      plans(CHANGES),
      plans([], '2023/24', 7),
      plans([{ ...CHANGES[0]!, opportunity: 'x' }]),
    ];
    for (const report of [1, 2]) {
      expect(new Set(variants.map((each) => each[report]!.notes.length)).size).toBe(1);
    }
  });

  it('have unique, non-blank headings, one cell a column, and names that Excel takes', () => {
    for (const { sheet, table } of [...plans(CHANGES), ...plans([])]) {
      const headings = table.columns.map((column) => column.heading);
      expect(new Set(headings).size).toBe(headings.length);
      expect(headings.every((heading) => heading.trim() !== '')).toBe(true);
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.rows.every((row) => row.length === headings.length)).toBe(true);
      expect(sheet).toMatch(/^[^\\/?*[\]:]{1,31}$/);
      expect(table.name).toMatch(/^[A-Za-z_]\w*$/);
    }
  });

  it('say so where nobody has an identified opportunity', () => {
    const opportunities = plans(CHANGES)[2]!;
    expect(opportunities.table.rows).toEqual([['None identified', 0, 0, 0]]);
    expect(opportunities.notes[4]).toBe(
      '2 young people without an identified opportunity are not in this table.',
    );
  });

  it('keep fractions of a penny, but what shows as nought is nought', () => {
    const { cells, numberFormats, headingRow } = sheetImage(plans(CHANGES)[1]!, 'minus');
    expect(cells[headingRow]![0]).toBe('Cohort');
    expect(cells[headingRow + 1]).toEqual(['A', 1, 10.006, 0, -10.006, -10.006, -520.312]);
    expect(cells[headingRow + 2]).toEqual(['=B', 1, 0, 0, 0, 0, expect.closeTo(0.052, 9)]);
    expect(numberFormats[headingRow + 2]![0]).toBe('@');
  });

  it('hold dates as the workbook counts its days', () => {
    const [, plan] = plans(CHANGES);
    const dated: SheetPlan = {
      ...plan!,
      table: {
        name: 'T',
        columns: [{ key: 'on', heading: 'On', format: 'date' }],
        rows: [['2024-12-03'], [null], ['1901-01-01']],
      },
    };
    const { cells, numberFormats, headingRow } = sheetImage(dated, 'minus');
    expect(cells.slice(headingRow + 1)).toEqual([[45629], [''], [367]]);
    expect(numberFormats[headingRow + 1]).toEqual(['dd/mm/yyyy']);
    // Nothing before 1904 can be held there.
    const since1904 = sheetImage(dated, 'minus', 'live', 1904).cells.slice(headingRow + 1);
    expect(since1904.flat().slice(-3)).toEqual([44167, '', 0]);
  });

  it('have notes that a page holds in a line', () => {
    for (const { notes } of plans(CHANGES)) {
      for (const note of notes) expect(note.length > 150 ? note : '').toBe('');
    }
  });

  it('are lined up as text', () => {
    const text = plainText(plans(CHANGES)[2]!, 'minus').split('\n');
    expect(text[0]).toBe('Change in weekly placement cost by identified opportunity');
    expect(text[7]).toBe(
      'Identified opportunity  Young people  Difference a week  Average difference per young person',
    );
    expect(text[8]).toMatch(/^None identified +0 +£0\.00 +£0\.00$/);
  });
});

const LEDGER: SheetPlan = {
  id: 'ledger',
  sheet: 'Ledger',
  title: 'A ledger',
  publishable: false,
  notes: [],
  table: {
    name: 'Ledger',
    columns: [
      { key: 'reference', heading: 'Reference', format: 'text' },
      { key: 'evidence', heading: 'Evidence', format: 'text', wraps: 30 },
      { key: 'amount', heading: 'Amount', format: 'money' },
      { key: 'check', heading: 'Check', format: 'text', narrow: true },
    ],
    rows: [],
  },
  total: false,
};
const withRows = (...texts: string[]): SheetPlan => ({
  ...LEDGER,
  table: { ...LEDGER.table, rows: texts.map((text, i) => [`YP${i}`, text, i, 'f00']) },
});

describe('a sheet’s rows and pages', () => {
  const linesOf = (...texts: string[]) => {
    const image = sheetImage(withRows(...texts), 'minus');
    return wrappedLines(image, image.tables[0]!);
  };

  it('give a text the lines that it takes at the width of its column, and no more', () => {
    expect(linesOf('Fee uplift', 'illicit little till fill-in list')).toEqual([1, 1]);
    expect(linesOf('The same provider costs a few per cent more than it did')).toEqual([2]);
    expect(linesOf('One\nTwo\nThree')).toEqual([3]);
    expect(linesOf('W'.repeat(60))[0]).toBeGreaterThanOrEqual(3);
  });

  it('widen the column for a text that no row is high enough for', () => {
    const long = 'A note of many words. '.repeat(100);
    const image = sheetImage(withRows(long), 'minus');
    expect(image.widths![1]).toBeGreaterThan(60);
    expect(wrappedLines(image, image.tables[0]!)[0]).toBeLessThanOrEqual(27);
  });

  it('never take more lines in a wider column', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        fc.integer({ min: 10, max: 100 }),
        (text, width) => {
          const image = sheetImage(withRows(text), 'minus');
          const lines = (characters: number) =>
            wrappedLines({ ...image, widths: [13, characters, 13, 8] }, image.tables[0]!)[0]!;
          expect(lines(width + 10)).toBeLessThanOrEqual(lines(width));
        },
      ),
    );
  });

  it('print every column up to the last that somebody reads', () => {
    expect(sheetImage(LEDGER, 'minus').printedColumns).toBe(3);
    for (const plan of plans(CHANGES)) {
      const { columns } = plan.table;
      const { printedColumns = columns.length } = sheetImage(plan, 'minus');
      expect(columns.map(({ narrow = false }) => narrow)).toEqual(
        columns.map((_, i) => i >= printedColumns),
      );
    }
  });

  it('keep a sheet with a chart on one page, turned as it is larger, unless it would be too small', () => {
    const pageOf = (bars: number) =>
      sheetImage(
        {
          ...withRows(...Array.from({ length: bars }, () => 'A reason')),
          chart: { title: 'Bars', sentences: [], labels: 'reference', values: 'amount' },
        },
        'minus',
      ).page;
    expect(pageOf(5)).toEqual({ orientation: 'landscape', onOnePage: true });
    expect(pageOf(30)).toEqual({ orientation: 'portrait', onOnePage: true });
    expect(pageOf(500)).toEqual({ orientation: 'landscape', onOnePage: false });
    expect(sheetImage(LEDGER, 'minus').page).toEqual({
      orientation: 'landscape',
      onOnePage: false,
    });
  });
});
