import {
  daysInFinancialYear,
  bases,
  basisName,
  type Basis,
  type FinancialYear,
} from '../domain/calendar';
import { displayName, NO_CHANGE, type Reason } from '../domain/reason';
import { singleSpaced } from '../domain/typed';
import { LEDGER_HEADINGS, LEDGER_TABLE, type LedgerColumn } from './changeReasons';
import type { PlanCell, PlanFormula } from './plan';
import { columnOf } from './structuredReference';

/** Rows of the ledger: those that meet every condition, a column and a criterion each. */
export type LedgerPart = readonly (readonly [LedgerColumn, criterion: string])[];

/** Those who are in the totals have a change; nobody else has. */
const COUNTED: LedgerPart = [['change', '<>']];
export const EVERYBODY: LedgerPart = [];
const WITH_OPPORTUNITY: LedgerPart = [['opportunity', '<>']];
/** Those with a date of change; words in its place are none. */
export const DATED: LedgerPart = [['changedOn', '>=0']];

/** From half a penny, as isReduction has it, with roundPence's slack for what binary holds a shade low. */
const FELL = '<=-0.004999999';
const DID_NOT_FALL = '>-0.004999999';

export const inCohort = (cohort: string): LedgerPart => named('cohort', cohort);
export const inOpportunity = (opportunity: string): LedgerPart => named('opportunity', opportunity);
export const forReason = (reason: Reason): LedgerPart => named('reason', displayName(reason));

/** isReduction, as conditions. */
export const REDUCTIONS: LedgerPart = [
  ['reason', `<>${NO_CHANGE}`],
  ['change', FELL],
];

/** A reason's young people among the increases: all of them for 'No change'. */
export const increasesFor = (reason: Reason): LedgerPart =>
  reason === NO_CHANGE ? forReason(reason) : [...forReason(reason), ['change', DID_NOT_FALL]];

export const reductionsFor = (reason: Reason): LedgerPart => [
  ...forReason(reason),
  ['change', FELL],
];

/** What a cell could hold that is no text: there a criterion would look for a number or a date. */
const NOT_PLAIN_TEXT =
  /^([-+(.%#\p{Sc}\d]|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(true|false)$)/iu;

/** Excel takes 255 characters of text in a formula. */
const LONGEST_CRITERION = 250;

/**
 * The cells of a column that hold this text, and no others: what a criterion would read otherwise is
 * escaped. Text that could be a number is looked for as what begins with it and does not go on. Text
 * that is too long for a criterion is looked for by how it begins.
 */
function named(column: LedgerColumn, text: string): LedgerPart {
  const name = singleSpaced(text);
  const escaped = name.replace(/[~*?]/g, '~$&');
  if (escaped.length > LONGEST_CRITERION) {
    return [[column, `${name.slice(0, LONGEST_CRITERION / 2).replace(/[~*?]/g, '~$&')}*`]];
  }
  if (NOT_PLAIN_TEXT.test(name)) {
    return [
      [column, `${escaped}*`],
      [column, `<>${escaped}?*`],
    ];
  }
  return [[column, /^[<>=]/.test(name) ? `=${escaped}` : escaped]];
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const ledgerColumn = (column: LedgerColumn): string =>
  columnOf(LEDGER_TABLE, LEDGER_HEADINGS[column]);

const conditions = (part: LedgerPart): string => {
  const all = part.some(([column]) => column === 'change') ? part : [...part, ...COUNTED];
  return all.map(([column, criterion]) => `${ledgerColumn(column)},${quoted(criterion)}`).join();
};

/** How many young people the part has. */
export const count = (part: LedgerPart): string => `COUNTIFS(${conditions(part)})`;

/** What a column comes to, £. */
export const sum = (
  column: 'original' | 'current' | 'change' | 'inYear',
  part: LedgerPart,
): string => `SUMIFS(${ledgerColumn(column)},${conditions(part)})`;

/** The change a young person, £ a week. */
export const average = (part: LedgerPart): string =>
  `AVERAGEIFS(${ledgerColumn('change')},${conditions(part)})`;

/**
 * A ten-thousandth of a penny: what binary leaves of a sum that comes to nothing does not show as a
 * saving of £0.00, and sums over the figures still cast.
 */
export const settled = (amount: string): string => `ROUND(${amount},6)`;

/** Nought where nobody is, rather than Excel's error. */
export const whereAny = (youngPeople: string, amount: string): string =>
  `IF(${youngPeople}=0,0,${amount})`;

/** A weekly amount as one a year; annualise as a formula. */
export const yearly = (weekly: string, basis: Basis): string => {
  const isStated = bases.some((known) => known === basis);
  const weeks = isStated ? basisName(basis) : `${daysInFinancialYear(basis as FinancialYear)}/7`;
  return `${weekly}*${weeks}`;
};

/** A figure and the formula that Excel works it out by. */
export const live = (value: number, formula: string): LiveFigure => ({
  value,
  formula: `=${formula}`,
});

interface LiveFigure {
  value: number;
  formula: string;
}

/** A table's cells parted into what they come to and the formulas behind them. */
export function rowsOf(cells: readonly (readonly (PlanCell | LiveFigure)[])[]): {
  rows: PlanCell[][];
  formulas: (string | null)[][];
} {
  const isLive = (cell: PlanCell | LiveFigure): cell is LiveFigure =>
    cell !== null && typeof cell === 'object';
  return {
    rows: cells.map((row) => row.map((cell) => (isLive(cell) ? cell.value : cell))),
    formulas: cells.map((row) => row.map((cell) => (isLive(cell) ? cell.formula : null))),
  };
}

/** What the rows of a table are to come to. */
interface Cast {
  table: string;
  /** True where the last row is a total, so that every amount is there twice. */
  total: boolean;
  /** Heading of the column of weekly amounts. */
  amount: string;
  /** Formulas over the whole of the ledger. */
  youngPeople: string;
  weekly: string;
  /** Begins the sentence: 'Every young person counted'. */
  who: string;
}

/**
 * A sentence that Excel keeps true: whether the rows still hold everybody whom they should. Somebody
 * whose reason, cohort or side has no row is in the total and in no row.
 */
export function castCheck({ table, total, amount, youngPeople, weekly, who }: Cast): PlanFormula {
  const times = total ? '2*' : '';
  const counted = `SUM(${columnOf(table, 'Young people')})`;
  const amounts = `SUM(${columnOf(table, amount)})`;
  const agrees = `AND(${counted}=${times}(${youngPeople}),ABS(${amounts}-${times}(${weekly}))<0.005)`;
  const passes = `${who} is in one row of the table, as the change reasons now stand.`;
  const sentence = `IF(${agrees},${quoted(passes)},${quoted(WRITE_AGAIN)})`;
  return { formula: `=IFERROR(${sentence},${quoted(FAULTY)})` };
}

/** castCheck of a table in which everybody is, with a total. */
export const everybodyCheck = (table: string): PlanFormula =>
  castCheck({
    table,
    total: true,
    amount: 'Difference a week',
    youngPeople: count(EVERYBODY),
    weekly: sum('change', EVERYBODY),
    who: 'Every young person counted',
  });

/** castCheck of a table by identified opportunity, which has no total. */
export const opportunityCheck = (table: string): PlanFormula =>
  castCheck({
    table,
    total: false,
    amount: 'Difference a week',
    youngPeople: count(WITH_OPPORTUNITY),
    weekly: sum('change', WITH_OPPORTUNITY),
    who: 'Every young person counted with an identified opportunity',
  });

const FAULTY = 'A cost among the change reasons is not an amount: correct it.';
const WRITE_AGAIN =
  'The rows of the table do not add up to the change reasons as they now stand: write again.';
