import { readDate } from '../domain/calendar';
import type { IsoDate } from '../domain/reading';
import { typedDate } from '../domain/ukDate';
import { useTyped, type TypedField } from './useTyped';

/** A date as it is typed; an empty box chooses undefined. */
export const useTypedDate = (
  date: IsoDate | undefined,
  choose: (date: IsoDate | undefined) => void,
): TypedField => useTyped(date ? typedDate(date) : '', (text) => readDate(text, 1900), choose);
