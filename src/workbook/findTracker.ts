import type { IsoDate } from '../domain/reading';
import { LEDGER_ID } from '../reports/changeReasons';
import { assembleTracker, noTracker } from './assembleTracker';
import { chooseFrom, partsIn, withSnapshots } from './chooseFrom';
import { isSamePlace } from './chooseLists';
import type { FoundSource } from './findSource';
import { cellsFingerprint } from './fingerprint';
import type { WorkbookView } from './look';
import { bytesARow, readAreas } from './readAreas';
import { readList } from './readList';
import { ledgerArea, readLedger } from './ledgerSheet';
import type { Area, SheetSnapshot } from './sheetSnapshot';
import type { TrackerRole } from '../domain/sources/tracker';
import type { TrackedArea, TrackerLook } from './tracker';

export interface TrackerChoice {
  sheet?: string;
  columns?: Partial<Record<TrackerRole, string>>;
  asAt?: IsoDate;
  /** Dates after it are not reached yet. */
  today?: IsoDate;
}

/**
 * Finds the tracker and the lists beside it among the officer's sheets (never the add-in's own) and
 * reads them whole, with the decisions on the ledger sheet; what the look at the sheets' tops did not
 * reach is read here, in no round trip where nothing is left.
 */
export async function findTracker(
  context: Excel.RequestContext,
  view: WorkbookView,
  choice: TrackerChoice = {},
): Promise<TrackerLook> {
  const heads = view.sheets.flatMap((sheet) =>
    sheet.head && !sheet.mark && !sheet.unfinished ? [sheet.head] : [],
  );
  const chosen = chooseFrom(heads, choice);
  if (!chosen.tracker && (chosen.lists.length === 0 || choice.sheet !== undefined)) {
    return { kind: 'none', sentence: nothingFound(view, heads.length, choice.sheet) };
  }

  const ledger = ledgerOn(view);
  const whole = await readWhole(context, view, [
    ...partsIn(chosen).map((part) => ({
      snapshot: part.snapshot,
      bottom: part.missing.length === 0 ? part.bottom : -1,
    })),
    ...(ledger ? [{ snapshot: ledger.snapshot, bottom: ledger.area.bottom }] : []),
  ]);
  const found = withSnapshots(chosen, whole);
  const tracker = found.tracker
    ? assembleTracker(found.tracker, { system: view.dateSystem, today: choice.today }, choice.asAt)
    : noTracker(nothingFound(view, heads.length));
  const { decisions, problems } = ledger
    ? readLedger(whole[whole.length - 1]!, ledger.area)
    : { decisions: [], problems: [] };
  const sheets = view.sheets.map(({ id, name, mark, unfinished }) => ({
    id,
    name,
    mark,
    unfinished,
  }));
  return {
    kind: 'found',
    tracker: {
      ...tracker,
      lists: found.lists.map((list) => readList(list, view.dateSystem)),
      problems: [...tracker.problems, ...problems],
      decisions,
      written: decisions,
      seen: {
        dateSystem: view.dateSystem,
        sheets,
        tracked: partsIn(found)
          .filter((part, i, all) => all.findIndex((other) => isSamePlace(part, other)) === i)
          .map((part) => trackedArea(view, part)),
        ledger: ledger && {
          sheetId: ledger.sheetId,
          area: ledger.area,
          bytesARow: bytesARow(ledger.snapshot.values),
          decisions,
        },
      },
    },
  };
}

/** The add-in's own ledger sheet as far as it was looked at, and where on it the ledger lies. */
function ledgerOn({
  sheets,
}: WorkbookView): { sheetId: string; snapshot: SheetSnapshot; area: Area } | undefined {
  const own = sheets.find(({ mark }) => mark?.report === LEDGER_ID);
  if (!own?.mark || !own.head) return undefined;
  const area = ledgerArea(own.head, own.mark.headingRow);
  return { sheetId: own.id, snapshot: own.head, area };
}

const idOf = (view: WorkbookView, name: string): string =>
  view.sheets.find((sheet) => sheet.name === name)!.id;

function trackedArea(view: WorkbookView, part: FoundSource<string>): TrackedArea {
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

/** A list on a sheet whose top was looked at. */
interface List {
  snapshot: SheetSnapshot;
  /** The last row that is wanted. */
  bottom: number;
}

/** The lists' sheets with the rows that the look did not reach. */
async function readWhole(
  context: Excel.RequestContext,
  view: WorkbookView,
  lists: readonly List[],
): Promise<SheetSnapshot[]> {
  const unread = lists.filter((list) => areaBelow(list).top <= list.bottom);
  if (unread.length === 0) return lists.map(({ snapshot }) => snapshot);
  const rows = await readAreas(
    context,
    unread.map((list) => ({
      sheetId: idOf(view, list.snapshot.name),
      area: areaBelow(list),
      bytesARow: bytesARow(list.snapshot.values),
    })),
  );
  return lists.map((list) => {
    const read = rows[unread.indexOf(list)];
    const { snapshot } = list;
    return read ? { ...snapshot, values: snapshot.values.concat(read) } : snapshot;
  });
}

/** The rows of a list from the first that was not read on, as wide as those that were. */
function areaBelow({ snapshot: { top, left, values }, bottom }: List): Area {
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
