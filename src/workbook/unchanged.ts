import { cellsFingerprint } from './fingerprint';
import { readAreas } from './readAreas';
import type { WorkbookSeen } from './tracker';

/**
 * Whether sheets and tracker are as they were seen. Reading the tracker again carries along what
 * is already queued, so that this costs no round trip of its own.
 */
export async function isAsSeen(
  context: Excel.RequestContext,
  seen: WorkbookSeen,
  sheets: Excel.WorksheetCollection,
): Promise<boolean> {
  const used = seen.tracked.map(({ sheetId }) =>
    context.workbook.worksheets
      .getItem(sheetId)
      .getUsedRangeOrNullObject(true)
      .load('rowIndex,rowCount'),
  );
  const cells = await readAreas(context, seen.tracked);
  const sameCells = cells.every(
    (rows, i) => cellsFingerprint(rows) === seen.tracked[i]!.fingerprint,
  );
  const sameExtent = used.every(
    (range, i) =>
      !range.isNullObject && range.rowIndex + range.rowCount - 1 === seen.tracked[i]!.lastRow,
  );
  return sameCells && sameExtent && hasSameSheets(seen, sheets);
}

const hasSameSheets = (seen: WorkbookSeen, sheets: Excel.WorksheetCollection): boolean =>
  sheets.items.length === seen.sheets.length &&
  seen.sheets.every((one) =>
    sheets.items.some((other) => other.id === one.id && other.name === one.name),
  );
