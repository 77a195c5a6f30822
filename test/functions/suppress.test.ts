import fc from 'fast-check';
import { suppress } from '../../src/functions/functions';
import type { Told } from '../disclosure/appendices';
import { attack } from '../disclosure/attack';
import { down, thrown, wholeColumn } from './customFunctions';

const table = [
  ['Reason', 'Cohort 1', 'Cohort 2', 'Total'],
  ['Turned 18', 3, 20, 23],
  ['Return home', 9, 40, 49],
  ['Total', 12, 60, 72],
];

describe('SUPPRESS', () => {
  it('shows small counts as [c], and others by which they could be had back', () => {
    expect(suppress(table)).toEqual([
      ['Reason', 'Cohort 1', 'Cohort 2', 'Total'],
      ['Turned 18', '[c]', '[c]', 23],
      ['Return home', '[c]', '[c]', 49],
      ['Total', 12, 60, 72],
    ]);
  });

  it('hides a third where two that make 2 could only be 1 and 1', () => {
    expect(suppress(down(1, 1, 6, 8))).toEqual(down('[c]', '[c]', '[c]', 8));
  });

  it('takes a threshold, 0 for none', () => {
    expect(suppress(table, [[2]])).toEqual(table);
    expect(suppress(table, [['0']])).toEqual(table);
    expect(suppress(table, [['']])).toEqual(suppress(table));
    expect(suppress(table, null as never)).toEqual(suppress(table, [[5]]));
  });

  it('shows zeros, and hides one count with another where the total is not there', () => {
    expect(suppress(down(12, 0, 4, 7))).toEqual(down(12, 0, '[c]', '[c]'));
    expect(suppress([[3]])).toEqual([['[c]']]);
    expect(suppress(3 as never)).toEqual([['[c]']]);
  });

  it('counts numbers that stand as text, and passes words, dashes and blanks through', () => {
    expect(suppress(down('Young people', '1,204', ' 3 ', '-', '', null, '16+', 7))).toEqual(
      down('Young people', '1,204', '[c]', '-', '', '', '16+', '[c]'),
    );
  });

  it('gives nothing back to a reader with a solver, of tables with totals', async () => {
    const counts = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.oneof(fc.nat(4), fc.nat(30)), { minLength: columns, maxLength: columns }),
          { minLength: rows, maxLength: rows },
        ),
      );
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 9 }), async (body, threshold) => {
        const withTotals = [
          ...body,
          body[0]!.map((_, at) => total(body.map((row) => row[at]!))),
        ].map((row) => [...row, total(row)]);
        const result = suppress(withTotals, [[threshold]]);
        const groups: Told[] = [];
        const hidden: boolean[] = [];
        withTotals.forEach((row, at) =>
          row.forEach((people, column) => {
            const where = {
              ...(at < body.length && { row: String(at) }),
              ...(column < row.length - 1 && { column: String(column) }),
            };
            groups.push({ source: 'table', by: '', members: [], where, people });
            hidden.push(result[at]![column] === '[c]');
            expect([people, '[c]']).toContain(result[at]![column]);
          }),
        );
        expect(await attack(groups, hidden, threshold)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([-1, 2.5, '-3', '2.5', '(2)', '5%', true, '#N/A', NaN])(
    'refuses %p, saying the place',
    (cell) => {
      expect(
        thrown(() =>
          suppress([
            ['A', 'B'],
            [1, 2],
            [7, cell],
          ]),
        ),
      ).toBe(
        '#VALUE!: Row 3 of counts, column 2, is not a count; type a whole number from 0 up, or words.',
      );
    },
  );

  it.each([10, -1, 2.5, 'five', true])('knows no threshold of %p', (threshold) => {
    expect(thrown(() => suppress(table, [[threshold]]))).toBe(
      '#VALUE!: The threshold is not a whole number from 0 to 9; use 5 to hide counts of 1 to 5, or 0 to hide none.',
    );
  });

  it('takes one threshold, and counts that are given', () => {
    expect(thrown(() => suppress(table, [[5, 6]]))).toBe(
      '#VALUE!: Threshold is several cells: give one.',
    );
    expect(thrown(() => suppress(null as never))).toBe(
      '#N/A: Counts is missing: give a cell or a range.',
    );
  });

  it('gives a whole column down to its last cell in use', () => {
    expect(suppress(wholeColumn('Young people', 12, 3, 8))).toEqual(
      down('Young people', 12, '[c]', '[c]'),
    );
    expect(suppress(wholeColumn())).toEqual([['']]);
  });
});

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
