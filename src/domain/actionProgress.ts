import { actionStatusOf, isColour, isOpen, type ActionStatus } from './actionStatus';
import { daysBetween } from './calendar';
import { filledDown } from './filledDown';
import type { IsoDate } from './reading';
import type { PlannedAction } from './sources/actionPlan';
import type { ListProblem } from './sources/source';
import { plainly, quoted } from './typed';

/** An action and how it stands on the as-at date. */
export interface ActionState {
  /** Undefined where the list names none. */
  priority: string | undefined;
  action: string;
  owner: string | undefined;
  due: IsoDate | undefined;
  status: ActionStatus;
  /** The status as the list words it. */
  words: string | undefined;
  /** Whole days from the due date to the as-at date; 0 where it is not overdue. */
  daysOverdue: number;
}

/** Actions of a priority; each status counts them once. */
export interface PriorityRow {
  priority: string | undefined;
  actions: number;
  byStatus: Partial<Record<ActionStatus, number>>;
  overdue: number;
}

export interface ActionProgress {
  /** Overdue first, then open by due date, then open without one, then complete or withdrawn. */
  actions: ActionState[];
  /** The most overdue first, then in the list's order; without a total. */
  priorities: PriorityRow[];
  /** Open actions that have no due date, so that nothing says whether they are late. */
  withoutDue: number;
  /** Actions whose status the list words as a colour. */
  coloured: number;
  /** Actions that took the priority of the row above. */
  filled: number;
  problems: ListProblem[];
}

/** Ratings, where a blank one is none, and not that of the row above. */
const RATING = /^(very )?(high|medium|med|low|h|m|l|critical|urgent|must|should|could|p?\d)$/;

/**
 * How the actions of a plan stand (papers 002, 003). An action is overdue where its due date lies
 * before the as-at date and it is neither complete nor withdrawn; on the due date itself it is not. A
 * status that is blank or not known is a problem, and the action counts as open.
 */
export function actionProgress(rows: readonly PlannedAction[], asAt: IsoDate): ActionProgress {
  const priorities = prioritiesOf(rows);
  const listed = rows.map((row, i): ActionState => {
    const status = actionStatusOf(row.status);
    const isLate = isOpen(status) && row.due !== undefined && row.due < asAt;
    return {
      priority: priorities[i],
      action: row.action,
      owner: row.owner,
      due: row.due,
      status,
      words: row.status,
      daysOverdue: isLate ? daysBetween(row.due!, asAt) : 0,
    };
  });
  return {
    actions: inOrder(listed),
    priorities: byPriority(listed),
    withoutDue: listed.filter(({ status, due }) => isOpen(status) && due === undefined).length,
    coloured: listed.filter(({ words }) => isColour(words)).length,
    filled: rows.filter((row, i) => row.priority === undefined && priorities[i] !== undefined)
      .length,
    problems: rows.flatMap(unknownStatus),
  };
}

function prioritiesOf(rows: readonly PlannedAction[]): (string | undefined)[] {
  const typed = rows.map(({ priority }) => priority);
  if (typed.every((text) => text === undefined || RATING.test(plainly(text)))) return typed;
  return filledDown(rows.map(({ priority, at }) => ({ text: priority, address: at.priority })));
}

function inOrder(listed: readonly ActionState[]): ActionState[] {
  const rank = ({ status, due, daysOverdue }: ActionState): number => {
    if (!isOpen(status)) return 3;
    if (due === undefined) return 2;
    return daysOverdue > 0 ? 0 : 1;
  };
  const dueOf = ({ due }: ActionState): string => due ?? '9999-12-31';
  return [...listed].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      (dueOf(one) < dueOf(other) ? -1 : dueOf(one) > dueOf(other) ? 1 : 0),
  );
}

function byPriority(listed: readonly ActionState[]): PriorityRow[] {
  const rows = new Map<string, PriorityRow>();
  for (const { priority, status, daysOverdue } of listed) {
    const key = plainly(priority ?? '');
    const row = rows.get(key) ?? { priority, actions: 0, byStatus: {}, overdue: 0 };
    row.actions += 1;
    row.byStatus[status] = (row.byStatus[status] ?? 0) + 1;
    row.overdue += daysOverdue > 0 ? 1 : 0;
    rows.set(key, row);
  }
  return [...rows.values()].sort((one, other) => other.overdue - one.overdue);
}

function unknownStatus({ status, action, at }: PlannedAction): ListProblem[] {
  if (actionStatusOf(status) !== 'Not known') return [];
  const holds =
    status === undefined
      ? 'does not say how the action stands'
      : `holds ${quoted(status)}, a status that the add-in does not know`;
  return [
    {
      address: at.status,
      ref: action,
      message: `${at.status} ${holds}. Type one such as Complete, On track, At risk, Delayed or Not started. The action is counted under ‘Not known’, as not yet done.`,
    },
  ];
}
