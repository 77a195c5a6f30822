import { yearIn } from '../domain/yearIn';
import { amountUnit } from '../domain/amountUnit';
import { counted } from '../domain/counted';
import { financialYearOf, type FinancialYear } from '../domain/calendar';
import { TOTAL } from '../domain/cohort';
import {
  budgetInList,
  forecastOutturn,
  type BudgetLine,
  type ForecastOutturn,
  type OutturnRow,
} from '../domain/forecastOutturn';
import { sum } from '../domain/money';
import { PLACEMENT_BUDGET } from '../domain/sources/placementBudget';
import { PLACEMENTS } from '../domain/sources/placements';
import { listsOf, type SourceList } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { longDate } from './longDate';
import type { PlanCell, PlanColumn } from './plan';
import type { ReportInput } from './report';

/** What placements come to in the financial year, month by month, against the budget. */
export const forecastOutturnReport: ListReport = {
  id: 'forecast-outturn',
  name: 'Forecast outturn for the financial year by period and placement',
  needs:
    'a list of placements, with the placement, the start date, the end date and the weekly cost of each',
  make,
};

type PlacementList = SourceList<typeof PLACEMENTS>;
type BudgetList = SourceList<typeof PLACEMENT_BUDGET>;

function make(input: ReportInput): MadeReport | undefined {
  const [list, ...others] = listsOf(input.lists, PLACEMENTS);
  if (!list) return undefined;
  const year = financialYearOf(input.asAt);
  const budget = budgetFor(input, list, year);
  const forecast = forecastOutturn(list.rows, budget.lines, {
    asAt: input.asAt,
    uplift: input.terms.uplift,
  });
  const hasBudget = budget.lines.length > 0;
  return {
    problems: forecast.problems,
    plan: {
      id: forecastOutturnReport.id,
      sheet: 'Forecast outturn',
      title: `Forecast outturn for ${year} by period and placement`,
      publishable: true,
      notes: [
        ...listNotes(input, [list], PLACEMENTS),
        ...methodNotes(input, forecast),
        ...budget.notes,
        ...(hasBudget ? varianceNotes(forecast) : []),
        ...others.map(
          ({ addresses }) =>
            `Placements in ${addresses.join(' and ')} have other headings and are not counted.`,
        ),
      ],
      commentary: NO_COMMENTARY,
      table: {
        name: 'ForecastOutturn',
        columns: columnsFor(year, hasBudget),
        rows: [
          ...forecast.rows.map((row) => cellsOf(row, hasBudget)),
          cellsOf(totalOf(forecast.rows), hasBudget),
        ],
      },
      total: true,
    },
  };
}

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

const columnsFor = (year: FinancialYear, hasBudget: boolean): PlanColumn[] => [
  { key: 'placement', heading: 'Placement', format: 'text' },
  { key: 'placements', heading: 'Number of placements', format: 'count' },
  ...MONTHS.map((month, i): PlanColumn => ({
    key: `period-${i + 1}`,
    heading: `Period ${i + 1} (${month})`,
    format: 'money',
  })),
  { key: 'outturn', heading: `Outturn ${year}`, format: 'money' },
  { key: 'ended', heading: 'Of which ended', format: 'money', ofSome: true },
  { key: 'committed', heading: 'Of which committed', format: 'money', ofSome: true },
  ...(hasBudget
    ? ([
        { key: 'budget', heading: `Budget ${year}`, format: 'money' },
        { key: 'variance', heading: 'Variance', format: 'change' },
      ] as const)
    : []),
];

const cellsOf = (row: OutturnRow, hasBudget: boolean): PlanCell[] => [
  row.placement,
  row.placements,
  ...row.periods,
  row.outturn,
  row.ended,
  row.committed,
  ...(hasBudget ? [row.budget ?? null, row.outturn - (row.budget ?? 0)] : []),
];

const totalOf = (rows: readonly OutturnRow[]): OutturnRow => {
  const of = (amount: (row: OutturnRow) => number): number => sum(rows.map(amount));
  return {
    placement: TOTAL,
    placements: of((row) => row.placements),
    periods: MONTHS.map((_, period) => of((row) => row.periods[period]!)),
    outturn: of((row) => row.outturn),
    ended: of((row) => row.ended),
    committed: of((row) => row.committed),
    budget: of((row) => row.budget ?? 0),
  };
};

// Notes ---------------------------------------------------------------------------------------

function methodNotes(
  { asAt, terms: { uplift } }: ReportInput,
  { year, outside, problems }: ForecastOutturn,
): string[] {
  const april = `1 April ${year.slice(0, 4)}`;
  return [
    'A placement costs its days times the weekly cost, by sevenths: the start date counts, the end date does not, 31 March does.',
    'A placement without an end date goes on to 31 March; period 1 is April.',
    uplift === 0
      ? 'Weekly costs are as in the list, without an uplift.'
      : `Weekly costs of placements that began before ${april} rise by ${displayCell(uplift, 'percent', 'minus')} from ${april}; others are as in the list.`,
    `Ended: placements that ended by ${longDate(asAt)}; committed: all others, those that end later or are yet to begin included.`,
    ...(outside > 0
      ? [`${counted(outside, 'placement has', 'placements have')} no day in ${year}.`]
      : []),
    ...(problems.length > 0
      ? [
          `${counted(problems.length, 'row', 'rows')} with doubtful dates, or with a placement listed twice; the add-in's pane lists each.`,
        ]
      : []),
  ];
}

function varianceNotes({ rows }: ForecastOutturn): string[] {
  const none = rows.filter(({ budget }) => budget === undefined).length;
  const unused = rows.filter(({ placements }) => placements === 0).length;
  return [
    'Variance is the outturn less the budget: an overspend is above nought, an underspend below.',
    ...(none > 0
      ? [
          `An empty budget: no line of the budget is for ${none === 1 ? 'that placement' : 'those placements'}, so the whole outturn is variance.`,
        ]
      : []),
    ...(unused > 0
      ? [
          'A placement with an outturn of nought has no placements in the list with a day in the year.',
        ]
      : []),
  ];
}

// Budget --------------------------------------------------------------------------------------

interface Budget {
  lines: BudgetLine[];
  notes: string[];
}

/** The best list of budgets by placement that is for the year; else a budget column of the placements. */
function budgetFor({ lists }: ReportInput, list: PlacementList, year: FinancialYear): Budget {
  const found = listsOf(lists, PLACEMENT_BUDGET);
  const ofYear = found.filter((each) => linesOf(each, year).length > 0);
  const [used, ...others] = ofYear;
  const unused = [...others, ...found.filter((each) => !ofYear.includes(each))];
  const notUsed = unused.map(({ addresses, headings }) =>
    others.some((other) => other.addresses === addresses)
      ? `The budget in ${addresses.join(' and ')} is not used.`
      : `The budget in ${addresses.join(' and ')}, headed ‘${headings.budget}’, is not for ${year} and is not used.`,
  );
  if (used) {
    return {
      lines: linesOf(used, year),
      notes: [sourceOf(used, headingFor(used, year)), ...notUsed],
    };
  }
  const lines = budgetInList(list.rows);
  if (lines.length > 0 && [year, undefined].includes(yearIn(list.headings.budget))) {
    const factor = amountUnit(list.headings.budget);
    return {
      lines: lines.map((line) => ({ ...line, budget: line.budget * factor })),
      notes: [
        `Budget: the column ‘${list.headings.budget}’ of the list, added up by placement.`,
        ...notUsed,
      ],
    };
  }
  return {
    lines: [],
    notes: [
      `No budget by placement for ${year} is in the workbook, so there is no variance.`,
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
