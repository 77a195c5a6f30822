import { counted } from '../domain/counted';
import type { AnyKind } from '../domain/sources/source';
import { positionNote } from './notes';
import { inWorkbook, type PlanNote } from './planNote';
import type { ReportInput } from './report';
import { wordingNote } from './wording';

/**
 * Whom a sheet is for, which lists its figures come from and how complete those are: the first notes
 * of every report on lists.
 * @param isWhole false where the report itself leaves out some of the rows, and says so
 */
export function listNotes(
  input: ReportInput,
  lists: readonly { addresses: readonly string[]; rows: readonly unknown[]; leftOut: number }[],
  { row }: Pick<AnyKind, 'row'>,
  isWhole = true,
): PlanNote[] {
  const count = lists.reduce((sum, list) => sum + list.rows.length, 0);
  const leftOut = lists.reduce((sum, list) => sum + list.leftOut, 0);
  const addresses = lists.flatMap((list) => list.addresses);
  const position = positionNote(input.asAt);
  return [
    inWorkbook(wordingNote(input)),
    inWorkbook(
      `${position} Source: ${addresses.join(' and ')}, ${counted(count, row.one, row.many)}.`,
      position,
    ),
    ...(leftOut > 0
      ? [
          inWorkbook(
            `${counted(leftOut, 'row')} left out because a cell cannot be read; the add-in's pane lists each.`,
            'Rows are left out where a cell cannot be read.',
          ),
        ]
      : isWhole
        ? [`Every ${row.one} in the list is counted.`]
        : []),
  ];
}
