import { inExcel } from './excelRun';

/**
 * Calls whenever another cell or sheet is selected; returns what ends that. Going to another sheet
 * selects no other cell there, and is an event of its own.
 */
export async function watchSelection(onMoved: () => void): Promise<() => Promise<void>> {
  const moved = async () => onMoved();
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onSelectionChanged.add(moved), worksheets.onActivated.add(moved)];
    await context.sync();
    return () =>
      inExcel(async (same) => {
        handlers.forEach((handler) => handler.remove());
        await same.sync();
      }, context);
  });
}
