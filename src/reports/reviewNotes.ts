import { sum } from '../domain/money';
import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { keyOf } from '../domain/identity';
import type { IsoDate } from '../domain/reading';
import type { Moved, Moves, Position, Reviews } from '../domain/reviews';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import { inWorkbook, type PlanNote } from './planNote';
import { ALL, noChange, signed, unsigned } from './publication';
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

/** What became of young people between two reviews. */
export const MOVES = [
  { kind: 'rose', words: 'Cost went up' },
  { kind: 'fell', words: 'Cost went down' },
  { kind: 'unchanged', words: 'Cost unchanged' },
  { kind: 'joined', words: 'Joined' },
  { kind: 'left', words: 'Left' },
] as const;

export type MoveKind = (typeof MOVES)[number]['kind'];

/** The source of everybody who is at a review. */
const REVIEWED = 'reviews';

/** Who moved, and what that came to. */
export type MovedHow = Partial<Record<MoveKind, Moved>>;

/** Those who moved to a review from the one before, or some of them; the same in both reports. */
export function movedPeople(
  on: IsoDate,
  by: string,
  how: MovedHow,
  materiality: number,
): PeopleGroup {
  const moved = Object.values(how);
  const people = sum(moved.map(({ youngPeople }) => youngPeople));
  const weekly = sum(moved.map(({ weekly: each }) => each));
  const isNoChange = Object.keys(how).every((kind) => kind === 'unchanged');
  return {
    source: REVIEWED,
    by: `${by}: moved to ${on}`,
    ...(how.unchanged === undefined && { alsoBy: atAnyReview(how) }),
    members: moved.flatMap(({ references }) => references.map(keyOf)),
    people,
    amounts: {
      [`change to ${on}`]: isNoChange ? noChange(weekly, people, materiality) : signed(weekly),
    },
  };
}

/** Who changed, joined or left is the same whenever it was, so that reviews add up with the tracker. */
const atAnyReview = ({ joined, left }: MovedHow): string =>
  joined ? 'joined at any review' : left ? 'left at any review' : 'changed at any review';

/** All who moved to a review. */
export const allMoved = (on: IsoDate, moves: Moves, materiality: number): PeopleGroup =>
  movedPeople(
    on,
    ALL,
    Object.fromEntries(MOVES.map(({ kind }) => [kind, moves[kind]])),
    materiality,
  );

/** Everybody at a review. */
export const everybodyAt = ({ on, youngPeople, weekly, references }: Position): PeopleGroup => ({
  source: REVIEWED,
  by: `at ${on}`,
  members: references.map(keyOf),
  people: youngPeople,
  amounts: { [`cost at ${on}`]: unsigned(weekly) },
});
