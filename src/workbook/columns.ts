import { readDate } from '../domain/calendar';
import { readMoney } from '../domain/money';
import type { CellValue } from '../domain/reading';
import { headingWords } from './headingWords';
import { isBlank } from './sheetSnapshot';
import { rolesOf, type ColumnContent, type SourceKind } from './source';

/** A column's heading and a sample of the cells below it. */
export interface Column {
  heading: string;
  cells: readonly CellValue[];
}

export interface ColumnProposal<Role extends string> {
  /** Role to the column's index. */
  columns: Partial<Record<Role, number>>;
  /** The sum of what each proposal is worth; required roles count threefold. */
  score: number;
}

const LEAST_BELIEVED = 0.3;

/**
 * A heading is believed less where the cells below it hold something else; one that names its role
 * outright still is, so that cells which cannot be read are reported rather than the column missed.
 */
function contentFactor(holds: ColumnContent, cells: readonly CellValue[]): number {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || holds === 'text') return 1;
  const read = (cell: CellValue) =>
    (holds === 'money' ? readMoney(cell) : readDate(cell, 1900)).kind === 'value';
  const fits = filled.filter(read).length / filled.length;
  return fits >= 0.5 ? 1 : fits > 0.2 ? 0.5 : 0.4;
}

/**
 * Proposes a column for each role, best pairs first, each column and each role once.
 * What the officer chose comes before every proposal: a heading for a role, '' for no column.
 */
export function proposeColumns<Role extends string>(
  kind: SourceKind<Role>,
  columns: readonly Column[],
  chosen: Partial<Record<Role, string>> = {},
): ColumnProposal<Role> {
  const taken: Partial<Record<Role, number>> = {};
  const used = new Set<number>();
  let score = 0;
  const take = (role: Role, column: number, worth: number) => {
    taken[role] = column;
    used.add(column);
    score += worth * (kind.roles[role].required ? 3 : 1);
  };

  const settled = new Set<Role>();
  for (const role of rolesOf(kind)) {
    const heading = chosen[role];
    if (heading === undefined) continue;
    const column = columns.findIndex((each) => each.heading === heading);
    if (heading === '' || column >= 0) settled.add(role);
    if (heading !== '' && column >= 0) take(role, column, 1);
  }

  for (const pair of scoredPairs(kind, columns)) {
    if (settled.has(pair.role) || taken[pair.role] !== undefined || used.has(pair.column)) continue;
    take(pair.role, pair.column, pair.score);
  }
  return { columns: taken, score };
}

function scoredPairs<Role extends string>(kind: SourceKind<Role>, columns: readonly Column[]) {
  const words = columns.map((column) => headingWords(column.heading));
  const compared: Partial<Record<Role, number>> = kind.alsoNamed?.(words) ?? {};
  return rolesOf(kind)
    .flatMap((role) =>
      columns.map((column, index) => {
        const named = Math.max(
          words[index] === '' ? 0 : kind.roles[role].named(words[index]!),
          compared[role] === index ? 0.8 : 0,
        );
        const score = named > 0 ? named * contentFactor(kind.roles[role].holds, column.cells) : 0;
        return { role, column: index, score };
      }),
    )
    .filter((pair) => pair.score >= LEAST_BELIEVED)
    .sort((a, b) => b.score - a.score || a.column - b.column);
}
