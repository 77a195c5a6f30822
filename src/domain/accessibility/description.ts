import type { CellValue } from '../reading';

/**
 * A workbook as far as its accessibility goes, wherever it comes from: a plan, a file, or Excel. What
 * its source cannot tell is left undefined, and no rule then says anything of it.
 */
export interface WorkbookDescription {
  /** The document's title; '' where it has none. */
  title?: string;
  /** The document's language, 'en-GB'; '' where it has none. */
  language?: string;
  /** The sheet that is shown when the workbook is opened. */
  opensOn?: string;
  /** In the workbook's order. */
  sheets: SheetDescription[];
}

export interface SheetDescription {
  name: string;
  visible: boolean;
  /** From A1 on; '' is an empty cell, and a row ends where nothing more stands in it. */
  cells: readonly (readonly CellValue[])[];
  /** In the shape of the cells, as far as the looks of cells are known. */
  looks?: readonly (readonly (CellLook | undefined)[])[];
  tables: TableDescription[];
  merged?: Area[];
  drawings?: DrawingDescription[];
  links?: LinkDescription[];
  hasHeaderOrFooter?: boolean;
  isFrozen?: boolean;
  /** The sheet's own filter, not a table's. */
  isFiltered?: boolean;
  hidesRows?: boolean;
  hidesColumns?: boolean;
  /** Where the cursor stands. */
  cursor?: Area;
}

/** Rows and columns count from 0 and both ends are in. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface CellLook {
  /** 'general' puts numbers to the right and words to the left. */
  alignment?: 'general' | 'left' | 'centre' | 'right' | 'other';
  /** A fill of the cell's own, in a form that tells one colour from another; '' where it has none. */
  fill?: string;
}

/** An Excel table. */
export interface TableDescription {
  name: string;
  /** Headings and totals included. */
  area: Area;
  hasHeaderRow: boolean;
  hasFilterButtons?: boolean;
}

export interface DrawingDescription {
  kind: 'chart' | 'picture' | 'box';
  name: string;
  /** '' where it has none and is not marked as decorative. */
  alternativeText?: string;
  /** Where it begins. */
  at?: Area;
}

export interface LinkDescription {
  at: Area;
  /** The sheet of this workbook that it leads to; absent where it leads elsewhere. */
  sheet?: string;
}

export const cellArea = (row: number, column: number): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

export const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const cellAt = ({ cells }: SheetDescription, row: number, column: number): CellValue =>
  cells[row]?.[column] ?? '';

/** Nothing, or spaces alone, as a reader of the sheet meets it. */
export const isEmpty = (value: CellValue): boolean =>
  typeof value === 'string' && value.trim() === '';

/** What stands in a sheet's cells, from top to bottom and left to right. */
export interface FilledCell {
  row: number;
  column: number;
  value: CellValue;
  inTable: boolean;
}

export function filledCells(sheet: SheetDescription): FilledCell[] {
  const filled: FilledCell[] = [];
  sheet.cells.forEach((cells, row) => {
    if (cells.length === 0) return;
    const tables = sheet.tables.filter(({ area }) => row >= area.top && row <= area.bottom);
    cells.forEach((value, column) => {
      if (isEmpty(value)) return;
      filled.push({
        row,
        column,
        value,
        inTable: tables.some(({ area }) => holds(area, row, column)),
      });
    });
  });
  return filled;
}
