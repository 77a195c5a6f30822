import type { IsoDate } from '../domain/reading';
import { assembleTracker } from './assembleTracker';
import { chooseSources } from './chooseSources';
import type { FoundSource } from './findSource';
import { cellsFingerprint } from './fingerprint';
import type { WorkbookView } from './look';
import { bytesARow, readAreas } from './readAreas';
import type { Area } from './sheetSnapshot';
import { TRACKER, type TrackerRole } from './trackerSource';
import type { TrackedArea, TrackerLook } from './tracker';

export interface TrackerChoice {
  sheet?: string;
  columns?: Partial<Record<TrackerRole, string>>;
  asAt?: IsoDate;
  /** Dates after it are not reached yet. */
  today?: IsoDate;
}

/**
 * Finds the tracker among the officer's sheets (never the add-in's own) and reads it whole; what
 * the look at the sheets' tops did not reach is read here, in no round trip where nothing is left.
 */
export async function findTracker(
  context: Excel.RequestContext,
  view: WorkbookView,
  choice: TrackerChoice = {},
): Promise<TrackerLook> {
  const heads = view.sheets.flatMap((sheet) =>
    sheet.head && !sheet.mark && !sheet.unfinished ? [sheet.head] : [],
  );
  const chosen = chooseSources(TRACKER, heads, choice);
  if (!chosen) return { kind: 'none', sentence: nothingFound(view, heads.length, choice.sheet) };

  const parts = await readWhole(context, view, chosen.parts);
  const tracker = assembleTracker(
    { ...chosen, parts },
    { system: view.dateSystem, today: choice.today },
    choice.asAt,
  );
  const sheets = view.sheets.map(({ id, name, mark, unfinished }) => ({
    id,
    name,
    mark,
    unfinished,
  }));
  const tracked = parts.map((part) => trackedArea(view, part));
  return {
    kind: 'found',
    tracker: { ...tracker, decisions: [], written: [], seen: { sheets, tracked } },
  };
}

const idOf = (view: WorkbookView, name: string): string =>
  view.sheets.find((sheet) => sheet.name === name)!.id;

function trackedArea(view: WorkbookView, part: FoundSource<TrackerRole>): TrackedArea {
  const { snapshot, firstHeadingRow: top, left, right } = part;
  const rows = snapshot.values
    .slice(top - snapshot.top)
    .map((row) => row.slice(left - snapshot.left, right - snapshot.left + 1));
  return {
    sheetId: idOf(view, snapshot.name),
    area: { top, left, right, bottom: top + rows.length - 1 },
    lastRow: snapshot.lastRow,
    bytesARow: bytesARow(rows),
    fingerprint: cellsFingerprint(rows),
  };
}

/** Adds the rows that the look did not reach. */
async function readWhole(
  context: Excel.RequestContext,
  view: WorkbookView,
  parts: readonly FoundSource<TrackerRole>[],
): Promise<FoundSource<TrackerRole>[]> {
  const below = parts.map((part) => ({ part, area: areaBelow(part) }));
  const unread = below.filter(
    ({ part, area }) => area.top <= area.bottom && part.missing.length === 0,
  );
  if (unread.length === 0) return [...parts];
  const rows = await readAreas(
    context,
    unread.map(({ part: { snapshot }, area }) => ({
      sheetId: idOf(view, snapshot.name),
      area,
      bytesARow: bytesARow(snapshot.values),
    })),
  );
  return parts.map((part) => {
    const read = rows[unread.findIndex((each) => each.part === part)];
    if (!read) return part;
    return { ...part, snapshot: { ...part.snapshot, values: part.snapshot.values.concat(read) } };
  });
}

/** The rows of a part from the first that was not read on, as wide as those that were. */
function areaBelow({ snapshot, bottom }: FoundSource<TrackerRole>): Area {
  const { top, left, values } = snapshot;
  return { top: top + values.length, left, bottom, right: left + (values[0]?.length ?? 1) - 1 };
}

function nothingFound(view: WorkbookView, withContents: number, sheet?: string): string {
  const needs =
    'A tracker has a row of headings with a column for the weekly cost before and one for the weekly cost now, such as ‘Original weekly cost’ and ‘Current weekly cost’, and a row for each young person below.';
  if (sheet !== undefined) {
    return view.sheets.some((each) => each.name === sheet)
      ? `No placements tracker was found on the sheet ‘${sheet}’. ${needs}`
      : `The workbook has no sheet called ‘${sheet}’. Choose one of: ${view.sheets.map((each) => each.name).join(', ')}.`;
  }
  if (withContents === 0) {
    return `There is nothing on the sheets of this workbook to read. ${needs}`;
  }
  return `No placements tracker was found in this workbook. ${needs}`;
}
