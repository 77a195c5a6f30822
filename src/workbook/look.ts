import type { CellValue, DateSystem } from '../domain/reading';
import { splitAddress } from './address';
import { errorCode } from './excelRun';
import { MARK_KEY, UNFINISHED, ownMark, type Mark } from './mark';
import type { Area, SheetSnapshot } from './sheetSnapshot';
import { WorkbookError } from './workbookError';

/** A sheet of the workbook and the top of what is on it. */
export interface SheetView {
  id: string;
  name: string;
  /** The add-in's own; undefined on the officer's sheets. */
  mark?: Mark;
  /** Left over from a write that was cut off. */
  unfinished: boolean;
  /** Undefined where the sheet is empty. */
  head?: SheetSnapshot;
}

export interface WorkbookView {
  dateSystem: DateSystem;
  sheets: SheetView[];
  /** What the other settings that were asked for hold; undefined where one is not kept. */
  settings: Record<string, unknown>;
}

/** A value in the workbook's settings that is read, and kept anew where `renew` returns one. */
export interface KeptSetting {
  key: string;
  renew: (kept: unknown) => unknown;
}

/** How much of each sheet is read to see what it holds: most lists whole, as long as Excel can answer. */
const HEAD_COLUMNS = 256;
const HEAD_ROWS = { most: 700, least: 40, ofAllSheets: 12_000 };

/**
 * Looks through the workbook in two round trips: what there is, then the top of every sheet with
 * the add-in's marks and the places of Excel tables. Filtered and hidden rows are read like others;
 * cells that are only formatted are not read.
 */
export async function lookThrough(
  context: Excel.RequestContext,
  { key, renew }: KeptSetting,
  otherSettings: readonly string[] = [],
): Promise<WorkbookView> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load('items/id');
  const [setting, ...others] = [key, ...otherSettings].map((each) =>
    workbook.settings.getItemOrNullObject(each).load('value'),
  ) as [Excel.Setting, ...Excel.Setting[]];
  const newYear2000 = workbook.functions.date(2000, 1, 1).load('value');
  await context.sync();

  const renewed = renew(valueOf(setting));
  const rows = Math.max(
    HEAD_ROWS.least,
    Math.min(HEAD_ROWS.most, Math.floor(HEAD_ROWS.ofAllSheets / sheets.items.length)),
  );
  const { looks, tableRanges } = await lookAtHeads(context, rows, (headRows) => {
    if (renewed !== undefined) workbook.settings.add(key, renewed);
    return {
      looks: sheets.items.map((sheet) => ({
        sheet,
        mark: sheet.customProperties.getItemOrNullObject(MARK_KEY).load('value'),
        used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
        head: sheet
          .getRangeByIndexes(0, 0, headRows, HEAD_COLUMNS)
          .getUsedRangeOrNullObject(true)
          .load('values,rowIndex,columnIndex'),
      })),
      tableRanges: tables.items.map((table) =>
        table.getRange().load('address,rowIndex,columnIndex,rowCount,columnCount'),
      ),
    };
  });

  const areas = tableRanges.map((range) => ({
    sheet: splitAddress(range.address).sheet,
    area: areaOf(range),
  }));
  return {
    dateSystem: dateSystemOf(newYear2000.value),
    settings: Object.fromEntries(otherSettings.map((each, i) => [each, valueOf(others[i]!)])),
    sheets: looks.map(({ sheet, mark, used, head }) => {
      const text = mark.isNullObject ? undefined : mark.value;
      return {
        id: sheet.id,
        name: sheet.name,
        mark: ownMark(text, sheet.id),
        unfinished: text === UNFINISHED,
        head:
          used.isNullObject || head.isNullObject
            ? undefined
            : {
                name: sheet.name,
                visible: sheet.visibility === Excel.SheetVisibility.visible,
                top: head.rowIndex,
                left: head.columnIndex,
                values: head.values as CellValue[][],
                lastRow: used.rowIndex + used.rowCount - 1,
                tables: areas.filter((each) => each.sheet === sheet.name).map((each) => each.area),
              },
      };
    }),
  };
}

/** One round trip, and one more for each time that Excel cannot answer with as many rows. */
async function lookAtHeads<T>(
  context: Excel.RequestContext,
  rows: number,
  queued: (rows: number) => T,
): Promise<T> {
  const looks = queued(rows);
  try {
    await context.sync();
    return looks;
  } catch (error) {
    const isTooMuch = errorCode(error) === 'ResponsePayloadSizeLimitExceeded';
    if (!isTooMuch || rows <= HEAD_ROWS.least) throw error;
    return lookAtHeads(context, Math.max(HEAD_ROWS.least, Math.floor(rows / 4)), queued);
  }
}

const valueOf = (setting: Excel.Setting): unknown =>
  setting.isNullObject ? undefined : setting.value;

const areaOf = (range: Excel.Range): Area => ({
  top: range.rowIndex,
  left: range.columnIndex,
  bottom: range.rowIndex + range.rowCount - 1,
  right: range.columnIndex + range.columnCount - 1,
});

/** Excel's own arithmetic tells which system the workbook counts days in. */
function dateSystemOf(newYear2000: unknown): DateSystem {
  if (newYear2000 === 36526) return 1900;
  if (newYear2000 === 35064) return 1904;
  throw new WorkbookError(
    'Excel did not say how this workbook counts dates, so no date in it can be read safely. Save it as .xlsx and try again.',
  );
}
