import { dischargesByRoute, type DischargesByRoute } from '../domain/discharges';
import { financialYearOf } from '../domain/calendar';
import { TOTAL } from '../domain/cohort';
import { sum } from '../domain/money';
import { DISCHARGES } from '../domain/sources/discharges';
import { listsOf } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { youngPeople } from './notes';
import { inWorkbook, type PlanNote } from './planNote';
import { inPlaces, toPublish, type Publication } from './publication';
import type { ReportInput } from './report';

/** How young people left care, by financial year. */
export const dischargesReport: ListReport = {
  id: 'discharges',
  sheet: 'Discharges by route',
  name: 'Discharges by route and financial year',
  needs: 'a list of discharges, with the date and the route of each',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const [list] = listsOf(input.lists, DISCHARGES);
  if (!list) return undefined;
  const result = dischargesByRoute(list.rows, input.asAt);
  const { years, routes, problems } = result;
  const columns = years.map((year) => ({
    key: year,
    heading: year === financialYearOf(input.asAt) ? `${year} to date` : year,
    format: 'count' as const,
  }));
  const rows = routes.map(({ route, counts, total }) => [route, ...counts, total]);
  const totals = years.map((_, i) => sum(routes.map(({ counts }) => counts[i]!)));
  return {
    problems,
    plan: {
      id: dischargesReport.id,
      sheet: dischargesReport.sheet,
      title: 'Young people who left care by route and financial year',
      ...toPublish({
        notes: [
          ...listNotes(input, [list], DISCHARGES, problems.length === 0),
          ...yearNotes(input, result),
        ],
        people: peopleOf(list.addresses.join(), result),
        ranked: { within: 0 },
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'DischargesByRoute',
        columns: [
          { key: 'route', heading: 'Route', format: 'text' },
          ...columns,
          { key: 'total', heading: 'All years', format: 'count' },
        ],
        rows: [...rows, [TOTAL, ...totals, sum(totals)]],
      },
      total: true,
    },
  };
}

/** A route in a year, a route in all years, a year, and all. */
const peopleOf =
  (source: string, { years, routes }: DischargesByRoute): Publication['people'] =>
  (row, key) => {
    const own = routes[row] ? [routes[row]] : routes;
    const within = years.some((year) => year === key) ? [key] : years;
    const by = `${routes[row] ? 'route' : ''} ${within === years ? '' : 'year'}`;
    const places = own.flatMap(({ route }) => within.map((year) => [route, year]));
    const people = sum(
      own.flatMap(({ counts }) => counts.filter((_, at) => within.includes(years[at]!))),
    );
    return [inPlaces(source, by, places, people)];
  };

function yearNotes(
  { asAt }: ReportInput,
  { afterPosition, problems }: DischargesByRoute,
): PlanNote[] {
  const isOne = afterPosition === 1;
  const year = financialYearOf(asAt);
  return [
    'A young person is counted in the financial year, 1 April to 31 March, of the date of discharge.',
    ...(afterPosition > 0
      ? [
          inWorkbook(
            `${youngPeople(afterPosition)} left after the position’s date and ${isOne ? 'is' : 'are'} counted in ${year}.`,
            `A date after the position’s is counted in ${year}.`,
          ),
        ]
      : []),
    ...(problems.length > 0
      ? [
          inWorkbook(
            `${youngPeople(problems.length)} with a date that lies outside every year ${problems.length === 1 ? 'is' : 'are'} left out; the add-in's pane lists each.`,
            'Dates that lie outside every year are left out.',
          ),
        ]
      : []),
  ];
}
