import { median } from './median';
import type { NeedScore } from './sources/need';
import type { ListProblem } from './sources/source';

/** A placement against what the need score suggests, £ a week, unrounded. */
export interface Placed {
  row: NeedScore;
  /** What the line gives for the score, nothing at least. */
  suggested: number;
  /** The weekly cost less what is suggested: above nothing, dearer than the score suggests. */
  excess: number;
}

/** The line through weekly costs by need score. */
export interface NeedLine {
  /** £ a week for a score of nought; may be below nothing. */
  base: number;
  /** £ a week for each point more; below nothing where costs fall with need. */
  perPoint: number;
}

export interface NeedAndCost {
  line: NeedLine;
  /** The dearest against its score first; of two alike by reference, then as listed. */
  placed: Placed[];
  /** Half of the placements are within so much of what is suggested, £ a week. */
  usual: number;
  /** How many from the first on to challenge: above by more than three times what is usual. */
  toChallenge: number;
}

/** Fewer make no line that anybody should rely on. */
export const FEWEST_SCORED = 8;

/** How many times the usual distance above the line a placement is worth a challenge. */
export const CHALLENGED_FROM = 3;

/**
 * The rows that can be set against one another: those of placements that cost something now. A score
 * or a cost below nothing leaves a row out and is a problem.
 */
export function scoredPlacements(rows: readonly NeedScore[]): {
  rows: NeedScore[];
  problems: ListProblem[];
} {
  const problems = rows.flatMap(({ score, weeklyCost, reference = '', at }) => [
    ...(score < 0 ? [belowNothing(at.score, reference, 'need score')] : []),
    ...(weeklyCost < 0 ? [belowNothing(at.weeklyCost, reference, 'weekly cost')] : []),
  ]);
  return { rows: rows.filter(({ score, weeklyCost }) => score >= 0 && weeklyCost > 0), problems };
}

const belowNothing = (address: string, ref: string, what: string): ListProblem => ({
  address,
  ref,
  message: `${address} holds less than nothing, which no ${what} is. Correct the ${what}. The young person’s row is left out until then.`,
});

const inOrder = new Intl.Collator('en-GB', { numeric: true });

/**
 * What each placement costs against what its need score suggests, by a line of repeated medians
 * (Siegel 1982): up to half of the placements may be odd ones without moving it far. Undefined where
 * fewer than eight have a score and a cost, or all scores are the same: then no line can be drawn.
 */
export function needAndCost(rows: readonly NeedScore[]): NeedAndCost | undefined {
  if (rows.length < FEWEST_SCORED) return undefined;
  const line = repeatedMedians(rows);
  if (!line) return undefined;
  const placed = rows
    .map((row): Placed => {
      const suggested = Math.max(0, line.base + line.perPoint * row.score);
      return { row, suggested, excess: row.weeklyCost - suggested };
    })
    .sort(
      (one, other) =>
        other.excess - one.excess ||
        inOrder.compare(one.row.reference ?? '', other.row.reference ?? ''),
    );
  const usual = median(Float64Array.from(placed, ({ excess }) => Math.abs(excess)));
  // Where most lie on the line itself, a penny's worth of binary is no reason to challenge.
  const limit = Math.max(CHALLENGED_FROM * usual, 0.005);
  return {
    line,
    placed,
    usual,
    toChallenge: placed.filter(({ excess }) => excess > limit).length,
  };
}

function repeatedMedians(rows: readonly NeedScore[]): NeedLine | undefined {
  const scores = Float64Array.from(rows, ({ score }) => score);
  const costs = Float64Array.from(rows, ({ weeklyCost }) => weeklyCost);
  const own = new Float64Array(rows.length);
  const slopes: number[] = [];
  for (let one = 0; one < rows.length; one++) {
    let count = 0;
    for (let other = 0; other < rows.length; other++) {
      const apart = scores[other]! - scores[one]!;
      if (apart !== 0) own[count++] = (costs[other]! - costs[one]!) / apart;
    }
    if (count > 0) slopes.push(median(own.subarray(0, count)));
  }
  if (slopes.length === 0) return undefined;
  const perPoint = median(Float64Array.from(slopes));
  return { base: median(costs.map((cost, i) => cost - perPoint * scores[i]!)), perPoint };
}
