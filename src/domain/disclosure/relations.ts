/**
 * What a reader knows of published figures before any is hidden: which add up to which. It is had
 * from who is in each figure, so that tables which share people are one system, whichever sheets they
 * stand on and whatever their rows are called.
 */

/** Young people whom a figure could be of, published or not. */
export interface Cell {
  /** Who they are; in order, each once. */
  members: readonly number[];
  people: number;
  /** False of a rest: those of one table whom another leaves out, which subtraction shows. */
  isPublished: boolean;
}

/** Rows that share nobody, by their places among the cells. */
export interface Family {
  /** Whose rows: subtraction between two tables shows whom one leaves out only where both are of one source. */
  source: string;
  cells: readonly number[];
}

/** The people on the left, added up, are those on the right. Both are places in the list of cells. */
export interface Relation {
  left: readonly number[];
  right: readonly number[];
}

export interface System {
  /** The published ones first, in the order given. */
  cells: Cell[];
  relations: Relation[];
}

/** Rows of two tables that have the same people between them, less the rests of either. */
interface Block {
  left: number[];
  right: number[];
  /** Those of the left rows who are in no right row, and the other way round. */
  leftRest: number[];
  rightRest: number[];
}

/**
 * The relations between published figures. Of two tables, those rows belong together that can be
 * reached from one another by people whom they share: their sums are the same but for the people of
 * one table who are not in the other. Whoever is left out so is a figure too, and is
 * held against all tables in turn.
 */
export function relationsOf(published: readonly Cell[], families: readonly Family[]): System {
  const cells = [...published];
  const placeOf = new Map(cells.map(({ members }, at) => [keyOf(members), at]));
  const placed = (members: readonly number[]): number => {
    const key = keyOf(members);
    const known = placeOf.get(key);
    if (known !== undefined) return known;
    const at = cells.push({ members, people: members.length, isPublished: false }) - 1;
    placeOf.set(key, at);
    return at;
  };
  const found = new Map<string, Relation>();
  const add = (one: readonly number[], other: readonly number[]): void => {
    const left = one.filter((at) => !other.includes(at));
    const right = other.filter((at) => !one.includes(at));
    if (left.length === 0 || right.length === 0) return;
    const sum = (places: readonly number[]): number =>
      places.reduce((people, at) => people + cells[at]!.people, 0);
    const key = keyOf(left) < keyOf(right) ? [left, right] : [right, left];
    if (sum(left) === sum(right)) found.set(JSON.stringify(key), { left, right });
  };
  const rests = new Map<string, Family>();
  const addRests = (source: string, rows: readonly (readonly number[])[]): void => {
    const own = rows.filter((members) => members.length > 0).map(placed);
    if (own.length > 0) rests.set(keyOf(own), { source, cells: own });
  };
  const tables = families.map((family) => new Table(family, cells));
  pairs(tables, (one, other) => {
    const isOneSource = one.source === other.source;
    const blocks = one.blocksWith(other);
    for (const { left, right, leftRest, rightRest } of blocks) {
      const isWhole = leftRest.length === 0 && rightRest.length === 0;
      if (left.length === 0 || right.length === 0 || (!isOneSource && !isWhole)) continue;
      add(
        [...left, ...(rightRest.length > 0 ? [placed(rightRest)] : [])].sort(byNumber),
        [...right, ...(leftRest.length > 0 ? [placed(leftRest)] : [])].sort(byNumber),
      );
    }
    if (!isOneSource) return;
    addRests(
      one.source,
      blocks.map(({ leftRest }) => leftRest),
    );
    addRests(
      one.source,
      blocks.map(({ rightRest }) => rightRest),
    );
  });
  const known = new Set(families.map((family) => keyOf(family.cells)));
  const left = [...rests]
    .filter(([key]) => !known.has(key))
    .map(([, family]) => new Table(family, cells));
  const holdAgainst = (one: Table, other: Table): void => {
    for (const block of one.blocksWith(other)) {
      const isWhole = block.leftRest.length === 0 && block.rightRest.length === 0;
      if (isWhole) add(block.left, block.right);
    }
  };
  for (const rest of left) for (const table of tables) holdAgainst(rest, table);
  pairs(left, holdAgainst);
  return compacted(cells, published.length, telling([...found.values()], cells));
}

const byNumber = (one: number, other: number): number => one - other;

/** A name for people, or for rows, that are in order. */
export const keyOf = (numbers: readonly number[]): string => numbers.join();

function pairs<T>(items: readonly T[], visit: (one: T, other: T) => void): void {
  items.forEach((one, at) => {
    for (const other of items.slice(at + 1)) visit(one, other);
  });
}

/** A family whose members know their rows. */
class Table {
  readonly source: string;
  readonly #cells: readonly Cell[];
  readonly #places: readonly number[];
  readonly #rowOf = new Map<number, number>();

  constructor(family: Family, cells: readonly Cell[]) {
    this.source = family.source;
    this.#cells = cells;
    this.#places = family.cells;
    family.cells.forEach((at, row) => {
      for (const member of cells[at]!.members) this.#rowOf.set(member, row);
    });
  }

  /** The rows of both that belong together, without those that the two have in common. */
  blocksWith(other: Table): Block[] {
    const count = this.#places.length;
    const parent = Array.from({ length: count + other.#places.length }, (_, at) => at);
    const rootOf = (at: number): number => {
      let root = at;
      while (parent[root] !== root) root = parent[root]!;
      parent[at] = root;
      return root;
    };
    for (const [member, row] of this.#rowOf) {
      const theirs = other.#rowOf.get(member);
      if (theirs !== undefined) parent[rootOf(row)] = rootOf(count + theirs);
    }
    const blocks = new Map<number, Block>();
    parent.forEach((_, at) => {
      const root = rootOf(at);
      const block = blocks.get(root) ?? { left: [], right: [], leftRest: [], rightRest: [] };
      blocks.set(root, block);
      const [table, opposite] = at < count ? [this, other] : [other, this];
      const place = table.#places[at < count ? at : at - count]!;
      (at < count ? block.left : block.right).push(place);
      const rest = at < count ? block.leftRest : block.rightRest;
      for (const member of this.#cells[place]!.members) {
        if (!opposite.#rowOf.has(member)) rest.push(member);
      }
    });
    for (const { leftRest, rightRest } of blocks.values()) {
      leftRest.sort(byNumber);
      rightRest.sort(byNumber);
    }
    return [...blocks.values()].filter(
      ({ left, right }) => left.length !== 1 || right.length !== 1 || left[0] !== right[0],
    );
  }
}

// What of it tells anything -------------------------------------------------------------------

/** The relations without those that say nothing: two rests that stand nowhere else can be anything. */
function telling(relations: readonly Relation[], cells: readonly Cell[]): Relation[] {
  let kept = [...relations];
  for (let before = -1; before !== kept.length;) {
    before = kept.length;
    const times = new Map<number, number>();
    for (const at of kept.flatMap(placesIn)) times.set(at, (times.get(at) ?? 0) + 1);
    const isFree = (at: number): boolean => !cells[at]!.isPublished && times.get(at) === 1;
    kept = kept.filter((relation) => placesIn(relation).filter(isFree).length < 2);
  }
  return kept;
}

/** The relations without those that follow from others; the shortest are kept. */
export function independent(relations: readonly Relation[]): Relation[] {
  const ordered = [...relations].sort(
    (one, other) =>
      placesIn(one).length - placesIn(other).length ||
      (keyOf(placesIn(one)) < keyOf(placesIn(other)) ? -1 : 1),
  );
  const rows: { own: number; row: Map<number, number> }[] = [];
  return ordered.filter(({ left, right }) => {
    const row = new Map<number, number>();
    for (const at of left) row.set(at, (row.get(at) ?? 0) + 1);
    for (const at of right) row.set(at, (row.get(at) ?? 0) - 1);
    for (const { own, row: earlier } of rows) {
      const times = row.get(own);
      if (times === undefined) continue;
      for (const [at, by] of earlier) {
        const less = (row.get(at) ?? 0) - times * by;
        if (Math.abs(less) < NOTHING) row.delete(at);
        else row.set(at, less);
      }
    }
    const [first] = [...row].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
    if (!first || Math.abs(first[1]) < NOTHING) return false;
    const [own, times] = first;
    rows.push({ own, row: new Map([...row].map(([at, by]) => [at, by / times])) });
    return true;
  });
}

const NOTHING = 1e-9;

const placesIn = ({ left, right }: Relation): number[] => [...left, ...right];

/** Without the rests that no relation speaks of. */
function compacted(
  cells: readonly Cell[],
  published: number,
  relations: readonly Relation[],
): System {
  const used = new Set(relations.flatMap(placesIn));
  const kept = cells.map((_, at) => at).filter((at) => at < published || used.has(at));
  const placeOf = new Map(kept.map((at, place) => [at, place]));
  const moved = (places: readonly number[]): number[] => places.map((at) => placeOf.get(at)!);
  return {
    cells: kept.map((at) => cells[at]!),
    relations: relations.map(({ left, right }) => ({ left: moved(left), right: moved(right) })),
  };
}

/** The parts of a system that no relation joins; in each, the published cells come first. */
export function apart(
  { cells, relations }: System,
  published: number,
): { published: number[]; system: System }[] {
  const partOf = cells.map((_, at) => at);
  const rootOf = (at: number): number => (partOf[at] === at ? at : rootOf(partOf[at]!));
  for (const { left, right } of relations) {
    const [first, ...others] = [...left, ...right];
    for (const other of others) partOf[rootOf(other)] = rootOf(first!);
  }
  const parts = new Map<number, number[]>();
  cells.forEach((_, at) => parts.set(rootOf(at), [...(parts.get(rootOf(at)) ?? []), at]));
  return [...parts].map(([root, places]) => {
    const placeOf = new Map(places.map((at, place) => [at, place]));
    const moved = (side: readonly number[]): number[] => side.map((at) => placeOf.get(at)!);
    return {
      published: places.filter((at) => at < published),
      system: {
        cells: places.map((at) => cells[at]!),
        relations: relations
          .filter(({ left }) => rootOf(left[0]!) === root)
          .map(({ left, right }) => ({ left: moved(left), right: moved(right) })),
      },
    };
  });
}
