import type { SheetPlan } from '../reports/plan';
import { inExcel } from './excelRun';
import type { WorkbookSeen } from './tracker';
import { loadCommentary, typedCommentary, withTyped } from './typedCommentary';

/** The plans with what officers have typed above their tables on the sheets that stand in the workbook. */
export async function readCommentary(
  plans: readonly SheetPlan[],
  seen: WorkbookSeen,
): Promise<SheetPlan[]> {
  const places = plans.map(({ id, commentary }) => {
    const own = seen.sheets.find(({ mark }) => mark?.report === id);
    return commentary && own?.mark?.commentaryRow !== undefined
      ? { id: own.id, mark: own.mark }
      : undefined;
  });
  if (places.every((place) => !place)) return [...plans];
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const loads = places.map((place) => {
      if (!place) return undefined;
      const sheet = worksheets.getItemOrNullObject(place.id);
      const table = sheet.tables.getItemOrNullObject(place.mark.tables[0]?.name ?? '');
      return {
        mark: place.mark,
        column: loadCommentary(sheet, place.mark)!,
        headings: table.getHeaderRowRange().load('rowIndex'),
      };
    });
    await context.sync();
    return plans.map((plan, i): SheetPlan => {
      const load = loads[i];
      if (!load || load.column.isNullObject) return plan;
      const { headings, column, mark } = load;
      const row = headings.isNullObject ? undefined : headings.rowIndex;
      return withTyped(plan, typedCommentary(column, mark, row));
    });
  });
}
