import { perOpportunity, TOTAL } from './cohort';
import { roundPence, RunningTotal } from './money';
import { NO_CHANGE, type Reason } from './reason';

/** Young people with one reason and what it came to, £ a week, unrounded. */
export interface ReasonRow {
  reason: Reason | 'Total';
  youngPeople: number;
  /** An amount saved is positive among reductions, a cost added positive among increases. */
  weekly: number;
  /** A young person; 0 where there is nobody. */
  average: number;
}

/** What became of one identified opportunity under one reason; a saving is negative. */
export interface OutcomeRow {
  opportunity: string;
  reason: Reason;
  youngPeople: number;
  /** Current less original, £ a week. */
  weekly: number;
}

/** A counted young person's weekly cost, £, and why it changed. */
export interface ReasonedChange {
  original: number;
  current: number;
  reason: Reason;
}

/** 'net' is reductions and increases together. */
export type Direction = 'reductions' | 'increases' | 'net';

/**
 * True where the weekly cost fell and the reason is not 'No change'. A fall counts from half a
 * penny, where it first shows: costs that formulas worked out may differ by a binary hair, which
 * no officer would see in the table that it stood in. How much is no change is another question,
 * and the reason answers it: a fall of £2 for another reason is a reduction.
 */
export const isReduction = ({ original, current, reason }: ReasonedChange): boolean =>
  reason !== NO_CHANGE && roundPence(current - original) < 0;

const SIDES: Record<Direction, { holds: (change: ReasonedChange) => boolean; sign: 1 | -1 }> = {
  reductions: { holds: isReduction, sign: -1 },
  increases: { holds: (change) => !isReduction(change), sign: 1 },
  net: { holds: () => true, sign: 1 },
};

/** The rows that a side is made of, in their order. */
export const onSide = <T extends ReasonedChange>(rows: readonly T[], direction: Direction): T[] =>
  rows.filter(SIDES[direction].holds);

/**
 * Young people and weekly cost by reason, then the total: paper 000's tables of reasons. Every
 * young person is among the reductions (isReduction), with amounts saved positive, or among the
 * increases, with costs added positive; 'No change' is an increase whatever its sign. In 'net' a
 * saving is negative. Sorted by young people, then amount, the most first, then name.
 */
export function byReason(rows: readonly ReasonedChange[], direction: Direction): ReasonRow[] {
  const { sign } = SIDES[direction];
  const sums = summed(onSide(rows, direction));
  const total: Sum<'Total'> = { reason: TOTAL, youngPeople: 0, difference: new RunningTotal() };
  for (const { youngPeople, difference } of sums) {
    total.youngPeople += youngPeople;
    total.difference.addTotal(difference);
  }
  const row = ({ reason, youngPeople, difference }: Sum<Reason | 'Total'>): ReasonRow => {
    const weekly = signed(difference.pounds, sign);
    return { reason, youngPeople, weekly, average: youngPeople === 0 ? 0 : weekly / youngPeople };
  };
  return [...sums.map(row).sort(inOrder), row(total)];
}

/**
 * What became of each identified opportunity, by the reason that the cost changed for. Opportunities
 * are named and ordered as byOpportunity has them, and young people without one left out; within
 * one, by young people, then weekly difference, the most first, then name. There is no total.
 */
export const byOutcome = (
  rows: readonly (ReasonedChange & { opportunity: string })[],
): OutcomeRow[] =>
  perOpportunity(rows).flatMap(({ opportunity, rows: own }) =>
    summed(own)
      .map(({ reason, youngPeople, difference }) => ({
        opportunity,
        reason,
        youngPeople,
        weekly: signed(difference.pounds, 1),
      }))
      .sort(inOrder),
  );

interface Sum<R> {
  reason: R;
  youngPeople: number;
  /** Current less original, £ a week. */
  difference: RunningTotal;
}

function summed(rows: readonly ReasonedChange[]): Sum<Reason>[] {
  const sums = new Map<Reason, Sum<Reason>>();
  for (const { original, current, reason } of rows) {
    const sum = sums.get(reason) ?? { reason, youngPeople: 0, difference: new RunningTotal() };
    sums.set(reason, sum);
    sum.youngPeople += 1;
    sum.difference.add(current);
    sum.difference.add(-original);
  }
  return [...sums.values()];
}

const signed = (pounds: number, sign: 1 | -1): number => (pounds === 0 ? 0 : sign * pounds);

type Sorted = Pick<OutcomeRow, 'youngPeople' | 'weekly' | 'reason'> | ReasonRow;

/** Amounts compare as they are shown, so that the order of the tracker's rows cannot move a tie. */
const inOrder = (one: Sorted, other: Sorted): number =>
  other.youngPeople - one.youngPeople ||
  roundPence(other.weekly) - roundPence(one.weekly) ||
  (one.reason < other.reason ? -1 : 1);
