import { readDate } from '../domain/calendar';
import { readMoney } from '../domain/money';
import { careHasEnded } from '../domain/placement';
import type { CellValue, DateSystem, IsoDate } from '../domain/reading';
import { isErrorValue } from '../domain/typed';
import type { YoungPerson } from '../domain/youngPerson';
import { cellAddress } from './address';
import type { FoundSource } from './findSource';
import type { Row, SortedRows } from './rowKinds';
import { cellText } from './sheetSnapshot';
import type { Problem, TrackedChange } from './tracker';
import { TRACKER, type TrackerRole } from '../domain/sources/tracker';

/** How dates are read: by the workbook's system, and none counts as reached that lies after today. */
export interface DateReading {
  system: DateSystem;
  today?: IsoDate;
}

/** What one sheet's rows of a tracker came to. */
export interface TrackerRows {
  changes: TrackedChange[];
  /** Every young person, counted or not. */
  people: YoungPerson[];
  leftOut: number;
  problems: Problem[];
  /** 0-based; the heading row where no young person is listed. */
  lastRow: number;
}

const DATE_ROLES = ['changeDate', 'reviewDate', 'endedOn', 'dateOfBirth'] as const;
/** What officers type in a date's cell for "none yet". */
const NO_DATE = /^(-|–|—|n\/?a|none|nil|ongoing|on-going|current|present|open|tbc|tba)$/i;

/**
 * Reads every young person's row. A row whose costs cannot both be read is in no figure and listed;
 * nothing is taken as zero that is not written as zero, unless the placement has ended by `asAt`
 * (where even today is not known, by any date).
 */
export function readTrackerRows(
  found: FoundSource<TrackerRole>,
  { people: rows, unexplained, likelyTotals, oddTotals, otherList }: SortedRows,
  reading: DateReading,
  asAt: IsoDate | undefined,
): TrackerRows {
  const sheet = found.snapshot.name;
  const problems: Problem[] = [];
  const people: YoungPerson[] = [];
  const changes: TrackedChange[] = [];
  const reporter =
    (row: Row): Report =>
    (role, message, leavesOut) => {
      const address = cellAddress(sheet, row.at, found.columns[role] ?? found.left);
      const ref = cellText(row.roles.reference);
      problems.push({ address, ref, message: message(address), leavesOut });
    };

  for (const row of rows) {
    const person = youngPerson(sheet, row, reading, asAt, reporter(row));
    people.push(person);
    const { counted, circumstances, ...rest } = person;
    const [original, current] = [circumstances.original.cost, circumstances.current.cost];
    if (!counted || original === undefined || current === undefined) continue;
    changes.push({ ...rest, original, current });
  }
  for (const row of unexplained) reporter(row)('originalCost', unexplainedCosts, true);
  for (const row of likelyTotals) reporter(row)('originalCost', likelyTotal, false);
  for (const row of oddTotals) reporter(row)('originalCost', oddTotal, false);
  if (otherList) reporter(otherList)('originalCost', anotherList, false);
  const lastRow = rows[rows.length - 1]?.at ?? found.headingRow;
  const leftOut = people.length - changes.length + unexplained.length;
  return { changes, people, leftOut, problems, lastRow };
}

function youngPerson(
  sheet: string,
  row: Row,
  reading: DateReading,
  asAt: IsoDate | undefined,
  report: Report,
): YoungPerson {
  const { roles } = row;
  const { changeDate, dateOfBirth, endedOn, reviewDate } = readDates(row, reading, report);
  const original = readCost(roles.originalCost, 'originalCost', false, report);
  const current = readCost(roles.currentCost, 'currentCost', hasEnded(row, endedOn, asAt), report);
  return {
    reference: cellText(roles.reference),
    cohort: cellText(roles.cohort),
    opportunity: cellText(roles.opportunity),
    circumstances: {
      note: noteText(roles.note),
      original: {
        placement: factText(roles.originalPlacement),
        provider: factText(roles.originalProvider),
        cost: original,
      },
      current: {
        placement: factText(roles.currentPlacement),
        provider: factText(roles.currentProvider),
        cost: current,
      },
      dateOfBirth,
      endedOn,
      reviewDate,
    },
    changedOn: changeDate,
    counted: original !== undefined && current !== undefined,
    sheet,
    row: row.at + 1,
  };
}

/** As typed, line breaks kept, for they end sentences; an error value says nothing. */
const noteText = (cell: CellValue | undefined): string =>
  cell === undefined || isErrorValue(String(cell)) ? '' : String(cell).trim();

const factText = (cell: CellValue | undefined): string =>
  cell === undefined || isErrorValue(String(cell)) ? '' : cellText(cell);

const unexplainedCosts = (address: string): string =>
  `${address} and its row hold costs, but little that says whose they are, so the row is taken for a total or a note and left out. Type the reference and cohort if it is a young person's.`;

const likelyTotal = (address: string): string =>
  `The costs in the row of ${address} are the sum of rows above it, so the row is taken for a subtotal and not counted. Type a reference if it is a young person’s, or the word ‘Total’.`;

const oddTotal = (address: string): string =>
  `The row of ${address} is labelled a total, but its costs are not the sum of the rows above it or of any cohort. It is not counted; check what it leaves out.`;

const anotherList = (address: string): string =>
  `Other headings stand in the row of ${address}, so the tracker is taken to end above it. If young people are listed below, put them under the same headings.`;

type Report = (role: TrackerRole, message: (address: string) => string, leavesOut: boolean) => void;

function readDates(
  row: Row,
  { system, today }: DateReading,
  report: Report,
): Partial<Record<TrackerRole, IsoDate>> {
  const dates: Partial<Record<TrackerRole, IsoDate>> = {};
  for (const role of DATE_ROLES) {
    const cell = row.roles[role];
    if (cell === undefined || NO_DATE.test(cellText(cell))) continue;
    const label = TRACKER.roles[role].label.toLowerCase();
    const reading = readDate(cell, system);
    if (reading.kind === 'unreadable') {
      const correct = `Correct the ${label}; the row is counted without it.`;
      report(role, (address) => `${address} ${reading.why}. ${correct}`, false);
    }
    if (reading.kind !== 'value') continue;
    dates[role] = reading.value;
    if (role !== 'endedOn' && today !== undefined && reading.value > today) {
      const check = `Check the ${label}; the row is counted, and the date does not move the position.`;
      report(role, (address) => `${address} holds a date in the future. ${check}`, false);
    }
  }
  return dates;
}

const hasEnded = (row: Row, endedOn: IsoDate | undefined, asAt: IsoDate | undefined): boolean =>
  (endedOn !== undefined && (asAt === undefined || endedOn <= asAt)) ||
  careHasEnded(cellText(row.roles.currentPlacement));

/** £ a week; the dearest placements that papers 000 and 004 name cost about half as much. */
const SELDOM_ABOVE = 30_000;

const seldomSoMuch = (address: string): string =>
  `${address} holds more than £30,000 a week. The row is counted; check that it is not an annual cost or a date.`;

function readCost(
  cell: CellValue | undefined,
  role: 'originalCost' | 'currentCost',
  ended: boolean,
  report: Report,
): number | undefined {
  const label = TRACKER.roles[role].label.toLowerCase();
  const reading = readMoney(cell ?? '');
  if (reading.kind === 'value' && reading.value >= 0) {
    if (reading.value > SELDOM_ABOVE) report(role, seldomSoMuch, false);
    return reading.value;
  }
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

/**
 * The latest review or change date of the tracker, or of an end where it has no other dates. What
 * lies after today is no position yet.
 */
export function latestDate(
  people: readonly Row[],
  { system, today }: DateReading,
): IsoDate | undefined {
  const latestOf = (...roles: TrackerRole[]): IsoDate | undefined =>
    people
      .flatMap((row) => roles.map((role) => readDate(row.roles[role] ?? '', system)))
      .flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []))
      .filter((date) => today === undefined || date <= today)
      .reduce<IsoDate | undefined>(
        (latest, date) => (latest && latest > date ? latest : date),
        undefined,
      );
  return latestOf('reviewDate', 'changeDate') ?? latestOf('endedOn');
}
