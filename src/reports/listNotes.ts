import type { AnyKind } from '../domain/sources/source';
import { longDate } from './longDate';
import type { ReportInput } from './report';
import { wordingNote } from './wording';

/**
 * Whom a sheet is for, which lists its figures come from and how complete those are: the first notes
 * of every report on lists.
 */
export function listNotes(
  input: ReportInput,
  lists: readonly { addresses: readonly string[]; rows: readonly unknown[]; leftOut: number }[],
  { row }: Pick<AnyKind, 'row'>,
): string[] {
  const count = lists.reduce((sum, list) => sum + list.rows.length, 0);
  const leftOut = lists.reduce((sum, list) => sum + list.leftOut, 0);
  const addresses = lists.flatMap((list) => list.addresses);
  return [
    wordingNote(input),
    `Position at ${longDate(input.asAt)}. Source: ${addresses.join(' and ')}, ${many(count, row)}.`,
    leftOut === 0
      ? `Every ${row.one} in the list is counted.`
      : `${many(leftOut, { one: 'row', many: 'rows' })} left out because a cell cannot be read; the add-in's pane lists each.`,
  ];
}

/** '1 scheme', '15 schemes'. */
const many = (count: number, { one, many: more }: { one: string; many: string }): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
