import { readDate } from '../domain/calendar';
import { readMoney } from '../domain/money';
import { careHasEnded } from '../domain/placement';
import type { CellValue, DateSystem, IsoDate } from '../domain/reading';
import { cellAddress } from './address';
import type { FoundSource } from './findSource';
import { headingWords } from './headingWords';
import { cellText, isBlank } from './sheetSnapshot';
import { rolesOf } from './source';
import { totalRowTest } from './totalRow';
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

type Row = Partial<Record<TrackerRole, CellValue>> & { at: number };

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
    const row: Row = { at };
    for (const role of rolesOf(TRACKER)) {
      const column = columns[role];
      if (column !== undefined) row[role] = cells[column - snapshot.left] ?? '';
    }
    if (isTotal(row)) continue;
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

const shapeOf = (reference: string): string =>
  reference.replace(/\p{L}+/gu, 'a').replace(/\p{N}+/gu, '9');

/** Footnotes and section labels: one text alone in its row, unlike the references of the rows that have costs. */
function withoutRemarks(rows: readonly Row[]): Row[] {
  const filledRoles = (row: Row) => rolesOf(TRACKER).filter((role) => !isBlank(row[role]));
  const shapes = new Set(
    rows.filter((row) => !isBlank(row.originalCost)).map((row) => shapeOf(cellText(row.reference))),
  );
  return rows.filter((row) => {
    const filled = filledRoles(row);
    if (filled.length === 0) return false;
    if (filled.length > 1 || filled[0] === 'originalCost' || filled[0] === 'currentCost')
      return true;
    return filled[0] === 'reference' && shapes.has(shapeOf(cellText(row.reference)));
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

  for (const row of rows) {
    const ref = cellText(row.reference);
    const report = (
      role: TrackerRole,
      message: (address: string) => string,
      leavesOut: boolean,
    ) => {
      const address = cellAddress(sheet, row.at, found.columns[role] ?? found.left);
      problems.push({ address, ref, message: message(address), leavesOut });
    };
    const dates = readDates(row, system, report);
    const ended = hasEnded(row, dates.endedOn, asAt);
    const original = readCost(row.originalCost, 'originalCost', false, report);
    const current = readCost(row.currentCost, 'currentCost', ended, report);
    if (original === undefined || current === undefined) {
      leftOut += 1;
      continue;
    }
    changes.push({
      reference: ref,
      cohort: cellText(row.cohort),
      opportunity: cellText(row.opportunity),
      original,
      current,
      sheet,
      row: row.at + 1,
    });
  }
  return { changes, leftOut, problems, lastRow: rows[rows.length - 1]?.at ?? found.headingRow };
}

type Report = (role: TrackerRole, message: (address: string) => string, leavesOut: boolean) => void;

function readDates(
  row: Row,
  system: DateSystem,
  report: Report,
): Partial<Record<TrackerRole, IsoDate>> {
  const dates: Partial<Record<TrackerRole, IsoDate>> = {};
  for (const role of DATE_ROLES) {
    const cell = row[role];
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
  careHasEnded(cellText(row.currentPlacement));

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
        const reading = readDate(row[role] ?? '', system);
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
