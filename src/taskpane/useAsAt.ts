import { readDate } from '../domain/calendar';
import type { IsoDate } from '../domain/reading';
import { typedDate } from './ukDate';
import { useTyped, type TypedField } from './useTyped';

/** The as-at date as it is typed; empty means the date that the tracker itself gives. */
export const useAsAt = (
  asAt: IsoDate | undefined,
  choose: (asAt: IsoDate | undefined) => void,
): TypedField => useTyped(asAt ? typedDate(asAt) : '', (text) => readDate(text, 1900), choose);
