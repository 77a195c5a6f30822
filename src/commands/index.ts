import { plainText } from '../reports/plainText';
import { printedChecks } from '../reports/printedChecks';
import { allProblems } from './allProblems';
import { appendixOutput } from './appendixOutput';
import { copyOf, documentFile, workbookFile, type CopyToPublish } from './copyToPublish';
import { proofreadPaper, type Paper, type Proofread } from './proofreadPaper';
import { writeSummaryFromRibbon } from './ribbon';
import { runSummary, type SummaryRun } from './runSummary';
import { today } from './today';
import { typedChoices, type TypedChoices } from './typedChoices';

/** The add-in's commands by name, for whoever drives the page without its pane. */
export const commands = {
  /** The whole way with choices as typed. */
  run: async (typed: TypedChoices, against?: readonly string[]): Promise<SummaryRun> =>
    runSummary(typedChoices(typed), today(), { against }),
  appendixOutput,
  problems: allProblems,
  /** The tables without those that name young people, which are for the workbook alone. */
  tables: ({ summary, choices }: SummaryRun): string[] =>
    summary.plans.filter((plan) => plan.publishable).map((plan) => plainText(plan, choices.signs)),
  proofread: (paper: Paper): Proofread => proofreadPaper(paper),
  /** What does not reconcile, of the run's own figures and of a paper, as lines to read. */
  reconciliation: ({ summary }: SummaryRun, paper?: Proofread): string[] => [
    printedChecks('Reconciliation', summary.reconciliation),
    ...(paper ? [printedChecks(`Proofread: ${paper.name}`, paper.checks)] : []),
  ],
  /** What is published, and what of the sheets is not. */
  copy: ({ summary, choices }: SummaryRun): CopyToPublish => copyOf(summary, choices),
  workbookFile,
  documentFile,
};

export type Commands = typeof commands;

/** Makes the commands known to Excel's ribbon, and to the page. */
export function registerCommands(page: { placementAddin?: Commands }): void {
  Office.actions.associate('writeSummary', writeSummaryFromRibbon);
  page.placementAddin = commands;
}
