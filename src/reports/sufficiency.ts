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
import type { ReportInput } from './report';
import { snapshotNotes, when } from './snapshotNotes';

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
      publishable: true,
      notes: [...snapshotNotes(input, snapshot), ...breakdownNotes(result)],
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

const figures = ({ group, children, share, weekly, average }: SufficiencyRow): PlanCell[] => [
  group,
  children,
  share,
  weekly,
  average,
];

function breakdownNotes({ breakdowns, untold }: Sufficiency): string[] {
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
      `‘${NOT_TOLD}’ is where the list is blank or its words are not known; the pane lists each unknown placement.`,
    ),
    ...untold.map(
      ({ by, heading }) =>
        `‘${heading}’ tells of no child in words that are known, so there is no breakdown by ${by.toLowerCase()}.`,
    ),
  ];
}

function genderNote(breakdowns: readonly Breakdown[]): string[] {
  const rows = breakdowns.find(({ by }) => by === 'Gender')?.rows ?? [];
  const shareOf = (wanted: string): number | undefined =>
    rows.find(({ group }) => group === wanted)?.share;
  const [female, male] = [shareOf('Female'), shareOf('Male')];
  if (female === undefined || male === undefined) return [];
  return [
    `${Math.round(female * 100)}% of the children are female and ${Math.round(male * 100)}% male.`,
  ];
}
