import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import type { Sheet } from '../model/sheet';

/** Values that an add-in keeps with a sheet; a copy of the sheet has them too. */
export class WorksheetCustomPropertyCollection extends HostCollection {
  readonly $className = 'WorksheetCustomPropertyCollection';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get items(): WorksheetCustomProperty[] {
    return [...this.$sheet.customProperties.keys()].map((key) => this.$at(key));
  }
  /** Keys are compared without case; adding one that is there replaces its value. */
  add(key: string, value: string): WorksheetCustomProperty {
    if (typeof key !== 'string' || key === '' || typeof value !== 'string') {
      throw new HostError('InvalidArgument');
    }
    const kept = this.$find(key) ?? key;
    this.$sheet.customProperties.set(kept, value);
    this.$sheet.touched = true;
    return this.$at(kept);
  }
  getCount(): number {
    return this.$sheet.customProperties.size;
  }
  getItem(key: string): WorksheetCustomProperty {
    const property = this.getItemOrNullObject(key);
    if (!property) throw new HostError('ItemNotFound');
    return property;
  }
  getItemOrNullObject(key: string): WorksheetCustomProperty | null {
    const kept = this.$find(key);
    return kept === undefined ? null : this.$at(kept);
  }
  getItemAt(index: number): WorksheetCustomProperty {
    const property = this.items[index];
    if (!property) throw new HostError('InvalidArgument');
    return property;
  }

  private $at(key: string): WorksheetCustomProperty {
    return new WorksheetCustomProperty(this.$sheet, key);
  }
  private $find(key: string): string | undefined {
    const wanted = String(key).toUpperCase();
    return [...this.$sheet.customProperties.keys()].find((one) => one.toUpperCase() === wanted);
  }
}

class WorksheetCustomProperty extends HostObject {
  readonly $className = 'WorksheetCustomProperty';

  constructor(
    private readonly $sheet: Sheet,
    private readonly $key: string,
  ) {
    super();
  }

  get key(): string {
    return this.$key;
  }
  get value(): string {
    return this.$sheet.customProperties.get(this.$key) ?? '';
  }
  set value(value: string) {
    this.$sheet.customProperties.set(this.$key, value);
    this.$sheet.touched = true;
  }
  delete(): void {
    this.$sheet.customProperties.delete(this.$key);
    this.$sheet.touched = true;
  }
}
