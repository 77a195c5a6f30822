import { HostError } from '../host-error';
import { contains, intersection, quotedSheet, WHOLE_SHEET, type Rect } from './address';
import type { Book, CellChange } from './book';
import { Cells, type Cell } from './cells';
import { Formats } from './formats';
import type { RowShift } from './row-shift';
import { USUAL_PAGE, type PageSetup } from './page-setup';
import { Runs } from './runs';
import { PLAIN, type Style } from './style';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** What a protected sheet still allows; names are those of Excel.WorksheetProtectionOptions. */
export type ProtectionOptions = Record<string, boolean | string>;

export interface Protection {
  options: ProtectionOptions;
  /** Absent where the sheet opens without one; a file's password cannot be known, only that it is. */
  password?: string | { fromFile: Record<string, unknown> };
}

/** As a file holds them: '&LLeft&CMiddle&RRight'. */
export interface HeadersFooters {
  oddHeader?: string;
  oddFooter?: string;
  evenHeader?: string;
  evenFooter?: string;
  firstHeader?: string;
  firstFooter?: string;
  differentFirst?: boolean;
  differentOddEven?: boolean;
}

/** A box, a picture or another shape over the cells. */
export interface ShapeState {
  id: string;
  type: string;
  name: string;
  alternativeText: string;
}

/** An id in the shape of Excel's. */
export const sheetId = (serial: number) =>
  `{00000000-0001-0000-${String(serial).padStart(4, '0')}-000000000000}`;

/** A worksheet as plain state. */
export class Sheet {
  /** Kept by the file that the host saves, as Excel keeps it: an add-in may mark a sheet by it. */
  id: string;
  visibility: Visibility = 'Visible';
  /** '#RRGGBB', or '' for none. */
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  readonly cells: Cells;
  readonly formats = new Formats();
  /** Points. */
  readonly columnWidths = Runs.of<number>();
  /** Points. */
  readonly rowHeights = Runs.of<number>();
  readonly hiddenColumns = Runs.of<true>();
  readonly hiddenRows = Runs.of<true>();
  merges: Rect[] = [];
  page: PageSetup = USUAL_PAGE;
  headersFooters: HeadersFooters = {};
  readonly shapes: ShapeState[] = [];
  frozen: { rows: number; columns: number } = { rows: 0, columns: 0 };
  /** The block that the sheet's own filter covers, as a file holds it. */
  autoFilter?: Rect;
  protection?: Protection;
  readonly customProperties = new Map<string, string>();
  /** Every shift of rows so far, so that blocks which are held elsewhere can follow. */
  readonly rowShifts: RowShift[] = [];
  /** Blocks over which a formula's result spills, its own cell top left; set by who calculates. */
  spills: Rect[] = [];
  selection: Rect = { top: 0, left: 0, bottom: 0, right: 0 };
  deleted = false;
  /** True once anything has changed since the file was opened. */
  touched = false;
  /** The name that the sheet has in the file it came from. */
  nameInFile?: string;

  constructor(
    readonly book: Book,
    public name: string,
    serial: number,
  ) {
    this.id = sheetId(serial);
    this.cells = new Cells(book.calculation);
  }

  /** As it stands before a '!' in an address. */
  get quotedName(): string {
    return quotedSheet(this.name);
  }

  /** Cells with something in them and, unless `valuesOnly`, cells with a format of their own. */
  used(within: Rect = WHOLE_SHEET, valuesOnly = false): Rect | undefined {
    const values = this.cells.used(within);
    const formats = valuesOnly ? undefined : this.formats.used(within);
    if (!values || !formats) return values ?? formats;
    return {
      top: Math.min(values.top, formats.top),
      left: Math.min(values.left, formats.left),
      bottom: Math.max(values.bottom, formats.bottom),
      right: Math.max(values.right, formats.right),
    };
  }

  /** Puts a cell's content in place; a cell that a merge hides takes none. */
  put(row: number, column: number, cell: Cell | undefined): void {
    if (this.merges.length > 0) {
      const merge = this.merges.find((rect) => contains(rect, row, column));
      if (merge && (merge.top !== row || merge.left !== column)) return;
    }
    this.cells.set(row, column, cell);
  }

  /** Throws AccessDenied where the sheet is protected and a cell of the block is locked. */
  requireUnlocked(rect: Rect): void {
    if (!this.protection) return;
    if (this.formats.distinct(rect).some((style: Readonly<Style>) => !style.unlocked)) {
      throw new HostError('AccessDenied');
    }
  }

  /** Throws AccessDenied where the sheet is protected and the option not given. */
  requireAllowed(option: string): void {
    if (this.protection && this.protection.options[option] !== true) {
      throw new HostError('AccessDenied');
    }
  }

  styleAt(row: number, column: number): Readonly<Style> {
    return this.formats.at(row, column) ?? PLAIN;
  }

  /** Marks the sheet as changed and tells the listeners which cells. */
  changed(rect: Rect, change: CellChange = 'RangeEdited'): void {
    this.touched = true;
    for (const table of this.book.tables) {
      if (table.sheet === this && intersection(table.headerRect, rect)) table.settleHeadings();
    }
    this.book.tell({ kind: 'changed', sheet: this, rect, change });
  }
}
