import { annualise, type Basis } from './calendar';
import type { PlacementChange } from './change';
import { RunningTotal } from './money';
import { singleSpaced } from './typed';

/** Young people of one cohort and their weekly cost, in pounds, unrounded. */
export interface CohortRow {
  cohort: string;
  youngPeople: number;
  /** £ a week at the baseline. */
  original: number;
  /** £ a week now. */
  current: number;
  /** Current less original, £ a week: a saving is negative. */
  difference: number;
  /** Difference a young person, £ a week; 0 where there is nobody. */
  average: number;
  /** Difference a year on the stated basis. */
  annual: number;
}

/** Young people with one identified opportunity and their change in weekly cost, unrounded. */
export interface OpportunityRow {
  opportunity: string;
  youngPeople: number;
  /** Current less original, £ a week: a saving is negative. */
  difference: number;
  /** Difference a young person, £ a week. */
  average: number;
}

export const TOTAL = 'Total';
export const EVERYONE = 'All young people';
export const NO_COHORT = 'No cohort';

/** One label's young people; `label` is '' for those without one. */
class Group {
  youngPeople = 0;
  readonly original = new RunningTotal();
  readonly current = new RunningTotal();

  constructor(readonly label: string) {}

  add(change: PlacementChange): void {
    this.youngPeople++;
    this.original.add(change.original);
    this.current.add(change.current);
  }

  addGroup(other: Group): void {
    this.youngPeople += other.youngPeople;
    this.original.addTotal(other.original);
    this.current.addTotal(other.current);
  }

  get difference(): number {
    const difference = new RunningTotal();
    difference.addTotal(this.current);
    difference.subtractTotal(this.original);
    return difference.pounds;
  }

  get average(): number {
    return this.youngPeople === 0 ? 0 : this.difference / this.youngPeople;
  }
}

/**
 * Weekly cost by cohort in order of first appearance, then the total: paper 000's first table.
 * Cohorts whose names differ in capitals or spaces alone are one, under the first spelling. Young
 * people without a cohort are a row 'No cohort', or 'All young people' where nobody has one; a
 * cohort called 'Total' is shown as 'Total (cohort)'. Rows are unrounded: round them for display.
 */
export function byCohort(changes: readonly PlacementChange[], basis: Basis): CohortRow[] {
  const groups = grouped(changes, 'cohort', NO_COHORT);
  const total = new Group(TOTAL);
  for (const group of groups) total.addGroup(group);
  const nobodyHasOne = groups.length === 1 && groups[0]?.label === '';
  const name = (group: Group): string => {
    if (group.label === '') return nobodyHasOne ? EVERYONE : NO_COHORT;
    return keyOf(group.label) === keyOf(TOTAL) ? `${group.label} (cohort)` : group.label;
  };
  return [
    ...groups.map((group) => cohortRow(name(group), group, basis)),
    cohortRow(TOTAL, total, basis),
  ];
}

const cohortRow = (cohort: string, group: Group, basis: Basis): CohortRow => ({
  cohort,
  youngPeople: group.youngPeople,
  original: group.original.pounds,
  current: group.current.pounds,
  difference: group.difference,
  average: group.average,
  annual: annualise(group.difference, basis),
});

/**
 * Change in weekly cost by identified opportunity as the tracker names them, sorted so that 2
 * comes before 10; young people without one are left out, and there is no total.
 */
export function byOpportunity(changes: readonly PlacementChange[]): OpportunityRow[] {
  const order = new Intl.Collator('en-GB', { numeric: true });
  return grouped(changes, 'opportunity', '')
    .filter((group) => group.label !== '')
    .sort((one, other) => order.compare(one.label, other.label))
    .map((group) => ({
      opportunity: group.label,
      youngPeople: group.youngPeople,
      difference: group.difference,
      average: group.average,
    }));
}

const keyOf = (label: string): string => singleSpaced(label).toLowerCase();

/**
 * Groups in order of first appearance. Labels are normalised once a spelling, not once a row:
 * a million rows hold a handful of spellings. `blankAs` is the label that a blank counts with.
 */
function grouped(
  changes: readonly PlacementChange[],
  field: 'cohort' | 'opportunity',
  blankAs: string,
): Group[] {
  const bySpelling = new Map<string, Group>();
  const byKey = new Map<string, Group>();
  const groupOf = (spelling: string): Group => {
    const label = singleSpaced(spelling);
    const key = keyOf(label === '' ? blankAs : label);
    const group = byKey.get(key) ?? new Group(label);
    byKey.set(key, group);
    bySpelling.set(spelling, group);
    return group;
  };
  for (const change of changes) {
    const spelling = change[field];
    (bySpelling.get(spelling) ?? groupOf(spelling)).add(change);
  }
  return [...byKey.values()];
}
