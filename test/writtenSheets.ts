/** The sheets of a copy to publish, in their order. */
export const PUBLISHED_SHEETS = [
  'Cover',
  'Cohorts',
  'Opportunities',
  'Reductions by reason',
  'Increases by reason',
  'Opportunity outcomes',
  'In-year by cohort',
  'In-year by reason',
];

/** What is written to the workbook: the ledger and the checks too, which name young people. */
export const WRITTEN_SHEETS = [...PUBLISHED_SHEETS, 'Change reasons', 'Reconciliation'];
