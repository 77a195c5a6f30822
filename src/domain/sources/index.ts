import { DISCHARGES } from './discharges';
import { SNAPSHOT } from './snapshot';
import type { AnyKind } from './source';

/** Every kind of list beside the tracker. A new one is a file here and a line below. */
export const LIST_KINDS: readonly AnyKind[] = [DISCHARGES, SNAPSHOT];
