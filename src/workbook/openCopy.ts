import { inWords } from './excelRun';

/**
 * Opens a file's bytes as a new workbook beside the officer's, which Excel asks to be saved under a name.
 * @throws WorkbookError where Excel refuses
 */
export const openCopy = (file: Uint8Array): Promise<void> =>
  inWords(() => Excel.createWorkbook(base64Of(file)));

/** A stretch at a time: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const STRETCH = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += STRETCH) {
    binary += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  }
  return btoa(binary);
}
