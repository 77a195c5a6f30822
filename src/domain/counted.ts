import { grouped } from './grouped';

/** A number with its noun. @example counted(2, 'row') // '2 rows' */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count, 0)} ${count === 1 ? one : many}`;
