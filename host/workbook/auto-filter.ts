import { HostObject } from '../host-object';
import type { Sheet } from '../model/sheet';
import { Range } from './range';

/** The sheet's own filter, as far as a file holds it; those of tables are the tables'. */
export class AutoFilter extends HostObject {
  readonly $className = 'AutoFilter';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get enabled(): boolean {
    return this.$sheet.autoFilter !== undefined;
  }
  getRangeOrNullObject(): Range | null {
    const { autoFilter } = this.$sheet;
    return autoFilter ? new Range(this.$sheet, autoFilter) : null;
  }
  remove(): void {
    this.$sheet.autoFilter = undefined;
    this.$sheet.touched = true;
  }
}
