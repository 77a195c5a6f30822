import { annualise, type Basis } from './calendar';
import type { PlacementChange } from './change';
import { RunningTotal } from './money';
import { plainly, singleSpaced } from './typed';

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

/** One label's young people and their totals, £ a week; `label` is '' for those without one. */
interface Group {
  label: string;
  youngPeople: number;
  original: RunningTotal;
  current: RunningTotal;
}

const newGroup = (label: string): Group => ({
  label,
  youngPeople: 0,
  original: new RunningTotal(),
  current: new RunningTotal(),
});

function differenceOf(group: Group): number {
  const difference = new RunningTotal();
  difference.addTotal(group.current);
  difference.addTotal(group.original, -1);
  return difference.pounds;
}

const averageOf = (group: Group): number =>
  group.youngPeople === 0 ? 0 : differenceOf(group) / group.youngPeople;

/**
 * Weekly cost by cohort in order of first appearance, then the total: paper 000's first table.
 * Cohorts whose names differ in capitals or spaces alone are one, under the first spelling. Young
 * people without a cohort are a row 'No cohort', or 'All young people' where nobody has one; a
 * cohort called 'Total' is shown as 'Total (cohort)'. Rows are unrounded: round them for display.
 */
export function byCohort(changes: readonly PlacementChange[], basis: Basis): CohortRow[] {
  const groups = summed(changes);
  const total = newGroup(TOTAL);
  for (const group of groups) {
    total.youngPeople += group.youngPeople;
    total.original.addTotal(group.original);
    total.current.addTotal(group.current);
  }
  const names = cohortNames(groups.map(({ label }) => label));
  return [
    ...groups.map((group, i) => cohortRow(names[i]!, group, basis)),
    cohortRow(TOTAL, total, basis),
  ];
}

/** What each cohort's row is called, by the labels of all; '' is the label of those without one. */
function cohortNames(labels: readonly string[]): string[] {
  const nobodyHasOne = labels.length === 1 && labels[0] === '';
  return labels.map((label) => {
    if (label === '') return nobodyHasOne ? EVERYONE : NO_COHORT;
    return plainly(label) === plainly(TOTAL) ? `${label} (cohort)` : label;
  });
}

const cohortRow = (cohort: string, group: Group, basis: Basis): CohortRow => ({
  cohort,
  youngPeople: group.youngPeople,
  original: group.original.pounds,
  current: group.current.pounds,
  difference: differenceOf(group),
  average: averageOf(group),
  annual: annualise(differenceOf(group), basis),
});

/**
 * Change in weekly cost by identified opportunity, in the order and under the names of
 * perOpportunity; there is no total.
 */
export function byOpportunity(changes: readonly PlacementChange[]): OpportunityRow[] {
  return perOpportunity(changes).map(({ opportunity, rows }) => {
    const difference = new RunningTotal();
    for (const { original, current } of rows) {
      difference.add(current);
      difference.add(-original);
    }
    return {
      opportunity,
      youngPeople: rows.length,
      difference: difference.pounds,
      average: difference.pounds / rows.length,
    };
  });
}

/**
 * Rows by identified opportunity as the tracker names it: one whose names differ in capitals or
 * spaces alone, under the first spelling; sorted so that 2 comes before 10; rows without one are
 * left out.
 */
export function perOpportunity<T extends { opportunity: string }>(
  rows: readonly T[],
): { opportunity: string; rows: T[] }[] {
  const groups = grouped(rows, ({ opportunity }) => opportunity, '').map((group) => ({
    opportunity: group.label,
    rows: group.rows,
  }));
  const order = new Intl.Collator('en-GB', { numeric: true });
  return groups
    .filter(({ opportunity }) => opportunity !== '')
    .sort((one, other) => order.compare(one.opportunity, other.opportunity));
}

/** Rows by cohort, in the order and under the names of byCohort; there is no total. */
export function perCohort<T extends { cohort: string }>(
  rows: readonly T[],
): { cohort: string; rows: T[] }[] {
  const groups = grouped(rows, ({ cohort }) => cohort, NO_COHORT);
  const names = cohortNames(groups.map(({ label }) => label));
  return groups.map((group, i) => ({ cohort: names[i]!, rows: group.rows }));
}

/** Rows by label in order of first appearance; a blank counts as `blankAs`. */
function grouped<T>(
  rows: readonly T[],
  labelOf: (row: T) => string,
  blankAs: string,
): { label: string; rows: T[] }[] {
  const labels = new Labels(blankAs);
  const groups: { label: string; rows: T[] }[] = [];
  for (const row of rows) {
    const number = labels.numberOf(labelOf(row));
    (groups[number] ??= { label: labels.names[number]!, rows: [] }).rows.push(row);
  }
  return groups;
}

/** Places a group takes among the sums: original, its compensation, current, its compensation. */
const WIDTH = 4;

/** Numbers labels in order of first appearance; spellings that differ in capitals or spaces are one. */
class Labels {
  /** The first spelling of each, single-spaced. */
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly numbersByKey = new Map<string, number>();

  /** `blankAs` is the label that a blank counts with. */
  constructor(private readonly blankAs: string) {}

  numberOf(spelling: string): number {
    const known = this.numbers.get(spelling);
    if (known !== undefined) return known;
    const name = singleSpaced(spelling);
    const key = plainly(name === '' ? this.blankAs : name);
    const number = this.numbersByKey.get(key) ?? this.names.push(name) - 1;
    this.numbersByKey.set(key, number);
    this.numbers.set(spelling, number);
    return number;
  }
}

/** Cohorts by number, with their counts and sums kept side by side. */
class Tally {
  counts = new Int32Array(16);
  sums = new Float64Array(16 * WIDTH);
  private readonly labels = new Labels(NO_COHORT);

  numberOf(spelling: string): number {
    const number = this.labels.numberOf(spelling);
    if (number >= this.counts.length) this.grow();
    return number;
  }

  groups(): Group[] {
    return this.labels.names.map((label, group) => ({
      label,
      youngPeople: this.counts[group] ?? 0,
      original: new RunningTotal(this.sums.slice(group * WIDTH, group * WIDTH + 2)),
      current: new RunningTotal(this.sums.slice(group * WIDTH + 2, group * WIDTH + 4)),
    }));
  }

  private grow(): void {
    const { counts, sums } = this;
    this.counts = new Int32Array(2 * counts.length);
    this.counts.set(counts);
    this.sums = new Float64Array(2 * sums.length);
    this.sums.set(sums);
  }
}

/** Slots for the spellings met last; a power of two. */
const SLOTS = 256;

/** A spelling's slot: cheap to work out, and another for 'Cohort 1' than for 'Cohort 2'. */
const slotOf = (spelling: string): number =>
  spelling === ''
    ? 0
    : (spelling.length + 31 * spelling.charCodeAt(spelling.length - 1)) & (SLOTS - 1);

/**
 * Cohorts in order of first appearance. Trackers list a cohort's young people one after another, so
 * rows are summed a run at a time; a run's spelling is compared with the one met last in its slot
 * and looked up only where they differ (`npm run bench` holds this to a bare loop).
 */
function summed(changes: readonly PlacementChange[]): Group[] {
  const tally = new Tally();
  const spellings = new Array<string>(SLOTS).fill('');
  const numbers = new Int32Array(SLOTS).fill(-1);
  for (let row = 0; row < changes.length;) {
    const spelling = changes[row]!.cohort;
    const slot = slotOf(spelling);
    if (spellings[slot] !== spelling || numbers[slot]! < 0) {
      spellings[slot] = spelling;
      numbers[slot] = tally.numberOf(spelling);
    }
    const group = numbers[slot]!;
    const next = addRun(changes, row, spelling, tally.sums, group * WIDTH);
    tally.counts[group]! += next - row;
    row = next;
  }
  return tally.groups();
}

/**
 * Adds the rows that follow one another under one spelling to its group's places among the sums,
 * and gives the first row that is not one of them. The compensation is addCompensated's, in
 * variables of its own because an array in the loop costs as much again.
 */
function addRun(
  changes: readonly PlacementChange[],
  first: number,
  spelling: string,
  sums: Float64Array,
  at: number,
): number {
  let original = sums[at]!;
  let originalLost = sums[at + 1]!;
  let current = sums[at + 2]!;
  let currentLost = sums[at + 3]!;
  let row = first;
  let change = changes[row]!;
  do {
    let amount = change.original;
    let after = original + amount;
    originalLost +=
      Math.abs(original) >= Math.abs(amount)
        ? original - after + amount
        : amount - after + original;
    original = after;
    amount = change.current;
    after = current + amount;
    currentLost +=
      Math.abs(current) >= Math.abs(amount) ? current - after + amount : amount - after + current;
    current = after;
    row++;
    if (row === changes.length) break;
    change = changes[row]!;
  } while (change.cohort === spelling);
  sums[at] = original;
  sums[at + 1] = originalLost;
  sums[at + 2] = current;
  sums[at + 3] = currentLost;
  return row;
}
