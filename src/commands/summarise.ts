import { classify } from '../domain/classify/classify';
import { basisName } from '../domain/calendar';
import type { CohortRow, OpportunityRow } from '../domain/cohort';
import { assess, ledgerOf, type Assessed, type Decision, type LedgerEntry } from '../domain/ledger';
import type { IsoDate } from '../domain/reading';
import type { Check } from '../domain/reconcile/check';
import type { OutcomeRow, ReasonRow } from '../domain/reasonTable';
import { LIST_REPORTS, REPORTS } from '../reports';
import { coverReport, frontOf } from '../reports/cover';
import type { SheetPlan } from '../reports/plan';
import type { Front } from '../reports/publish';
import { reconciled, type Pointed } from '../reports/reconcile';
import { reconciliationReport } from '../reports/reconciliation';
import { reportInput } from '../reports/report';
import type { Tracker } from '../workbook/tracker';
import { allProblems } from './allProblems';
import type { Choices } from './choices';
import { chosenReports, type Offer } from './offers';
import { VERSION } from './version';

/** Figures and sheets made from a tracker; plain data. Money is unrounded. */
export interface Summary {
  asAt: IsoDate;
  basis: string;
  cohorts: CohortRow[];
  opportunities: OpportunityRow[];
  /** Young people whose weekly cost fell, by reason, amounts saved positive; the total last. */
  reductions: ReasonRow[];
  /** All other young people. */
  increases: ReasonRow[];
  outcomes: OutcomeRow[];
  /** Every young person in the tracker's order, then decisions on those no longer in it. */
  ledger: LedgerEntry[];
  /** Every report on the lists beside the tracker, whether or not the workbook has what it needs. */
  offers: Offer[];
  /** What must hold of the sheets, and whether it does. */
  reconciliation: Check[];
  plans: SheetPlan[];
  /** What the cover of a copy to publish says. */
  front: Front;
}

/**
 * Works out every figure and every sheet. The position is as at the date chosen, otherwise the
 * latest review or change date of the tracker, and `today` where it has none.
 */
export function summarise(
  tracker: Tracker,
  choices: Choices,
  today: IsoDate,
  decisions: readonly Decision[] = tracker.decisions,
  pointed: readonly Pointed[] = [],
): Summary {
  const asAt = choices.asAt ?? tracker.latestDate ?? today;
  const { materiality } = choices;
  const figures = reportInput({
    changes: tracker.changes,
    ledger: ledgerOf(assessed(tracker, materiality, asAt), decisions),
    lists: tracker.lists,
    terms: choices.terms,
    materiality,
    control: tracker.control,
    basis: choices.basis,
    asAt,
    signs: choices.signs,
    wording: choices.wording,
    source: tracker.parts.map((part) => part.address).join(' and '),
    leftOut: tracker.leftOut,
    problems: 0,
    version: VERSION,
  });
  const offers = LIST_REPORTS.map((report) => ({
    report,
    made: report.make(figures),
    chosen: !choices.without.includes(report.id),
  }));
  const input = { ...figures, problems: allProblems({ tracker, summary: { offers } }).length };
  const { cohorts, opportunities, reductions, increases, outcomes, ledger } = input;
  const listed = chosenReports(offers).map(({ plan }) => plan);
  const onTracker = tracker.absent === undefined ? REPORTS : [coverReport];
  const plans = [...onTracker.map((report) => report(input)), ...listed];
  const reconciliation = reconciled(input, plans, pointed);
  return {
    asAt,
    basis: basisName(choices.basis),
    cohorts,
    opportunities,
    reductions,
    increases,
    outcomes,
    ledger,
    offers,
    reconciliation,
    plans: [...plans, reconciliationReport(input, reconciliation)],
    front: frontOf(input),
  };
}

interface LastAssessed {
  materiality: number;
  asAt: IsoDate;
  assessed: Assessed[];
}

/** Reading thousands of notes takes time that a choice of signs, or a decision, must not cost again. */
const lastAssessed = new WeakMap<Tracker['people'], LastAssessed>();

/** A row without a date of review was last looked at when the tracker was. */
function assessed({ people }: Tracker, materiality: number, asAt: IsoDate): Assessed[] {
  const last = lastAssessed.get(people);
  if (last?.materiality === materiality && last.asAt === asAt) return last.assessed;
  const now = assess(people, (row) =>
    classify({ ...row, reviewDate: row.reviewDate ?? asAt }, materiality),
  );
  lastAssessed.set(people, { materiality, asAt, assessed: now });
  return now;
}
