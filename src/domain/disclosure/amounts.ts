import type { PeopleGroup } from './hideSmallGroups';
import type { Relation, System } from './relations';

/** One measure's amounts over the cells of a population, scaled. */
export interface Amounts {
  /** What it is for each cell; 0 where nobody can say. */
  truths: readonly number[];
  /** The least that a reader knows it to be. */
  least: readonly number[];
  isPublished: readonly boolean[];
  /** Those of the system's relations that these amounts keep. */
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

/** The amounts of every measure that is published of any group. */
export function amountsOf(groups: readonly PeopleGroup[], system: System): Map<string, Amounts> {
  const measures = new Set(groups.flatMap(({ amounts }) => Object.keys(amounts ?? {})));
  return new Map([...measures].sort().map((name) => [name, measured(name, groups, system)]));
}

function measured(name: string, groups: readonly PeopleGroup[], system: System): Amounts {
  const stated = groups.map(({ amounts }) => amounts?.[name]);
  const isNeverNegative = stated.every((amount) => !amount || amount.isNeverNegative);
  const known = system.cells.map(({ people }, at) => (people === 0 ? 0 : stated[at]?.value));
  const relations = keptRelations(known, isNeverNegative, system);
  const largest = Math.max(...stated.map((amount) => Math.abs(amount?.value ?? 0)), 1);
  const scale = LARGEST / largest;
  return {
    truths: known.map((value) => (value ?? 0) * scale),
    // What nobody can work out is not held to its bound, since what it is now is not known here.
    least: known.map((value) => (isNeverNegative && value !== undefined ? 0 : -Infinity)),
    isPublished: system.cells.map((_, at) => stated[at] !== undefined),
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
  isNeverNegative: boolean,
  { relations }: System,
): Relation[] {
  const kept = new Set(relations);
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const relation of kept) {
      const { whole, parts } = relation;
      const missing = [whole, ...parts].filter((at) => known[at] === undefined);
      if (missing.length > 1) continue;
      const rounding = PENNY * (parts.length + 1);
      const gap = (known[whole] ?? 0) - parts.reduce((sum, at) => sum + (known[at] ?? 0), 0);
      const last = missing[0];
      if (last === undefined) {
        if (Math.abs(gap) > rounding) kept.delete(relation);
        continue;
      }
      const value = last === whole ? -gap : gap;
      if (isNeverNegative && value < -rounding) kept.delete(relation);
      else {
        known[last] = isNeverNegative ? Math.max(0, value) : value;
        isNew = true;
      }
    }
  }
  return relations.filter((relation) => kept.has(relation));
}
