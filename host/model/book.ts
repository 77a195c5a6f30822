import { Calculation } from '../formula/calculation';
import { HostError } from '../host-error';
import type { Rect } from './address';
import { forgetSheet, type Chart } from './chart';
import { Sheet } from './sheet';
import { forgetTable, type Table } from './table';

export interface DefinedName {
  name: string;
  /** With its '='. */
  formula: string;
  comment: string;
  visible: boolean;
  /** Absent where the name belongs to the workbook. */
  sheet?: Sheet;
}

/** As Excel.DataChangeType names it. */
export type CellChange = 'RangeEdited' | 'RowInserted' | 'RowDeleted';

/** What happened to the workbook, for whoever listens; see excel-host.ts. */
export type BookEvent =
  | { kind: 'changed'; sheet: Sheet; rect: Rect; change: CellChange }
  | { kind: 'selected'; sheet: Sheet; rect: Rect }
  | { kind: 'activated' | 'added' | 'deleted'; sheet: Sheet }
  /** A chart came, went or changed; no event of Excel's that this host sends. */
  | { kind: 'drawn'; sheet: Sheet }
  | { kind: 'settings' }
  /** The add-in made another workbook, of this .xlsx or blank, and had it opened. */
  | { kind: 'workbook created'; file?: Uint8Array };

/** The properties of the document that Excel shows under File, Info. */
export interface DocumentFacts {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  category: string;
  company: string;
  manager: string;
}

/** A workbook as plain state: what xlsx.ts reads and saves, and the API objects show. */
export class Book {
  name = 'Book1.xlsx';
  date1904 = false;
  readonly sheets: Sheet[] = [];
  readonly tables: Table[] = [];
  /** In each sheet's order, from the back to the front. */
  readonly charts: Chart[] = [];
  readonly names: DefinedName[] = [];
  /** Excel's own names in a file (print areas and titles, filters), for saving. */
  readonly reservedNames: DefinedName[] = [];
  /** The add-in's own, by key; values are JSON. One store behind both settings APIs, as in Excel. */
  readonly settings = new Map<string, unknown>();
  readonly calculation = new Calculation(this);
  readonly facts: DocumentFacts = {
    title: '',
    subject: '',
    author: '',
    keywords: '',
    comments: '',
    category: '',
    company: '',
    manager: '',
  };
  calculationMode = 'Automatic';
  /** The file that the book was opened from; saving keeps what the model does not know of. */
  origin?: Uint8Array;

  private shown?: Sheet;
  private lastId = 0;
  private readonly listeners = new Set<(event: BookEvent) => void>();

  /** A workbook as Excel makes it: one sheet. */
  static blank(): Book {
    const book = new Book();
    book.addSheet('Sheet1');
    return book;
  }

  get active(): Sheet {
    return (
      this.shown ?? this.sheets.find((sheet) => sheet.visibility === 'Visible') ?? this.sheets[0]!
    );
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') {
      throw new HostError('InvalidOperation', `A hidden sheet cannot be activated.`);
    }
    if (this.shown === sheet) return;
    this.shown = sheet;
    this.tell({ kind: 'activated', sheet });
  }

  /** @param name at most 31 characters, none of \ / ? * [ ] :, and not taken */
  addSheet(name = this.freeName()): Sheet {
    this.requireFreeName(name);
    const sheet = new Sheet(this, name, this.nextId());
    this.sheets.push(sheet);
    this.tell({ kind: 'added', sheet });
    return sheet;
  }

  /** Excel refuses to delete the last visible sheet, and any that is very hidden. */
  deleteSheet(sheet: Sheet): void {
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
    if (others.length === 0 || sheet.visibility === 'VeryHidden') {
      throw new HostError('InvalidOperation', `The sheet cannot be deleted.`);
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.tables.filter((table) => table.sheet === sheet).forEach(forgetTable);
    remove(this.charts, (chart) => chart.sheet === sheet);
    forgetSheet(this.charts, sheet);
    remove(this.names, (name) => name.sheet === sheet);
    remove(this.reservedNames, (name) => name.sheet === sheet);
    sheet.deleted = true;
    this.calculation.expect();
    if (this.shown === sheet) this.shown = undefined;
    this.tell({ kind: 'deleted', sheet });
  }

  requireFreeName(name: string, except?: Sheet): void {
    const isName =
      name.length > 0 &&
      name.length <= 31 &&
      !/[\\/?*[\]:]/.test(name) &&
      !/^'|'$/.test(name) &&
      name.toLowerCase() !== 'history';
    if (!isName) throw new HostError('InvalidArgument', 'That is no name for a sheet.');
    const twin = this.sheetNamed(name);
    if (twin && twin !== except) throw new HostError('ItemAlreadyExists');
  }

  sheetNamed(name: string): Sheet | undefined {
    const wanted = name.toUpperCase();
    return this.sheets.find((sheet) => sheet.name.toUpperCase() === wanted);
  }

  nameOf(name: string, sheet?: Sheet): DefinedName | undefined {
    const wanted = name.toUpperCase();
    return this.names.find((one) => one.name.toUpperCase() === wanted && one.sheet === sheet);
  }

  /** Table names and defined names share one space. */
  isTaken(name: string): boolean {
    const wanted = name.toUpperCase();
    return (
      this.tables.some((table) => table.name.toUpperCase() === wanted) ||
      this.names.some((one) => !one.sheet && one.name.toUpperCase() === wanted)
    );
  }

  nextId(): number {
    return ++this.lastId;
  }

  /** After ids have come from a file: makes sure that new ones differ. */
  settleIds(): void {
    const serials = this.sheets.map((sheet) => Number(/-(\d+)-0+\}$/.exec(sheet.id)?.[1] ?? 0));
    this.lastId = Math.max(this.lastId, ...serials, ...this.tables.map((table) => table.id));
  }

  listen(listener: (event: BookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event: BookEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private freeName(): string {
    let number = this.sheets.length + 1;
    while (this.sheetNamed(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}

function remove<T>(list: T[], unwanted: (item: T) => boolean): void {
  for (let i = list.length - 1; i >= 0; i--) if (unwanted(list[i]!)) list.splice(i, 1);
}
