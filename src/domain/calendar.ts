import type { CellValue, DateSystem, IsoDate, Reading } from './reading';
import { asTyped, capitalised, isErrorValue, quoted } from './typed';

/** The council's year, 1 April to 31 March, as '2024/25'. */
export type FinancialYear = `${number}/${number}`;

/**
 * By how many weeks a weekly cost becomes a yearly one: a stated number, or the days of a
 * financial year divided by 7.
 */
export type Basis = '52' | '52.14' | '52.18' | '365/7' | '366/7' | '53' | FinancialYear;

const DAY = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

// Dates ---------------------------------------------------------------------------------------

const two = (part: number): string => String(part).padStart(2, '0');
const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const fromDayNumber = (days: number): IsoDate => new Date(days * DAY).toISOString().slice(0, 10);
const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The date a number of days later (earlier where negative).
 * @example addDays('2024-02-28', 1) // '2024-02-29'
 */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  fromDayNumber(dayNumber(date) + days);

/** Whole days from one date to another; negative where the second comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/**
 * The day on which somebody reaches an age. Who is born on 29 February reaches it on 1 March where
 * the year has no 29 February, as the law of England and Wales has it.
 * @example birthday('2008-02-29', 18) // '2026-03-01'
 */
export function birthday(born: IsoDate, age: number): IsoDate {
  const year = Number(born.slice(0, 4)) + age;
  const day = born.slice(5);
  return day === '02-29' && daysInMonth(year, 2) === 28 ? `${year}-03-01` : `${year}-${day}`;
}

// Excel serials -------------------------------------------------------------------------------

/** The day before serial 1 of the 1900 system and serial 0 of the 1904 system. */
const START_OF_1900 = dayNumber('1899-12-31');
const START_OF_1904 = dayNumber('1904-01-01');
/** Excel counts 29 February 1900, which never was, so that later serials are one too high. */
const PHANTOM = 60;
const LAST_DAY = dayNumber('9999-12-31');

/**
 * The date of an Excel serial, a time of day left aside; undefined where the serial is none:
 * below the first day, after 31 December 9999, or the 29 February 1900 that never was.
 * @example fromSerial(45629, 1900) // '2024-12-03'
 */
export function fromSerial(serial: number, system: DateSystem): IsoDate | undefined {
  const whole = Math.floor(serial);
  const days = system === 1904 ? START_OF_1904 + whole : dayOf1900(whole);
  const first = system === 1904 ? START_OF_1904 : START_OF_1900 + 1;
  return days >= first && days <= LAST_DAY ? fromDayNumber(days) : undefined;
}

const dayOf1900 = (serial: number): number =>
  serial === PHANTOM ? NaN : START_OF_1900 + serial - (serial > PHANTOM ? 1 : 0);

/**
 * The Excel serial of a date. Throws RangeError for a date before the system's first day, which
 * Excel cannot hold.
 * @example toSerial('2024-12-03', 1904) // 44167
 */
export function toSerial(date: IsoDate, system: DateSystem): number {
  const days = dayNumber(date);
  const serial = system === 1904 ? days - START_OF_1904 : days - START_OF_1900;
  if (!(serial >= (system === 1904 ? 0 : 1)) || days > LAST_DAY) {
    throw new RangeError(`${date} is outside the ${system} date system`);
  }
  return system === 1900 && serial >= PHANTOM ? serial + 1 : serial;
}

// Typed dates ---------------------------------------------------------------------------------

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  ['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ['august', 'september', 'october', 'november', 'december'],
].flat();
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

const WEEKDAY = /^(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs?|ur)?(?:day)?\.?,? (?=.*\d)/;
const TIME = /[t ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?z?$/;
const DAY_FIRST = /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ ./-]*([a-z]{3,9})\.?,?[ ./-]*(\d{4}|\d{2})$/;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const SERIAL_AS_TEXT = /^\d{5}$/;

/** TRUE and FALSE as Excel shows them. */
const shown = (cell: CellValue): string =>
  typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);

const unreadable = (why: string): { kind: 'unreadable'; why: string } => ({
  kind: 'unreadable',
  why,
});

/**
 * Reads a date: an Excel serial in the workbook's own system, or a date typed the UK way.
 * Day comes before month, always: 03/12/2024, 3.12.24, 3-12-2024, 3 Dec 2024, Tue 3rd December
 * 2024; also 2024-12-03, December 3, 2024, a serial kept as text (five digits), and any of these
 * with a time, which is left aside. Two-digit years 00 to 49 are 2000 to 2049, 50 to 99 are
 * 1950 to 1999. A lone dash is blank.
 *
 * Unreadable: days that never were (31/02/2024), month 13, a weekday that the date does not fall
 * on, a month without a day, words, truth values, error values. `why` completes "<address> …".
 *
 * @example readDate('31/02/2024', 1900) // unreadable: holds "31/02/2024", but February 2024 has 29 days
 */
export function readDate(cell: CellValue, system: DateSystem): Reading<IsoDate> {
  if (typeof cell === 'number') return readSerial(cell, system);
  if (typeof cell === 'boolean') {
    return unreadable(`holds ${cell ? 'TRUE' : 'FALSE'}, which is not a date`);
  }
  const text = asTyped(cell).toLowerCase();
  if (text === '' || text === '-') return { kind: 'blank' };
  if (isErrorValue(text)) return unreadable(`holds the error ${text.toUpperCase()}`);
  if (SERIAL_AS_TEXT.test(text)) return readSerial(Number(text), system);
  const reading = readTyped(text);
  return typeof reading === 'string'
    ? { kind: 'value', value: reading }
    : unreadable(`holds ${quoted(cell)}, ${reading.but}`);
}

function readSerial(serial: number, system: DateSystem): Reading<IsoDate> {
  const date = Number.isFinite(serial) ? fromSerial(serial, system) : undefined;
  return date === undefined
    ? unreadable(`holds the number ${serial}, which is not a date in this workbook`)
    : { kind: 'value', value: date };
}

function readTyped(typed: string): IsoDate | { but: string } {
  const text = typed.slice(0, 60).replace(TIME, '');
  const weekday = WEEKDAY.exec(text);
  const date = readDayMonthYear(weekday ? text.slice(weekday[0].length) : text);
  if (typeof date !== 'string' || !weekday) return date;
  const actual = new Date(dayNumber(date) * DAY).getUTCDay();
  if (WEEKDAYS[actual] === weekday[1]) return date;
  return { but: `but that day is a ${WEEKDAY_NAMES[actual]}` };
}

function readDayMonthYear(text: string): IsoDate | { but: string } {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return realDate(fullYear(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    return realDate(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  }
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return realDate(fullYear(named[3]), monthNamed(named[2]), Number(named[1]));
  const american = MONTH_NAME_DAY.exec(text);
  if (american) return realDate(Number(american[3]), monthNamed(american[1]), Number(american[2]));
  return { but: 'which is not a date' };
}

function realDate(year: number, month: number, day: number): IsoDate | { but: string } {
  if (month === 0) return { but: 'which is not a date' };
  if (!(month >= 1 && month <= 12)) {
    return { but: `but there is no month ${month}; dates are read day, month, year` };
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) return { but: `but the year ${year} is too early` };
  const last = daysInMonth(year, month);
  if (day < 1) return { but: 'but no month has a day 0' };
  if (day > last) {
    const name = MONTH_NAMES[month - 1] ?? '';
    return { but: `but ${capitalised(name)} ${year} has ${last} days` };
  }
  return `${year}-${two(month)}-${two(day)}`;
}

function fullYear(text = ''): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** 1 to 12 for a month's name or the first letters of it ('Sept', 'Dec'), else 0. */
function monthNamed(text = ''): number {
  const month = MONTHS.indexOf(text.slice(0, 3));
  return (MONTH_NAMES[month] ?? '').startsWith(text) ? month + 1 : 0;
}

// The financial year --------------------------------------------------------------------------

const yearStarting = (year: number): FinancialYear =>
  `${year}/${two((year + 1) % 100)}` as FinancialYear;

function firstYear(fy: FinancialYear): number {
  const year = /^(\d{4})\/(\d{2})$/.exec(fy);
  if (!year || yearStarting(Number(year[1])) !== fy) {
    throw new RangeError(`${fy} is not a financial year such as 2024/25`);
  }
  return Number(year[1]);
}

/**
 * The financial year that a date falls in.
 * @example financialYearOf('2025-03-31') // '2024/25'
 */
export function financialYearOf(date: IsoDate): FinancialYear {
  const year = Number(date.slice(0, 4));
  return yearStarting(date.slice(5) < '04-01' ? year - 1 : year);
}

/**
 * The financial period of a date: 1 is April, 12 is March.
 * @example financialPeriodOf('2024-12-03') // 9
 */
export const financialPeriodOf = (date: IsoDate): number =>
  ((Number(date.slice(5, 7)) + 8) % 12) + 1;

/** The first and last day of a financial year; both belong to it. */
export function financialYearBounds(fy: FinancialYear): { start: IsoDate; end: IsoDate } {
  const year = firstYear(fy);
  return { start: `${year}-04-01`, end: `${year + 1}-03-31` };
}

/**
 * 365, or 366 where the year holds a 29 February.
 * @example daysInFinancialYear('2023/24') // 366
 */
export function daysInFinancialYear(fy: FinancialYear): number {
  const { start, end } = financialYearBounds(fy);
  return daysBetween(start, end) + 1;
}

const YEAR_PAIR = /^(?:f\.?y\.? ?)?(\d{4}|\d{2}) ?[/-] ?(\d{4}|\d{2})$/;

/**
 * Reads a financial year: '2024/25', '2024-25', '24/25', '2024/2025', 'FY24/25'. The second year
 * must follow the first; a single year ('2024', 'FY25') says too little and is unreadable.
 */
export function readFinancialYear(cell: CellValue): Reading<FinancialYear> {
  const text = typeof cell === 'string' ? asTyped(cell).toLowerCase() : String(cell);
  if (text === '') return { kind: 'blank' };
  if (isErrorValue(text)) return unreadable(`holds the error ${text.toUpperCase()}`);
  const pair = YEAR_PAIR.exec(text);
  const first = fullYear(pair?.[1]);
  const follows = pair && (first + 1) % 100 === Number(pair[2]?.slice(-2));
  const century = pair?.[2]?.length !== 4 || Number(pair[2]) === first + 1;
  if (!follows || !century || first < FIRST_YEAR || first >= LAST_YEAR) {
    return unreadable(
      `holds ${quoted(shown(cell))}, which is not a financial year such as 2024/25`,
    );
  }
  return { kind: 'value', value: yearStarting(first) };
}

/**
 * Days of a placement that fall in a financial year. The start date counts and the end date does
 * not, as on the SSDA903 return, where one episode ends on the day that the next begins; the last
 * day of the year counts. An 'until' date, which does count, is given as the day after it. `end`
 * is null while the placement goes on. 0 where nothing falls in the year.
 * @example dayCount('2025-01-08', null, '2024/25') // 83
 */
export function dayCount(start: IsoDate, end: IsoDate | null, fy: FinancialYear): number {
  const year = financialYearBounds(fy);
  const from = start > year.start ? start : year.start;
  const dayAfterYear = addDays(year.end, 1);
  const to = end !== null && end < dayAfterYear ? end : dayAfterYear;
  return Math.max(0, daysBetween(from, to));
}

/**
 * The part of a weekly cost that falls in a financial year, in pounds, unrounded: £ a week × days ÷ 7.
 * @example partYearEffect(5000, '2025-01-08', null, '2024/25') // 59285.714…
 */
export const partYearEffect = (
  weekly: number,
  start: IsoDate,
  end: IsoDate | null,
  fy: FinancialYear,
): number => (weekly * dayCount(start, end, fy)) / 7;

// Annualising ---------------------------------------------------------------------------------

const WEEKS = {
  '52': 52,
  '52.14': 52.14,
  '52.18': 52.18,
  '365/7': 365 / 7,
  '366/7': 366 / 7,
  '53': 53,
} as const;

type StatedBasis = keyof typeof WEEKS;

/** The bases to choose from, the default first; a financial year may be given besides. */
export const bases: readonly StatedBasis[] = ['52', '52.14', '52.18', '365/7', '366/7', '53'];

export const defaultBasis: StatedBasis = '52';

const stated = (basis: Basis): StatedBasis | undefined => bases.find((known) => known === basis);

/**
 * Reads a basis: 52, 52.14, 52.18, 53 as numbers or text ('x52', '52 weeks'), '365/7' and '366/7'
 * (or what Excel makes of =365/7), or a financial year. Blank is blank: the caller's default.
 */
export function readBasis(cell: CellValue): Reading<Basis> {
  if (typeof cell === 'number') return readWeeks(cell);
  if (typeof cell === 'string') {
    const text = asTyped(cell).toLowerCase();
    const plain = text.replace(/^[x×] ?/, '').replace(/ ?(?:weeks?|wks?)$/, '');
    const known = bases.find((basis) => basis === plain.replaceAll(' ', ''));
    if (known) return { kind: 'value', value: known };
    if (/^\d+(\.\d+)?$/.test(plain)) return readWeeks(Number(plain));
  }
  const year = readFinancialYear(cell);
  return year.kind === 'unreadable' && !year.why.startsWith('holds the error')
    ? notABasis(shown(cell))
    : year;
}

function readWeeks(weeks: number): Reading<Basis> {
  const known = bases.find((basis) => Math.abs(WEEKS[basis] - weeks) < 1e-9);
  return known ? { kind: 'value', value: known } : notABasis(String(weeks));
}

const notABasis = (text: string): Reading<Basis> =>
  unreadable(
    `holds ${quoted(text)}, which is not a basis: use ${bases.join(', ')} or a financial year such as 2024/25`,
  );

/** Weeks in a year on a basis; a financial year's are its days ÷ 7. */
export function weeksIn(basis: Basis): number {
  const known = stated(basis);
  return known ? WEEKS[known] : daysInFinancialYear(basis as FinancialYear) / 7;
}

/**
 * A weekly amount as an amount a year, in pounds, unrounded.
 * @example annualise(-14724.86, '52') // -765692.72
 */
export const annualise = (weekly: number, basis: Basis): number => weekly * weeksIn(basis);

/** The basis as it is stated beside a figure: '52', '365/7', '2024/25'. */
export const basisName = (basis: Basis): string => basis;
