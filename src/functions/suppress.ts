import { HIDDEN, USUAL_THRESHOLD } from '../domain/disclosure/hidden';
import { hideSmallCounts } from '../domain/disclosure/twoWayTable';
import type { CellValue } from '../domain/reading';
import { isErrorValue, singleSpaced } from '../domain/typed';
import type { Result } from './arguments';
import { invalid, missing, sentences } from './errors';
import { align, cellsOf, plainCell, type Given } from './range';

/** A number, right or wrong: '1,234', '-3', '(2)', '5%'. A dash alone is none. */
const NUMBER = /^(?=.*\d)[-+(]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?\)?%?$/;

/**
 * SUPPRESS: counts of young people, of the same shape, with those from 1 to the threshold as [c], and
 * those others that it takes so that subtraction gives none of them back. A last row or column that
 * adds up the others is a total. Headings and blanks are passed through.
 * @throws #VALUE! for what is no count, since a table with one left out would not add up
 */
export function suppressed(given: Given, threshold: Given): Result[][] {
  const cells = cellsOf(given);
  if (!cells) throw missing(sentences.notGiven('counts'));
  const most = thresholdOf(threshold);
  const { rows, columns, cell } = align([{ name: 'counts', cells }]);
  if (rows === 0) return [['']];
  const printed = grid(rows, columns, (row, column) => cell(0, row, column));
  const counts = grid(rows, columns, (row, column) => countOf(printed[row]![column]!, row, column));
  const hidden = hideSmallCounts(counts, most);
  return grid(rows, columns, (row, column) => {
    const shown = printed[row]![column]!;
    if (hidden[row]![column]) return HIDDEN;
    return typeof shown === 'number' ? shown : String(shown);
  });
}

const grid = <T>(rows: number, columns: number, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) => at(row, column)),
  );

/** A number that stands as text counts too, or it would be passed through as a heading. */
function countOf(cell: CellValue, row: number, column: number): number | undefined {
  const typed = typeof cell === 'string' ? singleSpaced(cell) : cell;
  if (typed === '') return undefined;
  if (typeof typed === 'string' && !NUMBER.test(typed) && !isErrorValue(typed)) return undefined;
  const count = typeof typed === 'string' ? Number(typed.replace(/,/g, '')) : typed;
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  throw invalid(sentences.noCount(row + 1, column + 1));
}

function thresholdOf(given: Given): number {
  const cells = cellsOf(given);
  if (!cells) return USUAL_THRESHOLD;
  if (cells.length > 1 || cells[0]!.length > 1) throw invalid(sentences.oneCell('threshold'));
  const cell = plainCell(cells[0]![0]);
  const typed = typeof cell === 'string' ? singleSpaced(cell) : cell;
  if (typed === '') return USUAL_THRESHOLD;
  if (!/^[0-9]$/.test(String(typed))) throw invalid(sentences.unknownThreshold);
  return Number(typed);
}
