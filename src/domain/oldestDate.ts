import { addDays } from './calendar';
import type { IsoDate } from './reading';

/** Nobody keeps a list of so long ago: an older date is a slip of the century. */
export const OLDEST_YEARS = 25;

/** The first date that a list of the financial year which begins on `start` may hold. */
export const oldestDate = (start: IsoDate): IsoDate =>
  addDays(start, -Math.round(OLDEST_YEARS * 365.25));
