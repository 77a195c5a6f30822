import type { IsoDate } from '../domain/reading';
import type { YoungPerson } from '../domain/youngPerson';
import { areaAddress, cellAddress, quotedSheet } from './address';
import type { ChosenSources } from './chooseSources';
import { controlTotals } from './controlTotals';
import type { FoundSource } from './findSource';
import { rolesOf } from '../domain/sources/source';
import type { Problem, TrackedChange, Tracker } from './tracker';
import { sheetMonth } from '../domain/sheetMonth';
import { sortRows } from './rowKinds';
import { latestDate, readTrackerRows, type DateReading, type TrackerRows } from './trackerRows';
import { TRACKER, type TrackerRole } from '../domain/sources/tracker';

interface Part {
  source: FoundSource<TrackerRole>;
  latest?: IsoDate;
  rows: TrackerRows;
}

/** Half the young people of a sheet standing on another as well makes it a copy, not a continuation. */
const COPY_SHARE = 0.5;

/** A tracker but for what only the reader of the workbook knows. */
export type ReadTracker = Omit<Tracker, 'seen' | 'decisions' | 'written' | 'lists'>;

/** Stands for the tracker of a workbook that has none, but other lists. */
export const noTracker = (absent: string): ReadTracker => ({
  absent,
  parts: [],
  headings: [],
  columns: {},
  missing: [],
  changes: [],
  people: [],
  leftOut: 0,
  problems: [],
  otherSheets: [],
});

/** Puts the tracker together from the sheets it is spread over, whose snapshots are whole. */
export function assembleTracker(
  chosen: ChosenSources<TrackerRole>,
  reading: DateReading,
  asAt?: IsoDate,
): ReadTracker {
  const best = chosen.parts.reduce((a, b) => (b.score > a.score ? b : a));
  const outline = {
    headings: best.headings,
    columns: headingsByRole(best),
    missing: best.missing,
    otherSheets: chosen.others.map((other) => other.snapshot.name),
  };
  if (best.missing.length > 0) {
    return {
      ...outline,
      parts: [partOf(best)],
      changes: [],
      people: [],
      leftOut: 0,
      problems: missingColumns(best),
    };
  }

  const sorted = chosen.parts.map((source) => {
    const rows = sortRows(source);
    return { source, rows, latest: latestDate(rows.people, reading) };
  });
  // One position for all parts; older versions, which are left out below, have no later date.
  const latest = sorted.map((part) => part.latest ?? '').sort()[sorted.length - 1] || undefined;
  const position = asAt ?? latest ?? reading.today;
  const read = sorted.map((part) => ({
    ...part,
    rows: readTrackerRows(part.source, part.rows, reading, position),
  }));
  const { kept, copies } = withoutCopies(read);
  const changes = kept.flatMap((part) => part.rows.changes);
  return {
    ...outline,
    parts: kept.map((part) => partOf(part.source, part.rows.lastRow)),
    otherSheets: [...outline.otherSheets, ...copies.map(({ part }) => part.source.snapshot.name)],
    changes,
    people: kept.flatMap((part) => part.rows.people),
    control: controlTotals(kept.map(({ source, rows }) => ({ source, people: rows.people }))),
    leftOut: kept.reduce((count, part) => count + part.rows.leftOut, 0),
    problems: [
      ...kept.flatMap((part) => part.rows.problems),
      ...referenceProblems(changes, kept),
      ...cohortProblems(changes, kept),
      ...copies.map(copyProblem),
      ...doubts(chosen, kept),
    ],
    latestDate: latest,
  };
}

const partOf = (source: FoundSource<TrackerRole>, lastRow = source.bottom) => ({
  sheet: source.snapshot.name,
  address: areaAddress(
    source.snapshot.name,
    source.firstHeadingRow,
    source.left,
    lastRow,
    source.right,
  ),
  headingRow: source.headingRow + 1,
});

function headingsByRole(source: FoundSource<TrackerRole>): Partial<Record<TrackerRole, string>> {
  const headings: Partial<Record<TrackerRole, string>> = {};
  for (const role of rolesOf(TRACKER)) {
    const column = source.columns[role];
    if (column !== undefined) headings[role] = source.headings[column - source.left];
  }
  return headings;
}

const missingColumns = (source: FoundSource<TrackerRole>): Problem[] =>
  source.missing.map((role) => ({
    address: cellAddress(source.snapshot.name, source.headingRow, source.left),
    ref: '',
    message: `Row ${source.headingRow + 1} of sheet ${quotedSheet(source.snapshot.name)} looks like a tracker’s headings, but none of them names the ${TRACKER.roles[role].label.toLowerCase()}. Its headings are ${source.headings.join(', ')}. Choose the column, or give it a heading such as ‘${role === 'originalCost' ? 'Original weekly cost' : 'Current weekly cost'}’.`,
    leavesOut: false,
  }));

/** Of versions of one tracker the newest counts: two must not count a young person twice. */
function withoutCopies(read: readonly Part[]) {
  const kept: Part[] = [];
  const copies: { part: Part; of: Part }[] = [];
  for (const part of [...read].sort(newestFirst)) {
    const of = kept.find((other) => sharesYoungPeople(part.rows.people, other.rows.people));
    if (of) copies.push({ part, of });
    else kept.push(part);
  }
  kept.sort((a, b) => read.indexOf(a) - read.indexOf(b));
  return { kept, copies };
}

/** By the dates in it, then by the month in the sheet's name, then the sheet further left. */
const newestFirst = (a: Part, b: Part): number =>
  (b.latest ?? '').localeCompare(a.latest ?? '') ||
  sheetMonth(b.source.snapshot.name) - sheetMonth(a.source.snapshot.name);

/** Undefined where nothing tells one young person from another. */
function identity({
  reference,
  cohort,
  opportunity,
  circumstances,
}: YoungPerson): string | undefined {
  const { cost } = circumstances.original;
  if (reference !== '') return `${reference.toLowerCase()}|${cost}`;
  return cost === undefined ? undefined : `${cohort}|${opportunity}|${cost}`;
}

function sharesYoungPeople(some: readonly YoungPerson[], others: readonly YoungPerson[]): boolean {
  const known = new Set(others.map(identity));
  const told = some.map(identity).filter((each) => each !== undefined);
  const shared = told.filter((each) => known.has(each));
  return told.length > 0 && shared.length >= told.length * COPY_SHARE;
}

const copyProblem = ({ part, of }: { part: Part; of: Part }): Problem => ({
  address: headingCell(part.source),
  ref: '',
  message: `Sheet ${sheetOf(part.source)} has mostly the same young people as ${sheetOf(of.source)}, so it is taken for another version of it and not counted. Choose the sheet if it is the one to use.`,
  leavesOut: false,
});

const sheetOf = (source: FoundSource<TrackerRole>): string => quotedSheet(source.snapshot.name);

const headingCell = (source: FoundSource<TrackerRole>): string =>
  cellAddress(source.snapshot.name, source.headingRow, source.left);

/** What else in the workbook could be meant, so that nobody takes silence for certainty. */
function doubts(chosen: ChosenSources<TrackerRole>, kept: readonly Part[]): Problem[] {
  const say = (address: string, message: string): Problem => ({
    address,
    ref: '',
    message,
    leavesOut: false,
  });
  const rivals = kept.flatMap(({ source }) =>
    Object.entries(source.rivals).map(([role, headings]) => {
      const label = TRACKER.roles[role as TrackerRole].label.toLowerCase();
      const taken = source.headings[source.columns[role as TrackerRole]! - source.left];
      return say(
        headingCell(source),
        `More than one column on ${sheetOf(source)} could be the ${label}: ‘${taken}’ is used, not ‘${headings.join('’ or ‘')}’. Choose the column if that is wrong.`,
      );
    }),
  );
  const besides = kept.flatMap(({ source }) =>
    source.besides.map(({ row, column }) => {
      const address = cellAddress(source.snapshot.name, row, column);
      return say(
        address,
        `Another list with both weekly costs begins at ${address} and is not counted. Put it under the tracker or on a sheet of its own if it belongs to it.`,
      );
    }),
  );
  const others = chosen.others.map((other) =>
    say(
      headingCell(other),
      `Sheet ${sheetOf(other)} has both weekly costs too, under other headings, and is not counted. Choose the sheet, or give it the same headings, if it belongs to the tracker.`,
    ),
  );
  return [...rivals, ...besides, ...others];
}

/** Where cohorts are kept, young people without one are seen to. */
function cohortProblems(changes: readonly TrackedChange[], parts: readonly Part[]): Problem[] {
  const without = changes.filter((change) => change.cohort === '');
  const first = without[0];
  if (!first || without.length === changes.length) return [];
  const { source } = parts.find((part) => part.source.snapshot.name === first.sheet)!;
  const address = cellAddress(first.sheet, first.row - 1, source.columns.cohort ?? source.left);
  const count = without.length === 1 ? '1 young person has' : `${without.length} young people have`;
  return [
    {
      address,
      ref: first.reference,
      message: `${count} no cohort, ${without.length === 1 ? '' : 'the first '}at ${address}. They are counted under ‘No cohort’; fill the cohort in on every row, merged cells included.`,
      leavesOut: false,
    },
  ];
}

function referenceProblems(changes: readonly TrackedChange[], parts: readonly Part[]): Problem[] {
  const columnOn = new Map(
    parts.map((part) => [part.source.snapshot.name, part.source.columns.reference]),
  );
  const addressOf = (change: TrackedChange) =>
    cellAddress(change.sheet, change.row - 1, columnOn.get(change.sheet) ?? 0);
  if ([...columnOn.values()].every((column) => column === undefined)) return [];
  const unnamed = changes.filter((change) => change.reference === '');
  if (changes.length > 0 && unnamed.length === changes.length) {
    return [
      {
        address: addressOf(changes[0]!),
        ref: '',
        message: `The column of references is blank from ${addressOf(changes[0]!)} on. Every row is counted, but a young person listed twice cannot be noticed.`,
        leavesOut: false,
      },
    ];
  }
  return [...blankReferences(unnamed, addressOf), ...repeatedReferences(changes, addressOf)];
}

const blankReferences = (
  unnamed: readonly TrackedChange[],
  addressOf: (change: TrackedChange) => string,
): Problem[] =>
  unnamed.map((change) => ({
    address: addressOf(change),
    ref: '',
    message: `${addressOf(change)} is blank: the row is counted, but nothing says whose it is. Type the reference, or clear the costs if it is not a young person's row.`,
    leavesOut: false,
  }));

function repeatedReferences(
  changes: readonly TrackedChange[],
  addressOf: (change: TrackedChange) => string,
): Problem[] {
  const firstWith = new Map<string, TrackedChange>();
  const problems: Problem[] = [];
  for (const change of changes) {
    if (change.reference === '') continue;
    const first = firstWith.get(change.reference.toLowerCase());
    if (!first) {
      firstWith.set(change.reference.toLowerCase(), change);
      continue;
    }
    problems.push({
      address: addressOf(change),
      ref: change.reference,
      message: `${addressOf(change)} holds the reference ${change.reference}, which ${addressOf(first)} holds too. Both rows are counted; if they are the same young person, delete one.`,
      leavesOut: false,
    });
  }
  return problems;
}
