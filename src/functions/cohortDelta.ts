import { defaultBasis } from '../domain/calendar';
import type { PlacementChange } from '../domain/change';
import { byCohort, TOTAL, type CohortRow } from '../domain/cohort';
import { singleSpaced } from '../domain/typed';
import { cost, readCall, text, type Result } from './arguments';
import { dividedByZero, invalid, missing, sentences } from './errors';
import { cellsOf, plainCell, type Given } from './range';

const MEASURES = {
  difference: { heading: 'Difference', of: (row: CohortRow): Result => row.difference },
  average: { heading: 'Average', of: (row: CohortRow): Result => row.average },
  original: { heading: 'Original', of: (row: CohortRow): Result => row.original },
  current: { heading: 'Current', of: (row: CohortRow): Result => row.current },
  count: { heading: 'Young people', of: (row: CohortRow): Result => row.youngPeople },
  percent: { heading: 'Change %', of: percentOf },
  annual: { heading: `A year (x${defaultBasis})`, of: (row: CohortRow): Result => row.annual },
} as const;

type Measure = keyof typeof MEASURES;

const isMeasure = (word: string): word is Measure => Object.hasOwn(MEASURES, word);

/** Paper 000's columns, in its order. */
const TABLE: readonly Measure[] = [
  'count',
  'original',
  'current',
  'difference',
  'average',
  'annual',
];

function percentOf(row: CohortRow): Result {
  if (row.original === 0) return dividedByZero(sentences.zeroOriginal);
  return row.original < 0 ? invalid(sentences.negativeBefore) : row.difference / row.original;
}

/**
 * COHORT_DELTA: a measure for each cohort asked for, or else a table of all cohorts with headings
 * and a total (of one measure, where one is asked for). Unrounded; a saving is negative.
 * Rows with nothing in them are passed over; a row that lacks a cost, or holds one that cannot be
 * read, is an error for the whole, since a total without it would be wrong and not show it.
 */
export function cohortDelta(
  given: { original: Given; current: Given; cohorts: Given },
  cohort: Given,
  measure: Given,
): Result[][] {
  const measureWord = wordOf(measure);
  if (measureWord !== '' && !isMeasure(measureWord)) {
    throw invalid(sentences.unknownMeasure(Object.keys(MEASURES)));
  }
  const asked = (cellsOf(cohort) ?? []).map((cells) => cells.map((cell) => nameOf(cell)));
  const askedFor = asked.some((names) => names.some((name) => name !== ''));
  if (askedFor && !cellsOf(given.cohorts)) throw invalid(sentences.cohortsNeeded);

  const rows = byCohort(readChanges(given), defaultBasis);
  if (!askedFor) return tableOf(rows, measureWord === '' ? TABLE : [measureWord]);
  const chosen = MEASURES[measureWord === '' ? 'difference' : measureWord];
  return asked.map((names) =>
    names.map((name) => {
      if (name === '') return '';
      const row = rowNamed(rows, name);
      return row ? chosen.of(row) : missing(sentences.noSuchCohort);
    }),
  );
}

const nameOf = (cell: unknown): string => singleSpaced(String(plainCell(cell)));
const wordOf = (given: Given): string => nameOf(cellsOf(given)?.[0]?.[0]).toLowerCase();

/** 'Total' is the total, which comes last; any other name is the cohort's. */
const rowNamed = (rows: readonly CohortRow[], name: string): CohortRow | undefined =>
  name.toLowerCase() === TOTAL.toLowerCase()
    ? rows.at(-1)
    : rows.find((row) => row.cohort.toLowerCase() === name.toLowerCase());

const tableOf = (rows: readonly CohortRow[], measures: readonly Measure[]): Result[][] => [
  ['Cohort', ...measures.map((measure) => MEASURES[measure].heading)],
  ...rows.map((row) => [row.cohort, ...measures.map((measure) => MEASURES[measure].of(row))]),
];

const declared = {
  original: cost('original cost', 'type the amount, or 0'),
  current: cost('current cost', 'type 0 if the placement has ended'),
  cohorts: text('cohorts'),
};

function readChanges(given: {
  original: Given;
  current: Given;
  cohorts: Given;
}): PlacementChange[] {
  const { aligned, row } = readCall(declared, given);
  const changes: PlacementChange[] = [];
  // A cohort in a cell of its own row says that a young person is there, costs or not.
  const namesCohort = (at: number, column: number): boolean =>
    cellsOf(given.cohorts) !== undefined &&
    aligned.rowNumber(2, at) !== undefined &&
    nameOf(aligned.cell(2, at, column)) !== '';
  for (let at = 0; at < aligned.rows; at++) {
    for (let column = 0; column < aligned.columns; column++) {
      const reading = row(at, column);
      if (reading.kind === 'error') throw reading.error;
      if (reading.kind === 'blank') {
        if (namesCohort(at, column)) throw missing(sentences.costsBlank(aligned.rowNumber(2, at)));
        continue;
      }
      const { original, current, cohorts: cohort = '' } = reading.values;
      changes.push({ reference: '', cohort, opportunity: '', original, current });
    }
  }
  return changes;
}
