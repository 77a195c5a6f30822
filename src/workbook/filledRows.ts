import type { CellValue } from '../domain/reading';
import type { FoundSource } from './findSource';
import { isBlank } from './sheetSnapshot';

/** A row below a list's headings that holds something. */
export interface FilledRow {
  /** 0-based row on the sheet. */
  at: number;
  /** Every cell of the list, left to right. */
  cells: CellValue[];
  afterBlank: boolean;
}

/** The rows of a list whose snapshot is whole, from its headings to its end, blank ones left out. */
export function filledRows({
  snapshot,
  headingRow,
  bottom,
  left,
  right,
}: Pick<
  FoundSource<string>,
  'snapshot' | 'headingRow' | 'bottom' | 'left' | 'right'
>): FilledRow[] {
  const rows: FilledRow[] = [];
  let afterBlank = false;
  for (let at = headingRow + 1; at <= bottom; at++) {
    const cells = snapshot.values[at - snapshot.top]?.slice(
      left - snapshot.left,
      right - snapshot.left + 1,
    );
    if (!cells) break;
    if (cells.every(isBlank)) {
      afterBlank = true;
      continue;
    }
    rows.push({ at, cells, afterBlank });
    afterBlank = false;
  }
  return rows;
}
