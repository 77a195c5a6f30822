import type { CellValue } from '../domain/reading';
import { isBareShare, readHeld } from '../domain/sources/readHeld';
import { isBlank } from './sheetSnapshot';
import { rolesOf, type ColumnContent, type SourceKind, type Told } from '../domain/sources/source';

/** A column's heading and a sample of the cells below it. */
export interface Column {
  heading: string;
  /** The heading in plain words, '' for one that no heading could be. */
  words: string;
  cells: readonly CellValue[];
}

export interface ColumnProposal<Role extends string> {
  /** Role to the column's index. */
  columns: Partial<Record<Role, number>>;
  /** Every column of a role that several hold, left to right. */
  several: Partial<Record<Role, number[]>>;
  /** The sum of what each proposal is worth; required roles count fivefold. */
  score: number;
  /** Required roles that another column could hold nearly as well: the columns left aside. */
  rivals: Partial<Record<Role, number[]>>;
}

const LEAST_BELIEVED = 0.3;

/**
 * A heading is believed less where the cells below it hold something else; one that names its role
 * outright still is, so that cells which cannot be read are reported rather than the column missed.
 */
function contentFactor(holds: ColumnContent, cells: readonly CellValue[]): number {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || holds === 'text') return 1;
  const telling = holds === 'share' ? filled.filter((cell) => cell !== 0) : filled;
  if (telling.length === 0) return 1;
  const fits = telling.filter((cell) => fitsIn(holds, cell)).length / telling.length;
  return fits >= 0.5 ? 1 : fits > 0.2 ? 0.5 : 0.4;
}

/** Where a column may hold shares or amounts, most numbers of more than a hundred make it amounts. */
const fitsIn = (holds: ColumnContent, cell: CellValue): boolean =>
  readHeld(holds, cell, 1900).kind === 'value' &&
  !(holds === 'share' && isBareShare(cell) && Number(String(cell).replaceAll(',', '')) > 100);

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
    score += worth * (kind.roles[role].required ? 5 : 1);
  };

  const settled = new Set<Role>();
  for (const role of rolesOf(kind)) {
    const heading = chosen[role];
    if (heading === undefined) continue;
    const column = columns.findIndex((each) => each.heading === heading);
    if (heading === '' || column >= 0) settled.add(role);
    if (heading !== '' && column >= 0) take(role, column, 1);
  }

  const pairs = scoredPairs(kind, columns);
  for (const pair of pairs) {
    if (settled.has(pair.role) || taken[pair.role] !== undefined || used.has(pair.column)) continue;
    const best = likePartner(kind, columns, pairs, pair, taken, used);
    take(pair.role, best.column, best.score);
  }
  const several: Partial<Record<Role, number[]>> = {};
  for (const role of rolesOf(kind)) {
    if (kind.roles[role].columnsAtLeast === undefined || taken[role] === undefined) continue;
    several[role] = pairs
      .filter((pair) => pair.role === role)
      .map(({ column }) => column)
      .filter((column) => column === taken[role] || !used.has(column))
      .sort((one, other) => one - other);
  }
  return { columns: taken, several, score, rivals: rivalsOf(kind, pairs, taken, settled) };
}

interface Pair<Role> {
  role: Role;
  column: number;
  score: number;
}

/** Scores this close are a toss-up that a person should know of. */
const TOSS_UP = 0.1;

/** What a heading says beside before and now: 'weekly cost gross'. Like is compared with like. */
const SIDE_WORDS =
  /\b(original|baseline|before|previous|initial|start|current|now|latest|new|revised|after|at)\b/g;
const essence = ({ words }: Column): string =>
  words.replace(SIDE_WORDS, '').replace(/\s+/g, ' ').trim();

/** Among columns that fit a required role alike, the one whose heading matches its partner's. */
function likePartner<Role extends string>(
  kind: SourceKind<Role>,
  columns: readonly Column[],
  pairs: readonly Pair<Role>[],
  first: Pair<Role>,
  taken: Partial<Record<Role, number>>,
  used: ReadonlySet<number>,
): Pair<Role> {
  if (!kind.roles[first.role].required) return first;
  const partners = rolesOf(kind)
    .filter((role) => kind.roles[role].required && taken[role] !== undefined)
    .map((role) => essence(columns[taken[role]!]!));
  const alike = pairs.find(
    (pair) =>
      pair.role === first.role &&
      !used.has(pair.column) &&
      pair.score > first.score - TOSS_UP &&
      partners.includes(essence(columns[pair.column]!)),
  );
  return alike ?? first;
}

function rivalsOf<Role extends string>(
  kind: SourceKind<Role>,
  pairs: readonly Pair<Role>[],
  taken: Partial<Record<Role, number>>,
  settled: ReadonlySet<Role>,
): Partial<Record<Role, number[]>> {
  const rivals: Partial<Record<Role, number[]>> = {};
  const used = new Set(Object.values(taken));
  for (const role of rolesOf(kind)) {
    const { required, columnsAtLeast } = kind.roles[role];
    if (!required || columnsAtLeast !== undefined) continue;
    if (settled.has(role) || taken[role] === undefined) continue;
    const own = pairs.find((pair) => pair.role === role && pair.column === taken[role]);
    const near = pairs.filter(
      (pair) =>
        pair.role === role && !used.has(pair.column) && pair.score >= (own?.score ?? 0) - TOSS_UP,
    );
    if (near.length > 0) rivals[role] = near.map((pair) => pair.column);
  }
  return rivals;
}

function scoredPairs<Role extends string>(
  kind: SourceKind<Role>,
  columns: readonly Column[],
): Pair<Role>[] {
  const words = columns.map((column) => column.words);
  if (kind.isOther?.(words)) return [];
  const compared: Partial<Record<Role, Told>> = kind.alsoNamed?.(words) ?? {};
  const believed = rolesOf(kind)
    .flatMap((role) =>
      columns.map((column, index) => {
        const named = Math.max(
          words[index] === '' ? 0 : kind.roles[role].named(words[index]!),
          compared[role]?.column === index ? compared[role].score : 0,
        );
        const score = named > 0 ? named * contentFactor(kind.roles[role].holds, column.cells) : 0;
        return { role, column: index, score };
      }),
    )
    .filter((pair) => pair.score >= LEAST_BELIEVED);
  const count = (role: Role): number => believed.filter((pair) => pair.role === role).length;
  return believed
    .filter(({ role }) => count(role) >= (kind.roles[role].columnsAtLeast ?? 1))
    .sort((a, b) => b.score - a.score || a.column - b.column);
}
