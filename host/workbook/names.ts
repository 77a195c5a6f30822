import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import { localAddress, rectOf, splitSheet } from '../model/address';
import type { Book, DefinedName } from '../model/book';
import type { Sheet } from '../model/sheet';
import { Range } from './range';

/** The names of the workbook, or those that belong to one sheet. */
export class NamedItemCollection extends HostCollection {
  readonly $className = 'NamedItemCollection';

  constructor(
    private readonly $book: Book,
    private readonly $sheet?: Sheet,
  ) {
    super();
  }

  get items(): NamedItem[] {
    return this.$book.names
      .filter((name) => name.sheet === this.$sheet)
      .map((name) => new NamedItem(this.$book, name));
  }
  getCount(): number {
    return this.items.length;
  }
  add(name: string, reference: Range | string, comment = ''): NamedItem {
    const isName = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !rectOf(name);
    if (!isName) throw new HostError('InvalidArgument', 'That is no name.');
    if (this.$sheet ? this.$book.nameOf(name, this.$sheet) : this.$book.isTaken(name)) {
      throw new HostError('ItemAlreadyExists');
    }
    const formula = reference instanceof Range ? formulaOf(reference) : String(reference);
    const defined: DefinedName = {
      name,
      formula: formula.startsWith('=') ? formula : `=${formula}`,
      comment,
      visible: true,
      sheet: this.$sheet,
    };
    this.$book.names.push(defined);
    return new NamedItem(this.$book, defined);
  }
  getItem(name: string): NamedItem {
    const item = this.getItemOrNullObject(name);
    if (!item) throw new HostError('ItemNotFound');
    return item;
  }
  getItemOrNullObject(name: string): NamedItem | null {
    const defined = this.$book.nameOf(String(name), this.$sheet);
    return defined ? new NamedItem(this.$book, defined) : null;
  }
}

class NamedItem extends HostObject {
  readonly $className = 'NamedItem';

  constructor(
    private readonly $book: Book,
    private readonly $name: DefinedName,
  ) {
    super();
  }

  override $identity() {
    return { _Id: this.$name.name };
  }
  get name(): string {
    return this.$name.name;
  }
  get formula(): string {
    return this.$name.formula;
  }
  set formula(formula: string) {
    this.$name.formula = formula;
  }
  get comment(): string {
    return this.$name.comment;
  }
  set comment(comment: string) {
    this.$name.comment = comment;
  }
  get visible(): boolean {
    return this.$name.visible;
  }
  set visible(visible: boolean) {
    this.$name.visible = visible;
  }
  get scope(): string {
    return this.$name.sheet ? 'Worksheet' : 'Workbook';
  }
  get type(): string {
    return this.getRangeOrNullObject()
      ? 'Range'
      : typeof this.value === 'number'
        ? 'Double'
        : 'String';
  }
  /** A range's address; a constant as it is. Other formulas would need an engine. */
  get value(): string | number {
    const text = this.$name.formula.slice(1);
    return text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw new HostError('InvalidArgument', 'The name does not stand for a range.');
    return range;
  }
  getRangeOrNullObject(): Range | null {
    return rangeIn(this.$book, this.$name);
  }
  delete(): void {
    this.$book.names.splice(this.$book.names.indexOf(this.$name), 1);
  }
}

/** The range that a name stands for, as seen from a sheet: its own names come first. */
export function rangeOfName(book: Book, name: string, sheet: Sheet): Range | undefined {
  const defined = book.nameOf(name, sheet) ?? book.nameOf(name);
  const range = defined && rangeIn(book, defined);
  return range && range.$sheet === sheet ? range : undefined;
}

function rangeIn(book: Book, name: DefinedName): Range | null {
  const [sheetName, local] = splitSheet(name.formula.slice(1));
  const sheet = sheetName ? book.sheetNamed(sheetName) : name.sheet;
  const rect = rectOf(local);
  return sheet && rect ? new Range(sheet, rect) : null;
}

function formulaOf(range: Range): string {
  const absolute = localAddress(range.$rect).replace(/[A-Z]+|\d+/g, '$$$&');
  return `=${range.$sheet.quotedName}!${absolute}`;
}
