import type { PlanCell, PlanChart, PlanColumn, SignStyle } from './plan';

/**
 * What goes to a committee and to the web, whatever file it becomes: made of plans by disclosure
 * control alone, and all that the exporters see. It holds nothing of single young people, nothing of
 * the workbook (its name, its sheets, its cells), and no formula.
 */
export interface PublishedAppendix {
  title: string;
  /** Whom it is for and of which period, each apart: authority, committee, meeting, period. */
  lines: string[];
  /** What a reader should know of the figures: position, basis, signs. Item and detail. */
  about: [item: string, detail: string][];
  /** What was hidden and how, in sentences; says so where nothing was. */
  disclosure: string[];
  signs: SignStyle;
  plans: PublishedPlan[];
}

export interface PublishedPlan {
  id: string;
  /** The sheet's name, unique in the appendix, at most 31 characters. */
  sheet: string;
  title: string;
  /** Method, basis and what was left out, in sentences; many are the same for several plans. */
  notes: string[];
  /** What the officer says of the table, line breaks kept; absent where nothing is said. */
  commentary?: string;
  table: {
    /** The Excel table's name, unique in the appendix. */
    name: string;
    columns: PlanColumn[];
    /** A cell is HIDDEN where its figure is not published, null where there is none. */
    rows: PlanCell[][];
  };
  /** True where the last row of the table is a total. */
  total: boolean;
  /** Of the rows that are shown; absent where none is. */
  chart?: PublishedChart;
}

/** Bars, one for each row with a figure; `sentences` say what it shows and serve as alternative text. */
export type PublishedChart = Pick<PlanChart, 'title' | 'sentences'> & {
  /** In the table's order. */
  bars: { label: string; value: number }[];
  /** What the lengths are: the heading of their column. */
  measure: PlanColumn;
};
