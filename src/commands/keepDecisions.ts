import { notYetWritten } from '../domain/decisions';
import type { Decision } from '../domain/ledger';
import { inExcel } from '../workbook/excelRun';

/** Where decisions wait in the workbook's settings until the ledger sheet is written. */
export const DECISIONS_KEY = 'PlacementCostAddin.decisions';

/**
 * Keeps in the workbook what the ledger sheet does not say yet, so that it survives closing.
 * @param decisions all of them, not the new ones alone
 * @param written what the ledger sheet says, as the tracker was last read with it
 */
export const keepDecisions = (
  decisions: readonly Decision[],
  written: readonly Decision[] = [],
): Promise<void> =>
  inExcel(async ({ workbook }) => {
    workbook.settings.add(DECISIONS_KEY, notYetWritten(decisions, written));
  });
