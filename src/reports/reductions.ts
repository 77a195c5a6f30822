import { average, count, REDUCTIONS, reductionsFor, sum, type LedgerPart } from './ledgerFormula';
import { SAVING } from './measure';
import type { SheetPlan } from './plan';
import { reasonPlan } from './reasonPlan';
import type { ReportInput } from './report';

const saved = (part: LedgerPart) => ({
  youngPeople: count(part),
  weekly: `-${sum('change', part)}`,
  average: `-${average(part)}`,
});

/** Young people whose weekly cost fell, and what that saves, by reason (paper 000). */
export const reductionsReport = (input: ReportInput): SheetPlan =>
  reasonPlan(input, {
    id: 'reductions',
    sheet: 'Reductions by reason',
    title: 'Reductions in weekly placement cost by reason',
    table: 'PlacementReductions',
    rows: input.reductions,
    amount: 'Saving',
    format: 'money',
    measure: SAVING,
    verb: 'saves',
    who: 'with a reduction',
    nobody: 'No reductions',
    of: (reason) => saved(reductionsFor(reason)),
    total: saved(REDUCTIONS),
    notes: [
      'A reduction is a weekly cost that fell for a reason other than No change. Amounts saved are shown without a sign.',
    ],
  });
