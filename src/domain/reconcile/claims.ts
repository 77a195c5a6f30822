import { plainly } from '../typed';
import { compared, derived, type Derived } from './check';
import { asCount, type Figure } from './figure';
import { netSaving, sideOf, type Paper } from './paper';
import { flowIn, type PrintedRow, type PrintedTable } from './printedTable';
import { amountColumn, totalOf } from './tableTotals';

/** A figure that a paper states in its prose, and what it says that it is. */
export interface Claim {
  /** Its place among what the paper states, from 0. */
  id: number;
  /** The cell or the line that its figure stands in. */
  place: string;
  table: string;
  statement: string;
  figure: Figure;
  /** 'count' is a number of something, not told to be young people. */
  measure: 'people' | 'count' | 'money' | 'percent';
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
const NUMBER = /\b(number|no|how many|count) of\b/;
const MONEY =
  /£|\b(costs?|sav\w+|spend\w*|overspend\w*|underspend\w*|amounts?|budgets?|price\w*|fees?|grants?|pounds|week\w*|annum|annual\w*|year\w*)\b/;
const YEAR =
  /\b(annum|annual\w*|yearly|a year|per year|full year|fye|each year|p ?a|in a year|over a year)\b/;
const NET = /\b(net|overall|balance)\b/;
const ORIGINAL =
  /\b(original|baseline|before|previous|initial|starting)\b|\b(fell|fallen|reduced|decreased|lowered|down|rose|risen|increased|up|gone|went) from\b/;
const CURRENT =
  /\b(current|now|latest|present)\b|\b(fell|fallen|reduced|decreased|lowered|down|rose|risen|increased|up|gone|went) to\b/;

/** With a space before, between and after the words, so that a label is found whole. */
export const words = (text: string): string =>
  ` ${plainly(text)
    .replace(/[^a-z0-9£+]+/g, ' ')
    .trim()} `;

/** What a paper states in its prose, each figure of a statement read. */
export const claimsOf = (paper: Paper): Claim[] =>
  paper.stated
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        row.figures.flatMap((figure, at) => {
          if (!figure) return [];
          const statement = statementOf(table, row.label, at);
          return [claimOf(table.title, statement, figure, row.places?.[at] ?? '', paper)];
        }),
      ),
    )
    .map((claim, id) => ({ ...claim, id }));

/** A statement with several figures says by their headings which is which. */
const statementOf = ({ columns }: PrintedTable, label: string, at: number): string =>
  [label, ...(columns.length > 1 ? [columns[at]!.heading] : [])]
    .filter((text) => text !== '')
    .join(' ');

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

/** What is stated in all of one flow, averages and parts of it apart; the plainest of several. */
export function headlineOf(
  claims: readonly Claim[],
  flow: Claim['flow'],
  period: Claim['period'],
): Claim | undefined {
  const found = claims.filter(
    (claim) =>
      claim.flow === flow &&
      claim.period === period &&
      claim.measure === 'money' &&
      !claim.isAverage &&
      !claim.row,
  );
  return found.find(({ statement }) => narrowingIn(statement).length === 0) ?? found[0];
}

/** Words that do not say what a figure is of. */
const NO_SUBJECT =
  /^(a|an|the|of|in|on|at|as|by|to|is|are|was|were|be|been|has|have|had|and|or|for|from|with|over|that|this|than|which|who|whose|it|its|their|there|we|our|each|every|per|all|both|total|totals|sum|figures?|numbers?|no|count|amounts?|how|many|much|headcount|young|people|persons?|child|children|yp|cyp|placements?|cases|families|costs?|costing|spend|pounds|week\w*|year\w*|annum|annual\w*|full|effect|fye|p|averages?|mean|head|[\d.]+|[^a-z0-9]+)$/;
/** Words that say which way a cost went. */
const WAY =
  /^(overall|gross|net|balance|original|baseline|before|previous|initial|starting|current|now|latest|present|differences?|changes?|reduc\w*|sav(e|es|ed|ing|ings)|decreas\w*|lower\w*|falls?|fell|fallen|increas\w*|higher|rises?|risen|rising|rose|gone|went|up|down|less|more)$/;

const subjectWords = (text: string): string[] =>
  words(text)
    .split(' ')
    .filter((word) => word !== '' && !NO_SUBJECT.test(word));

/** What a text is about beside money, people and time: the stems of its other words. */
export const subjectsOf = (text: string): string[] => subjectWords(text).map(stemOf);

/** Words by which a statement is of a part, or of something else, than all costs that changed one way. */
export const narrowingIn = (text: string): string[] =>
  subjectWords(text).filter((word) => !WAY.test(word));

/** 'discharge' of 'discharged' and 'discharges': enough to tell that two words are about the same. */
export const stemOf = (word: string): string => word.replace(/(?<=\w{4})(?:ing|ed|es|s|e)$/, '');

function claimOf(
  table: string,
  statement: string,
  figure: Figure,
  place: string,
  paper: Paper,
): Omit<Claim, 'id'> {
  const text = words(statement);
  // '£1.6m a year', '57 young people': what it is for may stand behind the figure.
  const whole = words(`${statement} ${figure.text}`);
  const measure = measureOf(whole, figure);
  const named = rowNamed(text, paper);
  return {
    place,
    table,
    statement,
    figure:
      measure !== 'money' && measure !== 'percent' && figure.step === 1 ? asCount(figure) : figure,
    measure,
    period: YEAR.test(whole) ? 'year' : 'week',
    isAverage: AVERAGE.test(whole),
    flow: flowOf(text, figure, paper, named !== undefined),
    row: named,
  };
}

/** 'About 1,200 children' are still children; thousands and millions are money. */
const MOST_ROUNDED = 100;

/** A whole number without a pound sign is counted where the words are not about money. */
function measureOf(text: string, { isMoney, isPercent, step, value }: Figure): Claim['measure'] {
  if (isPercent) return 'percent';
  const isWhole = step === 0 || (step >= 1 && step <= MOST_ROUNDED);
  if (isMoney || !isWhole || AVERAGE.test(text)) return 'money';
  if (PEOPLE.test(text)) return 'people';
  const isCounted =
    step === 1 && Number.isInteger(value) && (NUMBER.test(text) || !MONEY.test(text));
  return isCounted && !flowIn(text) && !NET.test(text) ? 'count' : 'money';
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

/** The row whose label the statement holds, in brackets or not, the longest where several are. */
function rowNamed(text: string, { tables }: Paper): Claim['row'] {
  const isNamed = (label: string): boolean => /[a-z]/i.test(label) && text.includes(words(label));
  const found = tables.flatMap((table) =>
    table.rows
      .filter(
        ({ kind, label }) =>
          kind === 'row' && (isNamed(label) || isNamed(label.replace(/\(.*?\)/g, ''))),
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
