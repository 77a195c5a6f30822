import { readMoney } from '../domain/money';
import type { CellValue } from '../domain/reading';
import { labelKind } from '../domain/totalLabel';
import { filledRows, type FilledRow } from './filledRows';
import type { FoundSource } from './findSource';
import { headingWords } from './headingWords';
import { shapeOf } from './referenceShape';
import { cellText, isBlank } from './sheetSnapshot';
import { rolesOf } from '../domain/sources/source';
import { SumsAbove } from './totals';
import { TRACKER, type TrackerRole } from '../domain/sources/tracker';

/** A row of the tracker that holds something. */
export interface Row extends FilledRow {
  roles: Partial<Record<TrackerRole, CellValue>>;
}

/** The rows of a tracker, told apart. Titles, repeated headings, footnotes and totals that cast are in none. */
export interface SortedRows {
  people: Row[];
  /** Costs with nothing that says whose they are, and not the sum of anything: left out, and to be said. */
  unexplained: Row[];
  /** Without a label, but the sum of rows above: taken for a subtotal, and to be said. */
  likelyTotals: Row[];
  /** Rows labelled a total that are the sum of nothing above them. */
  oddTotals: Row[];
  /** Where another list begins: nothing is read from there on. */
  otherList?: Row;
}

const COST_ROLES = ['originalCost', 'currentCost'] as const;

/** Rows are told apart in the light of all of them: what references look like, how much a row says. */
interface Habits {
  shapes: Map<string, number>;
  /** How many cells beside the costs a row usually fills. */
  described: number;
  /** The first row below a blank one after the last that is surely a young person's. */
  footerFrom: number;
  groups: Set<string>;
}

export function sortRows(found: FoundSource<TrackerRole>): SortedRows {
  const rows = rowsOf(found);
  const habits = habitsOf(found, rows);
  const sorted: SortedRows = { people: [], unexplained: [], likelyTotals: [], oddTotals: [] };
  const sums = new SumsAbove();

  for (const [index, row] of rows.entries()) {
    if (headsAgain(found, row, habits) || (index === 0 && isColumnLegend(row))) continue;
    if (headsAnotherList(row, habits)) {
      sorted.otherList = row;
      break;
    }
    const costs = costsOf(row);
    switch (kindOf(found, row, costs, habits, sums)) {
      case 'person':
        sorted.people.push(row);
        if (costs) sums.add(costs, [cellText(row.roles.cohort), cellText(row.roles.opportunity)]);
        break;
      case 'likely total':
        sorted.likelyTotals.push(row);
        sums.startBlock();
        break;
      case 'odd total':
        sorted.oddTotals.push(row);
        sums.startBlock();
        break;
      case 'unexplained':
        sorted.unexplained.push(row);
        break;
      case 'total':
        sums.startBlock();
        break;
      case 'remark':
        break;
    }
  }
  return sorted;
}

function rowsOf(found: FoundSource<TrackerRole>): Row[] {
  const { columns, left } = found;
  return filledRows(found).map((row) => {
    const roles: Row['roles'] = {};
    for (const role of rolesOf(TRACKER)) {
      const column = columns[role];
      if (column !== undefined) roles[role] = row.cells[column - left] ?? '';
    }
    return { ...row, roles };
  });
}

/** A row's costs as far as they can be read; undefined where neither can. */
function costsOf(row: Row): { original: number; current: number } | undefined {
  const [original, current] = COST_ROLES.map((role) => readMoney(row.roles[role] ?? ''));
  if (original?.kind !== 'value' && current?.kind !== 'value') return undefined;
  return {
    original: original?.kind === 'value' ? original.value : 0,
    current: current?.kind === 'value' ? current.value : 0,
  };
}

const hasCostCell = (row: Row): boolean => COST_ROLES.some((role) => !isBlank(row.roles[role]));

/** Cells beside the costs that say something of the young person: texts, and whatever stands in a known column. */
function describing(found: FoundSource<TrackerRole>, row: Row): number {
  const costs: (number | undefined)[] = COST_ROLES.map((role) => found.columns[role]);
  const known = new Set(Object.values(found.columns));
  return row.cells.filter((cell, i) => {
    const column = found.left + i;
    if (isBlank(cell) || costs.includes(column)) return false;
    return known.has(column) || (typeof cell === 'string' && readMoney(cell).kind !== 'value');
  }).length;
}

function habitsOf(found: FoundSource<TrackerRole>, rows: readonly Row[]): Habits {
  const withCosts = rows.filter((row) => costsOf(row) !== undefined);
  // A tracker may have a note on each young person and hardly a cost.
  const sure = rows.filter(
    (row) =>
      costsOf(row) !== undefined ||
      (hasReferenceAndNote(row) && /\d/.test(cellText(row.roles.reference))),
  );
  const shapes = new Map<string, number>();
  for (const row of sure) {
    const shape = shapeOf(cellText(row.roles.reference));
    if (shape !== '') shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  const described = withCosts.map((row) => describing(found, row)).sort((a, b) => a - b);
  const lastSure = sure[sure.length - 1]?.at ?? found.headingRow;
  return {
    shapes,
    // Totals fill few cells; most of the rows that say most are young people.
    described: described[Math.floor(described.length * 0.75)] ?? 0,
    footerFrom: rows.find((row) => row.at > lastSure && row.afterBlank)?.at ?? Infinity,
    groups: new Set(
      rows
        .flatMap((row) => [cellText(row.roles.cohort), cellText(row.roles.opportunity)])
        .filter((group) => group !== '')
        .map((group) => group.toLowerCase()),
    ),
  };
}

/** A reference like those of other rows. */
function hasUsualReference(row: Row, habits: Habits): boolean {
  const reference = cellText(row.roles.reference);
  if (reference === '' || namesGroup(row, habits)) return false;
  return (habits.shapes.get(shapeOf(reference)) ?? 0) >= 2;
}

const hasReferenceAndNote = ({ roles }: Row): boolean =>
  !isBlank(roles.reference) && !isBlank(roles.note);

/** A cohort's or an opportunity's name where references stand. */
const namesGroup = (row: Row, habits: Habits): boolean =>
  habits.groups.has(cellText(row.roles.reference).toLowerCase());

type RowKind = 'person' | 'total' | 'likely total' | 'odd total' | 'unexplained' | 'remark';

function kindOf(
  found: FoundSource<TrackerRole>,
  row: Row,
  costs: { original: number; current: number } | undefined,
  habits: Habits,
  sums: SumsAbove,
): RowKind {
  const label = totalLabel(found, row, habits);
  if (label === 'other') return 'total';
  if (label === 'sum' && !sums.isEmpty) {
    return costs === undefined || sums.include(costs, 1) ? 'total' : 'odd total';
  }
  if (!hasCostCell(row)) return isRemark(found, row, habits) ? 'remark' : 'person';

  const said = describing(found, row);
  const isBare = habits.described >= 2 ? said <= 1 : said === 0 && habits.described > 0;
  if (!isBare) return 'person';
  if (costs && costs.original > 0 && sums.include(costs, said === 0 ? 1 : 2)) {
    return said === 0 || namesGroup(row, habits) ? 'total' : 'likely total';
  }
  if (costs && said === 1 && hasUsualReference(row, habits)) return 'person';
  return 'unexplained';
}

/**
 * The label of a total, wherever in the row it stands; a young person's own row may speak of totals
 * (a provider's name, a note) and is known by its reference.
 */
function totalLabel(
  found: FoundSource<TrackerRole>,
  row: Row,
  habits: Habits,
): 'sum' | 'other' | undefined {
  const reference = cellText(row.roles.reference);
  if (reference !== '') {
    const kind = labelKind(reference);
    if (kind !== undefined || hasUsualReference(row, habits)) return kind;
    if (hasReferenceAndNote(row) && !namesGroup(row, habits)) return undefined;
  }
  const note = found.columns.note;
  for (const [i, cell] of row.cells.entries()) {
    if (typeof cell !== 'string' || found.left + i === note) continue;
    const kind = labelKind(cell);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Footnotes, section labels and keys, unlike a young person whose costs are still missing. */
function isRemark(found: FoundSource<TrackerRole>, row: Row, habits: Habits): boolean {
  if (hasUsualReference(row, habits)) return false;
  return row.at >= habits.footerFrom || describing(found, row) < 2 || namesGroup(row, habits);
}

const costWords = (row: Row): string[] =>
  COST_ROLES.map((role) => row.roles[role]).map((cell) =>
    typeof cell === 'string' && readMoney(cell).kind === 'unreadable' ? headingWords(cell) : '',
  );

/** The headings once more, in the same columns, in these words or others. */
function headsAgain(found: FoundSource<TrackerRole>, row: Row, habits: Habits): boolean {
  if (hasUsualReference(row, habits)) return false;
  const repeated = row.cells.filter(
    (cell, i) => !isBlank(cell) && cellText(cell) === found.headings[i],
  );
  const [original, current] = costWords(row);
  if (!original || !current) return repeated.length >= 2 && costsOf(row) === undefined;
  const names = (role: 'originalCost' | 'currentCost', words: string) =>
    words === headingWords(found.headings[found.columns[role]! - found.left]!) ||
    TRACKER.roles[role].named(words) >= 0.5;
  return names('originalCost', original) && names('currentCost', current);
}

/** Text without a number over both costs: the headings of something else. */
function headsAnotherList(row: Row, habits: Habits): boolean {
  if (hasUsualReference(row, habits)) return false;
  const words = costWords(row);
  if (words.some((each) => each === '')) return false;
  const namesCosts = words.some(
    (each) =>
      TRACKER.roles.originalCost.named(each) >= 0.5 || TRACKER.roles.currentCost.named(each) >= 0.5,
  );
  const isHeading =
    row.afterBlank && row.cells.every((cell) => isBlank(cell) || !/\d/.test(String(cell)));
  return namesCosts || isHeading;
}

/** A row of column numbers, letters or units right below the headings. */
function isColumnLegend(row: Row): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const numbered =
    filled.length >= 3 &&
    filled.every((cell, i) => typeof cell === 'number' && cell === Number(filled[0]) + i);
  if (numbered) return true;
  return (
    COST_ROLES.every((role) => !isBlank(row.roles[role])) &&
    filled.every(
      (cell) => typeof cell === 'string' && cell.trim().length <= 12 && !/\d/.test(cell),
    ) &&
    COST_ROLES.every((role) => readMoney(row.roles[role] ?? '').kind === 'unreadable') &&
    !filled.some((cell) => /^(tbc|tba|n\/?a|ask .*|unknown|\?+)$/i.test(cellText(cell)))
  );
}
