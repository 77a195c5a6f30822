import type { LedgerEntry } from '../domain/ledger';
import { figureBehind, type FigureBehind } from '../reports/figureBehind';
import { argumentsRead, functionBehind } from '../reports/functionBehind';
import type { SheetPlan, SignStyle } from '../reports/plan';
import { inExcel } from '../workbook/excelRun';
import { placementCall, type PlacementCall } from '../workbook/placementCall';
import { blankSentence, planCell } from '../workbook/planCell';
import { readCall } from '../workbook/readCall';
import { selectedCell, type SelectedCell } from '../workbook/selectedCell';
import { isBlank } from '../workbook/sheetSnapshot';
import type { WorkbookSeen } from '../workbook/tracker';

/** What the pane says of the selected cell. */
export interface Explanation {
  /** With the sheet's name, "Cohorts!E7". */
  address: string;
  /** Absent where the cell is none that can be explained: then `sentence` says why. */
  figure?: FigureBehind;
  sentence?: string;
  /** Cells that a function takes. */
  ranges: { text: string; address: string }[];
}

/** What was worked out of the tracker, and the workbook as it was seen then. */
export interface ExplainedBy {
  plans: readonly SheetPlan[];
  ledger: readonly LedgerEntry[];
  signs: SignStyle;
  seen: WorkbookSeen;
}

/** Says where the selected cell comes from; one round trip, and one more for a function's cells. */
export const explainSelected = (by: ExplainedBy): Promise<Explanation> =>
  inExcel(async (context) => {
    const cell = await selectedCell(context, by.seen);
    const { address } = cell;
    const none = (sentence: string): Explanation => ({ address, sentence, ranges: [] });
    if (!cell.alone) {
      return none('Several cells are selected. Select one: figures are explained one at a time.');
    }
    const call = placementCall(cell.formula);
    if (call) return explainCall(context, call, cell, by);
    const plan = by.plans.find(({ id }) => id === cell.report);
    if (!plan) return none(isBlank(cell.value) ? blankSentence(address) : elsewhere(cell));
    const place = planCell(cell, plan);
    if (place.kind === 'none') return none(place.sentence);
    const figure = figureBehind(plan, place.place, place.key, cell.value, by.signs);
    return figure
      ? { address, figure, ranges: [] }
      : none(`${address} is on a sheet that says of no figure whom it is made of.`);
  });

async function explainCall(
  context: Excel.RequestContext,
  call: PlacementCall,
  cell: SelectedCell,
  { ledger, signs }: ExplainedBy,
): Promise<Explanation> {
  const given = await readCall(context, call, cell, argumentsRead(call.name));
  const called = {
    ...call,
    arguments: given,
    address: cell.address,
    row: cell.row - cell.anchor.row,
    column: cell.column - cell.anchor.column,
    shown: cell.value,
  };
  const ranges = given.flatMap(({ text, cells }) =>
    cells ? [{ text, address: cells.address }] : [],
  );
  return { address: cell.address, figure: functionBehind(called, ledger, signs), ranges };
}

const elsewhere = ({ address, report }: SelectedCell): string =>
  report === undefined
    ? `${address} is on no sheet of the add-in’s and calls no PLACEMENT function, so the add-in cannot say where it comes from. Select a figure of one of its sheets.`
    : `${address} is on the sheet that lists whom a figure is made of. Select the figure itself.`;
