// What `npm run --silent appendix -- WORKBOOK.xlsx --json` prints: one object of this shape and nothing else.
// Money is in pounds, rounded half away from zero to pence; shares and growth are fractions (0.187 is 18.7%), not rounded.
// Differences are current less original: a saving is negative. In reductions, `weekly` and `average` are positive amounts saved.
// Figures are the working ones, never suppressed. Fields marked (n) come with the issue that builds them and are absent before.

export interface AppendixOutput {
  asAt: string; // ISO date that ages, 'to date' and overdue are measured from
  basis: string; // '52' | '52.14' | '52.18' | '365/7' | '366/7' | '53' | '2024/25' …
  source: {
    sheets: string[]; // a tracker may be spread over sheets with the same headings
    address: string; // "'Tracker 24-25'!A4:L148", heading row included; the first sheet's
    headingRow: number; // 1-based row on the sheet (the last, where headings take two rows)
    rows: number; // young people counted in the figures
    leftOut: number; // rows that look like a young person's and are not counted; each is in problems
    columns: Record<string, string>; // role → heading, e.g. { reference: 'Ref', originalCost: 'Baseline £/wk' }
  };
  cohorts: CohortRow[]; // in order of first appearance, then { cohort: 'Total' }; without a cohort column: 'All young people', then Total
  opportunities: {
    opportunity: string;
    youngPeople: number;
    difference: number;
    average: number;
  }[]; // as written in the tracker, sorted; blank ones left out; no Total
  problems: { address: string; ref: string; message: string }[];
  io: { syncs: number; requestBytes: number; responseBytes: number };

  changes?: {
    // (reasons) one for every young person, counted or not, in sheet order
    row: number; // 1-based row on the sheet
    ref: string;
    reason: string; // the exact strings of reasons.md
    confidence: number;
    review: boolean;
    evidence: string[];
    decidedBy: 'add-in' | 'officer';
  }[];
  reductions?: ReasonRow[]; // (reasons) difference < 0 and not 'No change'; sorted by young people, then amount, then name; last { reason: 'Total' }
  increases?: ReasonRow[]; // (reasons) all the rest, 'No change' whatever its sign among them, as in the paper; same order; last Total
  outcomes?: { opportunity: string; reason: string; youngPeople: number; weekly: number }[]; // (reasons) weekly is the difference

  reconciliation?: {
    // (working appendix) our own tables first, then those of --published
    table: string;
    check: string;
    status: 'passes' | 'rounding' | 'fails';
    difference: number; // stated less recomputed; 0 where it passes
    detail: string; // a sentence; where the cause is found it names the row, child or total
  }[];
  reports?: {
    id: string;
    title: string;
    notes: string[];
    columns: { key: string; heading: string }[];
    rows: Record<string, string | number | null>[];
  }[]; // (papers)
}
interface CohortRow {
  cohort: string;
  youngPeople: number;
  original: number;
  current: number;
  difference: number;
  average: number;
  annual: number;
} // average is 0 where there is nobody
interface ReasonRow {
  reason: string;
  youngPeople: number;
  weekly: number;
  average: number;
}
