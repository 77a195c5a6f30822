import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { sum } from '../domain/money';
import { amountUnit } from '../domain/amountUnit';
import { financialYearOf, type FinancialYear } from '../domain/calendar';
import { counted } from '../domain/counted';
import {
  budgetInList,
  forecastOutturn,
  type BudgetLine,
  type ForecastOutturn,
  type OutturnRow,
} from '../domain/forecastOutturn';
import { PLACEMENT_BUDGET } from '../domain/sources/placementBudget';
import { PLACEMENTS } from '../domain/sources/placements';
import { listsOf, type SourceList } from '../domain/sources/source';
import { yearIn } from '../domain/yearIn';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import { inWorkbook, type PlanNote } from './planNote';
import { inPlaces, unsigned } from './publication';
import type { ReportInput } from './report';

type PlacementList = SourceList<typeof PLACEMENTS>;
type BudgetList = SourceList<typeof PLACEMENT_BUDGET>;

/** What the reports on the forecast outturn are made of. */
export interface ForecastSource {
  forecast: ForecastOutturn;
  /** Where the placements are and how they are reckoned. */
  notes: PlanNote[];
  /** Where the budget is, or that there is none. */
  budgetNotes: PlanNote[];
  hasBudget: boolean;
  /** Lists of placements that are not counted. */
  otherNotes: PlanNote[];
}

/** What a list of placements needs for a forecast. */
export const FORECAST_NEEDS =
  'a list of placements, with the placement, the start date, the end date and the weekly cost of each';

/** The forecast of the year of the as-at date; undefined without a list of placements. */
export function forecastSource(input: ReportInput): ForecastSource | undefined {
  const [list, ...others] = listsOf(input.lists, PLACEMENTS);
  if (!list) return undefined;
  const budget = budgetFor(input, list, financialYearOf(input.asAt));
  const forecast = forecastOutturn(list.rows, budget.lines, {
    asAt: input.asAt,
    uplift: input.terms.uplift,
  });
  return {
    forecast,
    notes: [...listNotes(input, [list], PLACEMENTS), ...methodNotes(input, forecast)],
    budgetNotes: budget.notes,
    hasBudget: budget.lines.length > 0,
    otherNotes: others.map(({ addresses }) =>
      inWorkbook(
        `Placements in ${addresses.join(' and ')} have other headings and are not counted.`,
      ),
    ),
  };
}

/** How many placements of one kind, or of all, have a day in the year; a child is in one at a time. */
export const placed = (by: string, rows: readonly OutturnRow[]): PeopleGroup =>
  inPlaces(
    'placements',
    by,
    rows.map(({ placement }) => [placement]),
    sum(rows.map(({ placements }) => placements)),
  );

/** Placements of one kind, in how many periods each has a day, and what they cost. */
export interface Costed {
  placement: string;
  placements: number;
  periods: number;
  outturn: number;
}

const PERIODS = Array.from({ length: 12 }, (_, period) => period);
const STATES = ['ended', 'committed'] as const;

/** Which periods, and placements of which state; those that are not said are all. */
export interface Within {
  period?: number;
  state?: (typeof STATES)[number];
}

/**
 * What placements cost: those of one kind or of all, in one period or in all, ended or not. These add
 * up over periods and over states, where a placement is counted once for each of its periods.
 */
export const costed = (
  by: string,
  { period, state }: Within,
  parts: readonly Costed[],
): PeopleGroup => ({
  ...inPlaces(
    'what placements cost',
    by,
    parts.flatMap(({ placement }) =>
      (period === undefined ? PERIODS : [period]).flatMap((each) =>
        (state === undefined ? STATES : [state]).map((one) => [placement, String(each), one]),
      ),
    ),
    sum(parts.map(({ periods }) => periods)),
  ),
  fewest: sum(parts.map(({ placements }) => placements)),
  amounts: { outturn: unsigned(sum(parts.map(({ outturn }) => outturn))) },
});

/** A kind of placement in the whole year, or in one period. */
export const costIn = (
  { placement, placements, placementsIn, periods, outturn }: OutturnRow,
  period?: number,
): Costed =>
  period === undefined
    ? { placement, placements, periods: sum(placementsIn), outturn }
    : {
        placement,
        placements: placementsIn[period]!,
        periods: placementsIn[period]!,
        outturn: periods[period]!,
      };

function methodNotes(
  { terms: { uplift } }: ReportInput,
  { year, outside, problems }: ForecastOutturn,
): PlanNote[] {
  const april = `1 April ${year.slice(0, 4)}`;
  return [
    'A placement costs its days times the weekly cost, by sevenths: the start date counts, the end date does not, 31 March does.',
    'A placement without an end date goes on to 31 March; period 1 is April.',
    uplift === 0
      ? 'Weekly costs are as in the list, without an uplift.'
      : `Weekly costs of placements that began before ${april} rise by ${displayCell(uplift, 'percent', 'minus')} from ${april}; others are as in the list.`,
    ...(outside > 0
      ? [
          inWorkbook(
            `${counted(outside, 'placement has', 'placements have')} no day in ${year}.`,
            `Placements without a day in ${year} are left out.`,
          ),
        ]
      : []),
    ...(problems.length > 0
      ? [
          inWorkbook(
            `${counted(problems.length, 'row', 'rows')} with doubtful dates, or with a placement listed twice; the add-in's pane lists each.`,
            'Rows with doubtful dates, and placements listed twice, are left out.',
          ),
        ]
      : []),
  ];
}

interface Budget {
  lines: BudgetLine[];
  notes: PlanNote[];
}

/** The best list of budgets by placement that is for the year; else a budget column of the placements. */
function budgetFor({ lists }: ReportInput, list: PlacementList, year: FinancialYear): Budget {
  const found = listsOf(lists, PLACEMENT_BUDGET);
  const ofYear = found.filter((each) => linesOf(each, year).length > 0);
  const [used, ...others] = ofYear;
  const unused = [...others, ...found.filter((each) => !ofYear.includes(each))];
  const notUsed = unused.map(({ addresses, headings }) =>
    inWorkbook(
      others.some((other) => other.addresses === addresses)
        ? `The budget in ${addresses.join(' and ')} is not used.`
        : `The budget in ${addresses.join(' and ')}, headed ‘${headings.budget}’, is not for ${year} and is not used.`,
    ),
  );
  if (used) {
    return {
      lines: linesOf(used, year),
      notes: [inWorkbook(sourceOf(used, headingFor(used, year))), ...notUsed],
    };
  }
  const lines = budgetInList(list.rows);
  if (lines.length > 0 && [year, undefined].includes(yearIn(list.headings.budget))) {
    const factor = amountUnit(list.headings.budget);
    return {
      lines: lines.map((line) => ({ ...line, budget: line.budget * factor })),
      notes: [
        inWorkbook(
          `Budget: the column ‘${list.headings.budget}’ of the list, added up by placement.`,
        ),
        ...notUsed,
      ],
    };
  }
  return {
    lines: [],
    notes: [
      inWorkbook(
        `No budget by placement for ${year} is in the workbook, so there is no variance.`,
        `There is no budget by placement for ${year}, so no variance.`,
      ),
      ...notUsed,
    ],
  };
}

const sourceOf = ({ addresses, leftOut }: BudgetList, heading: string | undefined): string => {
  const scale = amountUnit(heading);
  const inUnits =
    scale === 1 ? '' : `, in ${scale === 1000 ? 'thousands' : 'millions'} of pounds there`;
  const without = leftOut === 0 ? '' : `; ${counted(leftOut, 'row', 'rows')} left out`;
  return `Budget: ${addresses.join(' and ')}, ‘${heading}’${inUnits}${without}.`;
};

/** The budget's lines for a year, in pounds; none where its headings say other years. */
function linesOf(list: BudgetList, year: FinancialYear): BudgetLine[] {
  const heading = headingFor(list, year);
  if (heading === undefined) return [];
  const scale = amountUnit(heading);
  return list.rows
    .filter((row) => row.year === undefined || row.year === year)
    .flatMap(({ placement, budget }) =>
      budget
        .filter((held) => held.heading === heading)
        .map(({ value }) => ({ placement, budget: value * scale })),
    );
}

/** Of a column for each year, the year's; else one that says no year. */
function headingFor({ rows, headings }: BudgetList, year: FinancialYear): string | undefined {
  const all = rows.flatMap(({ budget }) => budget.map(({ heading }) => heading));
  const candidates = [...new Set([...(headings.budget ? [headings.budget] : []), ...all])];
  return (
    candidates.find((heading) => yearIn(heading) === year) ??
    candidates.find((heading) => yearIn(heading) === undefined)
  );
}
