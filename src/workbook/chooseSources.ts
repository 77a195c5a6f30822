import { findSource, type FoundSource } from './findSource';
import { headingWords } from './headingWords';
import type { SheetSnapshot } from './sheetSnapshot';
import { rolesOf, type SourceKind } from '../domain/sources/source';

export interface ChosenSources<Role extends string> {
  /** The list itself: several parts where sheets share its headings, in the workbook's order. */
  parts: FoundSource<Role>[];
  /** Sheets that hold a list of this kind too, under other headings. */
  others: FoundSource<Role>[];
}

/** A list is worth showing from this score on, even where a required column is missing. */
export const LEAST_SCORE = 2.5;

/**
 * Picks the list of this kind that the workbook most likely means. `sheet` narrows the search to
 * one sheet; undefined where nothing comes near.
 */
export function chooseSources<Role extends string>(
  kind: SourceKind<Role>,
  snapshots: readonly SheetSnapshot[],
  chosen: { sheet?: string; columns?: Partial<Record<Role, string>> } = {},
): ChosenSources<Role> | undefined {
  const found = snapshots
    .filter((snapshot) => chosen.sheet === undefined || snapshot.name === chosen.sheet)
    .map((snapshot) => findSource(kind, snapshot, chosen.columns))
    .filter((source) => source !== undefined)
    .filter((source) => source.score >= LEAST_SCORE);
  const complete = found.filter((source) => source.missing.length === 0);
  const best = (complete.length > 0 ? complete : found).reduce<FoundSource<Role> | undefined>(
    (leader, source) => (leader && leader.score >= source.score ? leader : source),
    undefined,
  );
  if (!best) return undefined;
  if (best.missing.length > 0) return { parts: [best], others: [] };
  const parts = complete.filter((source) => source === best || hasSameHeadings(kind, best, source));
  return { parts, others: complete.filter((source) => !parts.includes(source)) };
}

/** What makes lists one: the costs under the same headings, and young people told apart alike. */
const hasSameHeadings = <Role extends string>(
  kind: SourceKind<Role>,
  one: FoundSource<Role>,
  other: FoundSource<Role>,
): boolean =>
  one.snapshot.visible === other.snapshot.visible &&
  sharesHeadings(
    one,
    other,
    rolesOf(kind).filter((role) => kind.roles[role].required || kind.roles[role].identifies),
  );

/** Whether each of the roles goes by the same heading on both, or has a column on neither. */
export const sharesHeadings = <Role extends string>(
  one: FoundSource<Role>,
  other: FoundSource<Role>,
  roles: readonly Role[],
): boolean => roles.every((role) => headingFor(one, role) === headingFor(other, role));

/** A role's heading in plain words, '' where it has no column. */
function headingFor<Role extends string>(source: FoundSource<Role>, role: Role): string {
  const column = source.columns[role];
  return column === undefined ? '' : headingWords(source.headings[column - source.left]!);
}
