import { plainly } from '../typed';
import { compared, derived, type Derived } from './check';
import { asCount, type Figure } from './figure';
import { netSaving, sideOf, type Paper } from './paper';
import { flowIn, type PrintedRow, type PrintedTable } from './printedTable';
import { amountColumn, totalOf } from './tableTotals';

/** A figure that a paper states in its prose, and what it says that it is. */
export interface Claim {
  table: string;
  statement: string;
  figure: Figure;
  measure: 'people' | 'money';
  period: 'week' | 'year';
  isAverage: boolean;
  /** Undefined where the statement does not say. */
  flow?: 'reductions' | 'increases' | 'net' | 'original' | 'current';
  /** A row of a table that the statement names. */
  row?: { table: PrintedTable; row: PrintedRow };
}

const PEOPLE =
  /\b(young people|young persons?|children|child|people|headcount|yp|placements?|cases|families|cohort size)\b/;
const AVERAGE = /\b(average|mean|per (?:person|head|child|young person|placement|case))\b/;
const YEAR =
  /\b(annum|annual\w*|yearly|a year|per year|full year|fye|each year|p ?a|in a year|over a year)\b/;
const NET = /\b(net|overall|balance)\b/;
const ORIGINAL = /\b(original|baseline|before|previous|initial|starting)\b/;
const CURRENT = /\b(current|now|latest|present)\b/;

/** With a space before, between and after the words, so that a label is found whole. */
export const words = (text: string): string =>
  ` ${plainly(text)
    .replace(/[^a-z0-9£+]+/g, ' ')
    .trim()} `;

/** What a paper states in its prose, each statement read. */
export const claimsOf = (paper: Paper): Claim[] =>
  paper.stated.flatMap(({ title, rows }) =>
    rows.flatMap((row) => {
      const figure = row.figures.find((each) => each !== undefined);
      return figure ? [claimOf(title, row.label, figure, paper)] : [];
    }),
  );

/** The stated totals of either side that their rows come to but for rounding. */
export function headlinesOf(claims: readonly Claim[], paper: Paper): Paper['headlines'] {
  const of = (flow: 'reductions' | 'increases'): Derived | undefined => {
    const claim = headlineOf(claims, flow, 'week');
    const sum = sideOf(paper, flow);
    const figure = claim && unsignedClaim(claim).figure;
    return figure && sum && compared(figure, sum).status === 'rounding'
      ? derived(figure)
      : undefined;
  };
  return { reductions: of('reductions'), increases: of('increases') };
}

/** What is stated in all of one flow, averages and parts of it apart. */
export const headlineOf = (
  claims: readonly Claim[],
  flow: Claim['flow'],
  period: Claim['period'],
): Claim | undefined =>
  claims.find(
    (claim) =>
      claim.flow === flow &&
      claim.period === period &&
      claim.measure === 'money' &&
      !claim.isAverage &&
      !claim.row,
  );

function claimOf(table: string, statement: string, figure: Figure, paper: Paper): Claim {
  const text = words(statement);
  const isPeople = !figure.isMoney && !figure.isPercent && PEOPLE.test(text) && !AVERAGE.test(text);
  const measure = isPeople && figure.step <= 1 ? 'people' : 'money';
  const named = rowNamed(text, paper);
  return {
    table,
    statement,
    figure: measure === 'people' ? asCount(figure) : figure,
    measure,
    period: YEAR.test(text) ? 'year' : 'week',
    isAverage: AVERAGE.test(text),
    flow: flowOf(text, figure, paper, named !== undefined),
    row: named,
  };
}

function flowOf(text: string, figure: Figure, paper: Paper, isOfRow: boolean): Claim['flow'] {
  if (NET.test(text)) return 'net';
  if (ORIGINAL.test(text)) return 'original';
  if (CURRENT.test(text)) return 'current';
  const flow = flowIn(text);
  if (flow !== 'reductions' || isOfRow) return flow;
  // 'Total saving' may be what was saved in all, or what is left of it.
  const saved = paper.reductions && totalOf(paper.reductions, amountColumn(paper.reductions));
  const net = netSaving(paper);
  if (!/\bsav/.test(text) || !saved || !net || figure.step === 0) return flow;
  const apart = (amount: number): number => Math.abs(Math.log(Math.abs(figure.value / amount)));
  const weekly = YEAR.test(text) ? 52 : 1;
  return apart(net.value * weekly) < apart(saved.value * weekly) ? 'net' : 'reductions';
}

/** The row whose label the statement holds, the longest where several are. */
function rowNamed(text: string, { tables }: Paper): Claim['row'] {
  const found = tables.flatMap((table) =>
    table.rows
      .filter(
        ({ kind, label }) => kind === 'row' && /[a-z]/i.test(label) && text.includes(words(label)),
      )
      .map((row) => ({ table, row })),
  );
  return found.sort((one, other) => other.row.label.length - one.row.label.length)[0];
}

/** A saving may be stated with its minus or without. */
export const unsignedClaim = (claim: Claim): Claim => ({
  ...claim,
  figure: { ...claim.figure, value: Math.abs(claim.figure.value) },
});
