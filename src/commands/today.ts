import type { IsoDate } from '../domain/reading';

/** The officer's date where the computer stands; the one clock, for a tracker that has no dates. */
export function today(): IsoDate {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
