import * as fc from 'fast-check';
import { addDays, partYearEffect } from '../../src/domain/calendar';
import { forecastOutturn } from '../../src/domain/forecastOutturn';
import { sum } from '../../src/domain/money';
import type { Placement } from '../../src/domain/sources/placements';

const at = new Proxy({}, { get: (_, role) => `Placements!${String(role)}` }) as Placement['at'];

const placement = fc
  .record({
    placement: fc.constantFrom('Residential', 'resi', 'IFA', 'K2', 'Fostering'),
    provider: fc.constantFrom(undefined, 'Own provision', 'Private'),
    from: fc.integer({ min: -800, max: 800 }),
    length: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    weeklyCost: fc.integer({ min: 0, max: 900_000 }).map((pence) => pence / 100),
  })
  .map(({ from, length, ...rest }): Placement => {
    const start = addDays('2024-04-01', from);
    const end = length === undefined ? undefined : addDays(start, length);
    return { ...rest, reference: undefined, budget: undefined, start, end, at };
  });
const placements = fc.array(placement, { maxLength: 12 });
const budget = fc.array(
  fc.record({
    placement: fc.constantFrom('Residential', 'IFA placements', 'Foster care', 'Secure'),
    budget: fc.integer({ min: 0, max: 900_000 }),
  }),
  { maxLength: 5 },
);
const TERMS = { asAt: '2024-12-03', uplift: 0 };

describe('the forecast outturn', () => {
  it('is what each placement costs in the year, whatever the budget and the order', () => {
    fc.assert(
      fc.property(placements, budget, (listed, lines) => {
        const { rows } = forecastOutturn(listed, lines, TERMS);
        const should = sum(
          listed.map(({ weeklyCost, start, end }) =>
            partYearEffect(weeklyCost, start, end ?? null, '2024/25'),
          ),
        );
        expect(sum(rows.map(({ outturn }) => outturn))).toBeCloseTo(should, 4);
        for (const row of rows) {
          expect(sum(row.periods)).toBeCloseTo(row.outturn, 4);
          expect(row.ended + row.committed).toBeCloseTo(row.outturn, 4);
        }
        const reversed = forecastOutturn([...listed].reverse(), lines, TERMS);
        expect(sum(reversed.rows.map(({ outturn }) => outturn))).toBeCloseTo(should, 4);
      }),
    );
  });

  it('shows every pound of the budget once, and every placement in one row', () => {
    fc.assert(
      fc.property(placements, budget, (listed, lines) => {
        const { rows, outside } = forecastOutturn(listed, lines, TERMS);
        expect(sum(rows.map((row) => row.budget ?? 0))).toBe(sum(lines.map((line) => line.budget)));
        expect(sum(rows.map((row) => row.placements)) + outside).toBe(listed.length);
        const names = rows.map((row) => row.placement.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('rises by the uplift for those who began before the year, and for no others', () => {
    fc.assert(
      fc.property(placement, fc.integer({ min: 0, max: 20 }), (one, percent) => {
        const of = (uplift: number) =>
          sum(forecastOutturn([one], [], { ...TERMS, uplift }).rows.map(({ outturn }) => outturn));
        const factor = one.start < '2024-04-01' ? 1 + percent / 100 : 1;
        expect(of(percent / 100)).toBeCloseTo(of(0) * factor, 4);
      }),
    );
  });
});
