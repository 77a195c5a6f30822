import type { IsoDate, Moment } from '../domain/reading';
import type { Tracker } from '../workbook/tracker';
import { WorkbookError } from '../workbook/workbookError';
import type { Choices } from './choices';
import { pointedFigures } from './pointedFigures';
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
  /** Cells whose figures the tracker's total is held against. */
  against?: readonly string[];
}

/** The whole way in one go: find, read, work out, write. Fails with a sentence, having written nothing. */
export async function runSummary(
  chosen: Partial<Choices>,
  today: IsoDate,
  { moment, against = [] }: RunOptions = {},
): Promise<SummaryRun> {
  const { look, choices } = await readTracker(chosen, today);
  if (look.kind === 'none') throw new WorkbookError(look.sentence);
  const { tracker } = look;
  if (tracker.missing.length > 0) throw new WorkbookError(tracker.problems[0]!.message);
  const pointed = await pointedFigures(against);
  const summary = summarise(tracker, choices, today, tracker.decisions, pointed);
  const outcome = await writeSummary(tracker, summary, choices, undefined, moment);
  if (outcome.kind === 'changed') {
    throw new WorkbookError('The workbook changed while it was being read. Run it again.');
  }
  return { tracker, summary: { ...summary, plans: outcome.plans }, choices };
}
