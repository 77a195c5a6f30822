import type { ListProblem } from '../domain/sources/source';
import type { SheetPlan } from './plan';
import type { ReportInput } from './report';

/** A report on lists beside the tracker: one plan, in a workbook that has what it needs. */
export interface ListReport {
  /** The plan's id and the sheet's mark. */
  id: string;
  /** The plan's sheet. */
  sheet: string;
  /** As an officer chooses it: 'Discharges by route and financial year'. */
  name: string;
  /** Completes "… needs": 'a list of discharges, with the date and the route of each'. */
  needs: string;
  /** Undefined where the workbook has not what it needs. */
  make: (input: ReportInput) => MadeReport | undefined;
}

export interface MadeReport {
  plan: SheetPlan;
  /** What the report found in its lists that an officer should look at. */
  problems: ListProblem[];
}
