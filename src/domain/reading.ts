/** What a cell can hold as Excel hands it over: '' is a blank cell, errors arrive as text such as '#REF!'. */
export type CellValue = string | number | boolean;

/**
 * The outcome of reading one cell: a value, a blank, or text that is neither.
 * `why` completes the sentence "<address> …", for an officer to read.
 */
export type Reading<T> =
  { kind: 'value'; value: T } | { kind: 'blank' } | { kind: 'unreadable'; why: string };

/** A date without time or zone, 'YYYY-MM-DD'; compares as text. */
export type IsoDate = string;

/** A date and the time of day where the officer is, 'YYYY-MM-DDTHH:MM'. */
export type Moment = string;

/** The two ways that a workbook counts days (Excel's "1904 date system" option). */
export type DateSystem = 1900 | 1904;
