import { TOTAL } from '../domain/cohort';
import { sum } from '../domain/money';
import { movesByCohort, reviewsOf, type Moves } from '../domain/reviews';
import { NO_COMMENTARY } from './commentary';
import type { ListReport, MadeReport } from './listReport';
import type { PlanCell, PlanColumn } from './plan';
import type { ReportInput } from './report';
import { reviewNotes } from './reviewNotes';
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
    return movesByCohort(before, after, input.materiality).map((moves) => ({
      from: typedDate(before.on),
      to: typedDate(after.on),
      ...moves,
    }));
  });
  return {
    problems: found.problems,
    plan: {
      id: reviewMovesReport.id,
      sheet: reviewMovesReport.sheet,
      title: 'What moved between each review and the next by cohort',
      publishable: true,
      notes: [
        ...reviewNotes(input, source, found),
        'A young person is in the cohort of the later review; one who left, in that of the earlier.',
        'The last row adds up all of these, so that a young person is counted there once for each pair of reviews.',
      ],
      commentary: NO_COMMENTARY,
      table: {
        name: 'ReviewMoves',
        columns: [
          { key: 'from', heading: 'Review before', format: 'text' },
          { key: 'to', heading: 'Review', format: 'text' },
          { key: 'cohort', heading: 'Cohort', format: 'text' },
          ...MOVES.flatMap(([key, heading]): PlanColumn[] => [
            { key, heading: `${heading}: young people`, format: 'count' },
            { key: `${key}Weekly`, heading: `${heading}: a week`, format: 'change', ofSome: true },
          ]),
          { key: 'net', heading: 'All: a week', format: 'change', ofSome: true },
        ],
        rows: [
          ...rows.map((row): PlanCell[] => [row.from, row.to, row.cohort, ...figuresOf(row)]),
          [TOTAL, 'All reviews', 'All cohorts', ...totals(rows)],
        ],
      },
      total: true,
    },
  };
}

const MOVES = [
  ['rose', 'Up'],
  ['fell', 'Down'],
  ['unchanged', 'Unchanged'],
  ['joined', 'Joined'],
  ['left', 'Left'],
] as const;

const figuresOf = (moves: Moves): number[] => [
  ...MOVES.flatMap(([kind]) => [moves[kind].youngPeople, moves[kind].weekly]),
  moves.net,
];

const totals = (rows: readonly Moves[]): number[] => {
  const figures = rows.map(figuresOf);
  return figures[0]!.map((_, i) => sum(figures.map((row) => row[i]!)));
};
