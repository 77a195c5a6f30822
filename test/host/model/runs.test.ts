import fc from 'fast-check';
import { Runs } from '../../../host/model/runs';

const LENGTH = 40;
const change = fc.record({
  from: fc.nat(LENGTH - 1),
  length: fc.integer({ min: 1, max: LENGTH }),
  value: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
});

describe('runs of values along an axis', () => {
  it('hold what an array would hold, whatever is set', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const runs = Runs.of<string>();
        const array = new Array<string | undefined>(LENGTH * 2).fill(undefined);
        for (const { from, length, value } of changes) {
          runs.set(from, from + length - 1, value);
          array.fill(value, from, from + length);
        }
        expect(array.map((_, i) => runs.at(i))).toEqual(array);
      }),
    );
  });

  it('are as few as they can be, in order, and never overlap', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const runs = Runs.of<string>();
        for (const { from, length, value } of changes) runs.set(from, from + length - 1, value);
        const all = runs.all();
        all.slice(1).forEach((run, i) => {
          const before = all[i]!;
          expect(run.from).toBeGreaterThan(before.to);
          if (run.from === before.to + 1) expect(run.value).not.toBe(before.value);
        });
      }),
    );
  });

  it('keep a million of one value as one', () => {
    const runs = Runs.of<string>();
    for (let from = 0; from < 1_000_000; from += 100) runs.set(from, from + 99, 'a');
    expect(runs.all()).toEqual([{ from: 0, to: 999_999, value: 'a' }]);
  });
});
