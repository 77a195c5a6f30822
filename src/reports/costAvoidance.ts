import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { ALL, inPlaces, ofRows, toPublish, unsigned } from './publication';
import { children } from './snapshotNotes';
import { financialYearBounds } from '../domain/calendar';
import { TOTAL } from '../domain/cohort';
import { costAvoidance, type AvoidedRow, type CostAvoidance } from '../domain/costAvoidance';
import { sum } from '../domain/money';
import { EDGE_OF_CARE } from '../domain/sources/edgeOfCare';
import { listsOf, type SourceList } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { longDate } from './longDate';
import { inAYear, weeksLabel } from './notes';
import type { PlanCell } from './plan';
import { inWorkbook, stating, type PlanNote } from './planNote';
import type { ReportInput } from './report';

/** What keeping children out of care avoids, in the financial year and in a full one (paper 001). */
export const costAvoidanceReport: ListReport = {
  id: 'cost-avoidance',
  sheet: 'Cost avoidance',
  name: 'Cost avoidance by team and expected placement',
  needs:
    'a list of children diverted from care, with the date of diversion and the expected weekly cost of each',
  make,
};

type List = SourceList<typeof EDGE_OF_CARE>;

function make(input: ReportInput): MadeReport | undefined {
  const [list, ...others] = listsOf(input.lists, EDGE_OF_CARE);
  if (!list) return undefined;
  const result = costAvoidance(list.rows, input);
  const { rows, year, problems } = result;
  return {
    problems,
    plan: {
      id: costAvoidanceReport.id,
      sheet: costAvoidanceReport.sheet,
      title: 'Cost avoidance at the edge of care by team and expected placement',
      ...toPublish({
        notes: [
          ...sourceNotes(input, list, others, result),
          ...methodNotes(input, result),
          averageNote(result),
        ],
        people: ofRows(groupsOf(list.addresses.join(), rows)),
        ranked: { within: 1 },
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'CostAvoidance',
        columns: [
          { key: 'team', heading: 'Team', format: 'text' },
          { key: 'placement', heading: 'Expected placement', format: 'text' },
          { key: 'children', heading: 'Children', format: 'count' },
          { key: 'weekly', heading: 'Weekly cost avoided', format: 'money' },
          { key: 'partYear', heading: `Part-year cost avoided (${year})`, format: 'money' },
          {
            key: 'fullYear',
            heading: `Full-year cost avoided (${weeksLabel(input.basis)})`,
            format: 'money',
          },
        ],
        rows: [...rows.map(cells), totals(rows)],
      },
      total: true,
    },
  };
}

const cells = ({ team, placement, ...row }: AvoidedRow): PlanCell[] => [
  team,
  placement,
  row.children,
  row.weekly,
  row.partYear,
  row.fullYear,
];

const FIGURES = ['children', 'weekly', 'partYear', 'fullYear'] as const;

const totals = (rows: readonly AvoidedRow[]): PlanCell[] => [
  TOTAL,
  'All placements',
  ...FIGURES.map((key) => sum(rows.map((row) => row[key]))),
];

/** In the order of the rows, the total last. */
const groupsOf = (source: string, rows: readonly AvoidedRow[]): PeopleGroup[] => {
  const total = (key: (typeof FIGURES)[number]): number => sum(rows.map((row) => row[key]));
  const all = { children: total('children'), weekly: total('weekly'), partYear: total('partYear') };
  const places = rows.map(({ team, placement }) => [team, placement]);
  const group = (
    by: string,
    within: readonly string[][],
    { children: people, weekly, partYear }: typeof all,
  ): PeopleGroup => ({
    ...inPlaces(source, by, within, people),
    amounts: { weekly: unsigned(weekly), partYear: unsigned(partYear) },
  });
  return [
    ...rows.map((row, at) => group('team and placement', [places[at]!], row)),
    group(ALL, places, all),
  ];
};

/** 'is' or 'are', 'was' or 'were'. */
const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Where the figures come from; that every child counts only where every child does. */
const sourceNotes = (
  input: ReportInput,
  list: List,
  others: readonly List[],
  { before, problems }: CostAvoidance,
): PlanNote[] => [
  ...listNotes(input, [list], EDGE_OF_CARE, before === 0 && problems.length === 0),
  ...others.map(({ addresses }) =>
    inWorkbook(
      `${addresses.join(' and ')} holds such a list too and is not used: its headings fit less well.`,
    ),
  ),
];

function methodNotes(input: ReportInput, { year, ...counts }: CostAvoidance): PlanNote[] {
  const { start, end } = financialYearBounds(year);
  const { before, afterPosition, problems } = counts;
  return [
    `Part-year is the expected weekly cost for the days of ${year}, by sevenths of a week, the date of diversion counted.`,
    `A diversion counts until the date that the list gives for its end, otherwise to 31 March of its own financial year.`,
    ...(before > 0
      ? [
          inWorkbook(
            `${children(before)} diverted earlier ${verb(before, 'is', 'are')} left out: no date says that ${verb(before, 'the child was', 'they were')} still diverted on ${longDate(start)}.`,
            `Diversions before ${longDate(start)} are left out where no date says that they still lasted then.`,
          ),
        ]
      : []),
    ...(afterPosition > 0
      ? [
          inWorkbook(
            `${children(afterPosition)} diverted after the position’s date ${verb(afterPosition, 'is', 'are')} counted, to ${longDate(end)}.`,
            `Diversions after the position’s date are counted, to ${longDate(end)}.`,
          ),
        ]
      : []),
    ...(problems.length > 0
      ? [
          inWorkbook(
            `${children(problems.length)} with a date or cost that cannot be right ${verb(problems.length, 'is', 'are')} left out; the add-in's pane lists each.`,
            'Rows are left out where a date or cost cannot be right.',
          ),
        ]
      : []),
    `Full-year is the weekly cost ${inAYear(input.basis)}, for however long a diversion lasted.`,
    'Cost avoidance is what a placement would have cost; it takes nothing off what is spent now.',
  ];
}

function averageNote({ rows, year }: CostAvoidance): PlanNote {
  const count = sum(rows.map((row) => row.children));
  if (count === 0) return `No child’s diversion falls in ${year}.`;
  const avoided = sum(rows.map((row) => row.partYear));
  const shown = (pounds: number): string => displayCell(pounds, 'money', 'minus');
  return stating(
    [rows.length],
    `${children(count)}: ${shown(avoided)} avoided in ${year}, ${shown(avoided / count)} a child.`,
  );
}
