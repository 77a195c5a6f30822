import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import { COLUMNS, rectOf, ROWS, splitSheet, WHOLE_SHEET } from '../model/address';
import { withSheetRenamed } from '../model/formula-references';
import type { Sheet, Visibility } from '../model/sheet';
import { AutoFilter } from './auto-filter';
import { ChartCollection } from './charts';
import { WorksheetCustomPropertyCollection } from './custom-properties';
import { watch } from './events';
import { WorksheetFreezePanes } from './freeze-panes';
import { NamedItemCollection, rangeOfName } from './names';
import { PageLayout } from './page-layout';
import { WorksheetProtection } from './protection';
import { Range } from './range';
import { colour } from './range-format';
import { ShapeCollection } from './shapes';
import { TableCollection } from './tables';

export class Worksheet extends HostObject {
  readonly $className = 'Worksheet';

  constructor(readonly $sheet: Sheet) {
    super();
  }

  override $identity() {
    return { Id: this.$sheet.id };
  }
  get id(): string {
    return this.$sheet.id;
  }
  get name(): string {
    return this.$sheet.name;
  }
  set name(name: string) {
    const { book } = this.$sheet;
    book.requireFreeName(name, this.$sheet);
    for (const each of [...book.names, ...book.reservedNames]) {
      each.formula = withSheetRenamed(each.formula, this.$sheet.name, name);
    }
    this.$sheet.name = name;
    this.$sheet.touched = true;
  }
  get position(): number {
    return this.$sheet.book.sheets.indexOf(this.$sheet);
  }
  set position(position: number) {
    const { sheets } = this.$sheet.book;
    if (!(position >= 0 && position < sheets.length)) throw new HostError('InvalidArgument');
    sheets.splice(sheets.indexOf(this.$sheet), 1);
    sheets.splice(position, 0, this.$sheet);
  }
  get visibility(): Visibility {
    return this.$sheet.visibility;
  }
  set visibility(visibility: Visibility) {
    if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibility)) {
      throw new HostError('InvalidArgument');
    }
    const { sheets } = this.$sheet.book;
    const last = sheets.every((other) => other === this.$sheet || other.visibility !== 'Visible');
    if (visibility !== 'Visible' && last) {
      throw new HostError('InvalidOperation', 'A workbook keeps at least one visible sheet.');
    }
    this.$sheet.visibility = visibility;
    this.$sheet.touched = true;
  }
  get tabColor(): string {
    return this.$sheet.tabColor;
  }
  set tabColor(value: string) {
    this.$sheet.tabColor = value === '' ? '' : colour(value);
    this.$sheet.touched = true;
  }
  get showGridlines(): boolean {
    return this.$sheet.showGridlines;
  }
  set showGridlines(show: boolean) {
    this.$sheet.showGridlines = show;
    this.$sheet.touched = true;
  }
  get showHeadings(): boolean {
    return this.$sheet.showHeadings;
  }
  set showHeadings(show: boolean) {
    this.$sheet.showHeadings = show;
    this.$sheet.touched = true;
  }

  get tables(): TableCollection {
    return new TableCollection(this.$sheet.book, this.$sheet);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.$sheet);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$sheet.book, this.$sheet);
  }
  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.$sheet);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.$sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.$sheet);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.$sheet);
  }
  get shapes(): ShapeCollection {
    return new ShapeCollection(this.$sheet);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.$sheet);
  }

  activate(): void {
    this.$sheet.book.activate(this.$sheet);
  }
  delete(): void {
    this.$sheet.book.deleteSheet(this.$sheet);
  }

  /** An address in A1 notation or a name; without one, the whole sheet. */
  getRange(address?: string): Range {
    if (address === undefined || address === '') return new Range(this.$sheet, WHOLE_SHEET);
    const [sheetName, local] = splitSheet(address);
    if (sheetName && sheetName.toUpperCase() !== this.$sheet.name.toUpperCase()) {
      throw new HostError('InvalidArgument', `The address "${address}" is on another sheet.`);
    }
    const rect = rectOf(local);
    if (rect) return new Range(this.$sheet, rect);
    const named = rangeOfName(this.$sheet.book, local, this.$sheet);
    if (!named) throw new HostError('InvalidArgument', `The address "${address}" is invalid.`);
    return named;
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.$sheet, {
      top: row,
      left: column,
      bottom: row + rows - 1,
      right: column + columns - 1,
    });
  }
  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  /** A1 where the sheet is blank, as Excel answers. */
  getUsedRange(valuesOnly = false): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used = this.$sheet.used(
      { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 },
      valuesOnly,
    );
    return used ? new Range(this.$sheet, used) : null;
  }

  getNext(visibleOnly = false): Worksheet {
    return orNotFound(this.getNextOrNullObject(visibleOnly));
  }
  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.$neighbour(1, visibleOnly);
  }
  getPrevious(visibleOnly = false): Worksheet {
    return orNotFound(this.getPreviousOrNullObject(visibleOnly));
  }
  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.$neighbour(-1, visibleOnly);
  }

  private $neighbour(step: number, visibleOnly: boolean): Worksheet | null {
    const { sheets } = this.$sheet.book;
    for (let i = this.position + step; sheets[i]; i += step) {
      if (!visibleOnly || sheets[i]!.visibility === 'Visible') return new Worksheet(sheets[i]!);
    }
    return null;
  }

  _RegisterDataChangedEvent(): void {
    watch(this.$sheet.book, 'changed', this.$sheet.id);
  }
  _UnregisterDataChangedEvent(): void {
    watch(this.$sheet.book, 'changed', this.$sheet.id, false);
  }
  _RegisterSelectionChangedEvent(): void {
    watch(this.$sheet.book, 'selected', this.$sheet.id);
  }
  _UnregisterSelectionChangedEvent(): void {
    watch(this.$sheet.book, 'selected', this.$sheet.id, false);
  }
  _RegisterActivatedEvent(): void {
    watch(this.$sheet.book, 'activated', this.$sheet.id);
  }
  _UnregisterActivatedEvent(): void {
    watch(this.$sheet.book, 'activated', this.$sheet.id, false);
  }
}

function orNotFound(sheet: Worksheet | null): Worksheet {
  if (!sheet) throw new HostError('ItemNotFound');
  return sheet;
}
