import { annualise, type Basis } from './calendar';
import { sum } from './money';
import type { PlacementGroup } from './placement';
import { groupOf } from './snapshot';
import type { SnapshotRow } from './sources/snapshot';

/** Children in one kind of fostering. */
export interface FosteringCost {
  children: number;
  /** £ a week, of them all. */
  weekly: number;
  /** £ a week, of one; absent where there is none. */
  average?: number;
  rows: readonly SnapshotRow[];
}

export interface InHouseAgainstIfa {
  inHouse: FosteringCost;
  ifa: FosteringCost;
  /** Absent where one of the two has no children. */
  gap?: Gap;
  /** Children in foster care that is neither, by what it is. */
  neither: { group: PlacementGroup; children: number }[];
}

/** What a child with an IFA costs more than one in-house: positive where the IFA is dearer. */
export interface Gap {
  weekly: number;
  annual: number;
  /** The same for as many new in-house families, a child each, in place of an IFA. */
  familiesWeekly: number;
  familiesAnnual: number;
}

const OTHER_FOSTERING = ['Kinship fostering', 'External foster care', 'Foster care'] as const;

/**
 * The average week in in-house fostering against that with an independent fostering agency, and what
 * new in-house families would save. Told by placementGroupOf, from placement and provider; £,
 * unrounded. Paper 003.
 */
export function inHouseAgainstIfa(
  rows: readonly SnapshotRow[],
  basis: Basis,
  families: number,
): InHouseAgainstIfa {
  const told = rows.map((row) => ({ group: groupOf(row), row }));
  const costOf = (wanted: PlacementGroup): FosteringCost => {
    const own = told.filter(({ group }) => group === wanted).map(({ row }) => row);
    const weekly = sum(own.map(({ weeklyCost }) => weeklyCost));
    return {
      children: own.length,
      weekly,
      ...(own.length > 0 && { average: weekly / own.length }),
      rows: own,
    };
  };
  const [inHouse, ifa] = [costOf('In-house fostering'), costOf('IFA')];
  return {
    inHouse,
    ifa,
    gap: gapBetween(inHouse, ifa, basis, families),
    neither: OTHER_FOSTERING.flatMap((other) => {
      const children = told.filter(({ group }) => group === other).length;
      return children > 0 ? [{ group: other, children }] : [];
    }),
  };
}

function gapBetween(
  { average: own }: FosteringCost,
  { average: bought }: FosteringCost,
  basis: Basis,
  families: number,
): Gap | undefined {
  if (own === undefined || bought === undefined) return undefined;
  const weekly = bought - own;
  const annual = annualise(weekly, basis);
  return {
    weekly,
    annual,
    familiesWeekly: weekly * families,
    familiesAnnual: annual * families,
  };
}
