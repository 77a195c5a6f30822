/** One a number of digits: making one costs a hundred times what using it does. */
const formats = new Map<number, Intl.NumberFormat>();

/** A number as it is written here, thousands apart, to so many digits: '1,234.50'. */
export function grouped(value: number, digits: number): string {
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(digits, format);
  }
  return format.format(value);
}
