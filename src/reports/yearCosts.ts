import {
  countedCosts,
  costYears,
  type CostYear,
  type CountedCost,
  type YearCost,
} from '../domain/costsByYear';
import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { isCounted } from '../domain/ledger';
import { COSTS_BY_YEAR } from '../domain/sources/costsByYear';
import { listsOf, type ListProblem, type SourceList } from '../domain/sources/source';
import { grouped } from '../domain/grouped';
import { listNotes } from './listNotes';
import { sourceNotes } from './notes';
import { inWorkbook, type PlanNote } from './planNote';
import { TRACKER } from './publication';
import type { ReportInput } from './report';

export type CostList = SourceList<typeof COSTS_BY_YEAR>;

/** A list by year, without the rows that do not count. */
export interface CountedList {
  list: CostList;
  rows: CountedCost[];
  years: CostYear[];
  problems: ListProblem[];
}

/** The lists by year that have a row that counts, the one that fits its kind best first. */
export const countedLists = ({ lists, asAt }: ReportInput): CountedList[] =>
  listsOf(lists, COSTS_BY_YEAR)
    .map((list) => {
      const counted = countedCosts(list.rows, asAt);
      return { list, ...counted, years: costYears(counted.rows) };
    })
    .filter(({ rows }) => rows.length > 0);

/** Where a tracker stands for a list by year: its two positions. */
export const BEFORE = 'Before';
export const NOW = 'Now';
export const POSITIONS: readonly CostYear[] = [{ year: BEFORE }, { year: NOW, before: BEFORE }];

/** What a column that tells a list's years apart, or a tracker's positions, is headed by. */
export const yearHeading = (counted: CountedList | undefined): string =>
  counted ? 'Financial year' : 'Position';

/** Every young person of the tracker with both costs, before and then now. */
export function trackerCosts({ ledger }: ReportInput): YearCost[] {
  return ledger.filter(isCounted).flatMap((entry) => {
    const reference = entry.reference || `Row ${entry.row}`;
    const { key } = entry;
    const { original, current } = entry.circumstances;
    return [
      { year: BEFORE, reference, key, placement: original.placement, weeklyCost: entry.original },
      { year: NOW, reference, key, placement: current.placement, weeklyCost: entry.current },
    ];
  });
}

/**
 * Whom figures of one year are told from: in a list a source for each year, since who came and went
 * between two years is no rest of either; of a tracker all who are in it.
 */
export const inYear = (
  counted: CountedList | undefined,
  year: string,
  by: string,
): Pick<PeopleGroup, 'source' | 'by'> => ({
  source: counted ? costMeasure(counted, year) : TRACKER,
  by: `${by}: ${year}`,
});

/** What a cost of one year is a measure of; a tracker's positions are those of its cohorts. */
export const costMeasure = (counted: CountedList | undefined, year: string): string =>
  counted
    ? `cost in ${year} in ${counted.list.addresses.join()}`
    : year === BEFORE
      ? 'original'
      : 'current';

/**
 * The first notes of a report on costs by year: those of every sheet, and which list its figures
 * come from where there are several, or that they come from the tracker.
 * @param why completes "… is used": what it has that the others have not
 */
export function yearCostNotes(
  input: ReportInput,
  counted: CountedList | undefined,
  why: string,
): PlanNote[] {
  if (!counted) {
    return [
      ...sourceNotes(input),
      'No list of weekly costs by financial year serves here: the tracker’s costs before and now stand for two years.',
    ];
  }
  const others = listsOf(input.lists, COSTS_BY_YEAR).filter((list) => list !== counted.list);
  const row = { one: 'weekly cost', many: 'weekly costs', isPerson: false };
  const { addresses, rows, leftOut } = counted.list;
  const left = leftOut + rows.length - counted.rows.length;
  return [
    ...listNotes(input, [{ addresses, rows, leftOut: 0 }], { row }, left === 0),
    ...(left === 0
      ? []
      : [
          inWorkbook(
            `${left === 1 ? '1 row is' : `${grouped(left, 0)} rows are`} left out, unreadable, out of reach or twice in a year; the add-in’s pane lists each.`,
            'Rows are left out that are unreadable, out of reach or twice in a year.',
          ),
        ]),
    ...belowNote(counted),
    ...(others.length === 0
      ? []
      : [
          inWorkbook(
            `Of the lists by year that with ${why} is used; not used: ${others
              .flatMap(({ sheets }) => sheets)
              .map((sheet) => `‘${sheet}’`)
              .join(', ')}.`,
          ),
        ]),
    ...aheadNote(input, counted),
  ];
}

/** A credit or a slip: whoever reads an average should know that it holds one. */
function belowNote({ rows }: CountedList): PlanNote[] {
  const below = rows.filter(({ weeklyCost }) => weeklyCost < 0).length;
  if (below === 0) return [];
  return [
    inWorkbook(
      below === 1
        ? '1 weekly cost is less than nothing and counted as it stands; the add-in’s pane lists it.'
        : `${grouped(below, 0)} weekly costs are less than nothing and counted as they stand; the add-in’s pane lists each.`,
      'A weekly cost of less than nothing is counted as it stands.',
    ),
  ];
}

/** A list may look further than the position: its last year is then what somebody expects. */
function aheadNote({ asAt }: ReportInput, { years }: CountedList): string[] {
  const ahead = years.filter(({ year }) => `${year.slice(0, 4)}-04-01` > asAt);
  return ahead.map(
    ({ year }) => `${year} begins after the position’s date; its costs are what the list expects.`,
  );
}

/** What growth is measured from, for a heading. */
export const growthHeading = (counted: CountedList | undefined): string =>
  counted ? 'Growth or fall on the year before' : 'Growth or fall from before to now';

/** Why a cell of growth is empty. */
export function growthNote(counted: CountedList | undefined): string {
  if (!counted) return 'There is no growth for the position before: nothing earlier is known.';
  const without = counted.years.filter(({ before }) => before === undefined);
  return `There is no growth for ${without.map(({ year }) => year).join(', ')}: the list has nothing of the year before.`;
}

/** '£10,000', '£9,999.50'. */
export const shortPounds = (amount: number): string =>
  `£${grouped(amount, Number.isInteger(amount) ? 0 : 2)}`;
