import { HostObject } from './host-object';

/** What a custom function came to: a value (a block where it spills), or an error with its message. */
export type FunctionOutcome = { value: unknown } | { error: string; message: string };

/** Excel's errors by the number that office.js sends (CustomFunctions.ErrorCode in its runtime). */
const ERRORS: Record<number, string> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#REF!',
  10: '#NAME?',
};

/** Sends a message to the add-in under a category and type of Excel's. */
export type SendMessage = (category: number, type: number, message: string) => void;

const CATEGORY = 1;
const INVOKE = 1000;

/**
 * Plays the calculation engine's side of custom functions: sends invocations and waits for their
 * results. The library gathers results for a moment before it answers.
 */
export class CustomFunctionCalls {
  readonly ready: Promise<void>;
  readonly service: HostObject;
  private markReady!: () => void;
  private readonly pending = new Map<number, (outcome: FunctionOutcome) => void>();
  private lastId = 0;

  constructor(private readonly send: SendMessage) {
    this.ready = new Promise((resolve) => (this.markReady = resolve));
    this.service = new CustomFunctionService(
      () => this.markReady(),
      (id, outcome) => this.settle(id, outcome),
    );
  }

  /**
   * @param name as associated, without the namespace
   * @param parameters values as cells hold them; ranges as blocks, omitted ones as null
   * @param address of the calling cell, 'Sheet1!A1'
   */
  async call(name: string, parameters: unknown[], address = 'Sheet1!A1'): Promise<FunctionOutcome> {
    await this.ready;
    const id = ++this.lastId;
    const outcome = new Promise<FunctionOutcome>((resolve) => this.pending.set(id, resolve));
    this.send(CATEGORY, INVOKE, JSON.stringify([id, name, parameters, address, 0, null]));
    return outcome;
  }

  private settle(id: number, outcome: FunctionOutcome): void {
    this.pending.get(id)?.(outcome);
    this.pending.delete(id);
  }
}

type Settle = (id: number, outcome: FunctionOutcome) => void;

/** What the client calls to say that it is ready, and to hand back results. */
class CustomFunctionService extends HostObject {
  readonly $className = 'CustomFunctions';

  constructor(
    private readonly $ready: () => void,
    private readonly $settle: Settle,
  ) {
    super();
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.$ready();
  }
  _GetEnabledFeatures(): unknown[] {
    return [];
  }
  setInvocationArrayResults(results: [number, boolean, unknown, number?][]): void {
    for (const [id, succeeded, value, code] of results) {
      this.$settle(id, succeeded ? { value } : failure(value, code));
    }
  }
}

function failure(message: unknown, code: number | undefined): FunctionOutcome {
  return { error: ERRORS[code ?? 7] ?? '#VALUE!', message: String(message ?? '') };
}
