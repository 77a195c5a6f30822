import { readMoney } from '../domain/money';
import type { CellValue } from '../domain/reading';
import { cellText, isBlank } from './sheetSnapshot';
import type { TrackerRole } from './trackerSource';

const LABEL =
  /^((grand|sub|overall|running|net|cohort|group) ?-? ?)*(totals?|sum|average|mean|median|count|check|difference|variance|balance)( (for|of|all|cohort|group|tranche|wave)\b.*)?( ?\(.*\))?:?$|^.{1,60}[ -](sub ?-?)?totals?( \(.*\))?:?$|^sub-?totals?\b/i;

/** A note may speak of totals, and a cost is a number; every other cell can hold the label. */
const NOT_A_LABEL: readonly TrackerRole[] = ['note', 'originalCost', 'currentCost'];

/** Sums are compared after display rounding, so a few pence apart still is the sum. */
const PENCE_APART = 0.05;

type Row = Partial<Record<TrackerRole, CellValue>>;

/**
 * Tells totals and subtotals from young people, going down a tracker: by their label, or, without
 * label and reference, because both costs are the sums of two or more rows above.
 */
export function totalRowTest(): (row: Row) => boolean {
  const block = { original: 0, current: 0, rows: 0 };
  const all = { original: 0, current: 0, rows: 0 };
  const sumsUp = (sums: typeof block, original: number, current: number) =>
    sums.rows >= 2 &&
    Math.abs(sums.original - original) < PENCE_APART &&
    Math.abs(sums.current - current) < PENCE_APART;

  return (row) => {
    const original = readMoney(row.originalCost ?? '');
    const current = readMoney(row.currentCost ?? '');
    const before = original.kind === 'value' ? original.value : 0;
    const now = current.kind === 'value' ? current.value : 0;
    const unnamed = isBlank(row.reference);
    const isTotal =
      hasTotalLabel(row) ||
      (unnamed && before > 0 && (sumsUp(block, before, now) || sumsUp(all, before, now)));
    if (isTotal) {
      Object.assign(block, { original: 0, current: 0, rows: 0 });
      return true;
    }
    for (const sums of [block, all]) {
      sums.original += before;
      sums.current += now;
      sums.rows += 1;
    }
    return false;
  };
}

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
