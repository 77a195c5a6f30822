import { addDays, readDate } from './calendar';
import type { IsoDate } from './reading';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const YEAR = '(20\\d{2}|\\d{2})';
const ISO = /\b(20\d{2}) (\d{1,2}) (\d{1,2})\b/;
const DAY_FIRST = new RegExp(`\\b(\\d{1,2}) (\\d{1,2}) ${YEAR}\\b`);
const NAMED = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)? ?)?(${MONTHS}) ?${YEAR}\\b`);
const QUARTER = new RegExp(`\\b(q|p|period ?|quarter ?)(\\d{1,2}) ${YEAR} (20\\d{2}|\\d{2})\\b`);

/**
 * The date that a heading or a name speaks of, day before month; a month stands for its last day, so
 * does a quarter or a period of a financial year. Undefined where there is none.
 * @example dateIn('Weekly cost 30.6.24') // '2024-06-30'
 * @example dateIn('Tracker Dec 2023')    // '2023-12-31'
 * @example dateIn('Cost Q3 2024/25')     // '2024-12-31'
 */
export function dateIn(text: string): IsoDate | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const iso = ISO.exec(plain);
  if (iso) return readDay(`${iso[3]}/${iso[2]}/${iso[1]}`);
  const quarter = QUARTER.exec(plain);
  if (quarter) return endOfPeriod(quarter);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return readDay(`${dayFirst[1]}/${dayFirst[2]}/${dayFirst[3]}`);
  const named = NAMED.exec(plain);
  if (!named) return undefined;
  const [, day, month, year] = named;
  return day === undefined ? endOfMonth(`1 ${month} ${year}`) : readDay(`${day} ${month} ${year}`);
}

function readDay(day: string): IsoDate | undefined {
  const reading = readDate(day, 1900);
  return reading.kind === 'value' ? reading.value : undefined;
}

/** The last day of the month that a day lies in. */
function endOfMonth(day: string): IsoDate | undefined {
  const first = readDay(day);
  if (first === undefined) return undefined;
  return addDays(`${addDays(`${first.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
}

function endOfPeriod([, what, number, first, second]: RegExpExecArray): IsoDate | undefined {
  const year = Number(first) % 100;
  if ((year + 1) % 100 !== Number(second) % 100) return undefined;
  const period = Number(number) * (what!.startsWith('q') ? 3 : 1);
  if (!(period >= 1 && period <= 12)) return undefined;
  const month = ((period + 2) % 12) + 1;
  return endOfMonth(`1/${month}/${2000 + year + (month < 4 ? 1 : 0)}`);
}
