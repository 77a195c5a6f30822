/** The column of an Excel table, between headings and totals, wherever the table has got to. */
export const columnOf = (table: string, heading: string): string => `${table}[${heading}]`;

/** A column's cell in the formula's own row; in full, because '[@Column]' breaks in a file. */
export const thisRow = (table: string, heading: string): string =>
  `${table}[[#This Row],[${heading}]]`;
