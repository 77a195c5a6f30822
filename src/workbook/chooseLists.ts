import { rolesOf, type AnyKind } from '../domain/sources/source';
import { LEAST_SCORE, sharesHeadings } from './chooseSources';
import { findWhole, titleOf, type FoundSource } from './findSource';
import type { SheetSnapshot } from './sheetSnapshot';

/** A list of one kind, over the sheets that share its headings. */
export interface ChosenList {
  kind: AnyKind;
  parts: FoundSource<string>[];
  /** True where the cells are those of a list already taken, which serves as one of this kind too. */
  isBorrowed: boolean;
}

interface Claim {
  kind: AnyKind;
  source: FoundSource<string>;
}

/**
 * The lists of all kinds that the workbook holds. Cells belong to one list, that of the kind which
 * they fit best; what is already taken (the tracker) is nobody else's, but for a kind that it may
 * serve and that has no list of its own. Best first.
 */
export function chooseLists(
  kinds: readonly AnyKind[],
  snapshots: readonly SheetSnapshot[],
  taken: { kind: string; parts: readonly FoundSource<string>[] },
): ChosenList[] {
  const found = kinds
    .flatMap((kind) =>
      onEnoughSheets(
        kind,
        snapshots.flatMap((snapshot): Claim[] => {
          const source = findWhole(kind, snapshot);
          const fits = source && source.score >= LEAST_SCORE;
          return fits ? [{ kind, source }] : [];
        }),
      ),
    )
    .sort((one, other) => other.source.score - one.source.score);
  const claims: Claim[] = [];
  const isFree = ({ source }: Claim): boolean =>
    [...taken.parts, ...claims.map((claim) => claim.source)].every(
      (other) => !isSamePlace(source, other),
    );
  for (const claim of found) if (isFree(claim)) claims.push(claim);
  const borrowed = found.filter(
    ({ kind, source }) =>
      kind.servedBy?.includes(taken.kind) &&
      claims.every((claim) => claim.kind !== kind) &&
      taken.parts.some((other) => isSamePlace(source, other)),
  );
  return [
    ...joined(
      claims.map((claim) => cutAbove(claim, claims)),
      false,
    ),
    ...joined(borrowed, true),
  ];
}

/** A list that is spread over sheets needs some of them, with the same headings. */
function onEnoughSheets({ sheets }: AnyKind, claims: readonly Claim[]): Claim[] {
  if (!sheets) return [...claims];
  const belonging = claims.filter(({ source }) =>
    sheets.belongs({ name: source.snapshot.name, title: titleOf(source) }),
  );
  return belonging.filter(
    ({ kind, source }) =>
      belonging.filter((other) => hasSameHeadings(other.source, source, kind)).length + 1 >=
      sheets.atLeast,
  );
}

/** Headings in the same rows of the same columns, be they read as one row or two. */
export const isSamePlace = (one: FoundSource<string>, other: FoundSource<string>): boolean =>
  one.snapshot.name === other.snapshot.name &&
  one.left <= other.right &&
  other.left <= one.right &&
  one.firstHeadingRow <= other.headingRow &&
  other.firstHeadingRow <= one.headingRow;

/** A list ends where another begins in its columns. */
function cutAbove(claim: Claim, claims: readonly Claim[]): Claim {
  const { source } = claim;
  const below = claims
    .map((other) => other.source)
    .filter(
      (other) =>
        other.snapshot.name === source.snapshot.name &&
        other.left <= source.right &&
        source.left <= other.right &&
        other.firstHeadingRow > source.headingRow,
    )
    .map((other) => other.firstHeadingRow - 1);
  return { ...claim, source: { ...source, bottom: Math.min(source.bottom, ...below) } };
}

/** Sheets with the same headings hold one list between them, in the workbook's order. */
function joined(claims: readonly Claim[], isBorrowed: boolean): ChosenList[] {
  const lists: ChosenList[] = [];
  for (const { kind, source } of claims) {
    const same = lists.find(
      (list) => list.kind === kind && hasSameHeadings(list.parts[0]!, source, kind),
    );
    if (same) same.parts.push(source);
    else lists.push({ kind, parts: [source], isBorrowed });
  }
  return lists;
}

const hasSameHeadings = (
  one: FoundSource<string>,
  other: FoundSource<string>,
  kind: AnyKind,
): boolean =>
  one.snapshot.name !== other.snapshot.name && sharesHeadings(one, other, rolesOf(kind));
