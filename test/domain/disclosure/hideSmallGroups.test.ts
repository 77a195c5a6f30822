import fc from 'fast-check';
import { hideSmallGroups } from '../../../src/domain/disclosure/hideSmallGroups';
import type { PeopleGroup } from '../../../src/domain/disclosure/peopleGroup';
import {
  appendices,
  countTables,
  tablesOf,
  TRACKER_TABLES,
  type Person,
  type Told,
} from '../../disclosure/appendices';
import { attack, known, type Known } from '../../disclosure/attack';
import { attackByMembers } from '../../disclosure/attackByMembers';
import { reasonedSample } from '../../reasonedSample';

/** So many young people alike, one of whom has all that they cost. */
const some = (people: number, who: Person = {}, original = 0): Person[] =>
  Array.from({ length: people }, (_, at) => ({ ...who, original: at === 0 ? original : 0 }));
/** So many in Cohort 1, so many in Cohort 2, and so on. */
const cohorts = (...counts: number[]): Person[] =>
  counts.flatMap((people, at) => some(people, { cohort: `Cohort ${at + 1}` }));
const counted = (people: readonly Person[], ...tables: string[][]): Told[] =>
  tablesOf('tracker', people, tables, []);

const thresholds = fc.integer({ min: 1, max: 9 });
const isSmall = (people: number, threshold: number): boolean => people >= 1 && people <= threshold;

/** Suppression as it is often done: small counts alone. */
const smallAlone = (groups: readonly PeopleGroup[], threshold = 5): boolean[] =>
  groups.map(({ people }) => isSmall(people, threshold));

/** Suppression as it is often done: small counts, and where a table has but one, its next smallest. */
function andNextSmallest(groups: readonly Told[], threshold = 5): boolean[] {
  const hidden = smallAlone(groups, threshold);
  const tableOf = ({ where }: Told): string => Object.keys(where).sort().join();
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

const nameOf = ({ source, where, what }: Known): string => JSON.stringify([source, where, what]);

/** The small counts of which a reader knows more than that they are from 1 to the threshold. */
async function knownBetter(
  groups: readonly Told[],
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
        const turned = order.map((at) => ({
          ...groups[at]!,
          members: [...groups[at]!.members].reverse(),
        }));
        const hidden = ours(groups, threshold);
        expect(ours(turned, threshold)).toEqual(order.map((at) => hidden[at]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the attack', () => {
  it('has 1 and 1 out of 8 = [c] + [c] + 6, because nobody at all would be shown as 0', async () => {
    const groups = counted(cohorts(1, 1, 6), [], ['cohort']);
    expect(await attack(groups, smallAlone(groups), 5)).toMatchObject([
      { where: { cohort: 'Cohort 1' }, low: 1, high: 1 },
      { where: { cohort: 'Cohort 2' }, low: 1, high: 1 },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has one small count back from the total', async () => {
    const groups = counted(cohorts(3, 9, 20), [], ['cohort']);
    expect(await attack(groups, smallAlone(groups), 5)).toHaveLength(1);
    expect(await attack(groups, andNextSmallest(groups), 5)).toEqual([]);
    expect(ours(groups)).toEqual([false, true, true, false]);
  });

  it('has it back over two tables where each alone would keep it', async () => {
    const people = [
      ...some(3, { cohort: 'Cohort 1', direction: 'reductions' }),
      ...some(9, { cohort: 'Cohort 2', direction: 'reductions' }),
      ...some(8, { cohort: 'Cohort 3', direction: 'reductions' }),
      ...some(12, { cohort: 'Cohort 3', direction: 'increases' }),
    ];
    const groups = counted(people, [], ['cohort'], ['cohort', 'direction']);
    const pinned = await attack(groups, andNextSmallest(groups), 5);
    expect(pinned).toContainEqual(
      expect.objectContaining({ where: { cohort: 'Cohort 1' }, low: 3, high: 3 }),
    );
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has amounts of nothing back where the rest is all that there is', async () => {
    const people = [
      ...some(3, { cohort: 'A' }),
      ...some(4, { cohort: 'B' }),
      ...some(9, { cohort: 'C' }, 900),
    ];
    const groups = tablesOf('tracker', people, [[], ['cohort']], ['original']);
    expect(await attack(groups, smallAlone(groups), 5)).toMatchObject([
      { what: 'original', where: { cohort: 'A' } },
      { what: 'original', where: { cohort: 'B' } },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has an amount back to within a tenth where what else is hidden costs too little', async () => {
    const of = (cohort: string, reason: string, people: number, original: number): Person[] =>
      some(people, { cohort, reason }, original);
    const people = [
      ...[...of('A', 'X', 4, 8_900), ...of('A', 'Y', 6, 100)],
      ...[...of('B', 'X', 7, 20), ...of('B', 'Y', 8, 280)],
      ...[...of('C', 'X', 9, 30), ...of('C', 'Y', 9, 170)],
    ];
    const tables = [['cohort', 'reason'], ['cohort'], ['reason'], []];
    const groups = tablesOf('tracker', people, tables, ['original']);
    // A and B by X and Y: enough for the counts, but of A and X B can have £300 at most.
    const square = groups.map((_, at) => at < 4);
    expect(await attack(groups, square, 5)).toMatchObject([
      { what: 'original', where: { cohort: 'A', reason: 'X' }, low: 8_620, high: 8_920 },
    ]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has the few back whom a table leaves out', async () => {
    const people = [
      ...some(10, { opportunity: 'A' }),
      ...some(11, { opportunity: 'B' }),
      ...some(2),
    ];
    const groups = counted(people, [], ['opportunity']);
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

describe('a reader who knows who is in each figure', () => {
  it('has the cost back of one child now, where those who left cost nothing', async () => {
    const people = [
      ...some(1, { now: 'Residential' }, 6543),
      ...some(25, { now: 'IFA' }, 30_000),
      ...some(20, { now: 'In-house fostering' }, 9_000),
      ...some(5),
    ];
    const groups = tablesOf('tracker', people, [[], ['now']], ['original']);
    expect(await attackByMembers(groups, smallAlone(groups), 5)).toMatchObject([
      { what: 'original', truth: 6543, low: 6543, high: 6543 },
    ]);
    expect(await attackByMembers(groups, ours(groups), 5)).toEqual([]);
  });

  it('has a count back where rows of one table are rows of another between them', async () => {
    const people = [
      ...some(20, { placement: 'In-house', provider: 'Own' }),
      ...some(60, { placement: 'IFA', provider: 'Private' }),
      ...some(50, { placement: 'Residential', provider: 'Private' }),
      ...some(3, { placement: 'Supported', provider: 'Private' }),
    ];
    const groups = counted(people, [], ['placement'], ['provider']);
    expect(await attackByMembers(groups, andNextSmallest(groups), 5)).toMatchObject([
      { what: 'people', truth: 3, low: 3, high: 3 },
    ]);
    expect(await attackByMembers(groups, ours(groups), 5)).toEqual([]);
  });

  it('adds up moves to several reviews, where they are told apart by what they are', async () => {
    const people = [
      ...some(15, { reason: 'Uplift', oak: 'went up' }),
      ...some(15, { reason: 'Uplift', elm: 'went up' }),
      ...some(1, { reason: 'Breakdown', oak: 'went up' }),
      ...some(1, { reason: 'Breakdown', elm: 'went up' }),
    ];
    const reasons = counted(people, ['reason']);
    const moves = counted(people, ['oak'], ['elm']).map((group) => ({
      ...group,
      source: 'reviews',
      alsoBy: 'changed at any review',
    }));
    const groups = [...reasons, ...moves];
    expect(await attackByMembers(groups, smallAlone(groups), 5)).toMatchObject([
      { what: 'people', truth: 2, low: 2, high: 2 },
    ]);
    expect(await attackByMembers(groups, ours(groups), 5)).toEqual([]);
  });
});

describe('hideSmallGroups', () => {
  it('shows groups of nobody, and all where the threshold is 0', () => {
    const nobody = { source: 'tracker', by: 'cohort', members: [], where: {}, people: 0 };
    const groups = [...counted(cohorts(3, 9), [], ['cohort']), nobody];
    expect(ours(groups)).toEqual([false, true, true, false]);
    expect(hideSmallGroups(groups, 0)).toEqual({
      hidden: [false, false, false, false],
      small: [false, false, false, false],
    });
  });

  it('leaves nothing of one cohort of three children', () => {
    const people = some(3, { cohort: 'Cohort 1', opportunity: 'X' });
    const groups = counted(people, [], ['cohort'], ['opportunity']);
    expect(hideSmallGroups(groups, 5)).toEqual({
      hidden: [true, true, true],
      small: [true, true, true],
    });
  });

  it('shows the total of reasons that are all small', async () => {
    const groups = counted(cohorts(3, 4, 5), [], ['cohort']);
    expect(ours(groups)).toEqual([false, true, true, true]);
    expect(await attack(groups, ours(groups), 5)).toEqual([]);
  });

  it('has nothing to hide in no groups', () => {
    expect(hideSmallGroups([], 5)).toEqual({ hidden: [], small: [] });
  });

  it('keeps apart lists of other young people', () => {
    const list = tablesOf('placements', some(15), [[]], []);
    expect(ours([...list, ...counted(cohorts(3, 12), ['cohort'])])).toEqual([false, true, false]);
  });

  it('hides the same young people in every table that shows them, whatever it calls them', () => {
    const [total, few, many] = counted(cohorts(3, 9), [], ['cohort']);
    const renamed = { ...few!, source: 'reviews', by: 'moved' };
    expect(ours([few!, many!, renamed, total!])).toEqual([true, true, true, false]);
  });

  it('hides a single child, too, so that it could be two, where the threshold is 1', async () => {
    const groups = counted(cohorts(1, 8, 11), [], ['cohort']);
    const { hidden, small } = hideSmallGroups(groups, 1);
    expect(small).toEqual([false, true, false, false]);
    expect(hidden).toEqual([false, true, true, false]);
    expect(await attack(groups, hidden, 1)).toEqual([]);
  });

  it('does not hide what stands elsewhere, and hides from whoever knows it', () => {
    const [total, ...rows] = counted(cohorts(3, 20, 8), [], ['cohort']);
    expect(ours([{ ...total!, isKnown: true }, ...rows])).toEqual([false, true, false, true]);
  });

  it('is not put out by tables whose numbers do not add up', () => {
    const [total, ...rows] = counted(cohorts(3, 20), [], ['cohort']);
    expect(ours([{ ...total!, people: 10 }, ...rows])[1]).toBe(true);
  });

  it('copes with tables that contradict each other, and with pennies beside millions', () => {
    const name = fc.nat(30).map(String);
    const group = fc.record({
      source: fc.constantFrom('tracker', 'list'),
      by: fc.constantFrom('all', 'cohort', 'cohort and reason', 'reason'),
      members: fc.uniqueArray(name, { minLength: 1, maxLength: 20 }),
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
