import type { CellValue } from '../../src/domain/reading';
import { assembleTracker, noTracker, type ReadTracker } from '../../src/workbook/assembleTracker';
import { chooseFrom } from '../../src/workbook/chooseFrom';
import { chooseSources } from '../../src/workbook/chooseSources';
import { readList } from '../../src/workbook/readList';
import type { SheetSnapshot } from '../../src/workbook/sheetSnapshot';
import type { Tracker } from '../../src/workbook/tracker';
import { TRACKER, type TrackerRole } from '../../src/domain/sources/tracker';

/** A sheet as the reader of the workbook would hand it over, its cells from A1 on. */
export function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  rest: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    visible: true,
    top: 0,
    left: 0,
    values: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')),
    lastRow: rows.length - 1,
    tables: [],
    ...rest,
  };
}

/** All that is found in these sheets, nothing written yet and nothing decided. */
export function workbookOf(
  sheets: readonly SheetSnapshot[],
  choice: Parameters<typeof trackerIn>[1] = {},
): Tracker {
  const { tracker, lists } = chooseFrom(sheets, choice);
  const read = tracker
    ? assembleTracker(tracker, { system: 1900, today: choice?.today }, choice?.asAt)
    : noTracker('No tracker was found.');
  return {
    ...read,
    lists: lists.map((list) => readList(list, 1900)),
    decisions: [],
    written: [],
    seen: { sheets: [], tracked: [], dateSystem: 1900 },
  };
}

/** The tracker that is found in these sheets; fails where none is. */
export function trackerIn(
  sheets: readonly SheetSnapshot[],
  choice: {
    sheet?: string;
    columns?: Partial<Record<TrackerRole, string>>;
    asAt?: string;
    today?: string;
  } = {},
): ReadTracker {
  const chosen = chooseSources(TRACKER, sheets, choice);
  if (!chosen) throw new Error('no tracker was found');
  return assembleTracker(chosen, { system: 1900, today: choice.today }, choice.asAt);
}
