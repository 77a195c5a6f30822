import { appendixOutput } from './appendixOutput';
import { exportPlans } from './exportPlans';
import { writeSummaryFromRibbon } from './ribbon';
import { runSummary } from './runSummary';

/** The add-in's commands by name, for whoever drives the page without its pane. */
export const commands = { runSummary, appendixOutput, exportPlans };

export type Commands = typeof commands;

/** Makes the commands known to Excel's ribbon, and to the page. */
export function registerCommands(page: { placementAddin?: Commands }): void {
  Office.actions.associate('writeSummary', writeSummaryFromRibbon);
  page.placementAddin = commands;
}
