import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import { requiredRect, splitSheet } from '../model/address';
import type { Book } from '../model/book';
import { Application } from './application';
import { DocumentProperties } from './document-properties';
import { Functions } from './functions';
import { NamedItemCollection } from './names';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { SettingCollection } from './settings';
import { TableCollection } from './tables';
import { WorksheetCollection } from './worksheets';

/** The root of every path: `context.workbook`. */
export class Workbook extends HostObject {
  readonly $className = 'Workbook';

  constructor(readonly $book: Book) {
    super();
  }

  get name(): string {
    return this.$book.name;
  }
  get use1904DateSystem(): boolean {
    return this.$book.date1904;
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.$book);
  }
  get tables(): TableCollection {
    return new TableCollection(this.$book);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$book);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.$book);
  }
  get application(): Application {
    return new Application(this.$book);
  }
  get functions(): Functions {
    return new Functions(this.$book);
  }
  get properties(): DocumentProperties {
    return new DocumentProperties(this.$book);
  }

  getSelectedRange(): Range {
    return new Range(this.$book.active, this.$book.active.selection);
  }
  /** One block: nothing here selects several. */
  getSelectedRanges(): RangeAreas {
    return new RangeAreas([this.getSelectedRange()]);
  }
  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  /**
   * What `Excel.createWorkbook` asks of Excel on the web, as which this host is known to the library;
   * on the desktop it is Application.createWorkbook and WorkbookCreated.open.
   * @param base64 an .xlsx file's bytes; without it the workbook is blank
   */
  createAndOpenWorkbook(base64?: string): void {
    this.$book.tell({ kind: 'workbook created', file: base64 ? bytesIn(base64) : undefined });
  }

  /** How an event's `getRange` finds its cells; the host's reference is their address. */
  _GetRangeForEventByReferenceId(reference: string): Range {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (!range) throw new HostError('ItemNotFound');
    return range;
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: string): Range | null {
    const [sheetName, local] = splitSheet(reference);
    const sheet = this.$book.sheetNamed(sheetName ?? '');
    return sheet ? new Range(sheet, requiredRect(local)) : null;
  }
}

function bytesIn(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new HostError('InvalidArgument');
  }
}
