import { WorkbookError } from '../workbook/workbookError';

/**
 * What to tell the officer of a failure. A WorkbookError speaks for itself; anything else is ours
 * to be sorry for, and its own words could hold what stands in cells, so they are not shown.
 */
export const failureSentence = (error: unknown): string =>
  error instanceof WorkbookError
    ? error.message
    : 'Something went wrong that the add-in did not expect. Nothing you chose is lost: please try again.';
