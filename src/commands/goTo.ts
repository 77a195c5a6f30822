import { splitAddress } from '../workbook/address';
import { inExcel } from '../workbook/excelRun';
import { selectCells } from '../workbook/selectCells';

/** Brings a cell, or a sheet where no cells are named, into the officer's view and selects it. */
export const goTo = (address: string): Promise<void> =>
  inExcel((context) => selectCells(context, splitAddress(address)));
