import type { ImageChart, ImageTable } from '../reports/sheetImage';

/** The worksheet custom property by which the add-in knows its own sheets. */
export const MARK_KEY = 'PlacementCostAddin';

/** What the mark says: whose sheet it is, which report, and what of the sheet the add-in painted. */
export interface Mark {
  /** The sheet's own id: a copy of the sheet carries its original's and so is the officer's. */
  sheetId: string;
  report: string;
  rows: number;
  columns: number;
  /** 0-based. */
  headingRow: number;
  /** The cell for commentary, its label above it; absent where the sheet has none. */
  commentaryRow?: number;
  /** The plan's own table first; an earlier version had another beside it. */
  tables: ImageTable[];
  /** The chart as it was last painted; the officer may have taken it away since. */
  chart?: ImageChart;
  /** How many columns are printed; absent where all are. */
  printedColumns?: number;
}

/** On a sheet that is still being written; one left over from a failure is cleared away next time. */
export const UNFINISHED = 'unfinished';

export const markText = (mark: Mark): string => JSON.stringify(mark);

/** The mark of a sheet that is the add-in's own, undefined for every other sheet. */
export function ownMark(text: string | undefined, sheetId: string): Mark | undefined {
  if (text === undefined || text === UNFINISHED) return undefined;
  try {
    const mark = JSON.parse(text) as Mark;
    // Another version's may say other things; what it does not say cannot be rewritten in place.
    const isWhole = typeof mark.report === 'string' && Array.isArray(mark.tables);
    return mark.sheetId === sheetId && isWhole ? mark : undefined;
  } catch {
    return undefined;
  }
}
