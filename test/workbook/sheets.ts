import type { CellValue } from '../../src/domain/reading';
import { assembleTracker, type ReadTracker } from '../../src/workbook/assembleTracker';
import { chooseSources } from '../../src/workbook/chooseSources';
import type { SheetSnapshot } from '../../src/workbook/sheetSnapshot';
import { TRACKER, type TrackerRole } from '../../src/workbook/trackerSource';

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
