import { basisName } from '../domain/calendar';
import type { CohortRow, OpportunityRow } from '../domain/cohort';
import type { IsoDate } from '../domain/reading';
import { REPORTS } from '../reports';
import type { SheetPlan } from '../reports/plan';
import { reportInput } from '../reports/report';
import type { Tracker } from '../workbook/tracker';
import type { Choices } from './choices';

/** Figures and sheets made from a tracker; plain data. Money is unrounded. */
export interface Summary {
  asAt: IsoDate;
  basis: string;
  cohorts: CohortRow[];
  opportunities: OpportunityRow[];
  plans: SheetPlan[];
}

/**
 * Works out every figure and every sheet. The position is as at the date chosen, otherwise the
 * latest review or change date of the tracker, and `today` where it has none.
 */
export function summarise(tracker: Tracker, choices: Choices, today: IsoDate): Summary {
  const asAt = choices.asAt ?? tracker.latestDate ?? today;
  const input = reportInput({
    changes: tracker.changes,
    basis: choices.basis,
    asAt,
    signs: choices.signs,
    source: tracker.parts.map((part) => part.address).join(' and '),
    leftOut: tracker.leftOut,
  });
  return {
    asAt,
    basis: basisName(choices.basis),
    cohorts: input.cohorts,
    opportunities: input.opportunities,
    plans: REPORTS.map((report) => report(input)),
  };
}
