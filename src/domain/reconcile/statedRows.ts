import { readDate } from '../calendar';
import type { CellValue } from '../reading';
import { plainly } from '../typed';
import { readFigure, type FigureReading } from './figure';
import type { PrintedProblem } from './printedTable';
import { isBlank, textOf } from './tableBlocks';

const STATED_TITLE = /\b(stated|headline|quoted) figures?\b|\bfigures? (stated|quoted)\b/;
const STATED_HEADING = /^(statements?|claims?|stated|figures?)\b/;
/** Where in the paper something is stated: a paragraph's number is no figure. */
const REFERENCE =
  /^(para\w*|pages?|pp?|ref\w*|sources?|sections?|slides?|lines?|rows?|items?|no|#)\b/;

/** Whether what stands under a title is a statement and its figure, row by row. */
export const isStatedTitle = (title: string): boolean =>
  STATED_TITLE.test(plainly(title).replace(/[^a-z]+/g, ' '));

/** Statements need no headings: the row that has them, or none, is all there is above them. */
export function statedHeadingRows(cells: readonly (readonly CellValue[])[]): number {
  const row = cells[0]!;
  const isHeading =
    row.some((cell) => STATED_HEADING.test(plainly(textOf(cell)))) ||
    row.filter((cell) => !isBlank(cell)).length > 1;
  return isHeading && !row.some((cell, at) => at > 0 && isSaid(cell)) ? 1 : 0;
}

const isDate = (cell: CellValue): boolean =>
  typeof cell === 'string' && readDate(cell, 1900).kind === 'value';

const isSaid = (cell: CellValue): boolean =>
  ['value', 'hidden'].includes(readFigure(cell).kind) || isDate(cell);

/** The columns of figures beside the statements; where none holds one, those that could. */
export function statedColumns(
  headings: readonly string[],
  readings: readonly (readonly FigureReading[])[],
  labelled: number,
): number[] {
  const others = readings[0]!.flatMap((_, column) =>
    column === labelled || REFERENCE.test(plainly(headings[column] ?? '')) ? [] : [column],
  );
  const holding = (kinds: readonly FigureReading['kind'][]): number[] =>
    others.filter((column) => readings.some((row) => kinds.includes(row[column]!.kind)));
  const figures = holding(['value']);
  return figures.length > 0 ? figures : holding(['hidden', 'unreadable']).slice(0, 1);
}

/** What is stated in a row without a figure that could be compared. */
export function statedProblems(
  label: string,
  columns: readonly number[],
  places: readonly string[],
  readings: readonly FigureReading[],
  cells: readonly CellValue[],
): PrintedProblem[] {
  const isNot = `‘${label}’ is not compared with a table`;
  if (columns.every((column) => readings[column]!.kind === 'blank')) {
    if (label === '') return [];
    const [place] = places as [string];
    return [{ place, label, message: `${place}: ${isNot}: no figure stands beside it.` }];
  }
  return columns.flatMap((column, i) => {
    const reading = readings[column]!;
    const place = places[i]!;
    const problem = (message: string) => [{ place, label, message }];
    if (reading.kind === 'hidden') return problem(`${place}: ${isNot}: its figure is hidden.`);
    if (reading.kind !== 'unreadable') return [];
    return isDate(cells[column]!)
      ? problem(`${place}: ${isNot}: ${textOf(cells[column])} is a date.`)
      : problem(`${place} ${reading.why}: ${isNot}.`);
  });
}
