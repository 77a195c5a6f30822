import { financialYearOf, readDate, readFinancialYear } from '../calendar';
import { readMoney } from '../money';
import type { CellValue, DateSystem, Reading } from '../reading';
import { asTyped, isErrorValue, quoted, singleSpaced } from '../typed';
import type { ColumnContent } from './source';

const unreadable = (why: string): Reading<never> => ({ kind: 'unreadable', why });

/**
 * Reads a cell as what its column holds. `why` completes "<address> …". A share comes as it stands,
 * 20 or 0.2: only its whole column tells which is meant (`percentsIn`).
 */
export function readHeld(
  holds: ColumnContent,
  cell: CellValue,
  system: DateSystem,
): Reading<string | number> {
  switch (holds) {
    case 'text':
      return readText(cell);
    case 'money':
      return readMoney(cell);
    case 'amount':
      return readAmount(cell);
    case 'date':
      return readDate(cell, system);
    case 'count':
      return readCount(cell);
    case 'share':
      return readShare(cell);
    case 'year':
      return readYear(cell, system);
    case 'number':
      return readNumber(cell);
  }
}

function readText(cell: CellValue): Reading<string> {
  const text = singleSpaced(String(cell));
  if (text === '') return { kind: 'blank' };
  return isErrorValue(text)
    ? unreadable(`holds the error ${text}`)
    : { kind: 'value', value: text };
}

const A_YEAR = / ?(?:p\.? ?\/? ?a\.?|(?:per|a|\/) ?(?:annum|year|yr)|annual|annually|yearly)$/i;
const OTHER_SPAN = /an amount for (.+); a weekly amount is needed$/;
const A_WEEK = /\d.*(p\.?\/?w|week|wk)/i;

/** As readMoney, for amounts that are not for a week: 'a year' may be said, a week may not. */
function readAmount(cell: CellValue): Reading<number> {
  if (typeof cell !== 'string') return readMoney(cell);
  if (A_WEEK.test(cell)) {
    return unreadable(
      `holds ${quoted(cell)}, an amount for a week; one in all or a year is needed`,
    );
  }
  const reading = readMoney(asTyped(cell).replace(A_YEAR, ''));
  if (reading.kind !== 'unreadable') return reading;
  return unreadable(
    reading.why.replace(OTHER_SPAN, 'an amount for $1; one in all or a year is needed'),
  );
}

const NUMBER = /^[-+]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/;

function readNumber(cell: CellValue): Reading<number> {
  if (typeof cell === 'number') return { kind: 'value', value: cell };
  const text = asTyped(String(cell));
  if (text === '' || text === '-') return { kind: 'blank' };
  if (isErrorValue(text)) return unreadable(`holds the error ${text}`);
  return NUMBER.test(text)
    ? { kind: 'value', value: Number(text.replaceAll(',', '')) }
    : unreadable(`holds ${quoted(String(cell))}, which is not a number`);
}

function readCount(cell: CellValue): Reading<number> {
  const reading = readNumber(cell);
  if (reading.kind !== 'value') return reading;
  return Number.isInteger(reading.value) && reading.value >= 0
    ? reading
    : unreadable(`holds ${quoted(String(cell))}, which is not a whole number of nought or more`);
}

/** A percent sign settles that a hundred is all of it; a bare number is handed on as it stands. */
function readShare(cell: CellValue): Reading<number> {
  const text = typeof cell === 'string' ? asTyped(cell) : '';
  const percent = /^(.*?) ?(?:%|per ?cent)$/i.exec(text);
  const reading = readNumber(percent ? percent[1]! : cell);
  if (reading.kind === 'unreadable') {
    return unreadable(reading.why.replace('a number', 'a share such as 25%'));
  }
  if (reading.kind === 'value' && reading.value < 0) {
    return unreadable(`holds ${quoted(String(cell))}, and a share cannot be less than nothing`);
  }
  return reading.kind === 'value' && percent
    ? { kind: 'value', value: reading.value / 100 }
    : reading;
}

/** A financial year, or a date in one. */
function readYear(cell: CellValue, system: DateSystem): Reading<string> {
  const year = readFinancialYear(cell);
  if (year.kind !== 'unreadable') return year;
  const date = readDate(cell, system);
  return date.kind === 'value' && date.value >= '1990-04-01'
    ? { kind: 'value', value: financialYearOf(date.value) }
    : year;
}

/**
 * Whether the bare numbers of a column of shares are per cent: most of those that are not nought
 * are more than all of it could be.
 */
export function percentsIn(cells: readonly CellValue[]): boolean {
  const bare = cells.map((cell) => (typeof cell === 'string' ? asTyped(cell) : cell));
  const numbers = bare
    .filter((cell) => typeof cell === 'number' || NUMBER.test(String(cell)))
    .map((cell) => Number(String(cell).replaceAll(',', '')))
    .filter((number) => number !== 0);
  return numbers.filter((number) => number > 1).length * 2 > numbers.length;
}

/** Whether `percentsIn` has anything to say of a cell: one with a percent sign speaks for itself. */
export const isBareShare = (cell: CellValue): boolean =>
  typeof cell === 'number' || NUMBER.test(asTyped(String(cell)));
