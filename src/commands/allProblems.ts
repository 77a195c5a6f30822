import type { Problem, Tracker } from '../workbook/tracker';
import { chosenReports } from './offers';
import type { Summary } from './summarise';

/** What an officer should look at: in the tracker, in the lists beside it, and in what reports make of them. */
export function allProblems({
  tracker,
  summary,
}: {
  tracker: Tracker;
  /** Absent while it cannot be made. */
  summary?: Pick<Summary, 'offers'>;
}): Problem[] {
  const listed = [
    ...tracker.lists.flatMap(({ problems }) => problems),
    ...chosenReports(summary?.offers ?? []).flatMap(({ problems }) => problems),
  ];
  // A list that the tracker serves as would speak of a cell a second time, and so would two reports.
  const told = new Set(tracker.problems.map(({ address }) => address));
  const distinct = new Map(listed.map((problem) => [problem.message, problem]));
  const others = [...distinct.values()].filter(({ address }) => !told.has(address));
  return [...tracker.problems, ...others.map((problem) => ({ ...problem, leavesOut: false }))];
}
