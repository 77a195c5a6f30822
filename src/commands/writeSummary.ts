import { undoWrite, type Receipt } from '../workbook/putBack';
import { writePlans, type Progress, type WriteOutcome } from '../workbook/write';
import { decisionsIn, keptDecisions, laidOver } from '../domain/decisions';
import type { Moment } from '../domain/reading';
import { LEDGER_ID } from '../reports/changeReasons';
import { writtenAt } from '../reports/cover';
import { bytesARow } from '../workbook/readAreas';
import { saysAnything, type Tracker, type WorkbookSeen } from '../workbook/tracker';
import { WorkbookError } from '../workbook/workbookError';
import { CHOICES_KEY, type Choices } from './choices';
import { DECISIONS_KEY } from './keepDecisions';
import type { Summary } from './summarise';
import { now } from './today';

export { undoWrite };
export type { Progress, Receipt, WriteOutcome };

/**
 * Writes the summary's sheets and keeps the choices in the workbook; all of it or nothing.
 * @param moment when it is written, for the cover
 */
export async function writeSummary(
  tracker: Tracker,
  summary: Summary,
  choices: Choices,
  onProgress?: (progress: Progress) => void,
  moment: Moment = now(),
): Promise<WriteOutcome> {
  if (!saysAnything(tracker)) {
    throw new WorkbookError(
      `There is no young person to write about: no row under the headings of ${tracker.parts[0]!.address} has both weekly costs. ${tracker.problems[0]?.message ?? 'Fill them in, then look again.'}`,
    );
  }
  const outcome = await writePlans(
    {
      plans: summary.plans.map((plan) => writtenAt(plan, moment)),
      signs: choices.signs,
      figures: choices.figures,
      seen: tracker.seen,
      settings: [
        { key: CHOICES_KEY, value: choices },
        // The ledger sheet says them from now on.
        { key: DECISIONS_KEY, value: undefined, putBack: draftAgain },
      ],
    },
    onProgress,
  );
  if (outcome.kind === 'changed') return outcome;
  return { ...outcome, seen: withLedger(outcome.seen, summary) };
}

/** On undo what was decided after the write is still not on the ledger sheet. */
const draftAgain = (earlier: unknown, now: unknown): unknown =>
  now === undefined ? earlier : laidOver(keptDecisions(earlier), keptDecisions(now));

/** Knows the ledger sheet as it was just written, so that the next write needs no new look. */
function withLedger(seen: WorkbookSeen, { ledger, plans }: Summary): WorkbookSeen {
  const sheet = seen.sheets.find(({ mark }) => mark?.report === LEDGER_ID);
  const table = sheet?.mark?.tables[0];
  const plan = plans.find(({ id }) => id === LEDGER_ID);
  if (!sheet?.mark || !table || !plan) return seen;
  const { left, right, bottom } = table;
  return {
    ...seen,
    ledger: {
      sheetId: sheet.id,
      area: { top: sheet.mark.headingRow, left, right, bottom },
      bytesARow: bytesARow(plan.table.rows.map((row) => row.map((cell) => cell ?? ''))),
      decisions: decisionsIn(ledger),
    },
  };
}
