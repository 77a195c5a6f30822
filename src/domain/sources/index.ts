import { ACTION_PLAN } from './actionPlan';
import { CAPITAL_PROGRAMME } from './capitalProgramme';
import { COSTS_BY_YEAR } from './costsByYear';
import { DISCHARGES } from './discharges';
import { EDGE_OF_CARE } from './edgeOfCare';
import { NEED_SCORES } from './need';
import { PLACEMENT_BUDGET } from './placementBudget';
import { PLACEMENTS } from './placements';
import { POPULATION } from './population';
import { REVIEW_COLUMNS } from './reviewColumns';
import { REVIEWS } from './reviews';
import { REVIEW_SHEETS } from './reviewSheets';
import { SAVINGS } from './savings';
import { SAVINGS_BY_COLUMN } from './savingsByColumn';
import { SNAPSHOT } from './snapshot';
import type { AnyKind } from './source';

/** Every kind of list beside the tracker. A new one is a file here and a line below. */
export const LIST_KINDS: readonly AnyKind[] = [
  DISCHARGES,
  EDGE_OF_CARE,
  POPULATION,
  ACTION_PLAN,
  CAPITAL_PROGRAMME,
  COSTS_BY_YEAR,
  NEED_SCORES,
  PLACEMENTS,
  PLACEMENT_BUDGET,
  REVIEWS,
  SNAPSHOT,
  SAVINGS,
  SAVINGS_BY_COLUMN,
  REVIEW_COLUMNS,
  REVIEW_SHEETS,
];
