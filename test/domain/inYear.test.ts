import * as fc from 'fast-check';
import { addDays, daysInFinancialYear, financialYearOf } from '../../src/domain/calendar';
import {
  inYearByCohort,
  inYearByReason,
  inYearDifference,
  type InYearEffect,
} from '../../src/domain/inYear';
import type { CountedEntry } from '../../src/domain/ledger';
import { roundPence, sum } from '../../src/domain/money';
import type { IsoDate } from '../../src/domain/reading';
import type { Reason } from '../../src/domain/reason';

interface Young {
  cohort?: string;
  reason?: Reason;
  original: number;
  current: number;
  changedOn?: IsoDate;
  endedOn?: IsoDate;
}

const entry = ({ endedOn, ...young }: Young): CountedEntry => ({
  reference: 'YP',
  cohort: '',
  opportunity: '',
  circumstances: {
    note: '',
    original: { placement: '', provider: '' },
    current: { placement: '', provider: '' },
    endedOn,
  },
  reason: 'Return home',
  proposed: 'Return home',
  confidence: 1,
  review: false,
  evidence: [],
  decidedBy: 'add-in',
  decisionNote: '',
  standing: 'counted',
  key: '',
  facts: '',
  ...young,
});

const FIGURES: (keyof InYearEffect)[] = [
  'youngPeople',
  'weekly',
  'undated',
  'undatedWeekly',
  'inYear',
  'datedFullYear',
  'fullYear',
];
const TERMS = { asAt: '2024-12-03', basis: '52' } as const;
const of = (...young: Young[]) => inYearByCohort(young.map(entry), TERMS);
const pence = ({ inYear, datedFullYear, fullYear }: InYearEffect) =>
  [inYear, datedFullYear, fullYear].map(roundPence);

describe('the part of a change that falls in a financial year', () => {
  it('is, for 5,000 a week from 8 January 2025, 83 days of 2024/25', () => {
    // January 24, February 28, March 31: 83 days. 5,000 x 83 / 7 = 59,285.714…
    const [row] = of({ original: 0, current: 5000, changedOn: '2025-01-08' });
    expect(pence(row!)).toEqual([59285.71, 260000, 260000]);
  });

  it('is negative for a saving', () => {
    // From 1 March: 31 days. 700 x 31 / 7 = 3,100.
    const [row] = of({ original: 1000, current: 300, changedOn: '2025-03-01' });
    expect(pence(row!)).toEqual([-3100, -36400, -36400]);
  });

  it('counts 1 April and 31 March, the whole year for what came before and nothing for what comes after', () => {
    const days = (changedOn: IsoDate) =>
      inYearDifference({ original: 0, current: 7 }, changedOn, '2024/25');
    expect(['2024-03-31', '2024-04-01', '2024-04-02'].map(days)).toEqual([365, 365, 364]);
    expect(['2025-03-30', '2025-03-31', '2025-04-01'].map(days)).toEqual([2, 1, 0]);
    expect(inYearDifference({ original: 0, current: 7 }, '2023-04-01', '2023/24')).toBe(366);
  });

  it('takes the date that care ended where there is no date of change, once it has come', () => {
    const effect = (young: Partial<Young>) => of({ original: 70, current: 0, ...young })[0]!;
    expect(effect({ endedOn: '2024-11-30' }).inYear).toBe(-10 * 122);
    expect(effect({ endedOn: '2024-11-30', changedOn: '2025-03-31' }).inYear).toBe(-10);
    expect(effect({ endedOn: '2024-12-04' })).toMatchObject({ undated: 1, inYear: 0 });
  });

  it('leaves those without a date out of the year, counts them, and keeps them in the full year of all', () => {
    expect(
      of(
        { original: 100, current: 50, changedOn: '2024-04-01' },
        { original: 100, current: 130 },
      )[0],
    ).toEqual({
      cohort: 'All young people',
      youngPeople: 2,
      weekly: -20,
      undated: 1,
      undatedWeekly: 30,
      inYear: (-50 * 365) / 7,
      datedFullYear: -2600,
      fullYear: -1040,
    });
  });

  it('goes by cohorts as they are named elsewhere, and by reasons, the most young people first', () => {
    const young = [
      { cohort: ' cohort b', original: 10, current: 0, changedOn: '2024-05-01' },
      { cohort: 'A', original: 5, current: 9, reason: 'To residential' as const },
      { cohort: 'Cohort  B', original: 20, current: 10 },
      { original: 1, current: 1 },
    ];
    expect(of(...young).map(({ cohort, youngPeople }) => [cohort, youngPeople])).toEqual([
      ['cohort b', 2],
      ['A', 1],
      ['No cohort', 1],
      ['Total', 4],
    ]);
    const byReason = inYearByReason(young.map(entry), TERMS);
    expect(byReason.map(({ reason, youngPeople }) => [reason, youngPeople])).toEqual([
      ['Return home', 3],
      ['To residential', 1],
      ['Total', 4],
    ]);
  });

  it('is nothing for nobody', () => {
    expect(inYearByReason([], TERMS)).toMatchObject([{ reason: 'Total', fullYear: 0, inYear: 0 }]);
  });

  const dates = fc.integer({ min: -500, max: 900 }).map((days) => addDays('2024-04-01', days));
  const young = fc.record({
    cohort: fc.constantFrom('A', 'B', 'c', ''),
    reason: fc.constantFrom<Reason>('Return home', 'To residential', 'No change'),
    original: fc.integer({ min: 0, max: 900_000 }).map((pence) => pence / 100),
    current: fc.integer({ min: 0, max: 900_000 }).map((pence) => pence / 100),
    changedOn: fc.option(dates, { nil: undefined }),
    endedOn: fc.option(dates, { nil: undefined }),
  });

  it('adds up, by cohort and by reason, to the same totals', () => {
    fc.assert(
      fc.property(fc.array(young, { maxLength: 30 }), dates, (all, asAt) => {
        const entries = all.map(entry);
        const terms = { asAt, basis: '52.18' } as const;
        const cohorts = inYearByCohort(entries, terms);
        const reasons = inYearByReason(entries, terms);
        const total: InYearEffect = cohorts.at(-1)!;
        for (const key of FIGURES) {
          expect(reasons.at(-1)![key]).toBeCloseTo(total[key], 6);
          for (const rows of [cohorts, reasons]) {
            expect(sum(rows.slice(0, -1).map((row) => row[key]))).toBeCloseTo(total[key], 6);
          }
        }
        expect(total.youngPeople).toBe(all.length);
      }),
    );
  });

  it('is never more than the days of the year, and with the part after it the whole of them', () => {
    fc.assert(
      fc.property(young, dates, (one, changedOn) => {
        const year = financialYearOf(changedOn);
        const weekly = one.current - one.original;
        const part = inYearDifference(one, changedOn, year);
        const wholeYear = inYearDifference(one, addDays(changedOn, -366), year);
        expect(wholeYear).toBeCloseTo((weekly * daysInFinancialYear(year)) / 7, 6);
        expect(Math.abs(part)).toBeLessThanOrEqual(Math.abs(wholeYear));
        const aDayLater = inYearDifference(one, addDays(changedOn, 1), year);
        expect(part - aDayLater).toBeCloseTo(weekly / 7, 6);
      }),
    );
  });
});
