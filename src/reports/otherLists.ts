import { inWorkbook, type PlanNote } from './planNote';

/** Says which lists of the kind are not in the figures, where the workbook has more than the one that fits best. */
export const otherListsNotes = (
  lists: readonly { addresses: readonly string[] }[],
  label: string,
): PlanNote[] =>
  lists
    .slice(1)
    .map(({ addresses }) =>
      inWorkbook(
        `The ${label} at ${addresses.join(' and ')} is not in the figures: the one above fits better.`,
      ),
    );
