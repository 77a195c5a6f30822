import { keptDecisions, laidOver } from '../domain/decisions';
import type { Decision } from '../domain/ledger';
import type { IsoDate } from '../domain/reading';
import { inExcel } from '../workbook/excelRun';
import { findTracker } from '../workbook/findTracker';
import { lookThrough } from '../workbook/look';
import type { TrackerLook } from '../workbook/tracker';
import { CHOICES_KEY, keptChoices, withChosen, type Choices } from './choices';
import { DECISIONS_KEY } from './keepDecisions';
import { keptPointed, POINTED_KEY } from './pointedFigures';
import { today } from './today';

export interface TrackerRead {
  look: TrackerLook;
  /** Those kept in the workbook, with what was chosen now on top. */
  choices: Choices;
  /** Cells whose figures the tracker's total is held against; absent: none are kept. */
  pointed?: string[];
}

/** Looks through the workbook for its tracker and reads it; what is chosen is kept in the workbook. */
export function readTracker(
  chosen: Partial<Choices> = {},
  now: IsoDate = today(),
): Promise<TrackerRead> {
  return inExcel(async (context) => {
    let choices = keptChoices(undefined);
    const setting = {
      key: CHOICES_KEY,
      renew: (kept: unknown) => {
        choices = withChosen(keptChoices(kept), chosen);
        return Object.keys(chosen).length > 0 ? choices : undefined;
      },
    };
    const view = await lookThrough(context, setting, [DECISIONS_KEY, POINTED_KEY]);
    // A sheet chosen long ago may be gone; one that is asked for now must be there.
    const named = view.sheets.find((sheet) => isSameName(sheet.name, choices.sheet));
    const sheet = named?.name ?? (chosen.sheet === undefined ? undefined : choices.sheet);
    const look = await findTracker(context, view, { ...choices, sheet, today: now });
    const drafted = keptDecisions(view.settings[DECISIONS_KEY]);
    const pointed = keptPointed(view.settings[POINTED_KEY]);
    return { look: withDrafted(look, drafted), choices: { ...choices, sheet }, pointed };
  });
}

/** Decisions made since the ledger sheet was written are newer than what it says. */
const withDrafted = (look: TrackerLook, drafted: readonly Decision[]): TrackerLook =>
  look.kind === 'none'
    ? look
    : {
        ...look,
        tracker: { ...look.tracker, decisions: laidOver(look.tracker.written, drafted) },
      };

/** Sheets' names differ by more than capitals and outer spaces, in Excel as in what somebody types. */
const isSameName = (name: string, typed: string | undefined): boolean =>
  typed !== undefined && name.trim().toLowerCase() === typed.trim().toLowerCase();
