import type { CellValue, Reading } from './reading';
import { asTyped, isErrorValue, quoted } from './typed';

/** Longer than any amount that people type; nothing longer is looked at. */
const LONGEST_AMOUNT = 80;

const NOTHING = /^(?:(?:£|gbp) ?)?-$|^(?:(?:£|gbp) ?)?nil$|^zero$/;
const WEEKLY =
  / ?(?:p\.? ?\/? ?w\.?k?|\/ ?w(?:ee)?k?|(?:per|a|each|every) (?:week|wk|w)|weekly|wkly)\.?$/;
const AMOUNT = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)?(\.\d*)? ?(k|thousand|m|mn|million)?$/;
const POWER: Record<string, number> = { k: 3, thousand: 3, m: 6, mn: 6, million: 6 };

/** Amounts for other spans of time, which must not pass for weekly ones. */
const OTHER_SPANS: readonly [RegExp, string][] = [
  [/\d.*(?:(?:4|four)[- ]?weekly|(?:per|a|every) (?:4|four) (?:weeks|wks))$/, 'four weeks'],
  [/\d.*(?:fortnightly|(?:per|a|\/) ?fortnight)$/, 'a fortnight'],
  [
    /\d.*(?:p\.?c\.?m\.?|p\.?\/?m\.?|monthly|(?:per|a|\/) ?(?:calendar )?(?:month|mth))$/,
    'a month',
  ],
  [/\d.*(?:quarterly|(?:per|a|\/) ?(?:quarter|qtr))$/, 'a quarter'],
  [/\d.*(?:p\.?\/?a\.?|annual|annually|yearly|(?:per|a|\/) ?(?:annum|year|yr))$/, 'a year'],
  [/\d.*(?:p\.?\/?d\.?|daily|(?:per|a|\/) ?day)$/, 'a day'],
  [/\d.*(?:p\.?\/?n\.?|nightly|(?:per|a|\/) ?(?:night|nt))$/, 'a night'],
  [/\d.*(?:p\.?\/?h\.?|hourly|(?:per|an|\/) ?(?:hour|hr))$/, 'an hour'],
];

const value = (pounds: number): Reading<number> => ({
  kind: 'value',
  value: pounds === 0 ? 0 : pounds,
});
const unreadable = (why: string): Reading<number> => ({ kind: 'unreadable', why });

/**
 * Reads a weekly amount of money as people type it, in pounds, unrounded; a negative amount may
 * carry its minus before or after, in brackets, or on either side of the pound sign.
 * 'nil', 'zero' and a lone dash are 0, as in the accounting format; a blank cell is blank.
 *
 * Unreadable, never guessed: amounts for another span of time (500 per month), thousands marked by
 * anything but well-placed commas ('1.234,50', '12,34', '1 234.50'), ranges, percentages, dates,
 * other currencies, truth values, Excel's error values and words. `why` completes "<address> …".
 *
 * @example readMoney('(£1,234.50) pw') // { kind: 'value', value: -1234.5 }
 * @example readMoney('6.4k')           // { kind: 'value', value: 6400 }
 * @example readMoney('TBC')            // unreadable: holds "TBC", which is not an amount of money
 */
export function readMoney(cell: CellValue): Reading<number> {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? value(cell) : unreadable('holds a number too large to use');
  }
  if (typeof cell === 'boolean') {
    return unreadable(`holds ${cell ? 'TRUE' : 'FALSE'}, which is not an amount of money`);
  }
  return readTyped(cell);
}

function readTyped(cell: string): Reading<number> {
  const text = asTyped(cell).toLowerCase();
  if (text === '') return { kind: 'blank' };
  if (isErrorValue(text)) return unreadable(`holds the error ${text.toUpperCase()}`);
  const notMoney = unreadable(`holds ${quoted(cell)}, which is not an amount of money`);
  if (text.length > LONGEST_AMOUNT) return notMoney;
  if (NOTHING.test(text)) return value(0);

  const pounds = signedAmount(text.replace(WEEKLY, ''));
  if (pounds === undefined) {
    const span = OTHER_SPANS.find(([form]) => form.test(text));
    return span
      ? unreadable(`holds ${quoted(cell)}, an amount for ${span[1]}; a weekly amount is needed`)
      : notMoney;
  }
  return Number.isFinite(pounds) ? value(pounds) : unreadable('holds a number too large to use');
}

/** One sign and one currency mark at most, in the places that people put them. */
function signedAmount(text: string): number | undefined {
  let rest = text.trim();
  let signs = 0;
  let negative = false;
  let marks = 0;

  const take = (form: RegExp): boolean => {
    const left = rest.replace(form, '$1');
    const taken = left !== rest;
    rest = left.trim();
    return taken;
  };
  const sign = (minus: boolean): void => {
    signs++;
    negative ||= minus;
  };
  const mark = (): void => {
    if (take(/^(?:£|gbp ?)()/) || take(/()(?:£|gbp)$/)) marks++;
  };
  const leadingSign = (): void => {
    if (take(/^-()/)) sign(true);
    else if (take(/^\+()/)) sign(false);
  };

  mark();
  leadingSign();
  if (take(/^\((.*)\)$/)) sign(true);
  mark();
  leadingSign();
  if (take(/()-$/)) sign(true);
  mark();

  if (signs > 1 || marks > 1) return undefined;
  const pounds = unsignedAmount(rest.replace(WEEKLY, ''));
  return pounds === undefined || !negative ? pounds : -pounds;
}

function unsignedAmount(text: string): number | undefined {
  const parts = AMOUNT.exec(text);
  if (!parts) return undefined;
  const [, whole = '', fraction = '', multiple] = parts;
  if (whole === '' && fraction.length < 2) return undefined;
  // As text with an exponent, so that 1.005k is 1005 and not 1004.9999999999999.
  const power = multiple ? POWER[multiple] : 0;
  return Number(`${whole.replaceAll(',', '') || '0'}${fraction}e${power}`);
}

/**
 * Adds an amount to the total at a place in an array, and to the place after it what float64
 * addition drops (Neumaier's compensation). The total is the sum of the two places, right to the
 * penny in whatever order amounts come.
 */
export function addCompensated(totals: Float64Array, at: number, amount: number): void {
  const before = totals[at]!;
  const after = before + amount;
  totals[at + 1]! +=
    Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before;
  totals[at] = after;
}

/** A running total in pounds, compensated: right to the penny in whatever order amounts come. */
export class RunningTotal {
  private readonly totals: Float64Array;

  /** Empty, or the total and its compensation that addCompensated kept in two places. */
  constructor(totals: Float64Array = new Float64Array(2)) {
    this.totals = totals;
  }

  add(amount: number): void {
    addCompensated(this.totals, 0, amount);
  }

  /** Adds another total, its compensation included; or takes it away. */
  addTotal(other: RunningTotal, sign: 1 | -1 = 1): void {
    this.add(sign * other.totals[0]!);
    this.add(sign * other.totals[1]!);
  }

  get pounds(): number {
    return this.totals[0]! + this.totals[1]!;
  }
}

/**
 * The compensated sum of amounts, in their own unit, unrounded; 0 where there are none.
 * @example sum([1e16, 1, -1e16]) // 1
 */
export function sum(values: Iterable<number>): number {
  const total = new RunningTotal();
  for (const amount of values) total.add(amount);
  return total.pounds;
}

/** A ten-millionth of a penny: what a difference between long sums can be off by in binary. */
const SMALLEST_SLACK = 1e-9;
/** A few units in the last place; beyond £1tn it is held where it cannot move a penny wrongly. */
const RELATIVE_SLACK = 2 ** -50;
const LARGEST_SLACK = 5e-4;
const LARGEST_WITH_PENCE = Number.MAX_SAFE_INTEGER / 100;

/**
 * Pounds rounded once to the penny, half away from zero, as paper 000 does. A tie that binary
 * holds a shade low still counts as a tie. Never -0; amounts too large to carry pence come back
 * as they are.
 * @example roundPence(1982.105) // 1982.11
 * @example roundPence(-2.675)   // -2.68
 */
export function roundPence(pounds: number): number {
  const size = Math.abs(pounds);
  if (!(size < LARGEST_WITH_PENCE)) return pounds;
  const slack = Math.min(Math.max(size * RELATIVE_SLACK, SMALLEST_SLACK), LARGEST_SLACK);
  const rounded = Math.floor((size + slack) * 100 + 0.5) / 100;
  return pounds < 0 && rounded !== 0 ? -rounded : rounded;
}
