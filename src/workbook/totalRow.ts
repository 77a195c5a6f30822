import { readMoney } from '../domain/money';
import type { CellValue } from '../domain/reading';
import { shapeOf } from './referenceShape';
import { cellText, isBlank } from './sheetSnapshot';
import type { TrackerRole } from './trackerSource';

const LABEL =
  /^((grand|sub|overall|running|net|cohort|group) ?-? ?)*(totals?|sum|average|mean|median|count|check|difference|variance|balance)( (for|of|all|cohort|group|tranche|wave)\b.*)?( ?\(.*\))?:?$|^.{1,60}[ -](sub ?-?)?totals?( \(.*\))?:?$|^sub-?totals?\b/i;

const COSTS: readonly TrackerRole[] = ['originalCost', 'currentCost'];
/** A note may speak of totals, and a cost is a number; every other cell can hold the label. */
const NOT_A_LABEL: readonly TrackerRole[] = ['note', ...COSTS];

/** Sums are compared after display rounding, so a few pence apart still is the sum. */
const PENCE_APART = 0.05;

type Row = Partial<Record<TrackerRole, CellValue | undefined>>;

/**
 * Tells totals and subtotals from young people, going down a tracker: by their label, or, without a
 * label or a reference like the others', because both costs are the sums of rows above.
 */
export function totalRowTest(): (row: Row) => boolean {
  const block = { original: 0, current: 0, rows: 0 };
  const shapes = new Set<string>();
  const all = { original: 0, current: 0, rows: 0 };
  const sumsUp = (sums: typeof block, original: number, current: number, fewest: number) =>
    sums.rows >= fewest &&
    Math.abs(sums.original - original) < PENCE_APART &&
    Math.abs(sums.current - current) < PENCE_APART;

  return (row) => {
    const original = readMoney(row.originalCost ?? '');
    const current = readMoney(row.currentCost ?? '');
    const before = original.kind === 'value' ? original.value : 0;
    const now = current.kind === 'value' ? current.value : 0;
    const shape = shapeOf(cellText(row.reference));
    const unnamed = shape === '' || (shapes.size > 0 && !shapes.has(shape));
    // Two children can cost the same; a bare pair of numbers that repeats the row above is its sum.
    const fewest = holdsCostsAlone(row) ? 1 : 2;
    const isTotal =
      hasTotalLabel(row) ||
      (unnamed && before > 0 && [block, all].some((sums) => sumsUp(sums, before, now, fewest)));
    if (isTotal) {
      Object.assign(block, { original: 0, current: 0, rows: 0 });
      return true;
    }
    if (shape !== '') shapes.add(shape);
    for (const sums of [block, all]) {
      sums.original += before;
      sums.current += now;
      sums.rows += 1;
    }
    return false;
  };
}

/** Numbers with nothing that says whose they are. */
export const holdsCostsAlone = (row: Row): boolean =>
  Object.entries(row).every(([role, cell]) => COSTS.includes(role as TrackerRole) || isBlank(cell));

function hasTotalLabel(row: Row): boolean {
  const reference = cellText(row.reference);
  if (reference !== '') return LABEL.test(reference);
  return Object.entries(row).some(
    ([role, cell]) =>
      !NOT_A_LABEL.includes(role as TrackerRole) &&
      typeof cell === 'string' &&
      LABEL.test(cellText(cell)),
  );
}
