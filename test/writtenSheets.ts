import { LIST_REPORTS } from '../src/reports';

/** The sheets on the tracker that name nobody, in their order. */
const ON_TRACKER = [
  'Cover',
  'Cohorts',
  'Opportunities',
  'Reductions by reason',
  'Increases by reason',
  'Opportunity outcomes',
  'In-year by cohort',
  'In-year by reason',
];

/** Those on the lists beside the sample's tracker, which has what each of them needs. */
const ON_LISTS = LIST_REPORTS.map(({ sheet }) => sheet);

const NAMES_CHILDREN = ['Ten dearest placements', 'Need and cost', 'Joint funding by child'];

/** Those that a tracker without a need score or a contribution allows by itself. */
export const SHEETS_OF_A_TRACKER = [
  ...ON_TRACKER,
  'Change reasons',
  'High-cost placements by year',
  'Ten dearest placements',
  'Average weekly cost',
  'Reconciliation',
];

/** The sheets of a copy of the sample to publish, in their order. */
export const PUBLISHED_SHEETS = [
  'Cover',
  'Contents',
  'Notes',
  ...ON_TRACKER.filter((sheet) => sheet !== 'Cover'),
  ...ON_LISTS.filter((sheet) => !NAMES_CHILDREN.includes(sheet)),
];

/** What is written to the sample: the ledger and the checks too, which name young people. */
export const WRITTEN_SHEETS = [...ON_TRACKER, 'Change reasons', ...ON_LISTS, 'Reconciliation'];
