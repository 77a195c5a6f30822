import { HostError } from '../host-error';
import { HostCollection } from '../host-object';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { WORKBOOK, watch } from './events';
import { Worksheet } from './worksheet';

export class WorksheetCollection extends HostCollection {
  readonly $className = 'WorksheetCollection';

  constructor(private readonly $book: Book) {
    super();
  }

  get items(): Worksheet[] {
    return this.$book.sheets.map((sheet) => new Worksheet(sheet));
  }
  /** After the last sheet; it does not become the active one. */
  add(name?: string): Worksheet {
    return new Worksheet(this.$book.addSheet(name));
  }
  getItem(key: string): Worksheet {
    const sheet = this.getItemOrNullObject(key);
    if (!sheet) throw new HostError('ItemNotFound');
    return sheet;
  }
  /** @param key a sheet's name, in whatever case, or its id */
  getItemOrNullObject(key: string): Worksheet | null {
    const sheet =
      this.$book.sheets.find((one) => one.id === key) ?? this.$book.sheetNamed(String(key));
    return sheet ? new Worksheet(sheet) : null;
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.$book.active);
  }
  getCount(visibleOnly = false): number {
    return this.$visible(visibleOnly).length;
  }
  getFirst(visibleOnly = false): Worksheet {
    return new Worksheet(this.$visible(visibleOnly)[0]!);
  }
  getLast(visibleOnly = false): Worksheet {
    return new Worksheet(this.$visible(visibleOnly).at(-1)!);
  }

  private $visible(visibleOnly: boolean): Sheet[] {
    return this.$book.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');
  }

  _RegisterDataChangedEvent(): void {
    watch(this.$book, 'changed', WORKBOOK);
  }
  _UnregisterDataChangedEvent(): void {
    watch(this.$book, 'changed', WORKBOOK, false);
  }
  _RegisterSelectionChangedEvent(): void {
    watch(this.$book, 'selected', WORKBOOK);
  }
  _UnregisterSelectionChangedEvent(): void {
    watch(this.$book, 'selected', WORKBOOK, false);
  }
  _RegisterActivatedEvent(): void {
    watch(this.$book, 'activated', WORKBOOK);
  }
  _UnregisterActivatedEvent(): void {
    watch(this.$book, 'activated', WORKBOOK, false);
  }
  _RegisterAddedEvent(): void {
    watch(this.$book, 'added', WORKBOOK);
  }
  _UnregisterAddedEvent(): void {
    watch(this.$book, 'added', WORKBOOK, false);
  }
  _RegisterDeletedEvent(): void {
    watch(this.$book, 'deleted', WORKBOOK);
  }
  _UnregisterDeletedEvent(): void {
    watch(this.$book, 'deleted', WORKBOOK, false);
  }
}
