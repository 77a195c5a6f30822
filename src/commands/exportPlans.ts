import { USUAL_TITLE } from '../reports/wording';
import type { SummaryRun } from './runSummary';

/** The summary's sheets as a new workbook's bytes; the code that makes files is loaded when asked for. */
export async function exportPlans({ summary, choices }: SummaryRun): Promise<Uint8Array> {
  const { exportWorkbook } = await import('../workbook/exportWorkbook');
  return exportWorkbook(summary.plans, choices.signs, choices.wording.title ?? USUAL_TITLE);
}
