import { HostObject } from '../host-object';
import type { Book } from '../model/book';

const DAY = 86_400_000;

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
    const base = this.$book.date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    const years = year < 1900 ? year + 1900 : year;
    const serial = (Date.UTC(years, month - 1, day) - base) / DAY;
    // The 1900 system counts a 29 February 1900 that never was.
    const counted = !this.$book.date1904 && serial < 61 ? serial - 1 : serial;
    return new FunctionResult(counted < 0 ? undefined : counted);
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
