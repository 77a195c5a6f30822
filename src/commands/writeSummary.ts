import {
  undoWrite,
  writePlans,
  type Progress,
  type Receipt,
  type WriteOutcome,
} from '../workbook/write';
import type { Tracker } from '../workbook/tracker';
import { WorkbookError } from '../workbook/workbookError';
import { CHOICES_KEY, type Choices } from './choices';
import type { Summary } from './summarise';

export { undoWrite };
export type { Progress, Receipt, WriteOutcome };

/** Writes the summary's sheets and keeps the choices in the workbook; all of it or nothing. */
export async function writeSummary(
  tracker: Tracker,
  summary: Summary,
  choices: Choices,
  onProgress?: (progress: Progress) => void,
): Promise<WriteOutcome> {
  if (tracker.changes.length === 0) {
    throw new WorkbookError(
      `There is no young person to write about: no row under the headings of ${tracker.parts[0]!.address} has both weekly costs. ${tracker.problems[0]?.message ?? 'Fill them in, then look again.'}`,
    );
  }
  return writePlans(
    {
      plans: summary.plans,
      signs: choices.signs,
      seen: tracker.seen,
      settings: [{ key: CHOICES_KEY, value: choices }],
    },
    onProgress,
  );
}
