import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { counted } from '../domain/counted';
import {
  populationChanges,
  type PopulationChange,
  type PopulationChanges,
} from '../domain/populationChange';
import { POPULATION } from '../domain/sources/population';
import type { IsoDate } from '../domain/reading';
import { listsOf } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { longDate } from './longDate';
import { otherListsNotes } from './otherLists';
import type { PlanCell } from './plan';
import { inWorkbook, type PlanNote } from './planNote';
import { inPlaces, toPublish, type Publication } from './publication';
import type { ReportInput } from './report';
import { typedDate } from '../domain/ukDate';

/** How the number of children looked after changed between the dates of each authority. */
export const childrenLookedAfterReport: ListReport = {
  id: 'children-looked-after',
  sheet: 'Children looked after change',
  name: 'Children looked after: change between dates',
  needs: 'a list of children looked after, with the date and the number, two dates or more',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const lists = listsOf(input.lists, POPULATION);
  const [list] = lists;
  if (!list) return undefined;
  const result = populationChanges(list.rows, input.asAt);
  const { changes, problems } = result;
  // Counts that repeat their dates are of parts of the children, by placement perhaps.
  const isOfParts = problems.length * 2 > list.rows.length;
  if (isOfParts || (changes.length === 0 && problems.length === 0)) return undefined;
  const nameOf = (authority: string | undefined): string =>
    authority ?? input.wording.authority ?? 'Not stated';
  return {
    problems,
    plan: {
      id: childrenLookedAfterReport.id,
      sheet: childrenLookedAfterReport.sheet,
      title: 'Children looked after: change between dates',
      ...toPublish({
        notes: [
          ...listNotes(input, [list], POPULATION, problems.length === 0),
          ...otherListsNotes(lists, POPULATION.label),
          ...changeNotes(result, nameOf),
        ],
        people: peopleOf(changes),
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'ChildrenLookedAfterChange',
        columns: [
          { key: 'authority', heading: 'Authority', format: 'text' },
          { key: 'from', heading: 'From', format: 'text' },
          { key: 'to', heading: 'To', format: 'text' },
          { key: 'before', heading: 'Children on first date', format: 'count' },
          { key: 'after', heading: 'Children on second date', format: 'count' },
          { key: 'change', heading: 'Change', format: 'count' },
          { key: 'share', heading: 'Percentage change', format: 'percent' },
        ],
        rows: changes.length > 0 ? changes.map((row) => cells(row, nameOf)) : [NONE],
      },
      total: false,
    },
  };
}

const NONE: PlanCell[] = ['None', 'None', 'None', null, null, null, null];

const cells = (
  { authority, from, to, before, after, change, share }: PopulationChange,
  nameOf: (authority: string | undefined) => string,
): PlanCell[] => [
  nameOf(authority),
  typedDate(from),
  typedDate(to),
  before,
  after,
  change,
  share ?? null,
];

function changeNotes(
  { changes, single, afterPosition, problems }: PopulationChanges,
  nameOf: (authority: string | undefined) => string,
): PlanNote[] {
  const fromNought = changes.filter(({ share }) => share === undefined);
  return [
    'A change is from one date of an authority to the next in the list; a percentage is of the first of the two numbers.',
    ...(changes.length === 0
      ? [
          'No authority has two dates that can be used, so there is no change to show and its cells are empty.',
        ]
      : []),
    ...fromNought.map(
      ({ authority, from }) =>
        `${nameOf(authority)} had no children on ${longDate(from)}: from 0 there is no percentage, so the cell is empty.`,
    ),
    ...single.map((authority) => `${nameOf(authority)} has one date alone, so it has no change.`),
    ...(afterPosition > 0
      ? [`${counts(afterPosition)} dated after the position ${are(afterPosition)} taken as listed.`]
      : []),
    ...(problems.length > 0
      ? [
          inWorkbook(
            `${counts(problems.length)} left out for a date out of reach or a second number for a date; the add-in's pane lists each.`,
            'Left out are dates out of reach, and a second number for a date.',
          ),
        ]
      : []),
  ];
}

/** The children of an authority at one date; a change is of those at both. */
function peopleOf(changes: readonly PopulationChange[]): Publication['people'] {
  return (row, key) => {
    const change = changes[row];
    if (!change) return [];
    const { authority = '', from, to, before, after } = change;
    const at = (date: IsoDate, people: number): PeopleGroup =>
      inPlaces('children looked after', 'authority and date', [[authority, date]], people);
    if (key === 'before') return [at(from, before)];
    return key === 'after' ? [at(to, after)] : [at(from, before), at(to, after)];
  };
}

const counts = (count: number): string => counted(count, 'dated count');
const are = (count: number): string => (count === 1 ? 'is' : 'are');
