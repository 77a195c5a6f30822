import { placementGroupOf, type PlacementGroup } from './placement';
import type { IsoDate } from './reading';
import { sheetMonth } from './sheetMonth';
import { listsOf, type ListProblem, type SourceList } from './sources/source';
import { SNAPSHOT, type SnapshotRow } from './sources/snapshot';

/** Children looked after at one date, each once, from the list that says the most of them. */
export interface Snapshot {
  list: SourceList<typeof SNAPSHOT>;
  /** Children in care, in the list's order. */
  children: SnapshotRow[];
  /** Rows of children whose care has ended; some still have a cost, as with an allowance. */
  ended: SnapshotRow[];
  /** Sheets that hold mostly the same children as one that counts, "'Snapshot 23'". */
  otherVersions: string[];
  /** Lists of the same kind that are not used. */
  otherLists: SourceList<typeof SNAPSHOT>[];
}

/**
 * The children at the position's date, from the best list that `suits`; undefined where none does. A
 * list that names nobody, nor anybody's gender or area, is one of prices and not of children.
 */
export function snapshotAt(
  lists: readonly SourceList[],
  asAt: IsoDate,
  suits: (list: SourceList<typeof SNAPSHOT>) => boolean = () => true,
): Snapshot | undefined {
  const ofChildren = listsOf(lists, SNAPSHOT).filter(({ headings }) =>
    Boolean(headings.reference ?? headings.gender ?? headings.inArea ?? headings.outOfArea),
  );
  const list = ofChildren.find(suits);
  if (!list) return undefined;
  const { kept, versions } = withoutVersions(list.rows);
  const children = kept.filter((row) => !hasEnded(row, asAt));
  if (children.length === 0) return undefined;
  return {
    list,
    children,
    ended: kept.filter((row) => hasEnded(row, asAt)),
    otherVersions: versions,
    otherLists: ofChildren.filter((other) => other !== list),
  };
}

/** The standard group of a child's placement; undefined where its words do not say. */
export const groupOf = ({ placement, provider }: SnapshotRow): PlacementGroup | undefined =>
  placementGroupOf(placement, provider);

const hasEnded = (row: SnapshotRow, asAt: IsoDate): boolean =>
  groupOf(row) === 'Left care' || (row.endedOn !== undefined && row.endedOn <= asAt);

/** Half the children of a sheet standing on another as well makes it that list at another date. */
const VERSION_SHARE = 0.5;

const referenceIn = ({ reference }: SnapshotRow): string => (reference ?? '').toLowerCase();
const sheetIn = ({ at }: SnapshotRow): string =>
  at.placement.slice(0, at.placement.lastIndexOf('!'));

/**
 * Of sheets with mostly the same children that with the latest month in its name counts, else the
 * first: nobody must be counted twice.
 */
function withoutVersions(rows: readonly SnapshotRow[]): {
  kept: SnapshotRow[];
  versions: string[];
} {
  const bySheet = new Map<string, SnapshotRow[]>();
  for (const row of rows) {
    const sheet = sheetIn(row);
    const own = bySheet.get(sheet);
    if (own) own.push(row);
    else bySheet.set(sheet, [row]);
  }
  const kept: SnapshotRow[] = [];
  const versions: string[] = [];
  const known = new Set<string>();
  const newestFirst = [...bySheet].sort(([one], [other]) => sheetMonth(other) - sheetMonth(one));
  for (const [sheet, own] of newestFirst) {
    const told = own.map(referenceIn).filter((reference) => reference !== '');
    const shared = told.filter((reference) => known.has(reference));
    if (told.length > 0 && shared.length >= told.length * VERSION_SHARE) {
      versions.push(sheet);
      continue;
    }
    kept.push(...own);
    for (const reference of told) known.add(reference);
  }
  return { kept, versions };
}

/** Children who are listed twice, which a list at one date should not; both rows are counted. */
export function listedTwice(children: readonly SnapshotRow[]): ListProblem[] {
  const firstWith = new Map<string, SnapshotRow>();
  const problems: ListProblem[] = [];
  for (const row of children) {
    const reference = referenceIn(row);
    if (reference === '') continue;
    const first = firstWith.get(reference);
    if (!first) {
      firstWith.set(reference, row);
      continue;
    }
    const { reference: address } = row.at;
    problems.push({
      address,
      ref: row.reference!,
      message: `${address} holds the reference ${row.reference}, which ${first.at.reference} holds too. Both rows are counted; if they are the same child, delete one.`,
    });
  }
  return problems;
}
