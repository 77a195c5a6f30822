import { counted } from '../domain/counted';
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
    `Position at ${longDate(input.asAt)}. Source: ${addresses.join(' and ')}, ${counted(count, row.one, row.many)}.`,
    leftOut === 0
      ? `Every ${row.one} in the list is counted.`
      : `${counted(leftOut, 'row')} left out because a cell cannot be read; the add-in's pane lists each.`,
  ];
}
