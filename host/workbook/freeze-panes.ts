import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import { requiredRect, splitSheet } from '../model/address';
import type { Sheet } from '../model/sheet';
import { Range } from './range';

export class WorksheetFreezePanes extends HostObject {
  readonly $className = 'WorksheetFreezePanes';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  freezeRows(count = 1): void {
    this.$freeze(count, 0);
  }
  freezeColumns(count = 1): void {
    this.$freeze(0, count);
  }
  freezeAt(range: Range | string): void {
    const { bottom, right } =
      range instanceof Range ? range.$rect : requiredRect(splitSheet(range)[1]);
    this.$freeze(bottom + 1, right + 1);
  }
  unfreeze(): void {
    this.$freeze(0, 0);
  }
  getLocation(): Range {
    const location = this.getLocationOrNullObject();
    if (!location) throw new HostError('ItemNotFound');
    return location;
  }
  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.$sheet.frozen;
    if (rows === 0 && columns === 0) return null;
    const whole = new Range(this.$sheet, { top: 0, left: 0, bottom: 0, right: 0 });
    if (columns === 0) return whole.getEntireRow().getResizedRange(rows - 1, 0);
    if (rows === 0) return whole.getEntireColumn().getResizedRange(0, columns - 1);
    return whole.getAbsoluteResizedRange(rows, columns);
  }

  private $freeze(rows: number, columns: number): void {
    this.$sheet.frozen = { rows, columns };
    this.$sheet.touched = true;
  }
}
