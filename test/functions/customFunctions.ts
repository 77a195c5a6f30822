/** Stands in for the one part of office.js that the functions call: its error. */
class StandInError extends Error {
  constructor(
    readonly code: string,
    message = '',
  ) {
    super(message);
  }
}

const ErrorCode = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
};

Object.assign(globalThis, { CustomFunctions: { Error: StandInError, ErrorCode } });

/** '#N/A: Row 2 of …' for an error, anything else as it is: what an officer would see. */
export const shown = (cell: unknown): unknown =>
  cell instanceof StandInError ? `${cell.code}: ${cell.message}` : cell;

/** A spilled result as an officer would see it. */
export const seen = (cells: unknown[][]): unknown[][] => cells.map((row) => row.map(shown));

/** The error that a call throws, as an officer would see it. */
export function thrown(call: () => unknown): unknown {
  try {
    return { returned: call() };
  } catch (error) {
    return shown(error);
  }
}

/** Values down one column. */
export const down = (...values: unknown[]): unknown[][] => values.map((value) => [value]);

const SHEET_ROWS = 1_048_576;

/** Values at the top of a whole column, as Excel hands over A:A. */
export const wholeColumn = (...values: unknown[]): unknown[][] =>
  Array.from({ length: SHEET_ROWS }, (_, row) => [row < values.length ? values[row] : '']);
