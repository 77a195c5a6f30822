import { decisionText } from '../domain/decisions';
import type { CellValue } from '../domain/reading';
import { cellsFingerprint } from './fingerprint';
import { readLedger } from './ledgerSheet';
import { readAreas } from './readAreas';
import type { SheetSnapshot } from './sheetSnapshot';
import type { SeenLedger, WorkbookSeen } from './tracker';

/**
 * Whether sheets, tracker and the decisions on the ledger sheet are as they were seen. Reading them
 * again carries along what is already queued, so that this costs no round trip of its own.
 */
export const isAsSeen = async (
  context: Excel.RequestContext,
  seen: WorkbookSeen,
  sheets: Excel.WorksheetCollection,
): Promise<boolean> => (await hasSameFigures(context, seen)) && hasSameSheets(seen, sheets);

/** The same of tracker and decisions alone, whatever sheets there are beside them. */
export async function hasSameFigures(
  context: Excel.RequestContext,
  seen: WorkbookSeen,
): Promise<boolean> {
  const used = seen.tracked.map(({ sheetId }) =>
    context.workbook.worksheets
      .getItem(sheetId)
      .getUsedRangeOrNullObject(true)
      .load('rowIndex,rowCount'),
  );
  const { ledger } = seen;
  const cells = await readAreas(context, [...seen.tracked, ...(ledger ? [ledger] : [])]);
  const sameCells = seen.tracked.every(
    (area, i) => cellsFingerprint(cells[i]!) === area.fingerprint,
  );
  const sameLedger = !ledger || saysTheSame(ledger, cells[seen.tracked.length]!);
  const sameExtent = used.every(
    (range, i) =>
      !range.isNullObject && range.rowIndex + range.rowCount - 1 === seen.tracked[i]!.lastRow,
  );
  return sameCells && sameExtent && sameLedger;
}

/** In whatever order: sorting the ledger decides nothing. */
function saysTheSame({ area, decisions }: SeenLedger, values: CellValue[][]): boolean {
  const now = readLedger({ ...UNNAMED, values, top: area.top, left: area.left }, area).decisions;
  const known = new Set(decisions.map(decisionText));
  return now.length === decisions.length && now.every((each) => known.has(decisionText(each)));
}

const UNNAMED: SheetSnapshot = {
  name: '',
  visible: true,
  top: 0,
  left: 0,
  values: [],
  lastRow: 0,
  tables: [],
};

const hasSameSheets = (seen: WorkbookSeen, sheets: Excel.WorksheetCollection): boolean =>
  sheets.items.length === seen.sheets.length &&
  seen.sheets.every((one) =>
    sheets.items.some((other) => other.id === one.id && other.name === one.name),
  );
