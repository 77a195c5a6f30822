import { amountsOf, type Amounts } from './amounts';
import { keyOf, relationsOf, type System } from './relations';
import { Worlds, type Equation, type Unknown } from './worlds';

/** Young people whom a published figure is of, and what is published of them. */
export interface PeopleGroup {
  /** The young people whose numbers add up with each other, over all tables: 'tracker', or a list's own name. */
  population: string;
  /** Which of them: a value in each of some dimensions ({ cohort: 'Cohort 1' }); {} is all of them. */
  where: Readonly<Record<string, string>>;
  people: number;
  /** Published amounts that add up over groups, by what they measure ('original', 'change', …). */
  amounts?: Readonly<Record<string, { value: number; isNeverNegative: boolean }>>;
  /**
   * How many young people these are, where `people` counts one of them several times, as once in each
   * period. Then `people` only says what adds up to what and is published nowhere.
   */
  fewest?: number;
  /** It stands where it cannot be hidden, as a total in another paper does; unless it is small itself. */
  isKnown?: boolean;
}

/** Which groups are not to be published, in the order in which they were given. */
export interface Hidden {
  hidden: boolean[];
  /** Those of them that are hidden for their own size; the rest, so that these cannot be worked out. */
  small: boolean[];
}

/**
 * Which groups are not to be published: those of 1 to `threshold` young people, and as few and as
 * small others as it takes that no reader of all tables, knowing what adds up to what, that a hidden
 * count is at least 1 and which amounts are never negative, can tell
 * - of a small count, or of a small rest of a total, more than that it lies from 1 to the threshold
 *   (1 or 2 where the threshold is 1);
 * - of a hidden amount, what it is to within a tenth.
 * Groups of nobody are shown. A threshold of 0 hides nothing. Groups of one population and one
 * `where` are the same young people: they are hidden together.
 *
 * Kelly, Golden and Assad's heuristic: for each small count the cheapest others to hide, by linear
 * programming, until nothing is left to protect; then whatever turns out not to be needed is shown.
 * @throws RangeError for a threshold that is not a whole number from 0 to 9
 */
export function hideSmallGroups(groups: readonly PeopleGroup[], threshold: number): Hidden {
  if (!Number.isInteger(threshold) || threshold < 0 || threshold > 9) {
    throw new RangeError('The threshold is a whole number from 0 to 9.');
  }
  const hidden = groups.map(() => false);
  const small = groups.map(() => false);
  if (threshold === 0) return { hidden, small };
  for (const population of new Set(groups.map((group) => group.population))) {
    const places = groups.flatMap((group, at) => (group.population === population ? [at] : []));
    const merged = mergedGroups(groups, places);
    const own = merged.map(({ group }) => group);
    const result = new Population(own, threshold).hide();
    merged.forEach(({ members }, at) => {
      for (const member of members) {
        hidden[member] = result.hidden[at]!;
        small[member] = result.small[at]!;
      }
    });
  }
  return { hidden, small };
}

interface Merged {
  group: PeopleGroup;
  /** The groups that it stands for, by their places. */
  members: number[];
}

/**
 * The same young people once, in an order that is not the tables'. Where tables count them
 * differently, the least count above 0 stands for all, and the least amount.
 */
function mergedGroups(groups: readonly PeopleGroup[], places: readonly number[]): Merged[] {
  const byKey = new Map<string, number[]>();
  for (const at of places) {
    const key = keyOf(groups[at]!.where);
    byKey.set(key, [...(byKey.get(key) ?? []), at]);
  }
  return [...byKey.keys()].sort().map((key) => {
    const members = byKey.get(key)!;
    const same = members.map((at) => groups[at]!);
    const counts = same.map(({ people }) => people).filter((people) => people > 0);
    const fewest = same.flatMap((group) => group.fewest ?? []);
    const amounts = same
      .flatMap((group) => Object.entries(group.amounts ?? {}))
      .sort(([, one], [, other]) => other.value - one.value);
    const group: PeopleGroup = {
      ...same[0]!,
      people: counts.length === 0 ? 0 : Math.min(...counts),
      amounts: Object.fromEntries(amounts),
      isKnown: same.some(({ isKnown }) => isKnown),
      ...(fewest.length > 0 && { fewest: Math.min(...fewest) }),
    };
    return { group, members };
  });
}

/** What no reader may be able to rule out: that a figure is `by` off. One of several ways will do. */
interface Need {
  at: number;
  ways: readonly number[];
}

/** The groups of one population, each once, and what of them is hidden. */
class Population {
  readonly #groups: readonly PeopleGroup[];
  readonly #threshold: number;
  readonly #system: System;
  readonly #amounts: ReadonlyMap<string, Amounts>;
  readonly #hidden: boolean[];
  readonly #small: boolean[];
  /** By measure; undefined is the counts. */
  readonly #needs: Map<string | undefined, readonly Need[]>;
  /** For what need a group came to be hidden that is not small. */
  readonly #causeOf = new Map<number, { measure: string | undefined; need: Need }>();

  constructor(groups: readonly PeopleGroup[], threshold: number) {
    this.#groups = groups;
    this.#threshold = threshold;
    this.#system = relationsOf(groups);
    this.#amounts = amountsOf(groups, this.#system);
    this.#small = groups.map(({ people, fewest }) => this.#isSmall(fewest ?? people));
    this.#hidden = [...this.#small];
    this.#needs = new Map<string | undefined, readonly Need[]>([[undefined, this.#countNeeds()]]);
    for (const measure of this.#amounts.keys()) {
      this.#needs.set(measure, this.#amountNeeds(measure));
    }
  }

  hide(): Hidden {
    this.#meet(undefined);
    // What is hidden for the counts' sake has amounts that are not to be known either.
    let before: number;
    do {
      before = this.#hiddenCount();
      for (const measure of this.#amounts.keys()) this.#meet(measure);
    } while (this.#hiddenCount() > before);
    this.#showNeedless();
    return { hidden: this.#hidden, small: this.#small };
  }

  #isSmall(people: number): boolean {
    return people >= 1 && people <= this.#threshold;
  }

  #hiddenCount(): number {
    return this.#hidden.filter(Boolean).length;
  }

  /** How low and high every small count and rest must be able to be, the largest first. */
  #countNeeds(): Need[] {
    if (this.#groups.some(({ fewest }) => fewest !== undefined)) return [];
    const { cells } = this.#system;
    const everything = this.#worlds(undefined, true);
    return cells
      .map((_, at) => at)
      .filter((at) => this.#isSmall(cells[at]!.people) && cells[at]!.kind !== 'link')
      .sort((one, other) => cells[other]!.people - cells[one]!.people || one - other)
      .flatMap((at): Need[] => {
        const { people } = cells[at]!;
        // A count of three tables' rows is at least three, whatever is hidden.
        const down = Math.ceil(everything.towards(at, 1 - people) - NEAR);
        const most = Math.max(this.#threshold, people + down + 1);
        const up = Math.floor(everything.towards(at, most - people) + NEAR);
        return [down, up].filter((by) => by !== 0).map((by) => ({ at, ways: [by] }));
      });
  }

  /** How far off the amount of every group that is or may come to be hidden must be able to be. */
  #amountNeeds(measure: string): Need[] {
    const { truths, enough } = this.#amounts.get(measure)!;
    const everything = this.#worlds(measure, true);
    return this.#groups.flatMap((group, at): Need[] => {
      const isOpen = this.#hidden[at] || this.#isShown(at);
      if (!isOpen || group.amounts?.[measure] === undefined) return [];
      const by = enough(truths[at]!);
      const ways = [by, -by].filter((way) => everything.allow({ at, ways: [way] }));
      return ways.length === 0 ? [] : [{ at, ways }];
    });
  }

  /** The needs of what is hidden now. Counts that are hidden for others' sake need no protection. */
  #needsNow(measure: string | undefined): readonly Need[] {
    const needs = this.#needs.get(measure)!;
    return measure === undefined ? needs : needs.filter(({ at }) => this.#hidden[at]);
  }

  /** Hides what it takes until every need is met. */
  #meet(measure: string | undefined): void {
    let worlds = this.#worlds(measure);
    for (const need of this.#needsNow(measure)) {
      while (!worlds.allow(need)) {
        const further = this.#cheapest(measure, need);
        if (further.length === 0) throw new Error('What could be protected cannot be.');
        for (const at of further) {
          this.#hidden[at] = true;
          this.#causeOf.set(at, { measure, need });
        }
        worlds = this.#worlds(measure);
      }
    }
  }

  /** What a reader cannot tell with what is hidden now, or with everything hidden that can be. */
  #worlds(measure: string | undefined, isAllHidden = false) {
    const { unknowns, placeOf, equations } = this.#open(
      measure,
      (at) => this.#hidden[at]! || (isAllHidden && this.#isShown(at)),
      () => false,
    );
    const worlds = new Worlds(unknowns, equations);
    return {
      allow: ({ at, ways }: Need) => ways.some((by) => worlds.canBe(placeOf.get(at)!, by)),
      /** `by`, or how far towards it a figure can be. */
      towards: (at: number, by: number) => {
        const unknown = placeOf.get(at)!;
        return worlds.canBe(unknown, by) ? by : worlds.off(unknown);
      },
    };
  }

  /** The cheapest further groups to hide for a need; all there are where a rounding hides the answer. */
  #cheapest(measure: string | undefined, { at, ways }: Need): number[] {
    const found = ways.flatMap((by) => this.#strayingSoFar(measure, at, by) ?? []);
    const [best] = found.sort((one, other) => one.cost - other.cost);
    if (best && best.groups.length > 0) return best.groups;
    return this.#groups.map((_, group) => group).filter((group) => this.#isShown(group));
  }

  /** Which shown groups would have to stray, as little and as cheaply as can be, for a figure to be `by` off. */
  #strayingSoFar(
    measure: string | undefined,
    at: number,
    by: number,
  ): { groups: number[]; cost: number } | undefined {
    const { unknowns, placeOf, equations, strays } = this.#open(
      measure,
      (group) => this.#hidden[group]!,
      (group) => this.#isShown(group),
    );
    const figure = placeOf.get(at)!;
    const { low, high } = unknowns[figure]!;
    unknowns[figure] = by > 0 ? { low, high: by } : { low: by, high };
    const costs = strays.map(({ group }) => costOf(this.#groups[group]!));
    const dearest = Math.max(...costs);
    // That the figure goes there is worth more than all the straying that it could take.
    const worth = 10 * (1 + strays.length) * Math.sign(by);
    const gain = unknowns.push({ low: -Infinity, high: Infinity }) - 1;
    const bill = strays.flatMap(({ ways }, stray) =>
      ways.map((way): [number, number] => [way, costs[stray]! / dearest]),
    );
    const worlds = new Worlds(unknowns, [...equations, [[gain, 1], [figure, -worth], ...bill]]);
    worlds.canBe(gain, Infinity);
    if (Math.abs(worlds.off(figure) - by) > NEAR) return undefined;
    const groups = strays.filter(({ ways }) => ways.some((way) => worlds.off(way) > NEAR));
    return {
      groups: groups.map(({ group }) => group),
      cost: worth * worlds.off(figure) - worlds.off(gain),
    };
  }

  /** Shown, and could be hidden. */
  #isShown(at: number): boolean {
    const group = this.#groups[at];
    return group !== undefined && group.people > 0 && !this.#hidden[at] && !group.isKnown;
  }

  /**
   * The unknowns and equations of a reader: a figure that is hidden or in no table is one unknown; a
   * shown one that `mayStray` is one for each way that it could, so that either costs; any other is
   * what it is.
   */
  #open(
    measure: string | undefined,
    isHidden: (at: number) => boolean,
    mayStray: (at: number) => boolean,
  ) {
    const amounts = measure === undefined ? undefined : this.#amounts.get(measure)!;
    const { cells, relations } = this.#system;
    const unknowns: Unknown[] = [];
    const strays: { group: number; ways: number[] }[] = [];
    const placeOf = new Map<number, number>();
    const add = (unknown: Unknown): number => unknowns.push(unknown) - 1;
    const terms = cells.map(({ people, kind }, at): Equation => {
      if (people === 0) return [];
      const truth = amounts ? amounts.truths[at]! : people;
      const least = amounts ? amounts.least[at]! : kind === 'published' ? 1 : 0;
      const low = Math.min(0, least - truth);
      const isPublished = kind === 'published' && (amounts?.isPublished[at] ?? true);
      if (!isPublished || isHidden(at)) {
        placeOf.set(at, add({ low, high: Infinity }));
        return [[placeOf.get(at)!, 1]];
      }
      if (!mayStray(at)) return [];
      const up = add({ low: 0, high: Infinity });
      const down = low < 0 ? [add({ low: 0, high: -low })] : [];
      strays.push({ group: at, ways: [up, ...down] });
      return [[up, 1], ...down.map((way): [number, number] => [way, -1])];
    });
    const equations = (amounts?.relations ?? relations).map(({ whole, parts }): Equation => [
      ...terms[whole]!,
      ...parts.flatMap((part) =>
        terms[part]!.map(([way, times]): [number, number] => [way, -times]),
      ),
    ]);
    return { unknowns, placeOf, equations, strays };
  }

  /** Shows again, the largest first, what is hidden for others' sake and turns out not to be needed. */
  #showNeedless(): void {
    const candidates = this.#groups
      .map((_, at) => at)
      .filter((at) => this.#hidden[at] && !this.#small[at])
      .sort((one, other) => this.#groups[other]!.people - this.#groups[one]!.people || one - other);
    for (const at of candidates) {
      this.#hidden[at] = false;
      if (!this.#isSafeWithout(at)) this.#hidden[at] = true;
    }
  }

  /** Whether all needs are met without a group; that for which it was hidden is asked first. */
  #isSafeWithout(group: number): boolean {
    const cause = this.#causeOf.get(group);
    const isMet = (measure: string | undefined, first?: Need): boolean => {
      const worlds = this.#worlds(measure);
      const needs = this.#needsNow(measure);
      if (first && needs.includes(first) && !worlds.allow(first)) return false;
      return needs.every((need) => worlds.allow(need));
    };
    if (cause && !isMet(cause.measure, cause.need)) return false;
    return [undefined, ...this.#amounts.keys()].every(
      (measure) => (cause && measure === cause.measure) || isMet(measure),
    );
  }
}

/** Off by less than this is not off. */
const NEAR = 1e-5;

/** Hiding costs with the young people of whom a reader loses a figure, so totals are the dearest. */
const costOf = ({ people }: PeopleGroup): number => people;
