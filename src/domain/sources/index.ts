import { DISCHARGES } from './discharges';
import { PLACEMENT_BUDGET } from './placementBudget';
import { PLACEMENTS } from './placements';
import { REVIEW_COLUMNS } from './reviewColumns';
import { REVIEWS } from './reviews';
import { REVIEW_SHEETS } from './reviewSheets';
import type { AnyKind } from './source';

/** Every kind of list beside the tracker. A new one is a file here and a line below. */
export const LIST_KINDS: readonly AnyKind[] = [
  DISCHARGES,
  PLACEMENTS,
  PLACEMENT_BUDGET,
  REVIEWS,
  REVIEW_COLUMNS,
  REVIEW_SHEETS,
];
