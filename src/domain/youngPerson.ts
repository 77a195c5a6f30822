import type { Circumstances } from './circumstances';
import type { IsoDate } from './reading';

/** A young person's row of the tracker, counted in the figures or not. */
export interface YoungPerson {
  /** As typed; '' where the cell is blank. */
  reference: string;
  cohort: string;
  opportunity: string;
  circumstances: Circumstances;
  /** From when on the current cost is paid, as the tracker has it. */
  changedOn?: IsoDate;
  /** True where both weekly costs could be read: only then is the row in any figure. */
  counted: boolean;
  sheet: string;
  /** 1-based row on the sheet. */
  row: number;
}
