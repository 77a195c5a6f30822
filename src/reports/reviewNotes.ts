import { sum } from '../domain/money';
import type { PeopleGroup } from '../domain/disclosure/hideSmallGroups';
import type { Moved, Position, Reviews } from '../domain/reviews';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import { inWorkbook, type PlanNote } from './planNote';
import { signed, unsigned } from './publication';
import type { ReportInput } from './report';
import type { ReviewSource } from './reviewSources';

/** Where the reviews come from, and what is one. */
export function reviewNotes(
  input: ReportInput,
  { list, kind, notes, unused }: ReviewSource,
  { reviews, spread, problems }: Reviews,
): PlanNote[] {
  const after = reviews.filter(({ on }) => on > input.asAt).length;
  return [
    ...listNotes(input, [list], kind),
    ...notes,
    'Differences are the later weekly cost less the earlier: a young person who joined adds a cost, one who left takes it away.',
    'Who is missing at a review counts as having left by then, and as joining again if listed later.',
    `A difference of up to ${displayCell(input.materiality, 'money', 'minus')} a week is no change.`,
    ...(spread > 0
      ? ['Entries up to 27 days apart are one review, under the date that most of them have.']
      : []),
    ...(after > 0
      ? [`${after === 1 ? '1 review is' : `${after} reviews are`} after the position’s date.`]
      : []),
    ...(problems.length > 0
      ? [
          inWorkbook(
            "Some entries are doubtful, as two for one young person at a review; the add-in's pane lists each.",
            'Some entries are doubtful, as two for one young person at a review.',
          ),
        ]
      : []),
    ...unused.map((address) => inWorkbook(`Another list of reviews, ${address}, is not used.`)),
  ];
}

const BOTH = { was: 'yes', is: 'yes' };

/** What became of young people between two reviews: whether each was at the earlier, and is at the later. */
export const MOVES = [
  { kind: 'rose', words: 'Cost went up', at: BOTH },
  { kind: 'fell', words: 'Cost went down', at: BOTH },
  { kind: 'unchanged', words: 'Cost unchanged', at: BOTH },
  { kind: 'joined', words: 'Joined', at: { was: 'no', is: 'yes' } },
  { kind: 'left', words: 'Left', at: { was: 'yes', is: 'no' } },
] as const;

const MOVES_POPULATION = 'moves between reviews';

/** Those who moved between two reviews, or some of them; the same in both reports on reviews. */
export const movedPeople = (where: PeopleGroup['where'], moved: readonly Moved[]): PeopleGroup => ({
  population: MOVES_POPULATION,
  where,
  people: sum(moved.map(({ youngPeople }) => youngPeople)),
  amounts: { change: signed(sum(moved.map(({ weekly }) => weekly))) },
});

/**
 * Everybody at a review: those who came to it from the review before, and those from whom the next
 * one took over. Between the two numbers stand those who joined and those who left.
 */
export function everybodyAt(positions: readonly Position[], at: number): PeopleGroup[] {
  const { on, youngPeople: people, weekly, since } = positions[at]!;
  const next = positions[at + 1];
  const group = (where: PeopleGroup['where'], measure: string): PeopleGroup => ({
    population: MOVES_POPULATION,
    where,
    people,
    amounts: { [measure]: unsigned(weekly) },
  });
  return [
    ...(since ? [group({ review: on, is: 'yes' }, 'after')] : []),
    ...(next ? [group({ review: next.on, was: 'yes' }, 'before')] : []),
  ];
}
