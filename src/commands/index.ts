import { plainText } from '../reports/plainText';
import { appendixOutput } from './appendixOutput';
import { exportPlans } from './exportPlans';
import { writeSummaryFromRibbon } from './ribbon';
import { runSummary, type SummaryRun } from './runSummary';
import { today } from './today';
import { typedChoices, type TypedChoices } from './typedChoices';

/** The add-in's commands by name, for whoever drives the page without its pane. */
export const commands = {
  /** The whole way with choices as typed. */
  run: async (typed: TypedChoices): Promise<SummaryRun> => runSummary(typedChoices(typed), today()),
  appendixOutput,
  /** The tables without those that name young people, which are for the workbook alone. */
  tables: ({ summary, choices }: SummaryRun): string[] =>
    summary.plans.filter((plan) => plan.publishable).map((plan) => plainText(plan, choices.signs)),
  exportPlans,
};

export type Commands = typeof commands;

/** Makes the commands known to Excel's ribbon, and to the page. */
export function registerCommands(page: { placementAddin?: Commands }): void {
  Office.actions.associate('writeSummary', writeSummaryFromRibbon);
  page.placementAddin = commands;
}
