import type { LedgerEntry } from '../domain/ledger';
import type { Measure } from './measure';
import type { Commentary } from './commentary';
import type { Publication } from './publication';

/**
 * A sheet before it is written: plain data that the writer paints, the pane previews and the
 * exporter copies. A report makes one of these and nothing else.
 */
export interface SheetPlan {
  /** Which report this is; the sheet's mark, so that the next run finds it. */
  id: string;
  /** The sheet's name where it is free: at most 31 characters, none of \ / ? * [ ] : */
  sheet: string;
  title: string;
  /** False where rows name young people: such a plan never reaches a copy. */
  publishable: boolean;
  /** What of it is published; the cover has none, for the copy's own is another. */
  publication?: Publication;
  /** Sentences above the table, one a row: basis, as-at date, source, what was left out. */
  notes: string[];
  /** What the officer says of the table, below the notes; absent where the sheet has no place for it. */
  commentary?: Commentary;
  table: {
    /** The Excel table's name, unique in the workbook. */
    name: string;
    columns: PlanColumn[];
    rows: PlanCell[][];
    /** In the shape of the rows: the formula by which Excel works a figure out, null for a value. */
    formulas?: (string | null)[][];
  };
  /** A sentence between notes and table that Excel keeps true, where figures are live. */
  check?: PlanFormula;
  /** True where the last row of the table is a total. */
  total: boolean;
  /** A native chart of two of the table's columns, its total left out. */
  chart?: PlanChart;
  /** Sentences after the notes that Excel keeps true, also where figures are values. */
  control?: PlanFormula[];
  /** Whom its figures are made of, for who asks where one comes from. */
  behind?: PlanBehind;
}

/** The young people of a table's rows, and what its columns of figures give of them. */
export interface PlanBehind {
  /** Keys of the columns whose words tell one row from another. */
  named: string[];
  /** By the row's place in the table, from 0. */
  row: (place: number) => RowBehind;
  /** By the columns' keys; a column without one holds no figure. */
  measures: Record<string, Measure>;
}

export interface RowBehind {
  /** In the tracker's order. */
  entries: LedgerEntry[];
  /** Completes "57 young people …": 'in ‘Cohort 1’'. */
  who: string;
  /** Sentences about the row beyond its figures. */
  also?: string[];
}

/** Bars, one a row, the longest names to the left of them. */
export interface PlanChart {
  title: string;
  /** What the chart shows, in sentences that are among the notes: Excel takes no alternative text from an add-in. */
  sentences: string[];
  /** Keys of the columns that name the bars and give their lengths. */
  labels: string;
  values: string;
}

export interface PlanFormula {
  formula: string;
}

export interface PlanColumn {
  key: string;
  heading: string;
  format: CellFormat;
  /** True where the figures are of some of a row's young people, so that no other column follows from them. */
  ofSome?: boolean;
  /** Where the cells are sentences: they are wrapped at about so many characters. */
  wraps?: number;
  /** True where nobody reads the cells: the column is no wider than its heading, and at the right end is not printed. */
  narrow?: boolean;
}

/** null is an empty cell; a date is its IsoDate. */
export type PlanCell = string | number | null;

/**
 * 'change' is money that shows its sign in the chosen style, 'number' a figure to two places that is
 * no money; text aligns left, all else right.
 */
export type CellFormat = 'text' | 'count' | 'number' | 'money' | 'change' | 'percent' | 'date';

/** Figures on a sheet follow the ledger, as Excel's own formulas, or are values alone. */
export type Figures = 'live' | 'values';

/** How a saving is shown: -£45.00, (£45.00), or £45.00 favourable. */
export type SignStyle = 'minus' | 'brackets' | 'favourable';
