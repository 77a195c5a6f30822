import type { Circumstances } from './circumstances';
import type { Evidence } from './classify/classification';
import type { Reason } from './reason';

/** A row of the ledger 'Change reasons': one young person, why the cost changed, who says so. */
export interface LedgerEntry {
  reference: string;
  cohort: string;
  opportunity: string;
  /** £ a week; undefined where no amount could be read, and then the row is in no total. */
  original?: number;
  current?: number;
  circumstances: Circumstances;
  /** The reason that counts: the officer's where there is one. */
  reason: Reason;
  /** What the add-in would say, the officer's decision apart. */
  proposed: Reason;
  confidence: number;
  /** True where a person has to look: the add-in is unsure and nobody decided, or facts changed since. */
  review: boolean;
  evidence: Evidence[];
  decidedBy: 'add-in' | 'officer';
  /** The officer's note of the decision. */
  decisionNote: string;
  standing: Standing;
  /** Where the young person stands in the tracker; absent for those no longer in it. */
  sheet?: string;
  /** 1-based. */
  row?: number;
  /** By what a decision is found again on the next run. */
  key: string;
  /** The row's facts in short; another text means that they changed. */
  facts: string;
}

/**
 * 'counted' is in every total; 'not counted' lacks a cost; 'facts changed' is counted, decided by an
 * officer on facts that are no longer so; 'departed' is no longer in the tracker and in no total.
 */
export type Standing = 'counted' | 'not counted' | 'facts changed' | 'departed';

/** What an officer decided of one young person. */
export interface Decision {
  key: string;
  reason: Reason;
  note: string;
  /** The facts that it was decided on. */
  facts: string;
}
