import * as fc from 'fast-check';
import type { PlacementChange } from '../../src/domain/change';
import { byCohort, byOpportunity, type CohortRow } from '../../src/domain/cohort';
import { roundPence } from '../../src/domain/money';
import { reasonedSample } from '../reasonedSample';

const change = (cohort: string, original: number, current: number, opportunity = '') =>
  ({ reference: 'YP', cohort, opportunity, original, current }) satisfies PlacementChange;

const sample: PlacementChange[] = reasonedSample();

const toPence = (row: CohortRow) => [
  row.cohort,
  row.youngPeople,
  ...[row.original, row.current, row.difference, row.average, row.annual].map(roundPence),
];
const names = (changes: PlacementChange[]) => byCohort(changes, '52').map((row) => row.cohort);

describe('byCohort', () => {
  it('gives the figures of paper 000 to the penny', () => {
    expect(byCohort(sample, '52').map(toPence)).toEqual([
      ['Cohort 1', 57, 183523.64, 151234.9, -32288.74, -566.47, -1679014.48],
      ['Cohort 2', 46, 53632.25, 71196.13, 17563.88, 381.82, 913321.76],
      ['Total', 103, 237155.89, 222431.03, -14724.86, -142.96, -765692.72],
    ]);
  });

  it('makes a year on any basis', () => {
    const annual = (['52.14', '365/7', '52.18', '366/7', '53'] as const).map((basis) =>
      roundPence(byCohort(sample, basis).at(-1)?.annual ?? NaN),
    );
    expect(annual).toEqual([-767754.2, -767796.27, -768343.19, -769899.82, -780417.58]);
  });

  it('keeps the order of first appearance and the first spelling', () => {
    const changes = ['B', ' cohort\u00a0 1 ', 'Cohort 1', 'b', 'COHORT  1'].map((cohort) =>
      change(cohort, 1, 0),
    );
    expect(byCohort(changes, '52').map((row) => [row.cohort, row.youngPeople])).toEqual([
      ['B', 2],
      ['cohort 1', 3],
      ['Total', 5],
    ]);
  });

  it('is one row of all young people where nobody has a cohort', () => {
    expect(names([change('', 1, 0), change(' ', 1, 0)])).toEqual(['All young people', 'Total']);
    expect(names([])).toEqual(['Total']);
  });

  it('shows young people without a cohort among others that have one', () => {
    const rows = byCohort([change('', 5, 4), change('A', 1, 1), change('no cohort', 1, 1)], '52');
    expect(rows.map((row) => [row.cohort, row.youngPeople])).toEqual([
      ['No cohort', 2],
      ['A', 1],
      ['Total', 3],
    ]);
  });

  it('keeps a cohort called Total apart from the total', () => {
    const rows = byCohort([change('TOTAL', 5, 4), change('A', 1, 1)], '52');
    expect(rows.map((row) => [row.cohort, row.difference])).toEqual([
      ['TOTAL (cohort)', -1],
      ['A', 0],
      ['Total', -1],
    ]);
  });

  it('takes names that mean something to JavaScript as names', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(names(odd.map((cohort) => change(cohort, 1, 0)))).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'Total',
    ]);
  });

  it('leaves nobody out and counts nobody twice, whatever the names', () => {
    const cohort = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('A', 'a ', '', 'AA', 'BA'),
    );
    const pence = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cohort, pence, pence)), (rows) => {
        const changes = rows.map(([name, was, now]) => change(name, was / 100, now / 100));
        const [total, ...cohorts] = byCohort(changes, '52').reverse();
        const people = cohorts.reduce((count, row) => count + row.youngPeople, 0);
        expect(people).toBe(rows.length);
        expect(total?.youngPeople).toBe(rows.length);
        const exact = rows.reduce((sum, [, was, now]) => sum + BigInt(now) - BigInt(was), 0n);
        expect(roundPence(total?.difference ?? NaN)).toBe(Number(exact) / 100);
        expect(new Set(cohorts.map((row) => row.cohort)).size).toBe(cohorts.length);
      }),
    );
  });

  it('sums each cohort as though it were alone, thousands of them', () => {
    const changes = Array.from({ length: 100_000 }, (_, row) =>
      change(`Cohort ${row % 5000}`, 0.1, 0.3),
    );
    const rows = byCohort(changes, '52');
    expect(rows).toHaveLength(5001);
    for (const row of rows.slice(0, -1)) {
      expect([row.youngPeople, roundPence(row.original), roundPence(row.current)]).toEqual([
        20, 2, 6,
      ]);
    }
    expect(roundPence(rows.at(-1)?.difference ?? NaN)).toBe(20_000);
  });

  it('keeps what plain addition drops, in a run and across runs', () => {
    const together = [1e16, 1, -1e16].map((original) => change('A', original, 0));
    const apart = together.flatMap((row) => [row, change('B', 0, row.original)]);
    expect(byCohort(together, '52')[0]?.original).toBe(1);
    expect(byCohort(apart, '52').map((row) => row.difference)).toEqual([-1, 1, 0]);
  });

  it('does not change what it is given', () => {
    const changes = Object.freeze([Object.freeze(change(' A ', 1, 0))]);
    byCohort(changes, '52');
    expect(changes[0]?.cohort).toBe(' A ');
  });
});

describe('byOpportunity', () => {
  it('gives the figures of paper 000 to the penny', () => {
    const rows = byOpportunity(sample).map((row) => [
      row.opportunity.slice(0, 13),
      row.youngPeople,
      roundPence(row.difference),
      roundPence(row.average),
    ]);
    expect(rows).toEqual([
      ['Opportunity 1', 15, -12261.8, -817.45],
      ['Opportunity 2', 24, -21177.55, -882.4],
      ['Opportunity 3', 18, 1150.61, 63.92],
    ]);
  });

  it('names opportunities as the tracker does, 2 before 10, and leaves blanks out', () => {
    const changes = ['Opp 10', ' ', 'Opp 2 (IFA)', '', 'opp 10', 'Opp 1'].map((opportunity) =>
      change('', 1, 0, opportunity),
    );
    expect(byOpportunity(changes).map((row) => [row.opportunity, row.youngPeople])).toEqual([
      ['Opp 1', 1],
      ['Opp 2 (IFA)', 1],
      ['Opp 10', 2],
    ]);
    expect(byOpportunity([change('A', 1, 0)])).toEqual([]);
  });
});
