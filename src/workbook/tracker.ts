import type { PlacementChange } from '../domain/change';
import type { Decision } from '../domain/ledger';
import type { DateSystem, IsoDate } from '../domain/reading';
import type { YoungPerson } from '../domain/youngPerson';
import type { ControlTotals } from '../reports/report';
import type { Mark } from './mark';
import type { Area } from './sheetSnapshot';
import type { SourceList } from '../domain/sources/source';
import type { TrackerRole } from '../domain/sources/tracker';

/** Something an officer should look at, with the cell it stands in. */
export interface Problem {
  /** As Excel writes it, "'Tracker 24-25'!G12"; '' where the problem is of the whole workbook. */
  address: string;
  /** The young person's reference, '' where there is none. */
  ref: string;
  /** A whole sentence that says what is wrong and what to do. */
  message: string;
  /** True where the young person's row is left out of every figure because of it. */
  leavesOut: boolean;
}

/** A young person's row that counts in the figures, and where it stands. */
export interface TrackedChange extends PlacementChange {
  sheet: string;
  /** 1-based row on the sheet. */
  row: number;
}

/** One sheet's part of the tracker. */
export interface TrackerPart {
  sheet: string;
  /** With the sheet's name and the heading rows, "'Tracker 24-25'!A4:L148". */
  address: string;
  /** 1-based; the last one where headings take two rows. */
  headingRow: number;
}

/** A tracker as found in the workbook and read, and the lists beside it. */
export interface Tracker {
  /** Why there is no tracker, in a workbook that has lists alone: then nothing is in `parts` and `people`. */
  absent?: string;
  /** Lists of other kinds, those that fit their kind best first. */
  lists: SourceList[];
  /** More than one where the tracker is spread over sheets with the same headings. */
  parts: TrackerPart[];
  /** Every heading, left to right, each once: what the officer may choose a column from. */
  headings: string[];
  /** The column taken for each role, by its heading; a role without a column is absent. */
  columns: Partial<Record<TrackerRole, string>>;
  /** Required roles without a column; where there are any, nothing is read and `changes` is empty. */
  missing: TrackerRole[];
  changes: TrackedChange[];
  /** Every young person, counted or not, in the order of the sheets and their rows. */
  people: YoungPerson[];
  /** Sums over the cells of their rows as they were read; absent where a required column is missing. */
  control?: ControlTotals;
  /** Rows that look like a young person's and are not counted; each is among the problems. */
  leftOut: number;
  problems: Problem[];
  /** The latest review or change date read, the default for 'as at'. */
  latestDate?: IsoDate;
  /** Other sheets that could be a tracker and are not part of this one. */
  otherSheets: string[];
  /** What officers decided: what the ledger sheet says, with what is not written yet on top. */
  decisions: Decision[];
  /** Those of them that the ledger sheet says. */
  written: Decision[];
  /** The workbook as it was when the tracker was read, for the writer to compare. */
  seen: WorkbookSeen;
}

/** Reasons are given also where nobody has both costs, as long as a note says something. */
export const saysAnything = ({ absent, changes, people }: Tracker): boolean =>
  absent !== undefined ||
  changes.length > 0 ||
  people.some(({ circumstances }) => circumstances.note !== '');

/** What must still be so when figures made from a tracker are written. */
export interface WorkbookSeen {
  dateSystem: DateSystem;
  sheets: { id: string; name: string; mark?: Mark; unfinished: boolean }[];
  tracked: TrackedArea[];
  /** The ledger sheet; absent where there is none. */
  ledger?: SeenLedger;
}

/** What the ledger sheet said: what an officer has typed there since must not be written over. */
export interface SeenLedger {
  sheetId: string;
  area: Area;
  bytesARow: number;
  decisions: Decision[];
}

/** Cells that the figures were made from, of the tracker or of another list. */
export interface TrackedArea {
  sheetId: string;
  area: Area;
  /** The sheet's last used row: a row added below shows here. */
  lastRow: number;
  bytesARow: number;
  fingerprint: string;
}

/** What a look through the workbook found. */
export type TrackerLook =
  | { kind: 'found'; tracker: Tracker }
  /** `sentence` says what was looked for and what to do next. */
  | { kind: 'none'; sentence: string };
