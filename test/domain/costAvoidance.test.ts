import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/domain/calendar';
import { costAvoidance, costAvoided, lastDayOf } from '../../src/domain/costAvoidance';
import { sum } from '../../src/domain/money';
import type { Diversion } from '../../src/domain/sources/edgeOfCare';

const AT: Diversion['at'] = {
  reference: 'E!A2',
  team: 'E!B2',
  divertedOn: 'E!C2',
  expectedPlacement: 'E!D2',
  weeklyCost: 'E!E2',
  until: 'E!F2',
  endedOn: 'E!G2',
};
const TERMS = { asAt: '2024-12-03', basis: '52' } as const;

const dateIn = (from: string, to: string) =>
  fc.integer({ min: 0, max: daysBetween(from, to) }).map((days) => addDays(from, days));

const diversion = (divertedOn: fc.Arbitrary<string>) =>
  fc.record({
    at: fc.constant(AT),
    reference: fc.constant(undefined),
    team: fc.constantFrom('MST', 'FFT', undefined),
    divertedOn,
    expectedPlacement: fc.constantFrom('IFA', 'Residential', undefined),
    weeklyCost: fc.integer({ min: 0, max: 1_000_000 }).map((pence) => pence / 100),
    until: fc.constant(undefined),
    endedOn: fc.constant(undefined),
  }) as fc.Arbitrary<Diversion>;

describe('cost avoided', () => {
  it('counts both days', () => {
    expect(costAvoided(700, '2025-03-31')).toBe(100);
    expect(costAvoided(700, '2025-01-08')).toBe(8300);
    expect(costAvoided(700, '2025-01-08', '2025-01-08')).toBe(100);
    expect(costAvoided(700, '2025-01-08', '2025-01-07')).toBe(0);
  });

  it('is, where the year is one, the sum of what the children avoid one by one', () => {
    const inYear = diversion(dateIn('2024-04-01', '2025-03-31'));
    fc.assert(
      fc.property(fc.array(inYear), (rows) => {
        const { rows: table, before, problems } = costAvoidance(rows, TERMS);
        const all = rows.map((row) => costAvoided(row.weeklyCost, row.divertedOn));
        expect(sum(table.map(({ partYear }) => partYear))).toBeCloseTo(sum(all), 6);
        expect(sum(table.map(({ children }) => children))).toBe(rows.length);
        expect([before, problems.length]).toEqual([0, 0]);
      }),
    );
  });

  it('has every child in the table, among those before or among the problems', () => {
    const whenever = diversion(dateIn('1990-01-01', '2030-12-31'));
    fc.assert(
      fc.property(fc.array(whenever), (rows) => {
        const { rows: table, before, problems } = costAvoidance(rows, TERMS);
        const children = sum(table.map((row) => row.children));
        expect(children + before + problems.length).toBe(rows.length);
      }),
    );
  });

  it('of a diversion over several years adds up over the years', () => {
    const until = dateIn('2024-04-01', '2027-03-31');
    fc.assert(
      fc.property(dateIn('2024-04-01', '2025-03-31'), until, (divertedOn, last) => {
        fc.pre(last >= divertedOn);
        const row = { at: AT, divertedOn, until: last, weeklyCost: 700 } as Diversion;
        const years = ['2024-06-01', '2025-06-01', '2026-06-01'].map((asAt) =>
          sum(costAvoidance([row], { ...TERMS, asAt }).rows.map(({ partYear }) => partYear)),
        );
        expect(sum(years)).toBeCloseTo(costAvoided(700, divertedOn, last), 6);
      }),
    );
  });

  it('ends with the financial year where nobody says when', () => {
    expect(lastDayOf('2024-04-01')).toBe('2025-03-31');
    expect(lastDayOf('2024-03-31')).toBe('2024-03-31');
  });
});
