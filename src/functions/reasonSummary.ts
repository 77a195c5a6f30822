import { reasonNamed, type Reason } from '../domain/reason';
import { byReason, type Direction, type ReasonedChange } from '../domain/reasonTable';
import type { CellValue, Reading } from '../domain/reading';
import { singleSpaced } from '../domain/typed';
import { cost, readCall, type Result } from './arguments';
import { invalid, sentences } from './errors';
import { cellsOf, plainCell, type Given } from './range';

/** What heads the weekly amounts. */
const AMOUNTS: Record<Direction, string> = {
  reductions: 'Saved a week',
  increases: 'Added a week',
  net: 'Difference',
};

const readReason = (cell: CellValue): Reading<Reason> => {
  const reason = reasonNamed(String(cell));
  if (reason !== undefined) return { kind: 'value', value: reason };
  return singleSpaced(String(cell)) === ''
    ? { kind: 'blank' }
    : { kind: 'unreadable', why: 'is not a reason' };
};

const declared = {
  reasons: {
    name: 'reasons',
    read: readReason,
    wanted: 'one of the reasons; use one as the help page lists them, such as Return home',
    ifBlank: 'type the reason',
    isData: (cell: CellValue): boolean => readReason(cell).kind === 'value',
  },
  original: cost('original cost', 'type the amount, or 0'),
  current: cost('current cost', 'type 0 if the placement has ended'),
};

/**
 * REASON_SUMMARY: a table of reasons with headings and a total, £ a week, unrounded. Without a
 * direction it is the net of every reason, where a saving is negative, as in COHORT_DELTA;
 * reductions and increases are paper 000's two tables, each with its own amounts positive.
 * Rows with nothing in them are passed over; a row that lacks something, or holds what cannot be
 * read, is an error for the whole, since a total without it would be wrong and not show it.
 */
export function reasonSummary(
  given: { reasons: Given; original: Given; current: Given },
  direction: Given,
): Result[][] {
  const chosen = directionOf(direction);
  return [
    ['Reason', 'Young people', AMOUNTS[chosen], 'Average'],
    ...byReason(readChanges(given), chosen).map((row): Result[] => [
      row.reason,
      row.youngPeople,
      row.weekly,
      row.average,
    ]),
  ];
}

function directionOf(given: Given): Direction {
  const word = singleSpaced(String(plainCell(cellsOf(given)?.[0]?.[0]))).toLowerCase();
  if (word === '') return 'net';
  if (word === 'reductions' || word === 'increases') return word;
  throw invalid(sentences.unknownDirection);
}

function readChanges(given: { reasons: Given; original: Given; current: Given }): ReasonedChange[] {
  const { aligned, row } = readCall(declared, given);
  const changes: ReasonedChange[] = [];
  for (let at = 0; at < aligned.rows; at++) {
    for (let column = 0; column < aligned.columns; column++) {
      const reading = row(at, column);
      if (reading.kind === 'error') throw reading.error;
      if (reading.kind === 'blank') continue;
      const { reasons: reason, original, current } = reading.values;
      changes.push({ reason, original, current });
    }
  }
  return changes;
}
