import { splitAddress } from './address';
import { inExcel } from './excelRun';
import { WorkbookError } from './workbookError';

/** Cells as they stand in the workbook, and as they are shown. */
export interface RangeRead {
  /** With the sheet's name. */
  address: string;
  sheet: string;
  /** Where it begins, from 0. */
  top: number;
  left: number;
  values: (string | number | boolean)[][];
  text: string[][];
}

/** The most cells that are read at once: more is no table of a paper. */
const MOST_CELLS = 20_000;

const PROPERTIES = 'address,rowIndex,columnIndex,values,text,cellCount';

/** The cells that the officer has selected, without the blank rows and columns beyond what is used. */
export const readSelected = (): Promise<RangeRead> =>
  inExcel(async (context) => {
    const selected = context.workbook.getSelectedRange();
    const used = selected.getUsedRangeOrNullObject(true).load('cellCount');
    await context.sync();
    if (used.isNullObject) throw new WorkbookError('The selected cells are blank.');
    if (used.cellCount > MOST_CELLS) {
      throw new WorkbookError('Too many cells are selected: select the tables to proofread.');
    }
    return readNow(context, used);
  });

/** Cells that could not be asked for, and why in a sentence. */
export interface Unread {
  address: string;
  why: string;
}

/** Cells by address, "'Budget 24-25'!C12" or 'Budget!C12:D20', those on a sheet that is gone told so. */
export const readRanges = (addresses: readonly string[]): Promise<(RangeRead | Unread)[]> =>
  inExcel(async (context) => {
    const places = addresses.map((address) => ({ address, ...splitAddress(address) }));
    const sheets = places.map(({ sheet }) =>
      context.workbook.worksheets.getItemOrNullObject(sheet).load('name'),
    );
    await context.sync();
    const ranges = places.map(({ address, sheet, cells }, i) => {
      if (sheets[i]!.isNullObject) {
        const why = `There is no sheet ${sheet} in this workbook, so ${address} cannot be read.`;
        return { address, why };
      }
      if (cells === '')
        return { address, why: `${address} names no cell: write it as Budget!C12.` };
      return sheets[i]!.getRange(cells).load(PROPERTIES);
    });
    await context.sync();
    return ranges.map((range) => ('why' in range ? range : readOf(range)));
  });

async function readNow(context: Excel.RequestContext, range: Excel.Range): Promise<RangeRead> {
  range.load(PROPERTIES);
  await context.sync();
  return readOf(range);
}

const readOf = (range: Excel.Range): RangeRead => ({
  address: range.address,
  sheet: splitAddress(range.address).sheet,
  top: range.rowIndex,
  left: range.columnIndex,
  values: range.values as RangeRead['values'],
  text: range.text,
});
