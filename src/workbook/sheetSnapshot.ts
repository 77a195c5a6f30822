import type { CellValue } from '../domain/reading';

/** The cells of one sheet as read from Excel; rows and columns count from 0. */
export interface SheetSnapshot {
  name: string;
  visible: boolean;
  /** Where `values[0][0]` stands on the sheet. */
  top: number;
  left: number;
  values: CellValue[][];
  /** The last used row of the sheet; beyond `values` where only its head was read. */
  lastRow: number;
  /** Where the sheet's Excel tables lie, heading row included; both ends are in. */
  tables: Area[];
}

export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const isBlank = (cell: CellValue | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** The text of a cell as an officer reads it: trimmed, runs of spaces and line breaks as one space. */
export const cellText = (cell: CellValue | undefined): string =>
  cell === undefined
    ? ''
    : String(cell)
        .replace(/[\s\u00a0]+/g, ' ')
        .trim();
