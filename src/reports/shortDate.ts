import type { IsoDate } from '../domain/reading';

/** A date as it stands in a table's cell. @example shortDate('2024-12-03') // '03/12/2024' */
export const shortDate = (date: IsoDate): string => date.split('-').reverse().join('/');
