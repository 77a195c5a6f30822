import { isKeyOf, keyOf, referenceIn } from '../domain/identity';
import type { Decision } from '../domain/ledger';
import type { CellValue } from '../domain/reading';
import { reasonNamed, type Reason } from '../domain/reason';
import { quoted } from '../domain/typed';
import { DECIDED_BY, LEDGER_HEADINGS, type LedgerColumn } from '../reports/changeReasons';
import { readCheck, type LedgerCheck } from '../reports/ledgerCheck';
import { cellAddress } from './address';
import { cellText, isBlank, type Area, type SheetSnapshot } from './sheetSnapshot';
import type { Problem } from './tracker';

/** What the ledger sheet says that officers decided, and what on it cannot be followed. */
export interface LedgerReading {
  decisions: Decision[];
  problems: Problem[];
}

/**
 * Where the ledger lies on its sheet: the Excel table with most of its headings, or, where that is
 * one no longer, from the row of headings that was written on.
 */
export function ledgerArea({ tables, ...sheet }: SheetSnapshot, headingRow: number): Area {
  const named = (area: Area): number => Object.keys(columnsIn(sheet, area)).length;
  const best = tables.reduce<Area | undefined>(
    (most, area) => (named(area) > (most ? named(most) : 0) ? area : most),
    undefined,
  );
  const width = sheet.values[0]?.length ?? 0;
  const all = { top: headingRow, left: sheet.left, bottom: sheet.lastRow };
  return best ?? { ...all, right: sheet.left + width - 1 };
}

type Columns = Partial<Record<LedgerColumn, number>>;

/** The ledger's columns by their headings, wherever the officer has put them. */
function columnsIn(
  { values, top, left }: Pick<SheetSnapshot, 'values' | 'top' | 'left'>,
  area: Area,
): Columns {
  const headings = values[area.top - top] ?? [];
  const columns: Columns = {};
  for (const [role, heading] of Object.entries(LEDGER_HEADINGS)) {
    const column = headings.findIndex(
      (cell, i) =>
        i + left >= area.left &&
        i + left <= area.right &&
        cellText(cell).toLowerCase() === heading.toLowerCase(),
    );
    if (column >= 0) columns[role as LedgerColumn] = column + left;
  }
  return columns;
}

/**
 * Reads the officers' decisions off the ledger sheet, sorted, filtered or widened as it may be. A
 * reason that is not the one the row was written with was typed there by hand and counts as decided
 * on the facts of that time; a text that is no reason is a problem, and the decision stays as it
 * was. So it does where the rest of a row does not belong to its check any more.
 */
export function readLedger(sheet: SheetSnapshot, area: Area): LedgerReading {
  const columns = columnsIn(sheet, area);
  const decisions = new Map<string, Decision>();
  const problems: Problem[] = [];
  for (let at = area.top + 1; at <= area.bottom; at++) {
    const cells = sheet.values[at - sheet.top];
    if (!cells) break;
    const row: LedgerRow = {
      text: (column) =>
        textOf(columns[column] === undefined ? '' : cells[columns[column] - sheet.left]),
      has: (column) => columns[column] !== undefined,
      report: (column, message) => {
        const address = cellAddress(sheet.name, at, columns[column] ?? area.left);
        const ref = row.text('reference');
        problems.push({ address, ref, message: message(address), leavesOut: false });
      },
    };
    const decision = readRow(row);
    if (!decision) continue;
    const other = decisions.get(decision.key);
    if (other === undefined) decisions.set(decision.key, decision);
    else if (other.reason !== decision.reason) row.report('reason', twice);
  }
  return { decisions: [...decisions.values()], problems };
}

const textOf = (cell: CellValue | undefined): string => (isBlank(cell) ? '' : String(cell).trim());

interface LedgerRow {
  /** '' where the cell is blank or the column gone. */
  text: (column: LedgerColumn) => string;
  has: (column: LedgerColumn) => boolean;
  report: (column: LedgerColumn, message: (address: string) => string) => void;
}

function readRow(row: LedgerRow): Decision | undefined {
  const check = readCheck(row.text('check'));
  if (!check) return withoutCheck(row);
  if (row.has('reference') && !isKeyOf(check.key, row.text('reference'))) {
    row.report('reference', displaced);
    const written = asWritten(row, check);
    return (
      written && { ...written, reference: referenceIn(check.key), cohort: '', opportunity: '' }
    );
  }
  if (!row.has('reason')) return asWritten(row, check);
  const reason = reasonNamed(row.text('reason'));
  if (reason === undefined) {
    row.report('reason', noReason(row.text('reason')));
    return asWritten(row, check);
  }
  const note = row.has('decisionNote') ? row.text('decisionNote') : (check.decided?.note ?? '');
  if (reason !== check.reason) return decision(row, check.key, reason, note, check.facts);
  if (check.decided) {
    return says(row, 'add-in')
      ? undefined
      : decision(row, check.key, reason, note, check.decided.facts);
  }
  return note !== '' || says(row, 'officer')
    ? decision(row, check.key, reason, note, check.facts)
    : undefined;
}

const says = (row: LedgerRow, who: keyof typeof DECIDED_BY): boolean =>
  row.text('decidedBy').toLowerCase() === DECIDED_BY[who].toLowerCase();

/** Without the check nothing tells on what facts it was decided: it is put up for another look. */
function withoutCheck(row: LedgerRow): Decision | undefined {
  const reason = reasonNamed(row.text('reason'));
  const reference = row.text('reference');
  if (reason === undefined || reference === '' || !says(row, 'officer')) return undefined;
  return decision(row, keyOf(reference), reason, row.text('decisionNote'), '');
}

const asWritten = (row: LedgerRow, { key, reason, decided }: LedgerCheck): Decision | undefined =>
  decided && decision(row, key, reason, decided.note, decided.facts);

const decision = (
  row: LedgerRow,
  key: string,
  reason: Reason,
  note: string,
  facts: string,
): Decision => ({
  key,
  reason,
  note,
  facts,
  reference: row.text('reference'),
  cohort: row.text('cohort'),
  opportunity: row.text('opportunity'),
});

const noReason =
  (typed: string) =>
  (address: string): string =>
    `${address} ${typed === '' ? 'is blank' : `holds ${quoted(typed)}, which is none of the reasons`}. The reason that the row was written with stands; type one of the reasons, or decide it in the pane.`;

const displaced = (address: string): string =>
  `${address} is not the reference that its row was written with, so nothing typed in the row is followed. Decide it in the pane.`;

const twice = (address: string): string =>
  `The row of ${address} is of a young person who has a row above it with another reason. The one above counts; decide it in the pane.`;
