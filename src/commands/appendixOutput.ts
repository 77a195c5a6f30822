import type { LedgerEntry } from '../domain/ledger';
import { roundPence } from '../domain/money';
import type { ReasonRow } from '../domain/reasonTable';
import type { Check } from '../domain/reconcile/check';
import type { SheetPlan } from '../reports/plan';
import { allProblems } from './allProblems';
import type { AppendixOutput } from './appendix-output';
import { chosenReports } from './offers';
import type { Proofread } from './proofreadPaper';
import type { SummaryRun } from './runSummary';

/** The run as `npm run appendix -- … --json` prints it, but for the traffic, which the host counts. */
export function appendixOutput(
  { tracker, summary }: SummaryRun,
  paper?: Proofread,
): Omit<AppendixOutput, 'io'> {
  const first = tracker.parts[0];
  return {
    asAt: summary.asAt,
    basis: summary.basis,
    source: {
      sheets: tracker.parts.map((part) => part.sheet),
      address: first?.address ?? '',
      headingRow: first?.headingRow ?? 0,
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
    problems: [
      ...allProblems({ tracker, summary }).map(({ address, ref, message }) => ({
        address,
        ref,
        message,
      })),
      ...(paper?.problems ?? []).map(({ place, label, message }) => ({
        address: place,
        ref: label,
        message,
      })),
    ],
    changes: summary.ledger.flatMap(changeOf),
    reductions: summary.reductions.map(reasonOf),
    increases: summary.increases.map(reasonOf),
    outcomes: summary.outcomes.map(({ opportunity, reason, youngPeople, weekly }) => ({
      opportunity,
      reason,
      youngPeople,
      weekly: roundPence(weekly),
    })),
    reconciliation: [...summary.reconciliation, ...(paper?.checks ?? [])].map(checkOf),
    reports: chosenReports(summary.offers).map(({ plan }) => reportOf(plan)),
  };
}

/** Money is rounded; shares and growth are not. */
function reportOf({
  id,
  title,
  notes,
  table,
}: SheetPlan): NonNullable<AppendixOutput['reports']>[0] {
  return {
    id,
    title,
    notes,
    columns: table.columns.map(({ key, heading }) => ({ key, heading })),
    rows: table.rows.map((row) =>
      Object.fromEntries(
        table.columns.map(({ key, format }, i) => {
          const cell = row[i] ?? null;
          const isMoney = format === 'money' || format === 'change';
          return [key, isMoney && typeof cell === 'number' ? roundPence(cell) : cell];
        }),
      ),
    ),
  };
}

/** Shares are not rounded; money is. */
const checkOf = ({ table, check, status, difference, unit, detail }: Check) => ({
  table,
  check,
  status,
  difference: unit === 'share' ? difference : roundPence(difference),
  detail,
});

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
