import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { snapshotAt } from '../domain/snapshot';
import {
  ALL_CHILDREN,
  NOT_BOUGHT,
  NOT_TOLD,
  sufficiency,
  type Breakdown,
  type Sufficiency,
  type SufficiencyRow,
} from '../domain/sufficiency';
import { NO_COMMENTARY } from './commentary';
import type { ListReport, MadeReport } from './listReport';
import type { PlanCell } from './plan';
import { inWorkbook, stating, type PlanNote } from './planNote';
import { ALL, ofRows, toPublish } from './publication';
import type { ReportInput } from './report';
import { childrenOf, snapshotNotes, when } from './snapshotNotes';

/** Where children are placed, with whom, how far away and at what cost. */
export const sufficiencyReport: ListReport = {
  id: 'sufficiency',
  sheet: 'Sufficiency by placement',
  name: 'Sufficiency by placement, provider and area',
  needs: 'a list of children at one date, with the placement and the weekly cost of each',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  // A tracker holds the children under review, which says nothing of sufficiency for all.
  const snapshot = snapshotAt(input.lists, input.asAt, ({ isTracker }) => isTracker !== true);
  if (!snapshot) return undefined;
  const result = sufficiency(snapshot);
  return {
    problems: result.problems,
    plan: {
      id: sufficiencyReport.id,
      sheet: sufficiencyReport.sheet,
      title: 'Sufficiency of placements by group, provider and area',
      ...toPublish({
        notes: [...snapshotNotes(input, snapshot), ...breakdownNotes(result)],
        people: ofRows(groupsOf(childrenOf(snapshot, input), result)),
        ranked: { within: 1 },
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'SufficiencyByPlacement',
        columns: [
          { key: 'breakdown', heading: 'Breakdown', format: 'text' },
          { key: 'group', heading: 'Group', format: 'text' },
          { key: 'children', heading: 'Children', format: 'count' },
          { key: 'share', heading: 'Share of children', format: 'percent' },
          { key: 'weekly', heading: 'Weekly cost', format: 'money' },
          { key: 'average', heading: 'Average weekly cost', format: 'money' },
        ],
        rows: [
          [ALL_CHILDREN, ...figures({ ...result.all, group: 'All' })],
          ...result.breakdowns.flatMap(({ by, rows }) => rows.map((row) => [by, ...figures(row)])),
        ],
      },
      // The rows are those of several breakdowns, each of which adds up to the first.
      total: false,
    },
  };
}

/** In the order of the rows: all, then each breakdown's. */
const groupsOf = (
  groupOf: ReturnType<typeof childrenOf>,
  { all, breakdowns }: Sufficiency,
): PeopleGroup[] => [
  groupOf(ALL, all),
  ...breakdowns.flatMap(({ by, rows }) => rows.map((row) => groupOf(by, row))),
];

const figures = ({ group, children, share, weekly, average }: SufficiencyRow): PlanCell[] => [
  group,
  children,
  share,
  weekly,
  average,
];

function breakdownNotes({ breakdowns, untold }: Sufficiency): PlanNote[] {
  const hasGroup = (wanted: string): boolean =>
    breakdowns.some(({ rows }) => rows.some(({ group }) => group === wanted));
  return [
    'Each breakdown counts every child once and adds up to all children; two breakdowns are not to be added.',
    'Placements are in standard groups, told by their words or SSDA903 codes and by their providers.',
    'In-house or external is told by the placement, otherwise by its provider; with parents is neither.',
    ...genderNote(breakdowns),
    ...when(
      hasGroup(NOT_BOUGHT),
      `‘${NOT_BOUGHT}’ is the council’s own provision and with parents, where the list says nothing else.`,
    ),
    ...when(
      hasGroup(NOT_TOLD),
      inWorkbook(
        `‘${NOT_TOLD}’ is where the list is blank or its words are not known; the pane lists each unknown placement.`,
        `‘${NOT_TOLD}’ is where the list is blank or its words are not known.`,
      ),
    ),
    ...untold.map(
      ({ by, heading }) =>
        `‘${heading}’ tells of no child in words that are known, so there is no breakdown by ${by.toLowerCase()}.`,
    ),
  ];
}

function genderNote(breakdowns: readonly Breakdown[]): PlanNote[] {
  // All children are the first row.
  const rows = breakdowns.flatMap((each) => each.rows.map((row) => ({ by: each.by, ...row })));
  const at = ['Female', 'Male'].map((wanted) =>
    rows.findIndex(({ by, group }) => by === 'Gender' && group === wanted),
  );
  if (at.some((place) => place < 0)) return [];
  const [female, male] = at.map((place) => Math.round(rows[place]!.share * 100));
  return [
    stating(
      at.map((place) => place + 1),
      `${female}% of the children are female and ${male}% male.`,
    ),
  ];
}
