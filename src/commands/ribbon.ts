import { runSummary } from './runSummary';
import { today } from './today';

/** The ribbon's 'Write summary': what the pane's button does; the pane opens where that cannot be done. */
export async function writeSummaryFromRibbon(event?: Office.AddinCommands.Event): Promise<void> {
  try {
    await runSummary({}, today());
  } catch {
    // The pane reads the workbook itself and says what is in the way.
    await Office.addin.showAsTaskpane();
  } finally {
    event?.completed();
  }
}
