import type { Problem, Tracker } from '../workbook/tracker';
import type { Summary } from './summarise';

/** What an officer should look at: in the tracker, in the lists beside it, and in what reports make of them. */
export function allProblems({
  tracker,
  summary,
}: {
  tracker: Tracker;
  summary: Pick<Summary, 'offers'>;
}): Problem[] {
  const listed = [
    ...tracker.lists.flatMap(({ problems }) => problems),
    ...summary.offers.flatMap(({ made, chosen }) => (made && chosen ? made.problems : [])),
  ];
  // Two reports on one list find the same in it.
  const distinct = new Map(listed.map((problem) => [problem.message, problem]));
  return [
    ...tracker.problems,
    ...[...distinct.values()].map((one) => ({ ...one, leavesOut: false })),
  ];
}
