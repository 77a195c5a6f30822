/** A figure that a reader does not know: how far below and above what it is it could be. */
export interface Unknown {
  low: number;
  high: number;
}

/** Differences from the truth that add up to nothing: each unknown, and how often it enters. */
export type Equation = readonly (readonly [unknown: number, times: number])[];

/** What is nothing but floating point. Unknowns are to be scaled to about 1 to 10,000. */
export const NOTHING = 1e-6;

/** Steps that move nothing, after which the next is chosen so that it cannot go round in circles. */
const PATIENCE = 50;
const GIVE_UP = 100_000;

/**
 * The worlds that keep every equation and bound, as a reader sees them: the true one, which is where
 * it begins, and all others that cannot be told from it. Asked whether a figure could be so far
 * off, it walks there by the simplex method, from where the last question left it. That is why it
 * is not a solver from a shelf: hundreds of questions of one set of worlds, from a world that is
 * known to be among them, take few steps each.
 */
export class Worlds {
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** How far off each figure is in the world walked to. */
  readonly #off: Float64Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** Each says that its unknowns, so often, come to 0; one of them, its own, enters no other. */
  readonly #rows: Float64Array[] = [];
  readonly #own: number[] = [];
  readonly #rowOf: Int32Array;

  constructor(unknowns: readonly Unknown[], equations: readonly Equation[]) {
    this.#low = Float64Array.from(unknowns, ({ low }) => low);
    this.#high = Float64Array.from(unknowns, ({ high }) => high);
    this.#off = new Float64Array(unknowns.length);
    this.#least = new Float64Array(unknowns.length);
    this.#most = new Float64Array(unknowns.length);
    this.#rowOf = new Int32Array(unknowns.length).fill(-1);
    for (const equation of equations) this.#add(equation);
  }

  /** How far off a figure is in the world that the last question led to. */
  off(unknown: number): number {
    return this.#off[unknown]!;
  }

  /** Whether, in some world, a figure is as far off as `by`, which may be infinite: then it goes as far as it can. */
  canBe(unknown: number, by: number): boolean {
    if (by === 0) return true;
    const isUp = by > 0;
    const reached = (): boolean =>
      isUp ? this.#most[unknown]! >= by - NOTHING : this.#least[unknown]! <= by + NOTHING;
    for (let steps = 0, still = 0; !reached(); steps++) {
      if (steps === GIVE_UP) throw new Error('The worlds of a reader could not be searched.');
      const entering = this.#entering(unknown, isUp, still > PATIENCE);
      if (!entering) return false;
      const moved = this.#step(entering, unknown, by);
      still = moved < NOTHING ? still + 1 : 0;
    }
    return true;
  }

  /** Brings in an equation, less what those before it say. */
  #add(equation: Equation): void {
    const row = new Float64Array(this.#off.length);
    for (const [unknown, times] of equation) row[unknown]! += times;
    for (const [at, own] of this.#own.entries()) {
      if (row[own] !== 0) subtract(row, row[own]!, this.#rows[at]!);
    }
    // The widest makes the steadiest start; the first of them, so that the answer is always the same.
    let best = -1;
    for (let unknown = 0; unknown < row.length; unknown++) {
      if (Math.abs(row[unknown]!) < NOTHING) row[unknown] = 0;
      else if (best < 0 || this.#room(unknown) > this.#room(best)) best = unknown;
    }
    if (best < 0) return;
    this.#rows.push(row);
    this.#own.push(best);
    this.#pivot(this.#rows.length - 1, best);
  }

  #room(unknown: number): number {
    return Math.min(this.#high[unknown]!, -this.#low[unknown]!, 1e9);
  }

  /** Makes an unknown the own one of a row. */
  #pivot(at: number, unknown: number): void {
    const row = this.#rows[at]!;
    this.#rowOf[this.#own[at]!] = -1;
    this.#own[at] = unknown;
    this.#rowOf[unknown] = at;
    const times = row[unknown]!;
    for (let other = 0; other < row.length; other++) row[other]! /= times;
    for (const other of this.#rows) {
      if (other !== row && other[unknown] !== 0) {
        subtract(other, other[unknown]!, row);
        other[unknown] = 0;
      }
    }
  }

  /** Which unknown to move, and which way, so that a figure moves the way that is asked. */
  #entering(
    figure: number,
    isUp: boolean,
    isFirst: boolean,
  ): { unknown: number; way: number } | undefined {
    const at = this.#rowOf[figure]!;
    if (at < 0) {
      const way = isUp ? 1 : -1;
      return this.#canMove(figure, way) ? { unknown: figure, way } : undefined;
    }
    const row = this.#rows[at]!;
    let best: { unknown: number; way: number } | undefined;
    let strongest = NOTHING;
    for (let unknown = 0; unknown < row.length; unknown++) {
      const times = -row[unknown]!;
      if (Math.abs(times) <= strongest || unknown === figure) continue;
      const way = times > 0 === isUp ? 1 : -1;
      if (!this.#canMove(unknown, way)) continue;
      best = { unknown, way };
      if (isFirst) return best;
      strongest = Math.abs(times);
    }
    return best;
  }

  #canMove(unknown: number, way: number): boolean {
    return this.#roomOf(unknown, way) > NOTHING;
  }

  #roomOf(unknown: number, way: number): number {
    return way > 0
      ? this.#high[unknown]! - this.#off[unknown]!
      : this.#off[unknown]! - this.#low[unknown]!;
  }

  /** Moves an unknown as far as all bounds allow, or until the figure is where it is wanted; how far. */
  #step({ unknown, way }: { unknown: number; way: number }, figure: number, by: number): number {
    let distance = this.#roomOf(unknown, way);
    let blocking = -1;
    let firmest = 0;
    for (let at = 0; at < this.#rows.length; at++) {
      const rate = -this.#rows[at]![unknown]! * way;
      if (Math.abs(rate) < NOTHING) continue;
      const own = this.#own[at]!;
      const room = Math.max(0, this.#roomOf(own, rate)) / Math.abs(rate);
      if (room > distance + NOTHING / 1000) continue;
      // Of those that block alike the firmest, lest something near nothing is divided by.
      if (room > distance - NOTHING / 1000 && Math.abs(rate) <= firmest) continue;
      distance = Math.min(room, distance);
      blocking = at;
      firmest = Math.abs(rate);
    }
    const ofFigure = this.#rowOf[figure]!;
    const rate = ofFigure < 0 ? way : -this.#rows[ofFigure]![unknown]! * way;
    const wanted = Math.abs((by - this.#off[figure]!) / rate);
    const isThere = wanted <= distance;
    if (isThere) distance = wanted;
    if (distance === Infinity) throw new Error('A figure that nothing bounds was sent to its end.');
    this.#move(unknown, way * distance);
    this.#rows.forEach((row, at) => {
      if (row[unknown] !== 0) this.#move(this.#own[at]!, -row[unknown]! * way * distance);
    });
    if (!isThere && blocking >= 0) this.#pivot(blocking, unknown);
    return distance;
  }

  #move(unknown: number, by: number): void {
    const off = Math.min(
      this.#high[unknown]!,
      Math.max(this.#low[unknown]!, this.#off[unknown]! + by),
    );
    this.#off[unknown] = off;
    if (off < this.#least[unknown]!) this.#least[unknown] = off;
    if (off > this.#most[unknown]!) this.#most[unknown] = off;
  }
}

function subtract(from: Float64Array, times: number, row: Float64Array): void {
  for (let at = 0; at < row.length; at++) {
    const left = from[at]! - times * row[at]!;
    // What cancels must leave nothing, or it would be divided by later.
    from[at] = Math.abs(left) < 1e-11 ? 0 : left;
  }
}
