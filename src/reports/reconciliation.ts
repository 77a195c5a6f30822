import { shownDifference, type Check, type Status } from '../domain/reconcile/check';
import { sourceNotes } from './notes';
import type { SheetPlan } from './plan';
import { neverPublished } from './publication';
import type { ReportInput } from './report';

/** The mark of the sheet of checks, which the pane shows in a section of its own. */
export const RECONCILIATION_ID = 'reconciliation';

export const STATUS: Record<Status, string> = {
  passes: 'Passes',
  rounding: 'Rounding only',
  fails: 'Fails',
};

const count = (checks: readonly Check[], status: Status): number =>
  checks.filter((check) => check.status === status).length;

/** '41 checks: 39 pass, 2 are off by rounding only, none fails.' */
export function outcomeSentence(checks: readonly Check[]): string {
  const [passing, rounding, failing] = (['passes', 'rounding', 'fails'] as const).map((status) =>
    count(checks, status),
  ) as [number, number, number];
  const all = checks.length === 1 ? '1 check' : `${checks.length.toLocaleString('en-GB')} checks`;
  const some = (number: number, one: string, many: string): string =>
    number === 0 ? `none ${one}` : `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
  return `${all}: ${some(passing, 'passes', 'pass')}, ${some(rounding, 'is off by rounding only', 'are off by rounding only')}, ${some(failing, 'fails', 'fail')}.`;
}

/** What has to hold of the figures, and whether it does; what fails stands first. */
export function reconciliationReport(input: ReportInput, checks: readonly Check[]): SheetPlan {
  const order: Status[] = ['fails', 'rounding', 'passes'];
  const sorted = order.flatMap((status) => checks.filter((check) => check.status === status));
  return {
    id: RECONCILIATION_ID,
    sheet: 'Reconciliation',
    title: 'Do the figures reconcile',
    ...neverPublished([
      ...sourceNotes(input),
      outcomeSentence(checks),
      'Differences are what is stated less what it should be.',
      'Rounding only: rows or totals were rounded one by one for print, and the figures behind them agree.',
      'This sheet may name young people and is not for publication.',
    ]),
    table: {
      name: 'Reconciliation',
      columns: [
        { key: 'table', heading: 'Table', format: 'text', wraps: 40 },
        { key: 'check', heading: 'What must hold', format: 'text', wraps: 44 },
        { key: 'status', heading: 'Result', format: 'text' },
        { key: 'difference', heading: 'Difference', format: 'text' },
        { key: 'detail', heading: 'In words', format: 'text', wraps: 48 },
      ],
      rows:
        sorted.length === 0
          ? [['None', 'Nothing could be checked', 'Passes', 'None', 'There are no figures.']]
          : sorted.map((check) => [
              check.table,
              check.check,
              STATUS[check.status],
              shownDifference(check) || 'None',
              check.detail,
            ]),
    },
    total: false,
  };
}
