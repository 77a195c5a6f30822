import type { IsoDate } from '../domain/reading';

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in words. @example longDate('2024-12-03') // '3 December 2024' */
export const longDate = (date: IsoDate): string => LONG.format(new Date(`${date}T00:00:00Z`));

/** A date as officers type it. @example typedDate('2024-12-03') // '03/12/2024' */
export const typedDate = (date: IsoDate): string => date.split('-').reverse().join('/');

/** The day it is where the officer sits; the domain has no clock of its own. */
export function today(now: Date = new Date()): IsoDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
