import type { IsoDate, Moment } from '../domain/reading';
import type { Tracker } from '../workbook/tracker';
import { WorkbookError } from '../workbook/workbookError';
import type { Choices } from './choices';
import { pointedAgain, pointedFigures, type PointedRead } from './pointedFigures';
import { readTracker } from './readTracker';
import { summarise, type Summary } from './summarise';
import { writeSummary } from './writeSummary';

export interface SummaryRun {
  tracker: Tracker;
  summary: Summary;
  choices: Choices;
}

interface RunOptions {
  /** When the sheets are written, for the cover; absent: now. */
  moment?: Moment;
  /** Cells whose figures the tracker's total is held against; absent: those that the workbook keeps. */
  against?: readonly string[];
}

/** The whole way in one go: find, read, work out, write. Fails with a sentence, having written nothing. */
export async function runSummary(
  chosen: Partial<Choices>,
  today: IsoDate,
  { moment, against }: RunOptions = {},
): Promise<SummaryRun> {
  const { look, choices, pointed: kept = [] } = await readTracker(chosen, today);
  if (look.kind === 'none') throw new WorkbookError(look.sentence);
  if (look.tracker.missing.length > 0) throw new WorkbookError(look.tracker.problems[0]!.message);
  const { figures, lost } = against
    ? { figures: await pointedFigures(against), lost: [] }
    : await pointedAgain(kept);
  const tracker = withLost(look.tracker, lost);
  const summary = summarise(tracker, choices, today, tracker.decisions, figures);
  const outcome = await writeSummary(tracker, summary, choices, undefined, moment);
  if (outcome.kind === 'changed') {
    throw new WorkbookError('The workbook changed while it was being read. Run it again.');
  }
  return { tracker, summary: { ...summary, plans: outcome.plans }, choices };
}

/** A total that is gone is for the officer to look at; it stops nothing. */
const withLost = (tracker: Tracker, lost: PointedRead['lost']): Tracker => ({
  ...tracker,
  problems: [
    ...tracker.problems,
    ...lost.map(({ address, why }) => ({ address, ref: '', message: why, leavesOut: false })),
  ],
});
