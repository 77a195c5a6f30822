import type { IsoDate, Moment } from '../domain/reading';

/** The officer's date and time where the computer stands: the one clock. */
export function now(): Moment {
  const time = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The date alone, for a tracker that has no dates. */
export const today = (): IsoDate => now().slice(0, 10);
