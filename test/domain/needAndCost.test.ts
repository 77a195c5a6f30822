import fc from 'fast-check';
import { median } from '../../src/domain/median';
import { needAndCost } from '../../src/domain/needAndCost';
import type { NeedScore } from '../../src/domain/sources/need';

const scored = (score: number, weeklyCost: number, reference = ''): NeedScore => ({
  reference,
  score,
  weeklyCost,
  placement: undefined,
  at: { reference: '', score: '', weeklyCost: '', placement: '' },
});

describe('need and cost', () => {
  const line = fc.record({
    base: fc.integer({ min: 100, max: 2000 }),
    perPoint: fc.integer({ min: 1, max: 200 }),
    scores: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 9, maxLength: 30 }),
  });

  it('finds the line that most placements lie on, whatever the others cost', () => {
    const others = fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(line, others, ({ base, perPoint, scores }, odd) => {
        const fewer = odd.slice(0, Math.floor(scores.length / 3));
        const rows = scores.map((score, i) => scored(score, fewer[i] ?? base + perPoint * score));
        const found = needAndCost(rows)!;
        expect(found.line.perPoint).toBeCloseTo(perPoint, 6);
        expect(found.line.base).toBeCloseTo(base, 4);
      }),
    );
  });

  it('ranks everybody once, the dearest against the score first, and adds up', () => {
    const row = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9000 }))
      .map(([score, cost]) => scored(score, cost));
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 40 }), (rows) => {
        const found = needAndCost(rows);
        if (new Set(rows.map(({ score }) => score)).size === 1) {
          expect(found).toBeUndefined();
          return;
        }
        const { placed, toChallenge, usual } = found!;
        expect(new Set(placed.map((each) => each.row))).toEqual(new Set(rows));
        placed.forEach(({ row: own, suggested, excess }, at) => {
          expect(suggested).toBeGreaterThanOrEqual(0);
          expect(suggested + excess).toBeCloseTo(own.weeklyCost, 6);
          expect(excess).toBeLessThanOrEqual(placed[at - 1]?.excess ?? Infinity);
          if (at < toChallenge) expect(excess).toBeGreaterThan(3 * usual);
          else expect(excess).toBeLessThanOrEqual(Math.max(3 * usual, 0.005));
        });
      }),
    );
  });

  it('draws no line through fewer than eight', () => {
    const rows = Array.from({ length: 7 }, (_, i) => scored(i, 100 * i + 1));
    expect(needAndCost(rows)).toBeUndefined();
    expect(needAndCost([...rows, scored(8, 900)])).toBeDefined();
  });

  it('suggests nothing, not less, where the line falls below it', () => {
    const rows = Array.from({ length: 9 }, (_, i) => scored(i, Math.max(1, 500 * i - 1500)));
    const { line: found, placed } = needAndCost(rows)!;
    expect(found.base).toBeLessThan(0);
    expect(placed.find(({ row: { score } }) => score === 0)).toMatchObject({
      suggested: 0,
      excess: 1,
    });
  });

  it('challenges none of those that lie on the line but for binary', () => {
    const rows = Array.from({ length: 12 }, (_, i) => scored(i, 0.1 + 0.7 * i));
    expect(needAndCost(rows)!.toChallenge).toBe(0);
  });
});

describe('the median', () => {
  it('is the middle of the sorted numbers, or halfway between two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), (numbers) => {
        const sorted = [...numbers].sort((one, other) => one - other);
        const middle = sorted.length >> 1;
        const halfway = (sorted[middle]! + sorted[middle - 1]!) / 2;
        expect(median(Float64Array.from(numbers))).toBe(
          sorted.length % 2 === 1 ? sorted[middle] : halfway,
        );
      }),
    );
    expect(median(new Float64Array(0))).toBeNaN();
  });
});
