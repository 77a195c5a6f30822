/** What went wrong at Excel's side, as a whole sentence for the officer; `cause` has Excel's own error. */
export class WorkbookError extends Error {
  override name = 'WorkbookError';
}
