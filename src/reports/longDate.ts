import type { IsoDate, Moment } from '../domain/reading';

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in words. @example longDate('2024-12-03') // '3 December 2024' */
export const longDate = (date: IsoDate): string => LONG_DATE.format(new Date(`${date}T00:00:00Z`));

/** A moment in words. @example longMoment('2024-12-03T14:05') // '3 December 2024 at 14:05' */
export const longMoment = (moment: Moment): string =>
  `${longDate(moment.slice(0, 10))} at ${moment.slice(11)}`;
