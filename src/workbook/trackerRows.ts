import { readDate } from '../domain/calendar';
import { readMoney } from '../domain/money';
import { careHasEnded } from '../domain/placement';
import type { CellValue, DateSystem, IsoDate } from '../domain/reading';
import { cellAddress } from './address';
import type { FoundSource } from './findSource';
import { headingWords } from './headingWords';
import { shapeOf } from './referenceShape';
import { cellText, isBlank } from './sheetSnapshot';
import { rolesOf } from './source';
import { holdsCostsAlone, totalRowTest } from './totalRow';
import type { Problem, TrackedChange } from './tracker';
import { TRACKER, type TrackerRole } from './trackerSource';

/** What one sheet's rows of a tracker came to. */
export interface TrackerRows {
  changes: TrackedChange[];
  leftOut: number;
  problems: Problem[];
  /** 0-based; the heading row where no young person is listed. */
  lastRow: number;
}

interface Row {
  /** 0-based row on the sheet. */
  at: number;
  cells: Partial<Record<TrackerRole, CellValue>>;
}

const DATE_ROLES = ['changeDate', 'reviewDate', 'endedOn', 'dateOfBirth'] as const;
/** What officers type in a date's cell for "none yet". */
const NO_DATE = /^(-|–|—|n\/?a|none|nil|ongoing|on-going|current|present|open|tbc|tba)$/i;

/** The rows of the tracker that hold something and are neither repeated headings nor totals. */
function personRows(found: FoundSource<TrackerRole>): Row[] {
  const { snapshot, columns } = found;
  const rows: Row[] = [];
  const isTotal = totalRowTest();
  for (let at = found.headingRow + 1; at <= found.bottom; at++) {
    const cells = snapshot.values[at - snapshot.top];
    if (!cells) break;
    const inside = cells.slice(found.left - snapshot.left, found.right - snapshot.left + 1);
    if (inside.every(isBlank)) continue;
    if (repeatsHeadings(found, inside)) continue;
    if (startsAnotherList(found, inside, snapshot.values[at - 1 - snapshot.top])) break;
    const row: Row = { at, cells: {} };
    for (const role of rolesOf(TRACKER)) {
      const column = columns[role];
      if (column !== undefined) row.cells[role] = cells[column - snapshot.left] ?? '';
    }
    if (isTotal(row.cells)) continue;
    rows.push(row);
  }
  return withoutRemarks(rows);
}

const repeatsHeadings = (found: FoundSource<TrackerRole>, cells: readonly CellValue[]): boolean => {
  const repeated = cells.filter(
    (cell, i) => !isBlank(cell) && cellText(cell) === found.headings[i],
  );
  return (
    repeated.length >= 2 && repeated.length >= cells.filter((cell) => !isBlank(cell)).length / 2
  );
};

/** After a blank row, a row of nothing but text with text for both costs heads another list. */
function startsAnotherList(
  found: FoundSource<TrackerRole>,
  cells: readonly CellValue[],
  above: readonly CellValue[] | undefined,
): boolean {
  if (
    !above
      ?.slice(found.left - found.snapshot.left, found.right - found.snapshot.left + 1)
      .every(isBlank)
  ) {
    return false;
  }
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length < 2 || filled.some((cell) => typeof cell !== 'string')) return false;
  const readable = filled.filter(
    (cell) => readMoney(cell).kind === 'value' || readDate(cell, 1900).kind === 'value',
  );
  if (readable.length > 0) return false;
  const named = filled.filter((cell) => {
    const words = headingWords(cellText(cell));
    return words !== '' && rolesOf(TRACKER).some((role) => TRACKER.roles[role].named(words) >= 0.6);
  });
  return named.length >= filled.length / 2;
}

/** Footnotes and section labels: one text alone in its row, unlike the references of the rows that have costs. */
function withoutRemarks(rows: readonly Row[]): Row[] {
  const filledRoles = (row: Row) => rolesOf(TRACKER).filter((role) => !isBlank(row.cells[role]));
  const shapes = new Set(
    rows
      .filter((row) => !isBlank(row.cells.originalCost))
      .map((row) => shapeOf(cellText(row.cells.reference))),
  );
  return rows.filter((row) => {
    const filled = filledRoles(row);
    if (filled.length === 0) return false;
    if (filled.length > 1 || filled[0] === 'originalCost' || filled[0] === 'currentCost')
      return true;
    return filled[0] === 'reference' && shapes.has(shapeOf(cellText(row.cells.reference)));
  });
}

/**
 * Reads every young person's row. A row whose costs cannot both be read is left out and listed;
 * nothing is taken as zero that is not written as zero, unless the placement has ended by `asAt`
 * (without an as-at date, by any date).
 */
export function readTrackerRows(
  found: FoundSource<TrackerRole>,
  system: DateSystem,
  asAt: IsoDate | undefined,
): TrackerRows {
  const sheet = found.snapshot.name;
  const problems: Problem[] = [];
  const changes: TrackedChange[] = [];
  let leftOut = 0;
  const rows = personRows(found);
  const describesItsRows =
    rows.filter((row) => !holdsCostsAlone(row.cells)).length > rows.length / 2;

  for (const row of rows) {
    const ref = cellText(row.cells.reference);
    const report = (
      role: TrackerRole,
      message: (address: string) => string,
      leavesOut: boolean,
    ) => {
      const address = cellAddress(sheet, row.at, found.columns[role] ?? found.left);
      problems.push({ address, ref, message: message(address), leavesOut });
    };
    if (describesItsRows && holdsCostsAlone(row.cells)) {
      report('originalCost', unexplainedTotal, true);
      leftOut += 1;
      continue;
    }
    const dates = readDates(row, system, report);
    const ended = hasEnded(row, dates.endedOn, asAt);
    const original = readCost(row.cells.originalCost, 'originalCost', false, report);
    const current = readCost(row.cells.currentCost, 'currentCost', ended, report);
    if (original === undefined || current === undefined) {
      leftOut += 1;
      continue;
    }
    changes.push({
      reference: ref,
      cohort: cellText(row.cells.cohort),
      opportunity: cellText(row.cells.opportunity),
      original,
      current,
      sheet,
      row: row.at + 1,
    });
  }
  return { changes, leftOut, problems, lastRow: rows[rows.length - 1]?.at ?? found.headingRow };
}

const unexplainedTotal = (address: string): string =>
  `${address} and its row hold costs but nothing that says whose they are, so the row is taken for a total and left out. Type a reference if it is a young person's.`;

type Report = (role: TrackerRole, message: (address: string) => string, leavesOut: boolean) => void;

function readDates(
  row: Row,
  system: DateSystem,
  report: Report,
): Partial<Record<TrackerRole, IsoDate>> {
  const dates: Partial<Record<TrackerRole, IsoDate>> = {};
  for (const role of DATE_ROLES) {
    const cell = row.cells[role];
    if (cell === undefined || NO_DATE.test(cellText(cell))) continue;
    const reading = readDate(cell, system);
    if (reading.kind === 'value') dates[role] = reading.value;
    if (reading.kind === 'unreadable') {
      const label = TRACKER.roles[role].label;
      report(
        role,
        (address) =>
          `${address} ${reading.why}. Correct the ${label.toLowerCase()}; the row is counted without it.`,
        false,
      );
    }
  }
  return dates;
}

const hasEnded = (row: Row, endedOn: IsoDate | undefined, asAt: IsoDate | undefined): boolean =>
  (endedOn !== undefined && (asAt === undefined || endedOn <= asAt)) ||
  careHasEnded(cellText(row.cells.currentPlacement));

function readCost(
  cell: CellValue | undefined,
  role: 'originalCost' | 'currentCost',
  ended: boolean,
  report: Report,
): number | undefined {
  const label = TRACKER.roles[role].label.toLowerCase();
  const reading = readMoney(cell ?? '');
  if (reading.kind === 'value' && reading.value >= 0) return reading.value;
  if (reading.kind === 'blank' && ended) return 0;
  const why = (address: string) => {
    if (reading.kind === 'value') {
      return `${address} holds a negative ${label}. A placement cannot cost less than nothing: correct it.`;
    }
    if (reading.kind === 'unreadable')
      return `${address} ${reading.why}. Type the ${label} as an amount.`;
    return role === 'currentCost'
      ? `${address} is blank and the placement has not ended. Type the ${label}, or 0 with the date that care ended.`
      : `${address} is blank. Type the ${label}.`;
  };
  report(role, (address) => `${why(address)} The row is left out until then.`, true);
  return undefined;
}

/** The latest review or change date of the tracker, or of an end where it has no other dates. */
export function latestDate(
  sources: readonly FoundSource<TrackerRole>[],
  system: DateSystem,
): IsoDate | undefined {
  const latestOf = (role: TrackerRole): IsoDate | undefined => {
    let latest: IsoDate | undefined;
    for (const found of sources) {
      for (const row of personRows(found)) {
        const reading = readDate(row.cells[role] ?? '', system);
        if (reading.kind === 'value' && (!latest || reading.value > latest)) latest = reading.value;
      }
    }
    return latest;
  };
  const dates = [latestOf('reviewDate'), latestOf('changeDate')].filter(
    (date) => date !== undefined,
  );
  return dates.sort()[dates.length - 1] ?? latestOf('endedOn');
}
