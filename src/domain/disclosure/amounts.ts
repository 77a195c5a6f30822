import type { PublishedAmount } from './peopleGroup';
import { independent, type Relation, type System } from './relations';

/** Amounts of one kind of money over the cells of a system, scaled. A cell may have two that differ. */
export interface Amounts {
  /** The cell that each is of. */
  cellOf: readonly number[];
  /** What it is; 0 where nobody can say. */
  truths: readonly number[];
  /** The least, and the most, that a reader knows it to be. */
  least: readonly number[];
  most: readonly number[];
  isPublished: readonly boolean[];
  /** Whether it can be said at all, be it by subtraction. */
  isKnown: readonly boolean[];
  /** What of them adds up to what. */
  relations: readonly Relation[];
  /** How far off an amount must be able to be, so that it is not known to within a tenth. */
  enough: (truth: number) => number;
}

/** What the largest amount becomes. */
const LARGEST = 10_000;
/** £: what rounding to a penny, once a figure, can make of amounts that add up. */
const PENNY = 0.01;
/** What is well above the solver's noise, where a penny is nothing beside the largest amount. */
const LEAST = 0.001;
/** A little more than the tenth, so that no rounding puts it within. */
const TENTH = 0.105;

/** What a measure is for each cell; undefined where it is not published. */
type Column = readonly (PublishedAmount | undefined)[];

/** One figure that stands in two places, with what a reader knows of either; the less where they differ. */
export const sameAmount = (one: PublishedAmount, other: PublishedAmount): PublishedAmount => ({
  value: Math.min(one.value, other.value),
  isNeverNegative: one.isNeverNegative || other.isNeverNegative,
  atMost: Math.min(one.atMost ?? Infinity, other.atMost ?? Infinity),
});

/**
 * The amounts of every measure that is published of any group. Measures that say the same of the same
 * people are the same money under two names, as what a tracker and a list of reviews have for now:
 * they are taken together.
 */
export function amountsOf(
  groups: readonly { amounts?: Readonly<Record<string, PublishedAmount>> }[],
  system: System,
): Amounts[] {
  const names = [...new Set(groups.flatMap(({ amounts }) => Object.keys(amounts ?? {})))].sort();
  const columns = names.map((name): Column => groups.map(({ amounts }) => amounts?.[name]));
  const kinds: Column[][] = [];
  for (const column of columns) {
    const same = kinds.filter((kind) => kind.some((other) => isSameMoney(column, other)));
    for (const kind of same) kinds.splice(kinds.indexOf(kind), 1);
    kinds.push([...same.flat(), column]);
  }
  return kinds.map((kind) => measured(kind, system));
}

const isNear = (one: PublishedAmount, other: PublishedAmount): boolean =>
  Math.abs(one.value - other.value) <= PENNY;

const isSameMoney = (one: Column, other: Column): boolean =>
  one.some((amount, at) => {
    const also = other[at];
    return amount && also && amount.value !== 0 && isNear(amount, also);
  });

/** An amount that measures of one kind of money have of a cell; not published, it may be had all the same. */
interface Figure {
  cell: number;
  stated?: PublishedAmount;
}

/** For each measure where it stands in the list of figures, cell by cell. */
function figuresOf(
  kind: readonly Column[],
  cells: number,
): { figures: Figure[]; places: number[][] } {
  const figures: Figure[] = [];
  const places = kind.map((): number[] => []);
  for (let cell = 0; cell < cells; cell++) {
    const own: number[] = [];
    kind.forEach((column, measure) => {
      const stated = column[cell];
      if (!stated) return;
      const same = own.find((at) => isNear(figures[at]!.stated!, stated));
      if (same === undefined) own.push(figures.push({ cell, stated }) - 1);
      else figures[same]!.stated = sameAmount(figures[same]!.stated!, stated);
      places[measure]![cell] = same ?? figures.length - 1;
    });
    // What a measure does not say of a cell is what another says of it, unless two say different things.
    let shared = own.length === 1 ? own[0] : undefined;
    kind.forEach((column, measure) => {
      if (column[cell]) return;
      if (own.length > 1) places[measure]![cell] = figures.push({ cell }) - 1;
      else places[measure]![cell] = shared ??= figures.push({ cell }) - 1;
    });
  }
  return { figures, places };
}

function measured(kind: readonly Column[], system: System): Amounts {
  const { figures, places } = figuresOf(kind, system.cells.length);
  const isCost = figures.every(({ stated }) => stated?.isNeverNegative ?? true);
  const isNeverNegative = figures.map(({ stated }) => stated?.isNeverNegative ?? isCost);
  const known = figures.map(({ stated }) => stated?.value);
  const relations = independent(
    keptRelations(
      known,
      isNeverNegative,
      places.flatMap((placeOf) =>
        system.relations.map(({ left, right }) => ({
          left: left.map((cell) => placeOf[cell]!),
          right: right.map((cell) => placeOf[cell]!),
        })),
      ),
    ),
  );
  const largest = Math.max(...figures.map(({ stated }) => Math.abs(stated?.value ?? 0)), 1);
  const scale = LARGEST / largest;
  const bound = ({ stated }: Figure, at: number, way: -1 | 1): number => {
    const value = known[at];
    // Those who are left out and cost nothing, as who has left care, are known to.
    if (isCost && !stated && value !== undefined && value <= PENNY) return value * scale;
    const atMost = (stated?.atMost ?? Infinity) * scale;
    // What nobody can work out is not held to its bound, since what it is now is not known here.
    const least = isNeverNegative[at] && value !== undefined ? 0 : -Infinity;
    return way > 0 ? atMost : Math.max(least, -atMost);
  };
  return {
    cellOf: figures.map(({ cell }) => cell),
    truths: known.map((value) => (value ?? 0) * scale),
    least: figures.map((figure, at) => bound(figure, at, -1)),
    most: figures.map((figure, at) => bound(figure, at, 1)),
    isPublished: figures.map(({ stated }) => stated !== undefined),
    isKnown: known.map((value) => value !== undefined),
    relations,
    enough: (truth) => Math.max(TENTH * Math.abs(truth), PENNY * scale, LEAST),
  };
}

/**
 * The relations in which the amounts add up as the people do; what is in no figure is worked out on
 * the way. A table whose amounts do not add up tells a reader nothing by subtraction.
 */
function keptRelations(
  known: (number | undefined)[],
  isNeverNegative: readonly boolean[],
  relations: readonly Relation[],
): Relation[] {
  const kept = new Set(relations);
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const relation of kept) {
      const { left, right } = relation;
      const places = [...left, ...right];
      const missing = places.filter((at) => known[at] === undefined);
      if (missing.length > 1) continue;
      const rounding = PENNY * places.length;
      const sum = (side: readonly number[]): number =>
        side.reduce((all, at) => all + (known[at] ?? 0), 0);
      const gap = sum(left) - sum(right);
      const [last] = missing;
      if (last === undefined) {
        if (Math.abs(gap) > rounding) kept.delete(relation);
        continue;
      }
      const value = left.includes(last) ? -gap : gap;
      if (isNeverNegative[last] && value < -rounding) kept.delete(relation);
      else {
        known[last] = isNeverNegative[last] ? Math.max(0, value) : value;
        isNew = true;
      }
    }
  }
  return relations.filter((relation) => kept.has(relation));
}
