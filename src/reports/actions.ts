import { counted } from '../domain/counted';
import { actionProgress, type ActionProgress, type ActionState } from '../domain/actionProgress';
import { isOpen, type ActionStatus } from '../domain/actionStatus';
import { ACTION_PLAN } from '../domain/sources/actionPlan';
import { listsOf } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { longDate } from './longDate';
import { otherListsNotes } from './otherLists';
import type { PlanCell } from './plan';
import { inWorkbook, type PlanNote } from './planNote';
import { ofNobody, toPublish } from './publication';
import type { ReportInput } from './report';
import { typedDate } from '../domain/ukDate';

/** Every action of the plan, what is overdue first. */
export const actionsReport: ListReport = {
  id: 'actions',
  sheet: 'Actions by due date',
  name: 'Actions: what is overdue first',
  needs: 'an action plan, with each action and its status',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const lists = listsOf(input.lists, ACTION_PLAN);
  const [list] = lists;
  if (!list || list.rows.length === 0) return undefined;
  const result = actionProgress(list.rows, input.asAt);
  return {
    problems: result.problems,
    plan: {
      id: actionsReport.id,
      sheet: actionsReport.sheet,
      title: 'Action plan: what is overdue first',
      ...toPublish({
        notes: [
          ...listNotes(input, [list], ACTION_PLAN),
          ...otherListsNotes(lists, ACTION_PLAN.label),
          ...actionNotes(input, result),
          'Order: overdue the longest, then open by due date, then open without one, then complete or withdrawn.',
          'An empty cell under ‘Days overdue’: the action is not overdue.',
        ],
        people: ofNobody,
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'ActionsByDueDate',
        columns: [
          { key: 'priority', heading: 'Priority', format: 'text', wraps: 28 },
          { key: 'action', heading: 'Action', format: 'text', wraps: 48 },
          { key: 'owner', heading: 'Owner', format: 'text' },
          { key: 'due', heading: 'Due', format: 'text' },
          { key: 'status', heading: 'Status', format: 'text' },
          { key: 'overdue', heading: 'Days overdue', format: 'count' },
        ],
        rows: result.actions.map(cells),
      },
      total: false,
    },
  };
}

const cells = (state: ActionState): PlanCell[] => [
  priorityName(state.priority),
  state.action,
  state.owner ?? 'Not stated',
  state.due === undefined ? 'Not stated' : typedDate(state.due),
  statusShown(state),
  state.daysOverdue || null,
];

/** What nobody could read stands as it was typed. */
const statusShown = ({ status, words }: ActionState): string =>
  status === 'Not known' && words !== undefined ? words : status;

export const priorityName = (priority: string | undefined): string => priority ?? 'No priority';

/** Which actions are overdue and how their statuses were read: the same for both reports of the plan. */
export function actionNotes({ asAt }: ReportInput, result: ActionProgress): PlanNote[] {
  const { actions, withoutDue, coloured, filled } = result;
  const overdue = actions.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const open = actions.filter(({ status }) => isOpen(status)).length;
  const unknown = statusCount(actions, 'Not known');
  const notKnown = `${counted(unknown, 'action')} with a blank or unknown status ${unknown === 1 ? 'counts' : 'count'} as ‘Not known’ and not yet done`;
  return [
    `${counted(overdue, 'action')} of ${actions.length.toLocaleString('en-GB')} ${overdue === 1 ? 'is' : 'are'} overdue: due before ${longDate(asAt)}, and neither complete nor withdrawn.`,
    `${counted(open, 'action')} ${open === 1 ? 'has' : 'have'} yet to be done; complete: ${statusCount(actions, 'Complete')}, withdrawn: ${statusCount(actions, 'Withdrawn')}.`,
    ...(withoutDue > 0
      ? [
          `${counted(withoutDue, 'action')} yet to be done ${withoutDue === 1 ? 'has' : 'have'} no due date that can be read, and cannot be overdue.`,
        ]
      : []),
    ...(unknown > 0
      ? [inWorkbook(`${notKnown}; the add-in's pane lists each.`, `${notKnown}.`)]
      : []),
    ...(coloured > 0
      ? [
          'Colours are read as the usual ratings: blue is complete, green on track, amber at risk, red delayed, grey not started.',
        ]
      : []),
    ...(filled > 0
      ? [
          `${counted(filled, 'action')} with a blank priority ${filled === 1 ? 'has' : 'have'} that of the row right above.`,
        ]
      : []),
  ];
}

const statusCount = (actions: readonly ActionState[], status: ActionStatus): number =>
  actions.filter((action) => action.status === status).length;
