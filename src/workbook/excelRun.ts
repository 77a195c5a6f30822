import { WorkbookError } from './workbookError';

/** What Excel's error codes mean to an officer, and what to do about each. */
const SENTENCES: Record<string, string> = {
  AccessDenied:
    'Excel refused the change because the workbook or a sheet is protected. Unprotect it (Review, Unprotect) and try again.',
  InvalidOperationInCellEditMode:
    'Excel is waiting for a cell to be finished. Press Enter or Esc in the sheet and try again.',
  ItemNotFound:
    'A sheet or cell that was there is no longer in the workbook. Look again and try once more.',
  InvalidSelection: 'What is selected is no cell. Select one and try again.',
  ItemAlreadyExists: 'A sheet or table of that name was added meanwhile. Try again.',
  ApiNotFound:
    'This version of Excel lacks something that the add-in needs. Update Excel and try again.',
  RequestPayloadSizeLimitExceeded:
    'This is more than Excel takes at once. Close other workbooks and try again.',
  ResponsePayloadSizeLimitExceeded:
    'This is more than Excel gives at once. Choose the one sheet to read.',
};

export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Excel's own error as a sentence; anything else passes through. */
function asWorkbookError(error: unknown): unknown {
  if (error instanceof WorkbookError || !errorCode(error)) return error;
  const sentence =
    SENTENCES[errorCode(error)] ?? `Excel could not do this (${errorCode(error)}). Try again.`;
  return new WorkbookError(sentence, { cause: error });
}

/** Asks something of Excel; where it fails, the error has a sentence for the officer. */
export async function inWords<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw asWorkbookError(error);
  }
}

/**
 * One user action: waits for a cell being edited, and fails with a sentence for the officer.
 * `earlier` is the context of what the batch goes on with, such as a handler that it removes.
 */
export const inExcel = <T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  earlier?: Excel.RequestContext,
): Promise<T> =>
  inWords(() => Excel.run({ delayForCellEdit: true, previousObjects: earlier }, batch));
