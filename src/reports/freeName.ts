/** Excel's for a sheet. */
const LONGEST_NAME = 31;

/**
 * The name itself, or with the first number that makes it free; it is taken from then on. Excel tells
 * neither sheets nor tables apart by capitals: `taken` is in small letters.
 */
export function freeName(
  wanted: string,
  taken: Set<string>,
  numbered = (number: number): string => ` (${number})`,
): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : numbered(number);
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
