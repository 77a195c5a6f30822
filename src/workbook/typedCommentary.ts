import type { CellValue } from '../domain/reading';
import { NO_COMMENTARY, type Commentary } from '../reports/commentary';
import type { SheetPlan } from '../reports/plan';
import type { Mark } from './mark';
import { cellText } from './sheetSnapshot';

/** What an officer has typed as commentary on one of the add-in's sheets. */
export interface TypedCommentary extends Commentary {
  /** Where its cell stands now; 0-based. */
  row: number;
}

/** Where the add-in painted the place for commentary. */
type Place = Pick<Mark, 'headingRow' | 'commentaryRow'>;

/** Rows that an officer may have inserted above a table; beyond, what stands there is not looked for. */
export const MOST_INSERTED = 50;

/** Asks for column A down to the table, with what else is queued; undefined where it has no such place. */
export const loadCommentary = (sheet: Excel.Worksheet, place: Place): Excel.Range | undefined =>
  place.commentaryRow === undefined
    ? undefined
    : sheet
        .getRangeByIndexes(0, 0, place.headingRow + MOST_INSERTED, 1)
        .load('values,formulas,text');

/**
 * The commentary above a table: all that stands in column A between its label and the headings, so
 * that rows which the officer inserted above, between or below lose none of it. Where the label is
 * gone, typed over say, what stands from its place on counts.
 * @param headingRow where the headings stand now; undefined where the table is one no longer
 */
export function typedCommentary(
  column: Excel.Range,
  place: Place,
  headingRow: number | undefined,
): TypedCommentary {
  const values = column.values.map(([value]) => value as CellValue);
  const labelRow = values.findIndex((value) => cellText(value) === NO_COMMENTARY.label);
  const rowsToHeadings = place.headingRow - place.commentaryRow!;
  const end = headingRow ?? (labelRow < 0 ? place.headingRow : labelRow + 1 + rowsToHeadings);
  const first = labelRow >= 0 && labelRow < end ? labelRow + 1 : end - rowsToHeadings - 1;
  const rows = values
    .map((value, row) => ({ value, row }))
    .slice(Math.max(first, 0), end)
    .filter(({ value }) => cellText(value) !== '')
    .map(({ row }) => row);
  const [only, ...others] = rows;
  const formula = column.formulas[only ?? 0]?.[0] as CellValue;
  return {
    ...NO_COMMENTARY,
    text: rows.map((row) => shownText(values[row]!, column.text[row]![0]!)).join('\n'),
    // Text that begins with an equals sign is its own formula to Excel's API, and stays text.
    ...(only !== undefined &&
      others.length === 0 &&
      isFormula(formula) &&
      formula !== values[only] && { formula }),
    row: Math.max(only ?? end - 1, 1),
  };
}

/** A plan with what the officer typed, which stays however many notes stand above it now. */
export const withTyped = (plan: SheetPlan, typed: TypedCommentary | undefined): SheetPlan =>
  plan.commentary && typed
    ? { ...plan, commentary: { ...typed, label: plan.commentary.label } }
    : plan;

const isFormula = (cell: CellValue): cell is string =>
  typeof cell === 'string' && cell.startsWith('=');

/** Texts whole, however narrow the column; numbers and dates as they are shown. */
const shownText = (value: CellValue, shown: string): string =>
  typeof value === 'string' ? value : shown;
