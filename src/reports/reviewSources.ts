import type { ReviewedCost } from '../domain/reviews';
import { REVIEWS } from '../domain/sources/reviews';
import { listsOf, type AnyKind } from '../domain/sources/source';
import type { ReportInput } from './report';

/** A tracker kept over time, in whichever of its forms. */
export interface ReviewSource {
  list: { addresses: readonly string[]; rows: readonly unknown[]; leftOut: number };
  kind: AnyKind;
  entries: ReviewedCost[];
  /** Addresses of others, which are not used. */
  unused: string[];
}

export const REVIEW_NEEDS =
  'a tracker kept over time: a row for each young person at each review, with the reference, the review date and the weekly cost, at two reviews or more';

/** The list of reviews that fits best. */
export function reviewSource({ lists }: ReportInput): ReviewSource | undefined {
  const [list, ...others] = listsOf(lists, REVIEWS);
  if (!list) return undefined;
  return {
    list,
    kind: REVIEWS,
    entries: list.rows.map(({ reference, cohort, reviewedOn, weeklyCost, at }) => ({
      reference,
      cohort: cohort ?? '',
      on: reviewedOn,
      weeklyCost,
      at: { who: at.reference, when: at.reviewedOn },
    })),
    unused: others.flatMap(({ addresses }) => addresses),
  };
}
