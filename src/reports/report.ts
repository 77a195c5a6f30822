import type { Basis } from '../domain/calendar';
import type { PlacementChange } from '../domain/change';
import { byCohort, byOpportunity, type CohortRow, type OpportunityRow } from '../domain/cohort';
import { isCounted, type LedgerEntry } from '../domain/ledger';
import type { IsoDate } from '../domain/reading';
import { byOutcome, byReason, type OutcomeRow, type ReasonRow } from '../domain/reasonTable';
import type { SourceList } from '../domain/sources/source';
import type { SheetPlan, SignStyle } from './plan';
import { defaultTerms, type Terms } from './terms';
import type { Wording } from './wording';

/** What every report is made from; one object, so that a new report needs no new plumbing. */
export interface ReportInput {
  cohorts: CohortRow[];
  opportunities: OpportunityRow[];
  /** Young people without an identified opportunity. */
  withoutOpportunity: number;
  /** Young people whose weekly cost fell, by reason, and all others; each with its total last. */
  reductions: ReasonRow[];
  increases: ReasonRow[];
  outcomes: OutcomeRow[];
  /** Every young person of the tracker, and decisions on those who are no longer in it. */
  ledger: LedgerEntry[];
  /** Lists beside the tracker, those that fit their kind best first. */
  lists: readonly SourceList[];
  terms: Terms;
  /** £ a week: a difference up to this much is no change. */
  materiality: number;
  control?: ControlTotals;
  basis: Basis;
  asAt: IsoDate;
  signs: SignStyle;
  wording: Wording;
  /** Where the tracker lies: "'Tracker 24-25'!A4:L148". */
  source: string;
  youngPeople: number;
  leftOut: number;
  /** Cells that an officer should look at. */
  problems: number;
  /** The add-in's own. */
  version: string;
}

/**
 * What cells of the tracker came to when it was read, for Excel to compare with what they come to
 * now: those in the rows of young people and in blank rows among and just below them.
 */
export interface ControlTotals {
  originalCost: ControlTotal;
  currentCost: ControlTotal;
  youngPeople: ControlTotal;
  /** True where rows that are no young person's had to be taken along, too many to leave out one by one. */
  wholeSpan: boolean;
}

export interface ControlTotal {
  /** The sum of the cells that hold numbers, £ a week; of young people, how many cells are filled. */
  read: number;
  /** With the sheet's name, "'Tracker 24-25'!$G$5:$G$107". */
  ranges: string[];
}

export type Report = (input: ReportInput) => SheetPlan;

export interface TrackerFigures {
  changes: readonly PlacementChange[];
  ledger: LedgerEntry[];
  /** Absent: none. */
  lists?: readonly SourceList[];
  /** Absent: the usual ones. */
  terms?: Terms;
  materiality: number;
  control?: ControlTotals;
  basis: Basis;
  asAt: IsoDate;
  signs: SignStyle;
  wording: Wording;
  source: string;
  leftOut: number;
  problems: number;
  version: string;
}

export function reportInput({ changes, ...rest }: TrackerFigures): ReportInput {
  const opportunities = byOpportunity(changes);
  const counted = rest.ledger.filter(isCounted);
  const withOne = opportunities.reduce((sum, row) => sum + row.youngPeople, 0);
  return {
    ...rest,
    lists: rest.lists ?? [],
    terms: rest.terms ?? defaultTerms,
    cohorts: byCohort(changes, rest.basis),
    opportunities,
    withoutOpportunity: changes.length - withOne,
    reductions: byReason(counted, 'reductions'),
    increases: byReason(counted, 'increases'),
    outcomes: byOutcome(counted),
    youngPeople: changes.length,
  };
}
