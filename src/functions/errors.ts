import { capitalised } from '../domain/typed';

/**
 * Every sentence that a custom function can answer with. Excel shows the sentence for #VALUE! and
 * #N/A alone, so an error that needs explaining is one of those two; #DIV/0! explains itself.
 * Sentences name the argument and the row, never what the cell holds: a workbook is passed around.
 */

export type FunctionError = CustomFunctions.Error;

/** #VALUE!: something was given that cannot be used. */
export const invalid = (sentence: string): FunctionError =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, sentence);

/** #N/A: something is missing. */
export const missing = (sentence: string): FunctionError =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, sentence);

/** #DIV/0!: growth or a share of nothing. */
export const dividedByZero = (sentence: string): FunctionError =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero, sentence);

/** 'row 3 of original', or 'original' where it is one cell. `row` counts from 1. */
const place = (argument: string, row?: number): string =>
  row === undefined ? argument : `row ${row.toLocaleString('en-GB')} of ${argument}`;

export const sentences = {
  unreadable: (argument: string, wanted: string, row?: number): string =>
    capitalised(`${place(argument, row)} is not ${wanted}.`),
  blank: (argument: string, remedy: string, row?: number): string =>
    capitalised(`${place(argument, row)} is blank; ${remedy}.`),
  notGiven: (argument: string): string =>
    capitalised(`${argument} is missing: give a cell or a range.`),
  sizes: (one: string, oneSize: string, other: string, otherSize: string): string =>
    capitalised(`${one} is ${oneSize} but ${other} is ${otherSize}: make them the same size.`),
  costsBlank: (row?: number): string =>
    capitalised(
      `${place('cohorts', row)} names a cohort but both costs are blank; type them, or 0.`,
    ),
  zeroBefore: 'Before is 0, so there is no percentage change; show the difference instead.',
  negativeBefore:
    'Before is negative, so a percentage change would mislead; show the difference instead.',
  endBeforeStart: 'The end date is before the start date; correct one of them.',
  untilBeforeDiversion: 'The until date is before the date of diversion; correct one of them.',
  sharesAboveAll: 'The education and health shares add up to more than 100%; correct one of them.',
  nothingSaved: 'The annual saving is 0 or less, so the capital is never paid back.',
  grantAboveCapital: 'The grant is more than the capital; correct one of them.',
  negativeFunding: 'The capital or the grant is below 0; type both without a minus.',
  unknownPlacement:
    'This placement is not one that the function knows; use words such as IFA, Residential or Supported accommodation, or an SSDA903 code.',
  cohortsNeeded: 'To ask for one cohort, give the range of cohorts as the third argument.',
  noSuchCohort: 'No young person is in this cohort; check its spelling against the cohorts.',
  unknownMeasure: (measures: readonly string[]): string =>
    `The measure is not known: use ${measures.slice(0, -1).join(', ')} or ${measures.at(-1)}.`,
  oneColumn: 'Three columns are filled beside each row, so give ranges of one column.',
  unknownDirection:
    'The direction is not known: use reductions or increases, or leave it out for the net.',
  oneCell: (argument: string): string => capitalised(`${argument} is several cells: give one.`),
  noParts: 'There are no parts to add up: give the cells that the figure is the total of.',
  negativeTolerance: 'The tolerance is below 0; give an amount such as 0.05.',
  noCount: (row: number, column: number): string =>
    capitalised(
      `${place('counts', row)}, column ${column.toLocaleString('en-GB')}, is not a count; type a whole number from 0 up, or words.`,
    ),
  unknownThreshold:
    'The threshold is not a whole number from 0 to 9; use 5 to hide counts of 1 to 5, or 0 to hide none.',
  zeroOriginal: 'The original cost is 0, so there is no percentage change.',
} as const;
