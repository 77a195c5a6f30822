import {
  average,
  count,
  EVERYBODY,
  increasesFor,
  REDUCTIONS,
  sum,
  type LedgerPart,
} from './ledgerFormula';
import { DIFFERENCE } from './measure';
import { signNote } from './notes';
import type { SheetPlan } from './plan';
import { pounds, reasonPlan } from './reasonPlan';
import type { ReportInput } from './report';

const added = (part: LedgerPart) => ({
  youngPeople: count(part),
  weekly: sum('change', part),
  average: average(part),
});

/** All young people but those whose weekly cost fell, and what they add, by reason (paper 000). */
export const increasesReport = (input: ReportInput): SheetPlan =>
  reasonPlan(input, {
    id: 'increases',
    sheet: 'Increases by reason',
    title: 'Increases in weekly placement cost by reason',
    table: 'PlacementIncreases',
    rows: input.increases,
    amount: 'Increase',
    format: 'change',
    measure: DIFFERENCE,
    verb: 'adds',
    who: 'without a reduction',
    nobody: 'No increases',
    of: (reason) => added(increasesFor(reason)),
    total: {
      youngPeople: `${count(EVERYBODY)}-${count(REDUCTIONS)}`,
      weekly: `${sum('change', EVERYBODY)}-${sum('change', REDUCTIONS)}`,
    },
    notes: [
      signNote(input.signs),
      'Everybody without a reduction is here.',
      `No change stands among the increases, whatever its sign: the same placement, up to ${pounds(input.materiality)} a week more or less.`,
    ],
  });
