import {
  readBasis,
  readDate,
  readFinancialYear,
  type Basis,
  type FinancialYear,
} from '../domain/calendar';
import { readMoney } from '../domain/money';
import { careHasEnded, placementGroupOf } from '../domain/placement';
import type { CellValue, IsoDate, Reading } from '../domain/reading';
import { readHeld } from '../domain/sources/readHeld';
import { isErrorValue, singleSpaced } from '../domain/typed';
import { invalid, missing, sentences, type FunctionError } from './errors';
import { align, cellsOf, type Aligned, type Argument, type Given } from './range';

/** One declared argument of a custom function. */
export interface Declared<T> {
  /** In an officer's words, for errors: 'original cost'. */
  name: string;
  read: (cell: CellValue) => Reading<T>;
  /** Completes "row 3 of original cost is not …". */
  wanted: string;
  /** Completes "row 3 of current cost is blank; …". Without it a blank is allowed. */
  ifBlank?: string;
  /** Tells data from headings in a whole column; arguments that cannot tell leave it out. */
  isData?: (cell: CellValue) => boolean;
}

/** What a cell of the result can hold. */
export type Result = string | number | FunctionError;

type Declarations = Record<string, Declared<unknown>>;
type GivenTo<D extends Declarations> = { [K in keyof D]: Given };
/** A row's values; undefined where a cell is blank or the argument was left out. */
export type Row<D extends Declarations> = {
  [K in keyof D]: D[K] extends Declared<infer T> & { ifBlank: string }
    ? T
    : D[K] extends Declared<infer T>
      ? T | undefined
      : never;
};

// What can be declared ------------------------------------------------------------------------

/** Words that stand in a cell where a figure is to come: the row is data all the same. */
const STAND_IN = /^(?:tb[ac]|n\/?a|unknown|not known|pending|awaited|\?+)$/i;

const holds =
  <T>(read: (cell: CellValue) => Reading<T>) =>
  (cell: CellValue): boolean =>
    read(cell).kind === 'value' ||
    (typeof cell === 'string' && (isErrorValue(cell) || STAND_IN.test(singleSpaced(cell))));

const readDate1900 = (cell: CellValue): Reading<IsoDate> => readDate(cell, 1900);

const readText = (cell: CellValue): Reading<string> => {
  const text = singleSpaced(String(cell));
  return text === '' ? { kind: 'blank' } : { kind: 'value', value: text };
};

export const cost = <const B extends string>(name: string, ifBlank: B) => ({
  name,
  read: readMoney,
  wanted: 'an amount of money; type a weekly amount such as 1,234.50',
  ifBlank,
  isData: holds(readMoney),
});

const readAmount = (cell: CellValue): Reading<number> =>
  readHeld('amount', cell, 1900) as Reading<number>;

/** Money in all or for a year, where a weekly amount would be wrong. */
export const amount = <const B extends string>(name: string, ifBlank: B) => ({
  name,
  read: readAmount,
  wanted: 'an amount of money; type one such as 250,000',
  ifBlank,
  isData: holds(readAmount),
});

export const optionalAmount = (name: string) => ({
  name,
  read: readAmount,
  wanted: 'an amount of money; type one such as 250,000, or leave it blank',
  isData: holds(readAmount),
});

export const date = <const B extends string>(name: string, ifBlank: B) => ({
  name,
  read: readDate1900,
  wanted: 'a date; type one such as 03/12/2024',
  ifBlank,
  isData: holds(readDate1900),
});

export const optionalCost = (name: string) => ({
  name,
  read: readMoney,
  wanted: 'an amount of money; type a weekly amount such as 1,234.50, or leave it blank',
  isData: holds(readMoney),
});

export const optionalDate = (name: string) => ({
  name,
  read: readDate1900,
  wanted: 'a date; type one such as 03/12/2024, or leave it blank',
  isData: holds(readDate1900),
});

export const basis: Declared<Basis> = {
  name: 'basis',
  read: readBasis,
  wanted: 'known; use 52, 52.14, 52.18, 365/7, 366/7, 53 or a financial year such as 2024/25',
};

export const financialYear: Declared<FinancialYear> = {
  name: 'financial year',
  read: readFinancialYear,
  wanted: 'known; type one such as 2024/25',
};

export const share = (name: string): Declared<number> => ({
  name,
  read: readShare,
  wanted: 'a share from 0% to 100%; type it with a % sign, such as 25%',
});

const holdsPlacement = (cell: CellValue): boolean =>
  typeof cell === 'string' &&
  (placementGroupOf(cell) !== undefined || careHasEnded(cell) || STAND_IN.test(singleSpaced(cell)));

export const placement = {
  name: 'placement',
  read: readText,
  wanted: 'a placement',
  ifBlank: 'type the placement',
  isData: holdsPlacement,
} as const;

/** Words as they stand, line breaks and all, because those end sentences; an error value is none. */
const readWords = (cell: CellValue): Reading<string> => {
  const words = String(cell);
  if (singleSpaced(words) === '') return { kind: 'blank' };
  return isErrorValue(words)
    ? { kind: 'unreadable', why: 'holds an error' }
    : { kind: 'value', value: words };
};

export const words = (name: string) => ({
  name,
  read: readWords,
  wanted: 'text but an error; mend its formula, or leave it blank',
});

export const placementWords = (name: string) => ({ ...words(name), isData: holdsPlacement });

export const text = (name: string): Declared<string> => ({ name, read: readText, wanted: 'text' });

/**
 * A share of a cost as a fraction. With a % sign it is what it says; a number up to 1 is a
 * fraction, as in a cell formatted as a percentage; from 2 to 100 it is whole percents. Between
 * 1 and 2 it could be 120% or 1.2%, and is refused.
 */
export function readShare(cell: CellValue): Reading<number> {
  const typed = typeof cell === 'string' ? singleSpaced(cell) : cell;
  if (typed === '') return { kind: 'blank' };
  const percent = /^(\d+(?:\.\d+)?) ?%$/.exec(String(typed));
  const number = percent ? Number(percent[1]) : plainNumber(typed);
  const inPercent = percent !== null || number >= 2;
  const fraction = inPercent ? number / 100 : number;
  return fraction >= 0 && fraction <= 1
    ? { kind: 'value', value: fraction }
    : { kind: 'unreadable', why: 'holds no share from 0% to 100%' };
}

const plainNumber = (typed: CellValue): number =>
  typeof typed === 'number' || (typeof typed === 'string' && /^\d+(?:\.\d+)?$/.test(typed))
    ? Number(typed)
    : NaN;

// Reading what was given ----------------------------------------------------------------------

/**
 * A row as declared; blank where every argument that must be given is, or where none must, all of
 * them; or why it cannot be read.
 */
export type RowReading<D extends Declarations> =
  { kind: 'values'; values: Row<D> } | { kind: 'blank' } | { kind: 'error'; error: FunctionError };

/** The arguments of one call, brought to one size, and the rows read from them. */
export interface Call<D extends Declarations> {
  aligned: Aligned;
  row(row: number, column: number): RowReading<D>;
}

/** Reads a call's arguments as declared; throws #VALUE! or #N/A where the call itself is wrong. */
export function readCall<D extends Declarations>(declared: D, given: GivenTo<D>): Call<D> {
  const present: { key: string; declaration: Declared<unknown>; argument: Argument }[] = [];
  for (const [key, declaration] of Object.entries(declared)) {
    const cells = cellsOf(given[key]);
    if (cells) {
      const { name, isData } = declaration;
      present.push({ key, declaration, argument: { name, cells, isData } });
    } else if (declaration.ifBlank !== undefined) {
      throw missing(sentences.notGiven(declaration.name));
    }
  }
  const aligned = align(present.map(({ argument }) => argument));
  /** A single cell that stands for every row does not say that somebody is in this one. */
  const tells = present.map(
    (_, index) => aligned.rows === 1 || aligned.rowNumber(index, 0) !== undefined,
  );

  function row(at: number, column: number): RowReading<D> {
    const values: Record<string, unknown> = {};
    let needed = 0;
    let blank = 0;
    let told = false;
    let problem: FunctionError | undefined;
    for (let index = 0; index < present.length; index++) {
      const { key, declaration } = present[index]!;
      const reading = declaration.read(aligned.cell(index, at, column));
      if (declaration.ifBlank !== undefined) needed++;
      told ||= tells[index]! && reading.kind !== 'blank';
      if (reading.kind === 'value') {
        values[key] = reading.value;
      } else if (reading.kind === 'unreadable') {
        const rowNumber = aligned.rowNumber(index, at);
        problem ??= invalid(sentences.unreadable(declaration.name, declaration.wanted, rowNumber));
      } else if (declaration.ifBlank !== undefined) {
        blank++;
        const rowNumber = aligned.rowNumber(index, at);
        problem ??= missing(sentences.blank(declaration.name, declaration.ifBlank, rowNumber));
      }
    }
    if (needed > 0 ? blank === needed : !told) return { kind: 'blank' };
    return problem
      ? { kind: 'error', error: problem }
      : { kind: 'values', values: values as Row<D> };
  }
  return { aligned, row };
}

/**
 * Works a function out for every row of its arguments: a table of the same size. A blank row (see
 * RowReading) gives ''; a row that cannot be read gives its own error, and the
 * rows beside it are none the worse.
 */
export function spill<D extends Declarations>(
  declared: D,
  given: GivenTo<D>,
  result: (row: Row<D>) => Result,
): Result[][] {
  const { aligned, row } = readCall(declared, given);
  if (aligned.rows === 0) return [['']];
  const answer = (at: number, column: number): Result => {
    const reading = row(at, column);
    if (reading.kind === 'values') return withoutMinusZero(result(reading.values));
    return reading.kind === 'blank' ? '' : reading.error;
  };
  return Array.from({ length: aligned.rows }, (_, at) =>
    Array.from({ length: aligned.columns }, (_cell, column) => answer(at, column)),
  );
}

const withoutMinusZero = (result: Result): Result => (result === 0 ? 0 : result);
