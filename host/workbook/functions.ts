import { HostObject } from '../host-object';
import type { Book } from '../model/book';
import { dateSerial } from '../model/date-serial';

/**
 * The worksheet functions that an add-in can call by API. DATE alone is played: it tells the two
 * date systems apart, which no property below ExcelApi 1.9 does.
 */
export class Functions extends HostObject {
  readonly $className = 'Functions';

  constructor(private readonly $book: Book) {
    super();
  }

  /** 36526 for 1 January 2000 in the 1900 system, 35064 in the 1904 one. */
  date(year: number, month: number, day: number): FunctionResult {
    return new FunctionResult(dateSerial(year, month, day, this.$book.date1904));
  }
}

class FunctionResult extends HostObject {
  readonly $className = 'FunctionResult';

  constructor(private readonly $value: number | undefined) {
    super();
  }

  get value(): number | null {
    return this.$value ?? null;
  }
  get error(): string | null {
    return this.$value === undefined ? '#NUM!' : null;
  }
}
