import type { IsoDate } from '../domain/reading';

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in words. @example longDate('2024-12-03') // '3 December 2024' */
export const longDate = (date: IsoDate): string => LONG.format(new Date(`${date}T00:00:00Z`));

/** A date as officers type it. @example typedDate('2024-12-03') // '03/12/2024' */
export const typedDate = (date: IsoDate): string => date.split('-').reverse().join('/');
