/**
 * What a reader knows of the figures of one population before any is hidden: which add up to which.
 * It is had from what each figure is of alone, so that tables which share people are one system,
 * whichever sheets they stand on.
 */

export type Where = Readonly<Record<string, string>>;

/** Young people whom a figure could be of, published or not. */
export interface Cell {
  where: Where;
  people: number;
  /**
   * published: it is among the figures. link: it is not, but two tables meet in it, as 'reason' does
   * of opportunity by reason and of reason by direction. rest: those whom a table lists nowhere,
   * which subtraction shows.
   */
  kind: 'published' | 'link' | 'rest';
}

/** The people of the parts, added up, are those of the whole. Both are places in the list of cells. */
export interface Relation {
  whole: number;
  parts: readonly number[];
}

export interface System {
  /** The published ones first, in the order given. */
  cells: Cell[];
  relations: Relation[];
}

/** A value in a dimension that no cell can have. */
const REST = '\u0000';

type Dimensions = readonly string[];

/** A name for young people that does not depend on the order in which their dimensions are written. */
export const keyOf = (where: Where): string =>
  JSON.stringify(Object.entries(where).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The relations between published figures; each `where` stands once. */
export function relationsOf(published: readonly { where: Where; people: number }[]): System {
  const cells: Cell[] = published.map(({ where, people }) => ({
    where,
    people,
    kind: 'published',
  }));
  const sets = dimensionSets(cells.map(({ where }) => dimensionsOf(where)));
  const table = new Map<string, Map<string, number>>(sets.map((set) => [nameOf(set), new Map()]));
  const placed = (cell: Cell, at: number): void => {
    table.get(nameOf(dimensionsOf(cell.where)))!.set(keyOf(cell.where), at);
  };
  cells.forEach(placed);
  const add = (cell: Cell): number => {
    placed(cell, cells.push(cell) - 1);
    return cells.length - 1;
  };
  const cellsIn = (set: Dimensions): number[] => [...table.get(nameOf(set))!.values()];

  addLinks(sets, cells, cellsIn, add);

  const relations: Relation[] = [];
  for (const set of sets) {
    for (const wasRest of [false, true]) {
      for (const wider of coveredBy(set, sets)) {
        const partsOf = grouped(cellsIn(set), cells, wider);
        for (const whole of cellsIn(wider)) {
          const { where, people } = cells[whole]!;
          if (isRest(where) !== wasRest || people === 0) continue;
          const parts = (partsOf.get(keyOf(where)) ?? []).filter((part) => cells[part]!.people > 0);
          const rest = people - parts.reduce((sum, part) => sum + cells[part]!.people, 0);
          // More than the whole: they are counted in several places, so nothing can be subtracted.
          if (rest < 0 || (rest === people && wasRest)) continue;
          if (rest > 0) {
            const others = Object.fromEntries(set.map((name) => [name, where[name] ?? REST]));
            parts.push(add({ where: others, people: rest, kind: 'rest' }));
          }
          relations.push({ whole, parts });
        }
      }
    }
  }
  return { cells, relations };
}

const dimensionsOf = (where: Where): Dimensions => Object.keys(where).sort();
const nameOf = (set: Dimensions): string => JSON.stringify(set);
const isRest = (where: Where): boolean => Object.values(where).includes(REST);
const isWithin = (few: Dimensions, many: Dimensions): boolean =>
  few.length < many.length && few.every((name) => many.includes(name));

const projected = (where: Where, set: Dimensions): Where =>
  Object.fromEntries(set.map((name) => [name, where[name]!]));

/** The sets of dimensions in use and what any two have in common, the fewest dimensions first. */
function dimensionSets(used: readonly Dimensions[]): Dimensions[] {
  const sets = new Map(used.map((set) => [nameOf(set), set]));
  // A Map goes on to what is added while it is walked, so this ends when nothing new comes of it.
  for (const one of sets.values()) {
    for (const other of sets.values()) {
      const both = one.filter((name) => other.includes(name));
      if (!sets.has(nameOf(both))) sets.set(nameOf(both), both);
    }
  }
  return [...sets]
    .sort(([name, one], [other, two]) => one.length - two.length || (name < other ? -1 : 1))
    .map(([, set]) => set);
}

/** The sets just below: those within it that are within no other one within it. */
function coveredBy(set: Dimensions, sets: readonly Dimensions[]): Dimensions[] {
  const within = sets.filter((other) => isWithin(other, set));
  return within.filter((one) => !within.some((other) => isWithin(one, other)));
}

/** Cells that nobody published but that cells of two tables share; the fullest table counts them. */
function addLinks(
  sets: readonly Dimensions[],
  cells: Cell[],
  cellsIn: (set: Dimensions) => number[],
  add: (cell: Cell) => number,
): void {
  for (const set of [...sets].reverse()) {
    const listed = new Set(cellsIn(set).map((at) => keyOf(cells[at]!.where)));
    const found = new Map<string, Cell>();
    for (const narrower of sets.filter((other) => coveredBy(other, sets).includes(set))) {
      for (const [key, parts] of grouped(cellsIn(narrower), cells, set)) {
        if (listed.has(key)) continue;
        const people = parts.reduce((sum, part) => sum + cells[part]!.people, 0);
        const where = projected(cells[parts[0]!]!.where, set);
        found.set(key, {
          where,
          people: Math.max(people, found.get(key)?.people ?? 0),
          kind: 'link',
        });
      }
    }
    for (const key of [...found.keys()].sort()) add(found.get(key)!);
  }
}

/** Cells by the wider cell that they lie in. */
function grouped(
  places: readonly number[],
  cells: readonly Cell[],
  wider: Dimensions,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of places) {
    const key = keyOf(projected(cells[at]!.where, wider));
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return groups;
}
