import type { LedgerEntry } from '../domain/ledger';
import { roundPence } from '../domain/money';
import type { ReasonRow } from '../domain/reasonTable';
import type { AppendixOutput } from './appendix-output';
import type { SummaryRun } from './runSummary';

/** The run as `npm run appendix -- … --json` prints it, but for the traffic, which the host counts. */
export function appendixOutput({ tracker, summary }: SummaryRun): Omit<AppendixOutput, 'io'> {
  const first = tracker.parts[0]!;
  return {
    asAt: summary.asAt,
    basis: summary.basis,
    source: {
      sheets: tracker.parts.map((part) => part.sheet),
      address: first.address,
      headingRow: first.headingRow,
      rows: tracker.changes.length,
      leftOut: tracker.leftOut,
      columns: { ...tracker.columns },
    },
    cohorts: summary.cohorts.map((row) => ({
      cohort: row.cohort,
      youngPeople: row.youngPeople,
      original: roundPence(row.original),
      current: roundPence(row.current),
      difference: roundPence(row.difference),
      average: roundPence(row.average),
      annual: roundPence(row.annual),
    })),
    opportunities: summary.opportunities.map((row) => ({
      opportunity: row.opportunity,
      youngPeople: row.youngPeople,
      difference: roundPence(row.difference),
      average: roundPence(row.average),
    })),
    problems: tracker.problems.map(({ address, ref, message }) => ({ address, ref, message })),
    changes: summary.ledger.flatMap(changeOf),
    reductions: summary.reductions.map(reasonOf),
    increases: summary.increases.map(reasonOf),
    outcomes: summary.outcomes.map(({ opportunity, reason, youngPeople, weekly }) => ({
      opportunity,
      reason,
      youngPeople,
      weekly: roundPence(weekly),
    })),
  };
}

/** Nothing for those who are no longer in the tracker: they have no row in it. */
function changeOf(entry: LedgerEntry): NonNullable<AppendixOutput['changes']> {
  const { row, reference, reason, confidence, review, evidence, decidedBy } = entry;
  if (row === undefined) return [];
  const texts = evidence.map(({ text }) => text);
  return [{ row, ref: reference, reason, confidence, review, evidence: texts, decidedBy }];
}

const reasonOf = ({ reason, youngPeople, weekly, average }: ReasonRow) => ({
  reason,
  youngPeople,
  weekly: roundPence(weekly),
  average: roundPence(average),
});
