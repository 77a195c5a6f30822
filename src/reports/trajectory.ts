import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { capitalised } from '../domain/typed';
import { toPublish, type Publication } from './publication';
import { reviewsOf, trajectory, type Position } from '../domain/reviews';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import type { ListReport, MadeReport } from './listReport';
import { longDate } from './longDate';
import type { PlanCell, PlanColumn } from './plan';
import type { ReportInput } from './report';
import { allMoved, everybodyAt, movedPeople, reviewNotes } from './reviewNotes';
import { typedDate } from '../domain/ukDate';
import { REVIEW_NEEDS, reviewSource } from './reviewSources';

/** Where weekly cost stood at each review against the first. */
export const trajectoryReport: ListReport = {
  id: 'trajectory',
  sheet: 'Trajectory',
  name: 'Trajectory: net position at each review',
  needs: REVIEW_NEEDS,
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const source = reviewSource(input);
  if (!source) return undefined;
  const found = reviewsOf(source.entries, input.asAt);
  if (found.reviews.length < 2) return undefined;
  const positions = trajectory(found.reviews, input.materiality);
  const sentence = lastAgainstFirst(positions);
  const chartSentence = `The chart shows the net position at each review: ${sentence}`;
  return {
    problems: found.problems,
    plan: {
      id: trajectoryReport.id,
      sheet: trajectoryReport.sheet,
      title: 'Weekly placement cost at each review against the first',
      ...toPublish({
        notes: [
          ...reviewNotes(input, source, found),
          'Net position is what everybody at a review costs a week less what everybody at the first did: a saving is below nought.',
          'Cells are empty at the first review, which has none before it.',
          {
            text: chartSentence,
            published: capitalised(sentence),
            states: [0, positions.length - 1],
          },
        ],
        people: peopleOf(positions, input),
      }),
      commentary: NO_COMMENTARY,
      table: { name: 'Trajectory', columns: COLUMNS, rows: positions.map(cellsOf) },
      total: false,
      chart: {
        title: 'Net position at each review against the first, £ a week',
        sentences: [chartSentence],
        labels: 'review',
        values: 'net',
      },
    },
  };
}

/**
 * Everybody at a review, and those who moved since the one before. A weekly cost tells with its
 * neighbours what moved from and to it, and a net position what moved until then.
 */
function peopleOf(
  positions: readonly Position[],
  { materiality }: ReportInput,
): Publication['people'] {
  const movedTo = (at: number): PeopleGroup[] => {
    const { on, since } = positions[at] ?? {};
    return since ? [allMoved(on!, since, materiality)] : [];
  };
  return (row, key) => {
    const { on, since } = positions[row]!;
    switch (key) {
      case 'youngPeople':
        return [everybodyAt(positions[row]!)];
      case 'weekly':
        return [everybodyAt(positions[row]!), ...movedTo(row), ...movedTo(row + 1)];
      case 'since':
        return movedTo(row);
      case 'net':
        return positions.slice(0, row + 1).flatMap((_, at) => movedTo(at));
      default: {
        const kinds = COLUMNS_OF[key as keyof typeof COLUMNS_OF];
        const how = Object.fromEntries(kinds.map((kind) => [kind, since![kind]]));
        return [movedPeople(on, 'at both or at one', how, materiality)];
      }
    }
  };
}

/** The moves whose young people a column is of. */
const COLUMNS_OF = {
  joined: ['joined'],
  joinedWeekly: ['joined'],
  left: ['left'],
  leftWeekly: ['left'],
  stayed: ['rose', 'fell', 'unchanged'],
} as const;

const change = (key: string, heading: string): PlanColumn => ({
  key,
  heading,
  format: 'change',
  ofSome: true,
});

const COLUMNS: PlanColumn[] = [
  { key: 'review', heading: 'Review', format: 'text' },
  { key: 'youngPeople', heading: 'Young people', format: 'count' },
  { key: 'weekly', heading: 'Weekly cost', format: 'money' },
  { key: 'joined', heading: 'Joined: young people', format: 'count' },
  change('joinedWeekly', 'Joined: a week'),
  { key: 'left', heading: 'Left: young people', format: 'count' },
  change('leftWeekly', 'Left: a week'),
  change('stayed', 'At both reviews: a week'),
  change('since', 'Since the review before: a week'),
  change('net', 'Net position: a week'),
];

const cellsOf = ({ on, youngPeople, weekly, since, net }: Position): PlanCell[] => [
  typedDate(on),
  youngPeople,
  weekly,
  since?.joined.youngPeople ?? null,
  since?.joined.weekly ?? null,
  since?.left.youngPeople ?? null,
  since?.left.weekly ?? null,
  since ? since.net - since.joined.weekly - since.left.weekly : null,
  since?.net ?? null,
  net,
];

function lastAgainstFirst(positions: readonly Position[]): string {
  const [first, last] = [positions[0]!, positions[positions.length - 1]!];
  const how =
    last.net === 0
      ? 'the same as'
      : `${displayCell(Math.abs(last.net), 'money', 'minus')} a week ${last.net < 0 ? 'less' : 'more'} than`;
  return `on ${longDate(last.on)} weekly cost was ${how} on ${longDate(first.on)}.`;
}
