import { DISCHARGES } from './discharges';
import { EDGE_OF_CARE } from './edgeOfCare';
import { SAVINGS } from './savings';
import { SAVINGS_BY_COLUMN } from './savingsByColumn';
import type { AnyKind } from './source';

/** Every kind of list beside the tracker. A new one is a file here and a line below. */
export const LIST_KINDS: readonly AnyKind[] = [
  DISCHARGES,
  EDGE_OF_CARE,
  SAVINGS,
  SAVINGS_BY_COLUMN,
];
