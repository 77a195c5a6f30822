/** A number with its noun. @example counted(2, 'row') // '2 rows' */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
