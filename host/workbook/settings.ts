import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import type { Book } from '../model/book';

/** What the add-in keeps in the workbook; JSON by key, and keys know upper from lower case. */
export class SettingCollection extends HostCollection {
  readonly $className = 'SettingCollection';

  constructor(private readonly $book: Book) {
    super();
  }

  get items(): Setting[] {
    return [...this.$book.settings.keys()].map((key) => new Setting(this.$book, key));
  }
  /** Sets the value where the key is there. */
  add(key: string, value: unknown): Setting {
    if (typeof key !== 'string' || key === '') throw new HostError('InvalidArgument');
    this.$book.settings.set(key, value);
    return new Setting(this.$book, key);
  }
  getCount(): number {
    return this.$book.settings.size;
  }
  getItem(key: string): Setting {
    const setting = this.getItemOrNullObject(key);
    if (!setting) throw new HostError('ItemNotFound');
    return setting;
  }
  getItemOrNullObject(key: string): Setting | null {
    return this.$book.settings.has(key) ? new Setting(this.$book, key) : null;
  }
}

class Setting extends HostObject {
  readonly $className = 'Setting';

  constructor(
    private readonly $book: Book,
    private readonly $key: string,
  ) {
    super();
  }

  override $identity() {
    return { _Id: this.$key };
  }
  get key(): string {
    return this.$key;
  }
  get value(): unknown {
    return this.$book.settings.get(this.$key) ?? null;
  }
  set value(value: unknown) {
    this.$book.settings.set(this.$key, value);
  }
  delete(): void {
    this.$book.settings.delete(this.$key);
  }
}
