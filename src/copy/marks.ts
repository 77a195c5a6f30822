import type { PlanCell } from '../reports/plan';
import { HIDDEN } from '../domain/disclosure/hidden';
import type { PublishedAppendix, PublishedPlan } from '../reports/published';

/** What stands where a table has no row: a table without rows is none, and a blank one says nothing. */
const NO_ROWS = 'None';

const isBlank = (cell: PlanCell): boolean => cell === null || cell === '';

/** A plan's rows as a file shows them: at least one. */
export const rowsShown = ({ table }: PublishedPlan): PlanCell[][] =>
  table.rows.length > 0 ? table.rows : [table.columns.map((_, i) => (i === 0 ? NO_ROWS : null))];

const holds = (plan: PublishedPlan, is: (cell: PlanCell) => boolean): boolean =>
  rowsShown(plan).some((row) => row.some(is));

const HIDDEN_MEANS = `${HIDDEN} stands for a figure that is not published, so that no young person can be identified.`;

const isHidden = (cell: PlanCell): boolean => cell === HIDDEN;

/** What the mark stands for, where any of the tables has it. */
export const hiddenMeans = ({ plans }: PublishedAppendix): string[] =>
  plans.some((plan) => holds(plan, isHidden)) ? [HIDDEN_MEANS] : [];

/** What the marks and the blanks of a table mean, in sentences; none where it has neither. */
export const marksExplained = (plan: PublishedPlan): string[] => [
  ...(holds(plan, isHidden) ? [HIDDEN_MEANS] : []),
  ...(holds(plan, isBlank) ? ['An empty cell has nothing to show for its row and column.'] : []),
];
