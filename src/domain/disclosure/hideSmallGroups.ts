import { amountsOf, type Amounts } from './amounts';
import { distinctGroups, type Distinct } from './distinctGroups';
import type { PeopleGroup } from './peopleGroup';
import { apart, independent, relationsOf, type Relation, type System } from './relations';
import { Worlds, type Equation, type Unknown } from './worlds';

/** Which groups are not to be published, in the order in which they were given. */
export interface Hidden {
  hidden: boolean[];
  /** Those of them that are hidden for their own size; the rest, so that these cannot be worked out. */
  small: boolean[];
}

/**
 * Which groups are not to be published: those of 1 to `threshold` young people, and as few and as
 * small others as it takes that no reader of all tables, knowing who is in each, what adds up to what,
 * that a hidden count is at least 1 and which amounts are never negative, can tell
 * - of a small count more than that it lies from 1 to the threshold (1 or 2 where the threshold is 1);
 * - of a small rest of a total, how many it is;
 * - of a hidden amount, what it is to within a tenth.
 * Groups of nobody are shown. A threshold of 0 hides nothing. Groups of the same members are hidden
 * together, whatever they are called.
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
  const { distinct, families } = distinctGroups(groups);
  const system = relationsOf(
    distinct.map(({ group, members }) => ({ members, people: group.people, isPublished: true })),
    families,
  );
  for (const part of apart(system, distinct.length)) {
    const own = part.published.map((at) => distinct[at]!);
    const result = new Population(
      own.map(({ group }) => group),
      part.system,
      threshold,
    ).hide();
    own.forEach(({ places }, at) => {
      for (const place of places) {
        hidden[place] = result.hidden[at]!;
        small[place] = result.small[at]!;
      }
    });
  }
  return { hidden, small };
}

/** What a figure measures: pounds of a kind, or undefined for the counts. */
type Measure = Amounts | undefined;

/** A published group, once. */
type Group = Distinct['group'];

/** What no reader may be able to rule out: that a figure is `by` off. One of several ways will do. */
interface Need {
  /** Its place among the counts, which is its cell's, or among the amounts. */
  at: number;
  ways: readonly number[];
}

/** Groups that hang together, each once, and what of them is hidden. */
class Population {
  readonly #groups: readonly Group[];
  readonly #threshold: number;
  readonly #system: System;
  /** What adds up to what of the counts. */
  readonly #ofPeople: readonly Relation[];
  readonly #amounts: readonly Amounts[];
  readonly #hidden: boolean[];
  readonly #small: boolean[];
  /** By the amounts that they are of; undefined is the counts. */
  readonly #needs: Map<Measure, readonly Need[]>;
  /** For what need a group came to be hidden that is not small. */
  readonly #causeOf = new Map<number, { measure: Measure; need: Need }>();

  /** The groups are the first cells of the system. */
  constructor(groups: readonly Group[], system: System, threshold: number) {
    this.#groups = groups;
    this.#threshold = threshold;
    this.#system = system;
    this.#ofPeople = independent(system.relations);
    this.#amounts = amountsOf(groups, this.#system);
    this.#small = groups.map(({ people, fewest }) => this.#isSmall(fewest ?? people));
    this.#hidden = [...this.#small];
    this.#needs = new Map<Measure, readonly Need[]>([[undefined, this.#countNeeds()]]);
    for (const amounts of this.#amounts) this.#needs.set(amounts, this.#amountNeeds(amounts));
  }

  hide(): Hidden {
    this.#meet(undefined);
    // What is hidden for the counts' sake has amounts that are not to be known either.
    let before: number;
    do {
      before = this.#hiddenCount();
      for (const amounts of this.#amounts) this.#meet(amounts);
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

  /** How low and high every small count must be able to be, and that no small rest is certain; the largest first. */
  #countNeeds(): Need[] {
    const { cells } = this.#system;
    const everything = this.#worlds(undefined, true);
    return cells
      .map((_, at) => at)
      .filter((at) => this.#isSmall(cells[at]!.people) && this.#groups[at]?.fewest === undefined)
      .sort((one, other) => cells[other]!.people - cells[one]!.people || one - other)
      .flatMap((at): Need[] => {
        const { people, isPublished } = cells[at]!;
        if (!isPublished) {
          const ways = [1, -1].filter((way) => everything.allow({ at, ways: [way] }));
          return ways.length === 0 ? [] : [{ at, ways }];
        }
        // A count of three tables' rows is at least three, whatever is hidden.
        const down = Math.ceil(everything.towards(at, 1 - people) - NEAR);
        const most = Math.max(this.#threshold, people + down + 1);
        const up = Math.floor(everything.towards(at, most - people) + NEAR);
        return [down, up].filter((by) => by !== 0).map((by) => ({ at, ways: [by] }));
      });
  }

  /** How far off the amount of every small rest, and of every group that is or may come to be hidden, must be able to be. */
  #amountNeeds(amounts: Amounts): Need[] {
    const { cellOf, truths, isPublished, isKnown, enough } = amounts;
    const everything = this.#worlds(amounts, true);
    return cellOf.flatMap((cell, at): Need[] => {
      const isOpen = isPublished[at]
        ? this.#hidden[cell] || this.#isShown(cell)
        : this.#isSmall(this.#system.cells[cell]!.people);
      if (!isOpen || !isKnown[at]) return [];
      const by = enough(truths[at]!);
      const ways = [by, -by].filter((way) => everything.allow({ at, ways: [way] }));
      return ways.length === 0 ? [] : [{ at, ways }];
    });
  }

  /** The needs of what is hidden now. Counts that are hidden for others' sake need no protection. */
  #needsNow(measure: Measure): readonly Need[] {
    const needs = this.#needs.get(measure)!;
    if (measure === undefined) return needs;
    // A rest stands in no table, so there is nothing of it to hide.
    return needs.filter(({ at }) => this.#hidden[measure.cellOf[at]!] ?? true);
  }

  /** Hides what it takes until every need is met. */
  #meet(measure: Measure): void {
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
  #worlds(measure: Measure, isAllHidden = false) {
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
  #cheapest(measure: Measure, { at, ways }: Need): number[] {
    const found = ways.flatMap((by) => this.#strayingSoFar(measure, at, by) ?? []);
    const [best] = found.sort((one, other) => one.cost - other.cost);
    if (best && best.groups.length > 0) return best.groups;
    return this.#groups.map((_, group) => group).filter((group) => this.#isShown(group));
  }

  /** Which shown groups would have to stray, as little and as cheaply as can be, for a figure to be `by` off. */
  #strayingSoFar(
    measure: Measure,
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
  #open(measure: Measure, isHidden: (at: number) => boolean, mayStray: (at: number) => boolean) {
    const { cells } = this.#system;
    const unknowns: Unknown[] = [];
    const strays: { group: number; ways: number[] }[] = [];
    const placeOf = new Map<number, number>();
    const add = (unknown: Unknown): number => unknowns.push(unknown) - 1;
    const cellOf = measure?.cellOf ?? cells.map((_, cell) => cell);
    const relations = measure?.relations ?? this.#ofPeople;
    const terms = cellOf.map((cell, at): Equation => {
      const { people, isPublished } = cells[cell]!;
      const truth = measure ? measure.truths[at]! : people;
      const low = Math.min(0, (measure ? measure.least[at]! : isPublished ? 1 : 0) - truth);
      const high = measure ? Math.max(0, measure.most[at]! - truth) : Infinity;
      const isFigure = measure
        ? measure.isPublished[at]
        : isPublished && this.#groups[cell]?.fewest === undefined;
      if (!isFigure || isHidden(cell)) {
        placeOf.set(at, add({ low, high }));
        return [[placeOf.get(at)!, 1]];
      }
      if (!mayStray(cell)) return [];
      const up = high > 0 ? [add({ low: 0, high })] : [];
      const down = low < 0 ? [add({ low: 0, high: -low })] : [];
      strays.push({ group: cell, ways: [...up, ...down] });
      return [
        ...up.map((way): [number, number] => [way, 1]),
        ...down.map((way): [number, number] => [way, -1]),
      ];
    });
    const equations = relations.map(({ left, right }): Equation => [
      ...left.flatMap((part) => terms[part]!),
      ...right.flatMap((part) =>
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
    const isMet = (measure: Measure, first?: Need): boolean => {
      const worlds = this.#worlds(measure);
      const needs = this.#needsNow(measure);
      if (first && needs.includes(first) && !worlds.allow(first)) return false;
      return needs.every((need) => worlds.allow(need));
    };
    if (cause && !isMet(cause.measure, cause.need)) return false;
    return [undefined, ...this.#amounts].every(
      (measure) => (cause && measure === cause.measure) || isMet(measure),
    );
  }
}

/** Off by less than this is not off. */
const NEAR = 1e-5;

/** Hiding costs with the young people of whom a reader loses a figure, so totals are the dearest. */
const costOf = ({ people }: Group): number => people;
