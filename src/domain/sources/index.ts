import { COSTS_BY_YEAR } from './costsByYear';
import { DISCHARGES } from './discharges';
import { NEED_SCORES } from './need';
import type { AnyKind } from './source';

/** Every kind of list beside the tracker. A new one is a file here and a line below. */
export const LIST_KINDS: readonly AnyKind[] = [DISCHARGES, COSTS_BY_YEAR, NEED_SCORES];
