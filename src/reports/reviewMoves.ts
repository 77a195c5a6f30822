import { TOTAL } from '../domain/cohort';
import { sum } from '../domain/money';
import { movesBetween, movesByCohort, reviewsOf } from '../domain/reviews';
import { NO_COMMENTARY } from './commentary';
import type { ListReport, MadeReport } from './listReport';
import { toPublish } from './publication';
import type { ReportInput } from './report';
import { allMoved, movedPeople, MOVES, reviewNotes } from './reviewNotes';
import { typedDate } from '../domain/ukDate';
import { REVIEW_NEEDS, reviewSource } from './reviewSources';

/** What moved between each review and the next, by cohort. */
export const reviewMovesReport: ListReport = {
  id: 'review-moves',
  sheet: 'Moves between reviews',
  name: 'Moves between reviews by cohort',
  needs: REVIEW_NEEDS,
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const source = reviewSource(input);
  if (!source) return undefined;
  const found = reviewsOf(source.entries, input.asAt);
  const { reviews } = found;
  if (reviews.length < 2) return undefined;
  const rows = reviews.slice(1).flatMap((after, i) => {
    const before = reviews[i]!;
    return movesByCohort(before, after, input.materiality).flatMap((moves) =>
      MOVES.filter(({ kind }) => moves[kind].youngPeople > 0).map(({ kind, words }) => {
        const { youngPeople, weekly } = moves[kind];
        return {
          cells: [typedDate(before.on), typedDate(after.on), moves.cohort, words],
          youngPeople,
          weekly,
          people: [
            movedPeople(after.on, 'cohort and move', { [kind]: moves[kind] }, input.materiality),
          ],
        };
      }),
    );
  });
  const total = {
    cells: [TOTAL, 'All reviews', 'All cohorts', 'All'],
    youngPeople: sum(rows.map((row) => row.youngPeople)),
    weekly: sum(rows.map((row) => row.weekly)),
    // What all moves come to is told by what those to each review do.
    people: reviews
      .slice(1)
      .map((after, i) =>
        allMoved(after.on, movesBetween(reviews[i]!, after, input.materiality), input.materiality),
      ),
  };
  const all = [...rows, total];
  return {
    problems: found.problems,
    plan: {
      id: reviewMovesReport.id,
      sheet: reviewMovesReport.sheet,
      title: 'What moved between each review and the next by cohort',
      ...toPublish({
        notes: [
          ...reviewNotes(input, source, found),
          'A young person is in the cohort of the later review; one who left, in that of the earlier.',
          'What nobody did has no row.',
          'The last row adds up all of these, so that a young person is counted there once for each pair of reviews.',
        ],
        people: (row) => all[row]!.people,
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'ReviewMoves',
        columns: [
          { key: 'from', heading: 'Review before', format: 'text' },
          { key: 'to', heading: 'Review', format: 'text' },
          { key: 'cohort', heading: 'Cohort', format: 'text' },
          { key: 'move', heading: 'What moved', format: 'text' },
          { key: 'youngPeople', heading: 'Young people', format: 'count' },
          { key: 'weekly', heading: 'Difference a week', format: 'change', ofSome: true },
        ],
        rows: all.map(({ cells, youngPeople, weekly }) => [...cells, youngPeople, weekly]),
      },
      total: true,
    },
  };
}
