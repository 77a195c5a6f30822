import type { SheetPlan } from '../reports/plan';
import type { SelectedCell, StandingTable } from './selectedCell';
import { cellText, isBlank, type Area } from './sheetSnapshot';

/** Where in a plan's table a cell of its sheet belongs, or why it belongs nowhere, in a sentence. */
export type PlanPlace =
  { kind: 'table'; place: number; key: string } | { kind: 'none'; sentence: string };

/**
 * Finds the selected cell of an add-in's sheet in the plan of its report, by the column's heading
 * and the words that name the row: the officer may have moved, sorted or widened the table since.
 */
export function planCell(cell: SelectedCell, plan: SheetPlan): PlanPlace {
  const { table: main, row, column, address } = cell;
  const none = (sentence: string): PlanPlace => ({ kind: 'none', sentence });
  if (!main) {
    return none(
      `The add-in’s table is no longer on this sheet, so its figures cannot be told. ${WRITE_AGAIN}`,
    );
  }
  if (!holds(main.area, row, column)) {
    if (isBlank(cell.value)) return none(blankSentence(address));
    return none(
      row < main.area.top
        ? `${address} is a line above the table and no figure. Select a figure of the table.`
        : `${address} is not in the add-in’s table, so it is not the add-in’s. Select a figure of the table.`,
    );
  }
  const heading = cellText(main.headings[column - main.area.left]);
  if (row === main.area.top) {
    return none(`${address} heads the column ‘${heading}’. Select a figure below it.`);
  }
  const key = keyUnder(plan, main, column);
  if (key === undefined) {
    return none(
      `The sheet has changed since it was written: ‘${heading}’ is none of the table’s headings. ${WRITE_AGAIN}`,
    );
  }
  const place = placeOf(cell, plan, main);
  if (place === undefined) {
    return none(
      `The sheet or the tracker has changed since this was written: there is no row ‘${namesIn(cell, plan, main).join(', ')}’ now. ${WRITE_AGAIN}`,
    );
  }
  return { kind: 'table', place, key };
}

const WRITE_AGAIN = 'Write to the workbook again, then select the figure.';

export const blankSentence = (address: string): string =>
  `${address} is blank. Select a figure of one of the add-in’s sheets, or a cell that calls a PLACEMENT function.`;

const holds = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** By its heading; one that another option has changed, such as 'x 52', by its place. */
function keyUnder(
  { table: { columns } }: SheetPlan,
  { headings, area }: StandingTable,
  column: number,
): string | undefined {
  const texts = headings.map(cellText);
  const at = column - area.left;
  const named = columns.find(({ heading }) => heading === texts[at]);
  if (named) return named.key;
  const there = columns[at];
  const isElsewhere = there && texts.includes(there.heading);
  return isElsewhere || texts.length !== columns.length ? undefined : there?.key;
}

/** The sheet's column of a plan's; -1 where its heading is not there. */
const columnOf = (plan: SheetPlan, { headings, area }: StandingTable, key: string): number => {
  const heading = plan.table.columns.find((column) => column.key === key)?.heading;
  const at = headings.findIndex((text) => cellText(text) === heading);
  return at < 0 ? -1 : at + area.left;
};

const textAt = ({ across: { left, values } }: SelectedCell, column: number): string =>
  cellText(values[column - left]);

function namesIn(cell: SelectedCell, plan: SheetPlan, main: StandingTable): string[] {
  return (plan.behind?.named ?? [])
    .map((key) => columnOf(plan, main, key))
    .map((column) => (column < 0 ? '' : textAt(cell, column)));
}

/**
 * The row of the plan with the same names. Of several, the one that also says the same in most other
 * columns of words; of those that still are alike, the one in the same place.
 */
function placeOf(cell: SelectedCell, plan: SheetPlan, main: StandingTable): number | undefined {
  const { columns, rows } = plan.table;
  const words = columns.flatMap(({ key, format }, index) => {
    const column = format === 'text' ? columnOf(plan, main, key) : -1;
    return column < 0 ? [] : [{ key, index, text: textAt(cell, column) }];
  });
  const names = words.filter(({ key }) => plan.behind?.named.includes(key));
  if (names.length < (plan.behind?.named.length ?? 0)) return undefined;
  const isSame = (place: number, { index, text }: { index: number; text: string }): boolean =>
    cellText(rows[place]![index] ?? '') === text;
  const named = rows.flatMap((_, place) =>
    names.every((name) => isSame(place, name)) ? [place] : [],
  );
  const agreeing = named.map((place) => words.filter((word) => isSame(place, word)).length);
  const most = agreeing.reduce((one, other) => Math.max(one, other), 0);
  const alike = named.filter((_, i) => agreeing[i] === most);
  const own = cell.row - main.area.top - 1;
  return alike.length > 1 ? (alike.includes(own) ? own : undefined) : alike[0];
}
