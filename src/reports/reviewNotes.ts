import type { Reviews } from '../domain/reviews';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import type { ReportInput } from './report';
import type { ReviewSource } from './reviewSources';

/** Where the reviews come from, and what is one. */
export function reviewNotes(
  input: ReportInput,
  { list, kind, notes, unused }: ReviewSource,
  { reviews, spread, problems }: Reviews,
): string[] {
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
          "Some entries are doubtful, as two for one young person at a review; the add-in's pane lists each.",
        ]
      : []),
    ...unused.map((address) => `Another list of reviews, ${address}, is not used.`),
  ];
}
