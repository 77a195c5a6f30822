import fc from 'fast-check';
import { hideSmallGroups, type PeopleGroup } from '../../../src/domain/disclosure/hideSmallGroups';
import { appendices, countTables, tablesOf, TRACKER_TABLES } from '../../disclosure/appendices';
import { attack, known, type Known } from '../../disclosure/attack';
import { reasonedSample } from '../../reasonedSample';

const of = (where: Record<string, string>, people: number, original?: number): PeopleGroup => ({
  population: 'tracker',
  where,
  people,
  ...(original !== undefined && {
    amounts: { original: { value: original, isNeverNegative: true } },
  }),
});
const down = (...counts: number[]): PeopleGroup[] =>
  counts.map((people, at) => of({ cohort: `Cohort ${at + 1}` }, people));

const thresholds = fc.integer({ min: 1, max: 9 });
const isSmall = (people: number, threshold: number): boolean => people >= 1 && people <= threshold;

/** Suppression as it is often done: small counts alone. */
const smallAlone = (groups: readonly PeopleGroup[], threshold = 5): boolean[] =>
  groups.map(({ people }) => isSmall(people, threshold));

/** Suppression as it is often done: small counts, and where a table has but one, its next smallest. */
function andNextSmallest(groups: readonly PeopleGroup[], threshold = 5): boolean[] {
  const hidden = smallAlone(groups, threshold);
  const tableOf = ({ where }: PeopleGroup): string => Object.keys(where).sort().join();
  for (const table of new Set(groups.map(tableOf))) {
    const own = groups.map((_, at) => at).filter((at) => tableOf(groups[at]!) === table);
    if (own.filter((at) => hidden[at]).length !== 1) continue;
    const [next] = own
      .filter((at) => !hidden[at] && groups[at]!.people > 0)
      .sort((one, other) => groups[one]!.people - groups[other]!.people);
    if (next !== undefined) hidden[next] = true;
  }
  return hidden;
}

const ours = (groups: readonly PeopleGroup[], threshold = 5): boolean[] =>
  hideSmallGroups(groups, threshold).hidden;

const nameOf = ({ population, where, what }: Known): string =>
  JSON.stringify([population, where, what]);

/** The small counts of which a reader knows more than that they are from 1 to the threshold. */
async function knownBetter(
  groups: readonly PeopleGroup[],
  hidden: readonly boolean[],
  threshold: number,
): Promise<Known[]> {
  // Three rows of somebody each are three at least, whatever is hidden.
  const nothingShown = groups.map(({ people }) => people > 0);
  const least = new Map(
    (await known(groups, nothingShown)).map((bound) => [nameOf(bound), bound.low]),
  );
  return (await known(groups, hidden)).filter((bound) => {
    const { what, truth, low, high } = bound;
    if (what !== 'people' || !isSmall(truth, threshold)) return false;
    const lowest = Math.max(1, least.get(nameOf(bound))!);
    return low > lowest + 0.001 || high < Math.max(threshold, lowest + 1) - 0.001;
  });
}

describe('what is hidden', () => {
  it('cannot be had back by a reader with a solver, from any appendix', async () => {
    await fc.assert(
      fc.asyncProperty(appendices, thresholds, async (groups, threshold) => {
        expect(await attack(groups, ours(groups, threshold), threshold)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('could be anything from 1 to the threshold where it is small', async () => {
    await fc.assert(
      fc.asyncProperty(appendices, thresholds, async (groups, threshold) => {
        expect(await knownBetter(groups, ours(groups, threshold), threshold)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is of the small ones, and of others none that could as well be shown', async () => {
    await fc.assert(
      fc.asyncProperty(countTables, thresholds, async (groups, threshold) => {
        const { hidden, small } = hideSmallGroups(groups, threshold);
        expect(small).toEqual(smallAlone(groups, threshold));
        for (const at of groups.keys()) {
          if (small[at]) expect(hidden[at]).toBe(true);
          if (!hidden[at] || small[at]) continue;
          const without = hidden.map((isHidden, other) => isHidden && other !== at);
          expect(await knownBetter(groups, without, threshold)).not.toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the tables and of what they say', () => {
    const shuffled = appendices.chain((groups) =>
      fc.tuple(
        fc.constant(groups),
        fc.shuffledSubarray([...groups.keys()], { minLength: groups.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, thresholds, ([groups, order], threshold) => {
        const turned = order.map((at) => {
          const { where } = groups[at]!;
          return { ...groups[at]!, where: Object.fromEntries(Object.entries(where).reverse()) };
        });
        const hidden = ours(groups, threshold);
        expect(ours(turned, threshold)).toEqual(order.map((at) => hidden[at]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the attack', () => {
  it('has 1 and 1 out of 8 = [c] + [c] + 6, because nobody at all would be shown as 0', async () => {
    const groups = [of({}, 8), ...down(1, 1, 6)];
    expect(await attack(groups, smallAlone(groups), 5)).toMatchObject([
      { where: { cohort: 'Cohort 1' }, low: 1, high: 1 },
      { where: { cohort: 'Cohort 2' }, low: 1, high: 1 },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has one small count back from the total', async () => {
    const groups = [of({}, 32), ...down(3, 9, 20)];
    expect(await attack(groups, smallAlone(groups), 5)).toHaveLength(1);
    expect(await attack(groups, andNextSmallest(groups), 5)).toEqual([]);
    expect(ours(groups)).toEqual([false, true, true, false]);
  });

  it('has it back over two tables where each alone would keep it', async () => {
    const groups = [
      of({}, 32),
      ...down(3, 9, 20),
      of({ cohort: 'Cohort 1', direction: 'reductions' }, 3),
      of({ cohort: 'Cohort 2', direction: 'reductions' }, 9),
      of({ cohort: 'Cohort 3', direction: 'reductions' }, 8),
      of({ cohort: 'Cohort 3', direction: 'increases' }, 12),
    ];
    const pinned = await attack(groups, andNextSmallest(groups), 5);
    expect(pinned).toContainEqual(
      expect.objectContaining({ where: { cohort: 'Cohort 1' }, low: 3, high: 3 }),
    );
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has amounts of nothing back where the rest is all that there is', async () => {
    const groups = [
      of({}, 16, 900),
      of({ cohort: 'A' }, 3, 0),
      of({ cohort: 'B' }, 4, 0),
      of({ cohort: 'C' }, 9, 900),
    ];
    expect(await attack(groups, smallAlone(groups), 5)).toMatchObject([
      { what: 'original', where: { cohort: 'A' } },
      { what: 'original', where: { cohort: 'B' } },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has an amount back to within a tenth where what else is hidden costs too little', async () => {
    const cost = (cohort: string, reason: string, people: number, original: number) =>
      of({ cohort, reason }, people, original);
    const groups = [
      ...[cost('A', 'X', 4, 8_900), cost('A', 'Y', 6, 100)],
      ...[cost('B', 'X', 7, 20), cost('B', 'Y', 8, 280)],
      ...[cost('C', 'X', 9, 30), cost('C', 'Y', 9, 170)],
      ...[of({ cohort: 'A' }, 10, 9_000), of({ cohort: 'B' }, 15, 300)],
      ...[of({ cohort: 'C' }, 18, 200), of({ reason: 'X' }, 20, 8_950)],
      ...[of({ reason: 'Y' }, 23, 550), of({}, 43, 9_500)],
    ];
    // A and B by X and Y: enough for the counts, but of A and X B can have £300 at most.
    const square = groups.map((_, at) => at < 4);
    expect(await attack(groups, square, 5)).toMatchObject([
      { what: 'original', where: { cohort: 'A', reason: 'X' }, low: 8_620, high: 8_920 },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has the few back whom a table leaves out', async () => {
    const groups = [of({}, 23), of({ opportunity: 'A' }, 10), of({ opportunity: 'B' }, 11)];
    expect(await attack(groups, smallAlone(groups), 5)).toMatchObject([
      { what: 'rest', where: {}, low: 2, high: 2 },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('finds nothing in paper 000 as it is published by us', async () => {
    const people = reasonedSample().map(({ cohort, opportunity, reason, original, current }) => ({
      cohort,
      opportunity: opportunity || undefined,
      reason,
      direction: current < original ? 'reductions' : 'increases',
      original,
      change: current - original,
    }));
    const groups = tablesOf('tracker', people, TRACKER_TABLES);
    for (const threshold of [1, 5, 9]) {
      expect(await attack(groups, ours(groups, threshold), threshold)).toEqual([]);
    }
  });
});

describe('hideSmallGroups', () => {
  it('shows groups of nobody, and all where the threshold is 0', () => {
    const groups = [of({}, 12), ...down(0, 3, 9)];
    expect(ours(groups)).toEqual([false, false, true, true]);
    expect(hideSmallGroups(groups, 0)).toEqual({
      hidden: [false, false, false, false],
      small: [false, false, false, false],
    });
  });

  it('leaves nothing of one cohort of three children', () => {
    const groups = [of({}, 3), of({ cohort: 'Cohort 1' }, 3), of({ opportunity: 'X' }, 3)];
    expect(hideSmallGroups(groups, 5)).toEqual({
      hidden: [true, true, true],
      small: [true, true, true],
    });
  });

  it('shows the total of reasons that are all small', async () => {
    const groups = [of({}, 12), ...down(3, 4, 5)];
    expect(ours(groups)).toEqual([false, true, true, true]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has nothing to hide in no groups', () => {
    expect(hideSmallGroups([], 5)).toEqual({ hidden: [], small: [] });
  });

  it('keeps apart populations whose numbers do not add up with each other', () => {
    const list = { ...of({}, 15), population: 'placements' };
    expect(ours([list, ...down(3, 12)])).toEqual([false, true, false]);
  });

  it('hides the same young people in every table that shows them', () => {
    const groups = [...down(3, 9), of({ cohort: 'Cohort 1' }, 3), of({}, 12)];
    expect(ours(groups)).toEqual([true, true, true, false]);
  });

  it('hides a single child, too, so that it could be two, where the threshold is 1', async () => {
    const groups = [of({}, 20), ...down(1, 8, 11)];
    const { hidden, small } = hideSmallGroups(groups, 1);
    expect(small).toEqual([false, true, false, false]);
    expect(hidden).toEqual([false, true, true, false]);
    expect(await attack(groups, hidden, 1)).toEqual([]);
  });

  it('does not hide what stands elsewhere, and hides from whoever knows it', () => {
    const total = { ...of({}, 31), isKnown: true };
    const cohorts = down(3, 20, 8);
    expect(ours([total, ...cohorts])).toEqual([false, true, false, true]);
  });

  it('is not put out by tables whose numbers do not add up', () => {
    const groups = [of({}, 10), ...down(3, 20), of({ cohort: 'Cohort 1', year: '2024/25' }, 7)];
    expect(ours(groups)[1]).toBe(true);
  });

  it('copes with tables that contradict each other, and with pennies beside millions', () => {
    const value = (most: number) => fc.nat(most).map(String);
    const group = fc.record({
      population: fc.constant('tracker'),
      where: fc.oneof(
        fc.constant({}),
        fc.record({ cohort: value(3) }),
        fc.record({ cohort: value(3), reason: value(4) }),
        fc.record({ reason: value(4), direction: value(1) }),
      ),
      people: fc.oneof(fc.nat(6), fc.nat(60)),
      amounts: fc.record({
        original: fc.record({
          value: fc.oneof(fc.constantFrom(0, 0.001, 0.01), fc.integer({ min: -100, max: 5e7 })),
          isNeverNegative: fc.boolean(),
        }),
      }),
      isKnown: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 60 }), thresholds, (groups, threshold) => {
        const { hidden } = hideSmallGroups(groups, threshold);
        groups.forEach(({ people }, at) => {
          if (isSmall(people, threshold)) expect(hidden[at]).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
    const costs = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 3e7, noNaN: true }));
    const people = fc.array(
      fc.record({
        cohort: fc.nat(5),
        reason: fc.nat(9),
        direction: fc.nat(1),
        original: costs,
        change: costs,
      }),
      { minLength: 40, maxLength: 150 },
    );
    const tables = [[], ['cohort'], ['reason', 'direction'], ['cohort', 'reason'], ['direction']];
    fc.assert(
      fc.property(people, (rows) => {
        const groups = tablesOf('tracker', rows, tables);
        const hidden = ours(groups);
        expect(hidden).toHaveLength(groups.length);
      }),
      { numRuns: 40 },
    );
  });

  it.each([-1, 10, 2.5, NaN, Infinity])('knows no threshold of %p', (threshold) => {
    expect(() => hideSmallGroups([], threshold)).toThrow(
      new RangeError('The threshold is a whole number from 0 to 9.'),
    );
  });

  it('is done in two seconds with the tables of 400 young people, some 190 groups', () => {
    const some = fc.sample(fc.nat(1e6), { numRuns: 3 * 400, seed: 1 });
    const people = Array.from({ length: 400 }, (_, at) => ({
      cohort: `Cohort ${some[3 * at]! % 10}`,
      opportunity: `Opportunity ${Math.min(some[3 * at]! % 13, some[3 * at + 1]! % 12)}`,
      reason: `Reason ${Math.min(some[3 * at + 1]! % 20, some[3 * at + 2]! % 20)}`,
      direction: some[3 * at + 2]! % 2 === 0 ? 'increases' : 'reductions',
      original: some[3 * at]! / 100,
      change: (some[3 * at + 1]! - some[3 * at]!) / 100,
    }));
    const groups = tablesOf('tracker', people, TRACKER_TABLES);
    expect(groups.length).toBeGreaterThan(150);
    const start = performance.now();
    hideSmallGroups(groups, 5);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
