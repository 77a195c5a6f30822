import fc from 'fast-check';
import { highCostByYear } from '../../src/domain/highCost';
import type { YearCost } from '../../src/domain/costsByYear';

const cost = (year: string) =>
  fc.record({
    year: fc.constant(year),
    reference: fc.string({ minLength: 1, maxLength: 4 }),
    key: fc.string(),
    placement: fc.constant(''),
    weeklyCost: fc.integer({ min: 0, max: 20 }).map((thousands) => thousands * 1000),
  });
/** More than ten, so that some are left out. */
const LONG = { minLength: 12, maxLength: 30 };
const costs = fc
  .tuple(fc.array(cost('2022/23'), { maxLength: 15 }), fc.array(cost('2023/24'), LONG))
  .map((years): YearCost[] => years.flat());
const years = [{ year: '2022/23' }, { year: '2023/24', before: '2022/23' }];
const of = (listed: readonly YearCost[]) => highCostByYear(listed, years, 10_000);

describe('high-cost placements by year', () => {
  it('leave nobody out who costs more than one of the ten', () => {
    fc.assert(
      fc.property(costs, (listed) => {
        for (const { year, dearest, over, tied } of of(listed)) {
          const own = listed.filter((each) => each.year === year && each.weeklyCost > 0);
          expect(dearest).toHaveLength(Math.min(10, own.length));
          const least = Math.min(...dearest.map(({ weeklyCost }) => weeklyCost));
          const others = own.filter((each) => !dearest.includes(each));
          expect(others.every(({ weeklyCost }) => weeklyCost <= least)).toBe(true);
          expect(tied).toBe(others.filter(({ weeklyCost }) => weeklyCost === least).length);
          expect(over).toBe(own.filter(({ weeklyCost }) => weeklyCost > 10_000).length);
        }
      }),
    );
  });

  it('grow by what the total is more than the year before, and by nothing from nothing', () => {
    fc.assert(
      fc.property(costs, (listed) => {
        const [first, second] = of(listed);
        expect(first!.growth).toBeUndefined();
        if (first!.total === 0) expect(second!.growth).toBeUndefined();
        else expect(first!.total * (1 + second!.growth!)).toBeCloseTo(second!.total, 6);
        expect(second!.average * second!.dearest.length).toBeCloseTo(second!.total, 6);
      }),
    );
  });

  it('rank the same whatever the order of the rows', () => {
    const ranked = (listed: readonly YearCost[]) =>
      of(listed).map(({ dearest }) => dearest.map(({ weeklyCost }) => weeklyCost));
    fc.assert(
      fc.property(costs, (listed) => {
        expect(ranked([...listed].reverse())).toEqual(ranked(listed));
      }),
    );
  });
});
