import type { CellValue } from '../domain/reading';
import type { Check } from '../domain/reconcile/check';
import { printedTables, type PrintedProblem } from '../domain/reconcile/printedTable';
import { proofread } from '../domain/reconcile/proofread';
import { WorkbookError } from '../workbook/workbookError';

/** A published paper's tables as cells, one after another, a blank row between. */
export interface Paper {
  /** What an officer calls it: the file's name, or the sheet's. */
  name: string;
  cells: readonly (readonly CellValue[])[];
  /** Where a cell is, counted from 0; without it, lines of a file. */
  placeOf?: (row: number, column: number) => string;
}

export interface Proofread {
  name: string;
  tables: number;
  checks: Check[];
  problems: PrintedProblem[];
}

/** Proofreads a paper; fails with a sentence where it holds no table that could be checked. */
export function proofreadPaper({ name, cells, placeOf }: Paper): Proofread {
  const lineOf = (row: number): string => `${name} line ${row + 1}`;
  const { tables, problems: unread } = printedTables({ cells, placeOf: placeOf ?? lineOf });
  if (tables.length === 0) {
    throw new WorkbookError(
      unread[0]?.message ??
        `${name} holds no table to proofread: a row of headings, then rows of a label and figures.`,
    );
  }
  const { checks, problems } = proofread(tables);
  return { name, tables: tables.length, checks, problems: [...unread, ...problems] };
}
