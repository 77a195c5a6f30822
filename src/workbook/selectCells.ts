import { WorkbookError } from './workbookError';

/** Shows the sheet, even one that was hidden, and selects the cells on it ('' is A1). */
export async function selectCells(
  context: Excel.RequestContext,
  { sheet: name, cells }: { sheet: string; cells: string },
): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('visibility');
  await context.sync();
  if (sheet.isNullObject) {
    throw new WorkbookError(`The workbook no longer has a sheet called ‘${name}’. Look again.`);
  }
  sheet.visibility = Excel.SheetVisibility.visible;
  sheet.activate();
  sheet.getRange(cells === '' ? 'A1' : cells).select();
  await context.sync();
}
