import { inExcel } from '../workbook/excelRun';
import { findTracker } from '../workbook/findTracker';
import { lookThrough } from '../workbook/look';
import type { TrackerLook } from '../workbook/tracker';
import { CHOICES_KEY, keptChoices, withChosen, type Choices } from './choices';

export interface TrackerRead {
  look: TrackerLook;
  /** Those kept in the workbook, with what was chosen now on top. */
  choices: Choices;
}

/** Looks through the workbook for its tracker and reads it; what is chosen is kept in the workbook. */
export function readTracker(chosen: Partial<Choices> = {}): Promise<TrackerRead> {
  return inExcel(async (context) => {
    let choices = keptChoices(undefined);
    const view = await lookThrough(context, {
      key: CHOICES_KEY,
      renew: (kept) => {
        choices = withChosen(keptChoices(kept), chosen);
        return Object.keys(chosen).length > 0 ? choices : undefined;
      },
    });
    // A sheet chosen long ago may be gone; one that is asked for now must be there.
    const isThere = view.sheets.some((sheet) => sheet.name === choices.sheet);
    const sheet = isThere || chosen.sheet !== undefined ? choices.sheet : undefined;
    const look = await findTracker(context, view, { ...choices, sheet });
    return { look, choices: { ...choices, sheet } };
  });
}
