import fc from 'fast-check';
import { jointFunding, splitOf } from '../../src/domain/jointFunding';
import type { SnapshotRow } from '../../src/domain/sources/snapshot';

const share = fc.option(fc.double({ min: 0, max: 1.5, noNaN: true }), { nil: undefined });
const amount = fc.option(fc.double({ min: -100, max: 9000, noNaN: true }), { nil: undefined });
const row = fc.record({
  placement: fc.constant('Residential'),
  weeklyCost: fc.double({ min: 0, max: 8000, noNaN: true }),
  healthShare: share,
  healthAmount: amount,
  educationShare: share,
  educationAmount: amount,
}) as fc.Arbitrary<unknown> as fc.Arbitrary<SnapshotRow>;

const CELLS = new Proxy({} as SnapshotRow['at'], { get: (_, role) => `S!${String(role)}` });

describe('a jointly funded cost', () => {
  it('is health’s, education’s and social care’s, and never more', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const { shared, alone, all } = jointFunding(rows.map((each) => ({ ...each, at: CELLS })));
        for (const { gross, health, education, net } of [...shared, alone, all]) {
          expect(health + education + net).toBeCloseTo(gross, 5);
          expect(Math.min(health, education, net)).toBeGreaterThanOrEqual(0);
        }
        expect(all.gross).toBeCloseTo(
          rows.reduce((sum, { weeklyCost }) => sum + weeklyCost, 0),
          5,
        );
        expect(shared.length + alone.children).toBe(rows.length);
      }),
    );
  });

  it('is nobody’s to split where shares pass all of it', () => {
    expect(splitOf(1000, { share: 0.7 }, { share: 0.31 })).toBeUndefined();
    expect(splitOf(0, { share: 0.7 }, { share: 0.31 })).toBeUndefined();
    expect(splitOf(0, { amount: 1 }, {})).toBeUndefined();
    expect(splitOf(1000, { share: -0.1 }, {})).toBeUndefined();
  });

  it('is wholly others’ where shares come to all of it, a hair apart in binary', () => {
    expect(splitOf(1000, { share: 0.7 }, { share: 0.2 + 0.1 })?.net).toBe(0);
    expect(splitOf(-1000, { share: 0.7 }, { share: 0.3 })?.net).toBe(0);
  });
});
