import { TOTAL } from '../domain/cohort';
import type { OutturnRow } from '../domain/forecastOutturn';
import { sum } from '../domain/money';
import { NO_COMMENTARY } from './commentary';
import { costed, costIn, FORECAST_NEEDS, forecastSource } from './forecastSource';
import type { ListReport, MadeReport } from './listReport';
import type { PlanCell, PlanColumn } from './plan';
import { toPublish, type Publication } from './publication';
import type { ReportInput } from './report';

/** What placements come to in each period of the financial year, April to March. */
export const forecastPeriodsReport: ListReport = {
  id: 'forecast-periods',
  sheet: 'Forecast by period',
  name: 'Forecast outturn for the financial year by period and placement',
  needs: FORECAST_NEEDS,
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const source = forecastSource(input);
  if (!source) return undefined;
  const { year, rows, problems } = source.forecast;
  const placed = rows.filter(({ placements }) => placements > 0);
  return {
    problems,
    plan: {
      id: forecastPeriodsReport.id,
      sheet: forecastPeriodsReport.sheet,
      title: `Forecast outturn for ${year} by period and placement`,
      ...toPublish({ notes: [...source.notes, ...source.otherNotes], people: peopleOf(placed) }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'ForecastPeriods',
        columns: columnsFor(placed),
        rows: [
          ...MONTHS.map((month, i) =>
            cellsOf(`Period ${i + 1} (${month})`, placed, ({ periods }) => periods[i]!),
          ),
          cellsOf(TOTAL, placed, ({ outturn }) => outturn),
        ],
      },
      total: true,
    },
  };
}

/** A kind of placement in a period, or in all: its outturn is that of the report by placement. */
function peopleOf(rows: readonly OutturnRow[]): Publication['people'] {
  return (row, key) => {
    const kind = rows[Number(key.replace('placement-', '')) - 1];
    const period = row < MONTHS.length ? row : undefined;
    return [
      costed(
        `${kind ? 'placement' : ''} ${period === undefined ? '' : 'period'}`,
        { period },
        (kind ? [kind] : rows).map((each) => costIn(each, period)),
      ),
    ];
  };
}

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

const columnsFor = (rows: readonly OutturnRow[]): PlanColumn[] => [
  { key: 'period', heading: 'Period', format: 'text' },
  ...rows.map(({ placement }, i): PlanColumn => ({
    key: `placement-${i + 1}`,
    heading: placement,
    format: 'money',
  })),
  { key: 'all', heading: 'All placements', format: 'money' },
];

const cellsOf = (
  label: string,
  rows: readonly OutturnRow[],
  amount: (row: OutturnRow) => number,
): PlanCell[] => [label, ...rows.map(amount), sum(rows.map(amount))];
