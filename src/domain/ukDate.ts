import type { IsoDate } from './reading';

/** A date as officers type it. @example typedDate('2024-12-03') // '03/12/2024' */
export const typedDate = (date: IsoDate): string => date.split('-').reverse().join('/');
