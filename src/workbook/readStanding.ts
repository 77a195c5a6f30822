import type { SheetPlan } from '../reports/plan';
import { errorCode, inExcel } from './excelRun';
import type { WorkbookSeen } from './tracker';
import { loadCommentary, typedCommentary, withTyped } from './typedCommentary';
import { hasSameFigures } from './unchanged';

/** What stands in the workbook now, beside what was read of it. */
export interface Standing {
  /** With what officers have typed above their tables. */
  plans: SheetPlan[];
  /** False where what the plans were made of has changed since, or is no longer there. */
  asSeen: boolean;
}

/** Commentary and whether the figures are still so, in as many round trips as the tracker takes. */
export async function readStanding(
  plans: readonly SheetPlan[],
  seen: WorkbookSeen,
): Promise<Standing> {
  try {
    return await inExcel((context) => standing(context, plans, seen));
  } catch (error) {
    if (!isGone(error)) throw error;
    return { plans: [...plans], asSeen: false };
  }
}

/** A sheet that was read is no longer in the workbook. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && errorCode(error.cause) === 'ItemNotFound';

async function standing(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
  seen: WorkbookSeen,
): Promise<Standing> {
  const { worksheets } = context.workbook;
  const loads = plans.map(({ id, commentary }) => {
    const own = seen.sheets.find(({ mark }) => mark?.report === id);
    if (!commentary || own?.mark?.commentaryRow === undefined) return undefined;
    const { mark } = own;
    const sheet = worksheets.getItemOrNullObject(own.id);
    const table = sheet.tables.getItemOrNullObject(mark.tables[0]?.name ?? '');
    return {
      mark,
      column: loadCommentary(sheet, mark)!,
      headings: table.getHeaderRowRange().load('rowIndex'),
    };
  });
  const asSeen = await hasSameFigures(context, seen);
  const typed = plans.map((plan, i): SheetPlan => {
    const load = loads[i];
    if (!load || load.column.isNullObject) return plan;
    const { headings, column, mark } = load;
    const row = headings.isNullObject ? undefined : headings.rowIndex;
    return withTyped(plan, typedCommentary(column, mark, row));
  });
  return { plans: typed, asSeen };
}
