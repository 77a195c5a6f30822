import { defaultBasis } from '../domain/calendar';
import { perCohort, TOTAL } from '../domain/cohort';
import { isCounted, type CountedEntry, type LedgerEntry } from '../domain/ledger';
import { displayName, reasonNamed, type Reason } from '../domain/reason';
import { byReason, onSide, type Direction } from '../domain/reasonTable';
import type { CellValue } from '../domain/reading';
import { plainly, singleSpaced } from '../domain/typed';
import { castOf, noAmounts, theYoungPeople, type FigureBehind } from './figureBehind';
import {
  averageOf,
  aYearOf,
  CURRENT,
  DIFFERENCE,
  ORIGINAL,
  PEOPLE,
  PERCENT,
  SAVING,
  type Measure,
} from './measure';
import type { CellFormat, SignStyle } from './plan';

/** An argument of a call: cells, a value, or neither where it cannot be told. */
export interface CalledWith {
  /** As it stands in the formula; '' where it is left out. */
  text: string;
  value?: string | number;
  cells?: CalledCells;
}

/** Cells that a call takes. Rows and columns count from 0, both ends are in. */
export interface CalledCells {
  sheet: string;
  /** With the sheet's name, "Tracker!G5:G107". */
  address: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** A cell's value; '' where the argument's values were not read. */
  at: (row: number, column: number) => CellValue;
}

/** A call of one of the add-in's functions, as it is to be explained. */
export interface Called {
  /** 'COHORT_DELTA' */
  name: string;
  arguments: readonly CalledWith[];
  /** False where the formula does more than the call. */
  whole: boolean;
  /** The cell that calls it, or that it spills into: "Summary!B3". */
  address: string;
  /** Where in the result the cell is, from 0. */
  row: number;
  column: number;
  /** What the cell shows. */
  shown: CellValue;
}

/** What a function does, and what the cell at a place of its result is of. */
interface Explained {
  /** Completes "PLACEMENT.X gives …". */
  gives: string;
  /** Places of the arguments whose cells have to be read. */
  reads: readonly number[];
  of: (called: Called, ledger: readonly LedgerEntry[]) => Part;
}

/** The young people that one cell of a result is of, and how it is worked out of them. */
interface Part {
  entries: LedgerEntry[];
  /** Completes "57 young people …". */
  who: string;
  measure?: Measure;
  format?: CellFormat;
  /** Says what the cell is where it is no figure. */
  sentence?: string;
}

const eachRow = (gives: string, measure?: Measure, format?: CellFormat): Explained => ({
  gives,
  reads: [],
  of: (called, ledger) => ({ ...ofItsRow(called, ledger), measure, format }),
});

const FUNCTIONS: Record<string, Explained> = {
  WEEKLY_SAVING: eachRow('the original less the current weekly cost', SAVING, 'money'),
  ANNUALISE: eachRow('a weekly cost as a cost a year, 52 weeks of it unless a basis is given'),
  PERCENT_CHANGE: eachRow('the growth from before to after as a fraction', PERCENT, 'percent'),
  PART_YEAR_EFFECT: eachRow(
    'the part of a weekly cost that falls in a financial year, by days ÷ 7',
  ),
  COST_AVOIDED: eachRow('a weekly cost from the date of diversion to another, by days ÷ 7'),
  FINANCIAL_YEAR: eachRow('the financial year of a date'),
  FINANCIAL_PERIOD: eachRow('the financial period of a date, April being 1'),
  NET_COST: eachRow('social care’s share of a cost, after education and health'),
  PAYBACK_YEARS: eachRow(
    'the years until an annual saving has paid back the council’s own capital',
  ),
  PLACEMENT_GROUP: eachRow('the standard group of a placement'),
  RECONCILE: eachRow('whether a stated figure is what its parts add up to'),
  SUPPRESS: eachRow('counts as they can be published, small ones hidden'),
  CHANGE_REASON: eachRow('why a weekly cost changed, from the note and the other columns'),
  CHANGE_EVIDENCE: eachRow('why a weekly cost changed, how sure that is, and on what evidence'),
  COHORT_DELTA: {
    gives: 'the current less the original weekly cost of a cohort, or a table of all cohorts',
    reads: [2, 3, 4],
    of: ofCohort,
  },
  REASON_SUMMARY: {
    gives: 'young people and weekly cost by reason',
    reads: [0, 3],
    of: ofReason,
  },
};

/** The places of the arguments of a function whose cells its explanation reads. */
export const argumentsRead = (name: string): readonly number[] =>
  Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]!.reads : [];

/** Where what a cell shows that calls one of the add-in's functions comes from. */
export function functionBehind(
  called: Called,
  ledger: readonly LedgerEntry[],
  signs: SignStyle,
): FigureBehind {
  const { name, address, whole, shown } = called;
  const said = (entries: LedgerEntry[], ...sentences: string[]): FigureBehind => ({
    name: `PLACEMENT.${name} in ${address}`,
    entries,
    sentences,
  });
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]! : undefined;
  if (!known) return said([], `PLACEMENT.${name} is none of the functions that this version has.`);
  const first = `PLACEMENT.${name} gives ${known.gives}.`;
  const { entries, who, measure, format = 'money', sentence } = known.of(called, ledger);
  if (sentence) return said(entries, first, sentence);
  if (entries.length === 0) {
    const isKnown = called.arguments.some(({ cells }) => cells);
    return said([], first, isKnown ? NOBODY : UNKNOWN_CELLS);
  }
  const takes = `It takes the tracker’s cells of ${theYoungPeople(entries, who)}.`;
  if (!measure) return said(entries, first, takes);
  if (typeof shown !== 'number') return said(entries, first, takes, noFigure(shown));
  const counted = entries.filter(isCounted);
  if (counted.length < entries.length) return said(entries, first, takes);
  const casting = castOf({ measure, entries: counted, who, figure: shown, format, signs });
  const { cast } = casting;
  if (cast.casts) return { ...said(counted, first, casting.sentence), cast };
  return whole
    ? { ...said(counted, first, casting.sentence, OTHER_CELLS), cast }
    : said(counted, first, `${takes} ${MORE_THAN_THAT}`);
}

const NOBODY =
  'The cells that it takes are in no row of a young person in the tracker, so nobody can be listed.';
const UNKNOWN_CELLS =
  'The add-in cannot tell which cells it takes, so nobody can be listed. Give it cells, columns of a table or names of the workbook.';
const OTHER_CELLS =
  'Either it takes other cells than the tracker’s costs, or the tracker has changed since it was last read.';
const MORE_THAN_THAT = 'The formula does more than that, so that the list need not cast to it.';

const noFigure = (shown: CellValue): string =>
  singleSpaced(String(shown)) === ''
    ? 'The cell shows nothing.'
    : `The cell shows ‘${singleSpaced(String(shown))}’, which is no figure to cast to.`;

// Which rows ----------------------------------------------------------------------------------

/** Rows of a worksheet: cells that reach down to the last are a whole column. */
const LAST_ROW = 1_048_575;

const isOne = ({ top, left, bottom, right }: CalledCells): boolean =>
  top === bottom && left === right;

/** The cells that the size of the result comes from: of several rows where there are such. */
function sizing({ arguments: all }: Called): CalledCells | undefined {
  const cells = all.flatMap((each) => each.cells ?? []);
  return cells.find((each) => !isOne(each)) ?? cells[0];
}

const entriesOn = (ledger: readonly LedgerEntry[], cells: CalledCells): LedgerEntry[] =>
  ledger.filter(
    ({ sheet, row }) =>
      sheet === cells.sheet && row !== undefined && row - 1 >= cells.top && row - 1 <= cells.bottom,
  );

/** The one young person in whose row the cell of the result is; all where the result is summed up. */
function ofItsRow(called: Called, ledger: readonly LedgerEntry[]): Part {
  const cells = sizing(called);
  if (!cells) return { entries: [], who: '' };
  const on = entriesOn(ledger, cells);
  const who = `in ${cells.address}`;
  if (!called.whole && !isOne(cells)) return { entries: on, who };
  // Of whole columns the result begins with the first row of data, below the headings: the first
  // entry's, since the ledger is in the order of the sheets and their rows.
  const [first] = on;
  const top = first && cells.bottom === LAST_ROW ? first.row! - 1 : cells.top;
  const entries = on.filter(({ row }) => row! - 1 === top + called.row);
  return { entries, who: `in row ${top + called.row + 1}` };
}

// The two functions that sum up -----------------------------------------------------------------

/** A young person under the label that the function's own cells have for the row. */
interface Labelled {
  entry: CountedEntry;
  cohort: string;
}

function labelled(
  called: Called,
  ledger: readonly LedgerEntry[],
  labels: CalledWith | undefined,
  amounts: CalledWith | undefined,
): Labelled[] {
  const rows = amounts?.cells ?? sizing(called);
  if (!rows) return [];
  return entriesOn(ledger, rows)
    .filter(isCounted)
    .map((entry) => ({ entry, cohort: labelOf(labels, entry.row! - 1 - rows.top) }));
}

/** A single cell stands for every row. */
const labelOf = (labels: CalledWith | undefined, offset: number): string =>
  wordOf(labels, labels?.cells && isOne(labels.cells) ? 0 : offset);

/** A word that an argument gives, itself or in a cell of it. */
const wordOf = (argument: CalledWith | undefined, row = 0, column = 0): string => {
  const { cells, value = '' } = argument ?? {};
  const given = cells ? cells.at(cells.top + row, cells.left + column) : value;
  return singleSpaced(String(given));
};

const MEASURES: Record<string, { measure: Measure; format: CellFormat }> = {
  count: { measure: PEOPLE, format: 'count' },
  original: { measure: ORIGINAL, format: 'money' },
  current: { measure: CURRENT, format: 'money' },
  difference: { measure: DIFFERENCE, format: 'change' },
  average: { measure: averageOf(DIFFERENCE), format: 'change' },
  annual: { measure: aYearOf(DIFFERENCE, defaultBasis), format: 'change' },
  percent: { measure: PERCENT, format: 'percent' },
};

/** The columns of the table that COHORT_DELTA spills, after the cohort's name. */
const COHORT_TABLE = ['count', 'original', 'current', 'difference', 'average', 'annual'];

function ofCohort(called: Called, ledger: readonly LedgerEntry[]): Part {
  const [original, , cohorts, cohort, measure] = called.arguments;
  const rows = labelled(called, ledger, cohorts, original);
  const word = wordOf(measure).toLowerCase();
  if (asksFor(cohort)) {
    const people = inCohort(rows, wordOf(cohort, called.row, called.column));
    return { ...people, ...MEASURES[word === '' ? 'difference' : word] };
  }
  if (!called.whole) return everybody(rows);
  if (called.row === 0) return headingPart(rows);
  const group = perCohort(rows)[called.row - 1]?.rows;
  const people = group ? ofGroup(group) : everybody(rows);
  const columns = word === '' ? COHORT_TABLE : [word];
  return called.column === 0
    ? namePart(people)
    : { ...people, ...MEASURES[columns[called.column - 1] ?? ''] };
}

/** As many cells as anybody names cohorts in. */
const MOST_NAMES = 1000;

/** Whether a cohort is named, or several; without one the function gives a table of all. */
function asksFor(cohort: CalledWith | undefined): boolean {
  if (!cohort?.cells) return wordOf(cohort) !== '';
  const { top, left, bottom, right } = cohort.cells;
  for (let row = 0; row <= Math.min(bottom - top, MOST_NAMES); row++) {
    for (let column = 0; column <= right - left; column++) {
      if (wordOf(cohort, row, column) !== '') return true;
    }
  }
  return false;
}

const ofGroup = (group: readonly Labelled[]): Part => {
  const name = group[0]!.cohort;
  return {
    entries: group.map(({ entry }) => entry),
    who: name === '' ? 'without a cohort' : `in ‘${name}’`,
  };
};

const everybody = (rows: readonly Labelled[]): Part => ({
  entries: rows.map(({ entry }) => entry),
  who: 'in the rows that it takes',
});

function inCohort(rows: readonly Labelled[], asked: string): Part {
  if (
    plainly(asked) === plainly(TOTAL) &&
    rows.every(({ cohort }) => plainly(cohort) !== plainly(asked))
  ) {
    return everybody(rows);
  }
  return {
    entries: rows
      .filter(({ cohort }) => plainly(cohort) === plainly(asked))
      .map(({ entry }) => entry),
    who: `in ‘${asked}’`,
  };
}

const headingPart = (rows: readonly Labelled[]): Part => ({
  ...everybody(rows),
  sentence: 'This cell heads a column of its table. Select a figure below it.',
});

const namePart = (people: Part): Part => ({
  ...people,
  sentence: noAmounts(people.entries, people.who),
});

function ofReason(called: Called, ledger: readonly LedgerEntry[]): Part {
  const [reasons, original, , given] = called.arguments;
  const rows = labelled(called, ledger, reasons, original);
  if (!called.whole) return everybody(rows);
  if (called.row === 0) return headingPart(rows);
  const word = wordOf(given).toLowerCase();
  const direction: Direction = word === 'reductions' || word === 'increases' ? word : 'net';
  // Its reasons are what its own cells say, which need not be those that count in the ledger.
  const own = rows.flatMap(({ entry, cohort }) => {
    const reason: Reason | undefined = reasonNamed(cohort);
    return reason ? [{ entry, reason, original: entry.original, current: entry.current }] : [];
  });
  const reason = byReason(own, direction)[called.row - 1]?.reason;
  const side = onSide(own, direction).filter((row) => reason === TOTAL || row.reason === reason);
  const people: Part = {
    entries: side.map(({ entry }) => entry),
    who:
      reason === undefined || reason === TOTAL
        ? 'in the rows that it takes'
        : `whose reason in ${reasons?.text ?? 'its cells'} is ‘${displayName(reason)}’`,
  };
  if (called.column === 0) return namePart(people);
  const amount = direction === 'reductions' ? SAVING : DIFFERENCE;
  const measures: [Measure, CellFormat][] = [
    [PEOPLE, 'count'],
    [amount, amount.format],
    [averageOf(amount), amount.format],
  ];
  const [measure, format] = measures[called.column - 1] ?? [];
  return { ...people, measure, format };
}
