import type { Basis } from '../domain/calendar';
import type { PlacementChange } from '../domain/change';
import { byCohort, byOpportunity, type CohortRow, type OpportunityRow } from '../domain/cohort';
import type { IsoDate } from '../domain/reading';
import type { SheetPlan, SignStyle } from './plan';

/** What every report is made from; one object, so that a new report needs no new plumbing. */
export interface ReportInput {
  cohorts: CohortRow[];
  opportunities: OpportunityRow[];
  /** Young people without an identified opportunity. */
  withoutOpportunity: number;
  basis: Basis;
  asAt: IsoDate;
  signs: SignStyle;
  /** Where the tracker lies: "'Tracker 24-25'!A4:L148". */
  source: string;
  youngPeople: number;
  leftOut: number;
}

export type Report = (input: ReportInput) => SheetPlan;

export interface TrackerFigures {
  changes: readonly PlacementChange[];
  basis: Basis;
  asAt: IsoDate;
  signs: SignStyle;
  source: string;
  leftOut: number;
}

export function reportInput({ changes, ...rest }: TrackerFigures): ReportInput {
  const opportunities = byOpportunity(changes);
  const counted = opportunities.reduce((sum, row) => sum + row.youngPeople, 0);
  return {
    ...rest,
    cohorts: byCohort(changes, rest.basis),
    opportunities,
    withoutOpportunity: changes.length - counted,
    youngPeople: changes.length,
  };
}
