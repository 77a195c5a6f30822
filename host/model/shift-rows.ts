import { HostError } from '../host-error';
import { COLUMNS, localAddress, ROWS, type Rect } from './address';
import type { DefinedName } from './book';
import { FormulaCell } from './cells';
import { shiftCharts } from './chart';
import { referencesOf, withReferences, type Reference } from './formula-references';
import { shifted, type RowShift } from './row-shift';
import type { Sheet } from './sheet';
import type { Table } from './table';

/**
 * Puts whole rows into a sheet or takes them out, and moves all that stands below: cells, formats,
 * heights, hidden rows, merges, tables, charts, the sheet's filter, names. New rows look like the row
 * above them, as in Excel's grid; they are never hidden.
 *
 * Throws, with nothing changed: AccessDenied where protection forbids it, NonBlankCellOffSheet
 * where cells would leave the sheet, NotImplemented for what this host cannot do as Excel does.
 */
export function shiftRows(sheet: Sheet, shift: RowShift): void {
  requireAllowed(sheet, shift);
  requireRoom(sheet, shift);
  for (const table of tablesOf(sheet)) requireWholeTable(table, shift);
  requireOneTable(sheet, shift);
  requireKnownOutcome(sheet, shift);
  requireFormulasStand(sheet, shift);
  const names = movedNames(sheet, shift);

  sheet.cells.shift(shift);
  sheet.formats.shift(shift);
  shiftRuns(sheet, shift);
  sheet.merges = sheet.merges.flatMap((merge) => mergeAfter(merge, shift));
  sheet.spills = sheet.spills.flatMap((spill) => shifted(spill, shift) ?? []);
  if (sheet.autoFilter) sheet.autoFilter = shifted(sheet.autoFilter, shift);
  moveTables(sheet, shift);
  shiftCharts(sheet, shift);
  names.forEach(({ name, formula }) => (name.formula = formula));
  sheet.rowShifts.push(shift);
  sheet.changed(rowsOf(shift), shift.kind === 'insert' ? 'RowInserted' : 'RowDeleted');
}

const rowsOf = ({ at, count }: RowShift): Rect => ({
  top: at,
  bottom: at + count - 1,
  left: 0,
  right: COLUMNS - 1,
});

const tablesOf = (sheet: Sheet): Table[] =>
  sheet.book.tables.filter((table) => table.sheet === sheet);

const notPlayed = (what: string) => new HostError('NotImplemented', `This host does not ${what}.`);

/** The rows reach into the block, or part it, and leave some of it. */
function cuts(rect: Rect, shift: RowShift): boolean {
  const after = shifted(rect, shift);
  return after !== undefined && after.bottom - after.top !== rect.bottom - rect.top;
}

/** Rows of a protected sheet go only where every cell in them is unlocked, as Excel's own option says. */
function requireAllowed(sheet: Sheet, shift: RowShift): void {
  sheet.requireAllowed(shift.kind === 'insert' ? 'allowInsertRows' : 'allowDeleteRows');
  if (shift.kind === 'delete') sheet.requireUnlocked(rowsOf(shift));
  if (sheet.protection && tablesOf(sheet).some((table) => cuts(table.rect, shift))) {
    throw new HostError('AccessDenied');
  }
}

function requireRoom(sheet: Sheet, { kind, count }: RowShift): void {
  const last = { top: ROWS - count, bottom: ROWS - 1, left: 0, right: COLUMNS - 1 };
  if (kind === 'insert' && sheet.cells.used(last)) {
    throw new HostError(
      'NonBlankCellOffSheet',
      'Inserting the rows would push cells that are not blank off the end of the sheet.',
    );
  }
}

/** A table keeps its headings, its totals and a row between them, or goes as a whole. */
function requireWholeTable(table: Table, shift: RowShift): void {
  const { rect, bodyRect, sheet } = table;
  if (shift.kind === 'insert') {
    if (!cuts(rect, shift)) return;
    if (shift.at === bodyRect.top) {
      throw notPlayed("insert rows right below a table's headings");
    }
    if (hasFormula(sheet, bodyRect)) throw notPlayed('fill the formulas of a table into new rows');
    return;
  }
  if (!shifted(rect, shift)) return requireUnmentioned(table, shift);
  if (!cuts(rect, shift)) return;
  const { top, bottom } = rowsOf(shift);
  const takesBody = top === bodyRect.top && bottom >= bodyRect.bottom;
  if (top < bodyRect.top || inTotals(table, bottom) || takesBody) {
    throw notPlayed("delete a table's headings, totals or last row without the table");
  }
}

function hasFormula(sheet: Sheet, rect: Rect): boolean {
  let found = false;
  sheet.cells.visit(rect, (_row, _column, cell) => (found ||= cell instanceof FormulaCell));
  return found;
}

/** Formulas that name a table which goes would have to become errors. */
function requireUnmentioned({ name, sheet }: Table, shift: RowShift): void {
  const wanted = name.toUpperCase();
  const { names, reservedNames } = sheet.book;
  const mentions = (formula: string) => formula.toUpperCase().includes(wanted);
  if (
    [...names, ...reservedNames].some(({ formula }) => mentions(formula)) ||
    formulasThatStay(sheet, shift).some(({ formula }) => mentions(formula))
  ) {
    throw notPlayed('delete a table that a formula or a name may mention');
  }
}

const inTotals = ({ showTotals, rect }: Table, row: number): boolean =>
  showTotals && row >= rect.bottom;

function requireOneTable(sheet: Sheet, shift: RowShift): void {
  if (tablesOf(sheet).filter((table) => cuts(table.rect, shift)).length > 1) {
    throw notPlayed('insert or delete rows across tables that stand side by side');
  }
}

/** Where Excel's own outcome is not known here, none is made up. */
function requireKnownOutcome(sheet: Sheet, shift: RowShift): void {
  if (shift.at < sheet.frozen.rows) throw notPlayed('insert or delete rows among frozen ones');
  if (shift.kind === 'insert') return;
  const { top, bottom } = rowsOf(shift);
  const losesTop = (rect: Rect) => rect.top >= top && rect.top <= bottom;
  if (sheet.merges.some((merge) => losesTop(merge) && cuts(merge, shift))) {
    throw notPlayed('delete the first row of merged cells');
  }
  if (sheet.autoFilter && losesTop(sheet.autoFilter)) {
    throw notPlayed("delete the headings of the sheet's filter");
  }
}

interface PlacedFormula {
  formula: string;
  sheet: Sheet;
  address: string;
}

/** The workbook's formulas in cells, but for those that go with the rows. */
function formulasThatStay(target: Sheet, shift: RowShift): PlacedFormula[] {
  const found: PlacedFormula[] = [];
  for (const sheet of target.book.sheets) {
    sheet.cells.visitFormulas((row, column, cell) => {
      const rect = { top: row, bottom: row, left: column, right: column };
      if (sheet === target && !shifted(rect, shift)) return;
      const address = `${sheet.quotedName}!${localAddress(rect)}`;
      found.push({ formula: cell.formula, sheet, address });
    });
  }
  return found;
}

/** Whether the shift moves, grows or takes away what the reference points at. */
function isMoved(
  { sheet: named, rect }: Reference,
  own: Sheet | undefined,
  target: Sheet,
  shift: RowShift,
): boolean {
  // A stretch of sheets may hold this one.
  const isHere =
    named === undefined
      ? own === target
      : named.includes(':') || named.toUpperCase() === target.name.toUpperCase();
  const after = shifted(rect, shift);
  return isHere && (after?.top !== rect.top || after.bottom !== rect.bottom);
}

/** Excel would rewrite these formulas and calculate them again; this host has no engine to. */
function requireFormulasStand(target: Sheet, shift: RowShift): void {
  for (const { formula, sheet, address } of formulasThatStay(target, shift)) {
    if (referencesOf(formula).some((reference) => isMoved(reference, sheet, target, shift))) {
      throw notPlayed(`rewrite the formula in ${address}, which points at cells that would move`);
    }
  }
}

function movedNames(target: Sheet, shift: RowShift): { name: DefinedName; formula: string }[] {
  const { names, reservedNames } = target.book;
  return [...names, ...reservedNames].map((name) => ({
    name,
    formula: withReferences(name.formula, (reference) =>
      isMoved(reference, name.sheet, target, shift)
        ? respelt(reference, name, shift)
        : reference.local,
    ),
  }));
}

/** A name without dollars stands for other cells from each cell that uses it. */
function respelt(reference: Reference, name: DefinedName, shift: RowShift): string {
  const { local, rect } = reference;
  if (reference.sheet?.includes(':') || /(^|[^$\d])\d/.test(local)) {
    throw notPlayed(`move the name ${name.name}, which is not one fixed block`);
  }
  const after = shifted(rect, shift);
  if (!after) return '#REF!';
  const rows = [after.top + 1, after.bottom + 1];
  return local.replace(/\d+/g, () => String(rows.shift()));
}

function shiftRuns(sheet: Sheet, shift: RowShift): void {
  const { at, count } = shift;
  const heightAbove = at > 0 ? sheet.rowHeights.at(at - 1) : undefined;
  if (shift.kind === 'insert') {
    sheet.rowHeights.makeRoom(at, count, ROWS - 1, heightAbove);
    sheet.hiddenRows.makeRoom(at, count, ROWS - 1, undefined);
  } else {
    sheet.rowHeights.closeUp(at, count);
    sheet.hiddenRows.closeUp(at, count);
  }
}

/** One cell alone is no merge. */
function mergeAfter(merge: Rect, shift: RowShift): Rect[] {
  const after = shifted(merge, shift);
  const isOne = after && after.top === after.bottom && after.left === after.right;
  return after && !isOne ? [after] : [];
}

function moveTables(sheet: Sheet, shift: RowShift): void {
  const { tables } = sheet.book;
  for (const table of tablesOf(sheet)) {
    const after = shifted(table.rect, shift);
    if (after) table.rect = after;
    else tables.splice(tables.indexOf(table), 1);
  }
}
