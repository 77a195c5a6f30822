import fc from 'fast-check';
import { averageByGroup, wholePercent } from '../../src/domain/averageCost';

const years = [{ year: '2022/23' }, { year: '2023/24', before: '2022/23' }, { year: '2025/26' }];
const costs = fc.array(
  fc.record({
    year: fc.constantFrom(...years.map(({ year }) => year)),
    key: fc.string(),
    group: fc.constantFrom('IFA', 'Residential', 'Secure'),
    weeklyCost: fc.integer({ min: 0, max: 900_000 }).map((pence) => pence / 100),
  }),
  { maxLength: 40 },
);

describe('average weekly cost by group', () => {
  it('keeps all the money and everybody, one row a group and year', () => {
    fc.assert(
      fc.property(costs, (listed) => {
        const rows = averageByGroup(listed, years);
        const keys = rows.map(({ group, year }) => `${group} ${year}`);
        expect(new Set(keys).size).toBe(rows.length);
        const money = rows.reduce((all, row) => all + row.average * row.youngPeople, 0);
        expect(money).toBeCloseTo(
          listed.reduce((all, { weeklyCost }) => all + weeklyCost, 0),
          4,
        );
        expect(rows.reduce((all, { youngPeople }) => all + youngPeople, 0)).toBe(listed.length);
      }),
    );
  });

  it('grows on the same group’s average of the year before alone', () => {
    fc.assert(
      fc.property(costs, (listed) => {
        const rows = averageByGroup(listed, years);
        for (const { group, year, average, growth } of rows) {
          const before = rows.find((row) => row.group === group && row.year === '2022/23');
          if (year !== '2023/24' || !before || before.average === 0) expect(growth).toBeUndefined();
          else expect(before.average * (1 + growth!)).toBeCloseTo(average, 6);
        }
      }),
    );
  });

  it('gives growth in whole per cent, half away from zero', () => {
    expect([0.2083, 0.205, -0.205, 0.0049, -0.0049, 0].map(wholePercent)).toEqual([
      21, 21, -21, 0, 0, 0,
    ]);
  });
});
