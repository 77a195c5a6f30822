import { acrossChecks, peopleCheck } from './acrossTables';
import { castChecks } from './casts';
import type { Check } from './check';
import { claimsOf, headlinesOf } from './claims';
import { paperOf } from './paper';
import type { PrintedProblem, PrintedTable } from './printedTable';
import { doubtfulRows, mended, rowChecks } from './rowChecks';
import { rowRules } from './rowRules';
import { statedChecks } from './statedFigures';
import { peopleOf } from './tableTotals';

export interface Proofreading {
  checks: Check[];
  /** Figures that the paper states and that were compared with nothing. */
  problems: PrintedProblem[];
}

/**
 * Everything that must hold of a paper's tables and of the figures that it states: rows to totals,
 * averages, differences, years and percentages within each table, then between tables, then what
 * the prose says. In that order, a table at a time; no checks say that nothing could be checked.
 *
 * A slip that the figures of its own row show is reported there, and put right before tables are
 * set against one another, so that it does not hide or feign another.
 */
export function proofread(tables: readonly PrintedTable[]): Proofreading {
  const read = tables.map((table) => (table.isStated ? { checks: [], table } : checked(table)));
  const printed = paperOf(tables);
  const right = paperOf(read.map(({ table }) => table));
  const claims = claimsOf(right);
  const paper = { ...right, headlines: headlinesOf(claims, right) };
  const isMended = right.tables.some(
    (table, at) => peopleOf(table)?.people !== peopleOf(printed.tables[at]!)?.people,
  );
  const stated = statedChecks(claims, paper, printed);
  return {
    checks: [
      ...read.flatMap(({ checks }) => checks),
      ...(isMended ? peopleCheck(printed) : []),
      ...acrossChecks(paper),
      ...stated.checks,
    ],
    problems: stated.problems,
  };
}

function checked(table: PrintedTable): { checks: Check[]; table: PrintedTable } {
  const rules = rowRules(table);
  const casts = castChecks(table, doubtfulRows(table, rules));
  const unsound = new Set(
    casts.flatMap(({ column, status }) => (status === 'fails' ? [column] : [])),
  );
  return {
    checks: [
      ...casts.map(({ column: _, ...check }) => check),
      ...rules.flatMap((rule) => rowChecks(table, rule, unsound)),
    ],
    table: mended(table, rules, unsound),
  };
}
