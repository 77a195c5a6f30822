import type { DateSystem, IsoDate } from '../domain/reading';
import { areaAddress, cellAddress, quotedSheet } from './address';
import type { ChosenSources } from './chooseSources';
import type { FoundSource } from './findSource';
import { rolesOf } from './source';
import type { Problem, TrackedChange, Tracker } from './tracker';
import { latestDate, readTrackerRows, type TrackerRows } from './trackerRows';
import { TRACKER, type TrackerRole } from './trackerSource';

interface Part {
  source: FoundSource<TrackerRole>;
  rows: TrackerRows;
}

/** Half the young people of a sheet standing on another as well makes it a copy, not a continuation. */
const COPY_SHARE = 0.5;

/** A tracker but for what only the reader of the workbook knows. */
export type ReadTracker = Omit<Tracker, 'seen'>;

/** Puts the tracker together from the sheets it is spread over, whose snapshots are whole. */
export function assembleTracker(
  chosen: ChosenSources<TrackerRole>,
  system: DateSystem,
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
      leftOut: 0,
      problems: missingColumns(best),
    };
  }

  const latest = latestDate(chosen.parts, system);
  const read = chosen.parts.map((source) => ({
    source,
    rows: readTrackerRows(source, system, asAt ?? latest),
  }));
  const { kept, copies } = withoutCopies(read, best);
  const changes = kept.flatMap((part) => part.rows.changes);
  return {
    ...outline,
    parts: kept.map((part) => partOf(part.source, part.rows.lastRow)),
    otherSheets: [...outline.otherSheets, ...copies.map((part) => part.source.snapshot.name)],
    changes,
    leftOut: kept.reduce((count, part) => count + part.rows.leftOut, 0),
    problems: [
      ...kept.flatMap((part) => part.rows.problems),
      ...referenceProblems(changes, kept),
      ...copies.map((copy) => copyProblem(copy, best)),
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
    message: `Row ${source.headingRow + 1} of sheet ${quotedSheet(source.snapshot.name)} looks like a tracker's headings, but none of them names the ${TRACKER.roles[role].label.toLowerCase()}. Choose its column, or give it a heading such as '${role === 'originalCost' ? 'Original weekly cost' : 'Current weekly cost'}'.`,
    leavesOut: false,
  }));

/** Two versions of one tracker in a workbook must not count a young person twice. */
function withoutCopies(read: readonly Part[], best: FoundSource<TrackerRole>) {
  const first = read.filter((part) => part.source === best);
  const kept = [...first];
  const copies: Part[] = [];
  for (const part of read) {
    if (part.source === best) continue;
    if (kept.some((other) => sharesYoungPeople(part.rows.changes, other.rows.changes)))
      copies.push(part);
    else kept.push(part);
  }
  kept.sort((a, b) => read.indexOf(a) - read.indexOf(b));
  return { kept, copies };
}

const identity = (change: TrackedChange): string =>
  change.reference !== ''
    ? change.reference.toLowerCase()
    : `${change.cohort}|${change.opportunity}|${change.original}`;

function sharesYoungPeople(
  some: readonly TrackedChange[],
  others: readonly TrackedChange[],
): boolean {
  const known = new Set(others.map(identity));
  const shared = some.filter((change) => known.has(identity(change)));
  return some.length > 0 && shared.length >= some.length * COPY_SHARE;
}

const copyProblem = (copy: Part, best: FoundSource<TrackerRole>): Problem => ({
  address: cellAddress(copy.source.snapshot.name, copy.source.headingRow, copy.source.left),
  ref: '',
  message: `Sheet ${quotedSheet(copy.source.snapshot.name)} has the headings of ${quotedSheet(best.snapshot.name)} and mostly the same young people, so it is taken for another version of it and not counted. Choose the sheet if it is the one to use.`,
  leavesOut: false,
});

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
    const first = firstWith.get(identity(change));
    if (!first) {
      firstWith.set(identity(change), change);
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
