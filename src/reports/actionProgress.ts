import { actionProgress } from '../domain/actionProgress';
import { ACTION_STATUSES } from '../domain/actionStatus';
import { TOTAL } from '../domain/cohort';
import { sum } from '../domain/money';
import { ACTION_PLAN } from '../domain/sources/actionPlan';
import { listsOf } from '../domain/sources/source';
import { actionNotes, priorityName } from './actions';
import { NO_COMMENTARY } from './commentary';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { otherListsNotes } from './otherLists';
import { ofNobody, toPublish } from './publication';
import type { ReportInput } from './report';

/** How many actions of each priority stand where, and how many are overdue. */
export const actionProgressReport: ListReport = {
  id: 'action-progress',
  sheet: 'Action plan progress',
  name: 'Action plan: progress by priority and status',
  needs: 'an action plan, with each action and its status',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const lists = listsOf(input.lists, ACTION_PLAN);
  const [list] = lists;
  if (!list || list.rows.length === 0) return undefined;
  const result = actionProgress(list.rows, input.asAt);
  const { actions, priorities, problems } = result;
  const statuses = ACTION_STATUSES.filter((name) => actions.some(({ status }) => status === name));
  const figures = priorities.map((row) => [
    row.actions,
    ...statuses.map((status) => row.byStatus[status] ?? 0),
    row.overdue,
  ]);
  const totals = figures[0]!.map((_, i) => sum(figures.map((row) => row[i]!)));
  return {
    problems,
    plan: {
      id: actionProgressReport.id,
      sheet: actionProgressReport.sheet,
      title: 'Action plan: progress by priority and status',
      ...toPublish({
        notes: [
          ...listNotes(input, [list], ACTION_PLAN),
          ...otherListsNotes(lists, ACTION_PLAN.label),
          ...actionNotes(input, result),
          'Each action has one status; an overdue one is counted under ‘Overdue’ as well.',
          'Order: the priorities with the most overdue first, then as in the list.',
        ],
        people: ofNobody,
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'ActionPlanProgress',
        columns: [
          { key: 'priority', heading: 'Priority', format: 'text' },
          { key: 'actions', heading: 'Actions', format: 'count' },
          ...statuses.map((status) => ({ key: status, heading: status, format: 'count' as const })),
          { key: 'overdue', heading: 'Overdue', format: 'count' },
        ],
        rows: [
          ...priorities.map(({ priority }, i) => [priorityName(priority), ...figures[i]!]),
          [TOTAL, ...totals],
        ],
      },
      total: true,
    },
  };
}
