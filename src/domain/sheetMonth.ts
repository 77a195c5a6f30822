const MONTHS = ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar'];
const NAMED = new RegExp(`\\b(${MONTHS.join('|')})[a-z]*\\b\\W*(\\d{4}|\\d{2})?`, 'i');

/** The month in a sheet's name, counted in financial years: 'Dec 24' is after 'Nov 24'; -1 without one. */
export function sheetMonth(name: string): number {
  const named = NAMED.exec(name);
  if (!named) return -1;
  const month = MONTHS.indexOf(named[1]!.toLowerCase());
  if (named[2] === undefined) return month;
  const calendarYear = Number(named[2]) % 100;
  const year = month >= MONTHS.indexOf('jan') ? calendarYear - 1 : calendarYear;
  return year * 12 + month;
}
