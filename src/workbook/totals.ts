export interface Costs {
  original: number;
  current: number;
}

interface Sums extends Costs {
  rows: number;
}

const nothing = (): Sums => ({ original: 0, current: 0, rows: 0 });

/** Totals typed in whole pounds, or kept in pence while costs have fractions, still are the totals. */
const PENCE_APART = 0.05;
const POUNDS_APART = 1;

function isSum(sums: Sums, { original, current }: Costs): boolean {
  const apart =
    Number.isInteger(original) && Number.isInteger(current) ? POUNDS_APART : PENCE_APART;
  return Math.abs(sums.original - original) < apart && Math.abs(sums.current - current) < apart;
}

/** The sums that a total in a tracker can be of: since the last total, of all rows, of one of its groups. */
export class SumsAbove {
  private block = nothing();
  private readonly all = nothing();
  private readonly groups = new Map<string, Sums>();

  add(costs: Costs, groups: readonly string[]): void {
    const named = groups.filter((group) => group !== '').map((group) => this.groupOf(group));
    for (const sums of [this.block, this.all, ...named]) {
      sums.original += costs.original;
      sums.current += costs.current;
      sums.rows += 1;
    }
  }

  /** Whether these costs are the sum of at least so many rows. */
  include(costs: Costs, fewest: number): boolean {
    return [this.block, this.all, ...this.groups.values()].some(
      (sums) => sums.rows >= fewest && isSum(sums, costs),
    );
  }

  get isEmpty(): boolean {
    return this.all.rows === 0;
  }

  /** What comes next is summed from here. */
  startBlock(): void {
    this.block = nothing();
  }

  private groupOf(group: string): Sums {
    const key = group.toLowerCase();
    const sums = this.groups.get(key) ?? nothing();
    this.groups.set(key, sums);
    return sums;
  }
}
