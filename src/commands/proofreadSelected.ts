import { cellAddress } from '../workbook/address';
import { readSelected } from '../workbook/readRange';
import { proofreadPaper, type Proofread } from './proofreadPaper';

/** Proofreads the selected cells of whatever sheet, as they are shown. */
export async function proofreadSelected(): Promise<Proofread> {
  const { address, sheet, top, left, values, text } = await readSelected();
  return proofreadPaper({
    name: address,
    cells: text.map((row, r) =>
      row.map((shown, c) => (HASHES.test(shown) ? values[r]![c]! : shown)),
    ),
    placeOf: (row, column) => cellAddress(sheet, top + row, left + column),
  });
}

/** What Excel shows where a column is too narrow for a number. */
const HASHES = /^#+$/;
