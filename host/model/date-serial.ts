const DAY = 86_400_000;

/**
 * The number of a day as Excel's DATE gives it: months and days beyond their ends go on in the next
 * year or month, years before 1900 are added to 1900. Undefined for a day before the system's first.
 */
export function dateSerial(
  year: number,
  month: number,
  day: number,
  date1904: boolean,
): number | undefined {
  const base = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const years = year < 1900 ? year + 1900 : year;
  const serial = (Date.UTC(years, month - 1, day) - base) / DAY;
  // The 1900 system counts a 29 February 1900 that never was.
  const counted = !date1904 && serial < 61 ? serial - 1 : serial;
  return counted < 0 ? undefined : counted;
}
