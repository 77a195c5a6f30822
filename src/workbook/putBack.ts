import { commentaryCell, type SheetImage } from '../reports/sheetImage';
import { inExcel } from './excelRun';
import type { Earlier } from './earlierSheet';
import { loadSettings, putValuesBack, type EarlierValue } from './keptSettings';
import { MARK_KEY, markText } from './mark';
import { enterFormulas, paint, paintedBy, print } from './paint';
import { putChartBack } from './paintChart';
import { rowsToInsert, type Target } from './target';
import type { WorkbookSeen } from './tracker';
import { loadCommentary, typedCommentary } from './typedCommentary';
import { WorkbookError } from './workbookError';

/** What was done to each sheet: enough to undo it. */
export interface Receipt {
  /** The workbook as it is again once this is undone. */
  seen: WorkbookSeen;
  sheets: Target[];
  settings: EarlierValue[];
}

/** Puts the workbook back as it was before the write of that receipt. */
export async function undoWrite(receipt: Receipt): Promise<void> {
  await putBack(receipt.sheets, receipt.settings, [], UNDOING);
}

/**
 * Puts the workbook back after a write that failed; where that fails too, throws a WorkbookError
 * that says which sheets may be incomplete.
 */
export async function putBackAfter(
  error: unknown,
  targets: readonly Target[],
  settings: readonly EarlierValue[],
  temporary: readonly string[],
): Promise<void> {
  try {
    await putBack(targets, settings, temporary);
  } catch {
    const sheets = targets.filter((target) => target.earlier).map((target) => target.name);
    const said = error instanceof Error ? error.message : 'Excel stopped.';
    const which = sheets.length > 0 ? ` The sheets ${sheets.join(', ')} may be incomplete.` : '';
    throw new WorkbookError(
      `${said} Putting the workbook back failed too.${which} Close it without saving, or undo in Excel (Ctrl+Z).`,
      { cause: error },
    );
  }
}

/** How far putting back is to go. */
interface Reach {
  /**
   * Whether a sheet was reached at all, by its last row now; one that was not is left as it is,
   * because the rows that its new painting needed are still the officer's.
   */
  isPainted: (target: Target, lastRow: number) => boolean;
  /** Whether all that was not on a sheet before is the write's own, or only what bears its names. */
  all: boolean;
}

/** What failed on its way may not have its name yet, and nobody else was at work. */
const FAILED: Reach = { isPainted: hasRoom, all: true };

/** The officer may have added tables and charts since. */
const UNDOING: Reach = { isPainted: () => true, all: false };

/** A sheet to be put back, and what stands on it now. */
interface Rewritten {
  target: Target;
  earlier: Earlier;
  sheet: Excel.Worksheet;
  used: Excel.Range;
  tables: Excel.TableCollection;
  charts: Excel.ChartCollection;
  commentary?: Excel.Range;
}

/** Deletes what was added and paints what was rewritten with what it held before. */
export async function putBack(
  targets: readonly Target[],
  settings: readonly EarlierValue[],
  temporary: readonly string[],
  { isPainted, all }: Reach = FAILED,
): Promise<void> {
  await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const sheets = worksheets.load('items/id,items/name');
    const rewritten = targets.flatMap((target) => standingNow(worksheets, target));
    const kept = loadSettings(context, settings);
    await context.sync();

    const added = new Set(targets.filter((target) => !target.earlier).map((target) => target.id));
    sheets.items
      .filter((sheet) => added.has(sheet.id) || temporary.includes(sheet.name))
      .forEach((sheet) => sheet.delete());
    const reached = rewritten
      .filter((each) => isPainted(each.target, lastRowOf(each.used)))
      .map((each) => ({ ...each, image: all ? each.earlier.image : withTypedSince(each) }));
    reached.forEach((each) => repaintEarlier(each, all));
    reached.forEach(({ sheet, image }) => enterFormulas(sheet, image));
    putValuesBack(context, kept);
    await context.sync();
  });
}

function standingNow(worksheets: Excel.WorksheetCollection, target: Target): Rewritten[] {
  const { earlier, id } = target;
  if (!earlier) return [];
  const sheet = worksheets.getItem(id);
  return [
    {
      target,
      earlier,
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
      tables: sheet.tables.load('items/name'),
      charts: sheet.charts.load('items/id,items/name'),
      commentary: loadCommentary(sheet, target.image),
    },
  ];
}

const lastRowOf = (used: Excel.Range): number =>
  used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1;

/** False where rows were to be inserted and were not: that comes before all else on the sheet. */
function hasRoom({ earlier, image }: Target, lastRow: number): boolean {
  if (!earlier || earlier.lastRow < earlier.painted.rows) return true;
  return rowsToInsert(earlier, image) === 0 || lastRow > earlier.lastRow;
}

function repaintEarlier(rewritten: Rewritten & { image: SheetImage }, all: boolean): void {
  const { target, earlier, image, sheet, used, tables } = rewritten;
  const inserted = rowsToInsert(earlier, target.image);
  const isNew = ({ name }: Excel.Table) => all && !earlier.tables.includes(name);
  tables.items.filter(isNew).forEach((table) => table.delete());
  paint(sheet, image, paintedBy(target.image));
  if (inserted > 0 && lastRowOf(used) === earlier.lastRow + inserted) {
    const room = sheet.getRangeByIndexes(earlier.painted.rows, 0, inserted, 1);
    room.getEntireRow().delete(Excel.DeleteShiftDirection.up);
  }
  print(sheet, image);
  repaintChart(rewritten, all);
  sheet.customProperties.add(MARK_KEY, markText(earlier.mark));
}

/** The earlier image, but for commentary that the officer typed or changed after the write. */
function withTypedSince({ target, earlier, commentary }: Rewritten): SheetImage {
  const { image, plan } = target;
  if (!commentary || !earlier.commentary) return earlier.image;
  const typed = typedCommentary(commentary, image, undefined);
  if (typed.text === plan.commentary?.text) return earlier.image;
  const cells = earlier.image.cells.map((row) => [...row]);
  cells[earlier.commentary.row]![0] = commentaryCell(typed);
  return { ...earlier.image, cells };
}

/** Once the rows are as they were: charts move and grow with the cells under them. */
function repaintChart({ target, earlier, sheet, charts }: Rewritten, all: boolean): void {
  const painted = target.image.chart;
  const isNew = ({ id, name }: Excel.Chart) =>
    !earlier.charts.includes(id) && (all || name === painted?.name);
  charts.items.filter(isNew).forEach((chart) => chart.delete());
  const { chart } = earlier;
  if (!chart) return;
  const stands = charts.items.some(({ id }) => id === chart.id);
  putChartBack(sheet, chart, stands ? (painted ?? chart.painted) : undefined);
}
