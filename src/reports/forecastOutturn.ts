import { TOTAL } from '../domain/cohort';
import type { FinancialYear } from '../domain/calendar';
import type { ForecastOutturn, OutturnRow } from '../domain/forecastOutturn';
import { sum } from '../domain/money';
import { NO_COMMENTARY } from './commentary';
import {
  costed,
  costIn,
  FORECAST_NEEDS,
  forecastSource,
  placed,
  type Costed,
} from './forecastSource';
import type { ListReport, MadeReport } from './listReport';
import { longDate } from './longDate';
import type { PlanCell, PlanColumn } from './plan';
import { toPublish, type Publication } from './publication';
import type { ReportInput } from './report';

/** What placements come to in the financial year, by kind of placement, against the budget. */
export const forecastOutturnReport: ListReport = {
  id: 'forecast-outturn',
  sheet: 'Forecast outturn',
  name: 'Forecast outturn for the financial year by placement, against the budget',
  needs: FORECAST_NEEDS,
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const source = forecastSource(input);
  if (!source) return undefined;
  const { forecast, hasBudget } = source;
  return {
    problems: forecast.problems,
    plan: {
      id: forecastOutturnReport.id,
      sheet: forecastOutturnReport.sheet,
      title: `Forecast outturn for ${forecast.year} by placement`,
      ...toPublish({
        notes: [
          ...source.notes,
          `Ended: placements that ended by ${longDate(input.asAt)}; committed: all others, those that end later or are yet to begin included.`,
          ...source.budgetNotes,
          ...(hasBudget ? varianceNotes(forecast) : []),
          ...source.otherNotes,
        ],
        people: peopleOf(forecast),
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'ForecastOutturn',
        columns: columnsFor(forecast.year, hasBudget),
        rows: [
          ...forecast.rows.map((row) => cellsOf(row, hasBudget)),
          totalOf(forecast.rows, hasBudget),
        ],
      },
      total: true,
    },
  };
}

/** A kind of placement, or all; ended and committed are parts of it. */
function peopleOf({ rows }: ForecastOutturn): Publication['people'] {
  return (row, key) => {
    const [some, by] = rows[row] ? [[rows[row]], 'placement '] : [rows, ' '];
    switch (key) {
      case 'budget':
        return [];
      case 'placements':
        return [placed(by, some)];
      case 'ended':
        return [costed(`${by}state`, { state: 'ended' }, some.map(ofEnded))];
      case 'committed':
        return [costed(`${by}state`, { state: 'committed' }, some.map(ofCommitted))];
      default:
        return [
          costed(
            by,
            {},
            some.map((each) => costIn(each)),
          ),
        ];
    }
  };
}

const ofEnded = ({ placement, endedPlacements, endedPeriods, ended }: OutturnRow): Costed => ({
  placement,
  placements: endedPlacements,
  periods: endedPeriods,
  outturn: ended,
});

function ofCommitted(row: OutturnRow): Costed {
  const [all, ended] = [costIn(row), ofEnded(row)];
  return {
    placement: row.placement,
    placements: all.placements - ended.placements,
    periods: all.periods - ended.periods,
    outturn: row.committed,
  };
}

const columnsFor = (year: FinancialYear, hasBudget: boolean): PlanColumn[] => [
  { key: 'placement', heading: 'Placement', format: 'text' },
  { key: 'placements', heading: 'Number of placements', format: 'count' },
  { key: 'ended', heading: 'Outturn of ended', format: 'money', ofSome: true },
  { key: 'committed', heading: 'Outturn of committed', format: 'money', ofSome: true },
  { key: 'outturn', heading: `Outturn ${year}`, format: 'money' },
  ...(hasBudget
    ? ([
        { key: 'budget', heading: `Budget ${year}`, format: 'money' },
        { key: 'variance', heading: 'Variance', format: 'change' },
      ] as const)
    : []),
];

const cellsOf = (
  {
    placement,
    placements,
    ended,
    committed,
    outturn,
    budget,
  }: Omit<OutturnRow, 'periods' | 'placementsIn' | 'endedPlacements' | 'endedPeriods'>,
  hasBudget: boolean,
): PlanCell[] => [
  placement,
  placements,
  ended,
  committed,
  outturn,
  ...(hasBudget ? [budget ?? null, outturn - (budget ?? 0)] : []),
];

const totalOf = (rows: readonly OutturnRow[], hasBudget: boolean): PlanCell[] => {
  const of = (amount: (row: OutturnRow) => number): number => sum(rows.map(amount));
  return cellsOf(
    {
      placement: TOTAL,
      placements: of((row) => row.placements),
      ended: of((row) => row.ended),
      committed: of((row) => row.committed),
      outturn: of((row) => row.outturn),
      budget: of((row) => row.budget ?? 0),
    },
    hasBudget,
  );
};

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
