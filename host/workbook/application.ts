import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import type { Book } from '../model/book';

export class Application extends HostObject {
  readonly $className = 'Application';

  constructor(private readonly $book: Book) {
    super();
  }

  get calculationMode(): string {
    return this.$book.calculationMode;
  }
  set calculationMode(mode: string) {
    if (!['Automatic', 'AutomaticExceptTables', 'Manual'].includes(mode)) {
      throw new HostError('InvalidArgument');
    }
    this.$book.calculationMode = mode;
  }
  /** Formulas are up to date whenever somebody looks. */
  calculate(_calculationType: string): void {}
  /** The host paints nothing until a batch has ended. */
  suspendScreenUpdatingUntilNextSync(): void {}
  suspendApiCalculationUntilNextSync(): void {}
}
