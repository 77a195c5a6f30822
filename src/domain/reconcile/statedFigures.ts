import { basisName, weeksIn, type Basis } from '../calendar';
import { throughNet } from './acrossTables';
import {
  asPounds,
  compared,
  comparison,
  derived,
  people,
  said,
  times,
  type Apart,
  type Check,
  type Derived,
} from './check';
import { headlineOf, unsignedClaim, words, type Claim } from './claims';
import { explained, swaps, type Doubt } from './explainGap';
import { slackOf, type Figure } from './figure';
import { missingFrom, netSaving, unsigned, type Paper } from './paper';
import type { PrintedTable } from './printedTable';
import { averageOf, basisBetween } from './rowRules';
import {
  amountColumn,
  less,
  peopleIn,
  peopleOf,
  rowsOf,
  totalOf,
  unsignedParts,
} from './tableTotals';

/**
 * Figures stated in prose beside the tables and one another.
 * @param paper with its slips put right
 * @param printed as it stands, against whose rows what is stated is held
 */
export function statedChecks(claims: readonly Claim[], paper: Paper, printed: Paper): Check[] {
  const annual = basisOf(claims);
  return [
    ...claims.flatMap((claim) => {
      const checks = [
        ...tableCheck(claim, paper, printed),
        ...annualCheck(claim, claims, annual),
        ...averageCheck(claim, claims, paper),
      ];
      return checks.length > 0 ? checks : cellCheck(claim, printed);
    }),
    ...(['week', 'year'] as const).flatMap((period) => netOfClaims(claims, paper, period, annual)),
    ...peopleOfClaims(claims, paper),
  ];
}

const checkOf = (
  { table, statement, figure }: Claim,
  against: string,
  should: Derived,
  because: string,
  cause: (apart: Apart) => string | undefined,
): Check =>
  comparison({
    table,
    check: `${statement}: ${against}`,
    stated: figure,
    should,
    sums: `${figure.text} is stated; ${because}`,
    cause,
  });

/** What of a hand's slips in the stated figure itself explains that it is not what it should be. */
const ownSlip =
  ({ figure }: Claim) =>
  (apart: Apart): string | undefined =>
    explained({ stated: figure, ...apart, parts: [] });

// Against the tables --------------------------------------------------------------------------

/** A stated amount or headcount is a column's total or a cell of the row that it names. */
function tableCheck(claim: Claim, paper: Paper, printed: Paper): Check[] {
  if (claim.isAverage || claim.period === 'year') return [];
  const { measure, row } = claim;
  if (row) return measure === 'people' ? peopleOfRow(claim, row) : amountOfRow(claim, row);
  return measure === 'people'
    ? peopleOfTable(claim, printed)
    : amountOfTable(claim, paper, printed);
}

function peopleOfRow(claim: Claim, { table, row }: NonNullable<Claim['row']>): Check[] {
  const count = peopleIn(table, row);
  if (count === undefined) return [];
  const should = { value: count, slack: 0 };
  const because = `‘${row.label}’ of ‘${table.title}’ holds ${people(count)}`;
  return [checkOf(claim, `‘${table.title}’`, should, because, () => undefined)];
}

function amountOfRow(claim: Claim, { table, row }: NonNullable<Claim['row']>): Check[] {
  const side = claim.flow === 'original' || claim.flow === 'current' ? claim.flow : undefined;
  const column = amountColumn(table, side);
  const printed = column === undefined ? undefined : row.figures[column];
  if (!printed) return [];
  const because = `‘${row.label}’ of ‘${table.title}’ is ${printed.text}`;
  return [
    checkOf(
      unsignedClaim(claim),
      `‘${table.title}’`,
      unsigned(derived(printed))!,
      because,
      ownSlip(unsignedClaim(claim)),
    ),
  ];
}

const tableFor = ({ flow }: Claim, paper: Paper): PrintedTable | undefined =>
  flow === 'reductions' || flow === 'increases' ? paper[flow] : paper.net;

/** '‘Cohorts’ holds 103 young people by its averages' */
const holdingWords = (
  { title }: PrintedTable,
  held: { people: number; isImplied: boolean },
): string => `‘${title}’ holds ${people(held.people)}${held.isImplied ? ' by its averages' : ''}`;

function peopleOfTable(claim: Claim, paper: Paper): Check[] {
  const table = tableFor(claim, paper);
  const held = table && peopleOf(table);
  if (!table || !held) return [];
  const because = holdingWords(table, held);
  const should = { value: held.people, slack: 0 };
  return [checkOf(claim, `‘${table.title}’`, should, because, () => undefined)];
}

function amountOfTable(given: Claim, paper: Paper, printed: Paper): Check[] {
  const table = tableFor(given, printed);
  if (!table || given.flow === undefined) return [];
  const claim = unsignedClaim(given);
  const side = given.flow === 'original' || given.flow === 'current' ? given.flow : undefined;
  const column = amountColumn(table, side);
  if (column === undefined) return [];
  const parts = unsignedParts(table, column);
  const isNet = given.flow === 'net';
  const should = isNet ? unsigned(netSaving(paper)) : unsigned(totalOf(table, column));
  if (!should || parts.length === 0) return [];
  const because = `${isNet ? 'the net' : 'the rows'} of ‘${table.title}’ ${isNet ? 'is' : 'add up to'} ${said(should.value, claim.figure)}`;
  const missing = given.flow === 'increases' ? missingFrom(paper) : undefined;
  return [
    checkOf(claim, `‘${table.title}’`, should, because, (gap) =>
      explained({
        stated: claim.figure,
        ...gap,
        parts,
        doubtful: differing(table, tableFor(given, paper), column),
        missing: missing && missing.people > 0 ? missing.amount : undefined,
      }),
    ),
  ];
}

/** Rows that were put right, because their own figures tell that they are wrong. */
function differing(printed: PrintedTable, right: PrintedTable | undefined, column: number): Doubt {
  return new Map(
    printed.rows.flatMap(({ label, figures }, at) => {
      const should = right?.rows[at]?.figures[column]?.value;
      return figures[column]?.value === should ? [] : [[label, should]];
    }),
  );
}

/** Words that say what a figure is of; short ones and those that every figure bears do not. */
const NO_SUBJECT =
  /^(total|totals|figure|figures|number|cost|costs|weekly|week|year|annual|average|from|with|over|that|this|than)$/;
const subjectsOf = (text: string): string[] =>
  words(text)
    .split(' ')
    .filter((word) => word.length > 3 && !NO_SUBJECT.test(word))
    .map((word) => word.replace(/s$/, ''));

/**
 * A figure that follows from none of the rules above, beside the printed cells that are about the
 * same: it is one of them, or one of them with digits swapped. Of anything else nothing is said.
 */
function cellCheck(given: Claim, { tables }: Paper): Check[] {
  const claim = unsignedClaim(given);
  const subjects = new Set(subjectsOf(claim.statement));
  const cells = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.figures.flatMap((figure, at) => {
        const { heading } = table.columns[at]!;
        const about = subjectsOf(`${table.title} ${heading} ${row.label}`);
        const shared = new Set(about.filter((word) => subjects.has(word))).size;
        const where = `‘${row.label}’ under ‘${heading}’ of ‘${table.title}’`;
        return figure && shared > 0 ? [{ figure, shared, where, title: table.title }] : [];
      }),
    ),
  );
  const size = (figure: Figure): Derived => ({
    value: Math.abs(figure.value),
    slack: slackOf(figure),
  });
  const best = cells.sort((one, other) => other.shared - one.shared);
  const same = best.find(({ figure }) => compared(claim.figure, size(figure)).status !== 'fails');
  const found =
    same ??
    best.find(({ figure }) =>
      swaps(claim.figure).some(
        ({ value }) => compared({ ...claim.figure, value }, size(figure)).status !== 'fails',
      ),
    );
  if (!found) return [];
  const because = `${found.where} is ${found.figure.text}`;
  return [checkOf(claim, `‘${found.title}’`, size(found.figure), because, ownSlip(claim))];
}

// Against one another -------------------------------------------------------------------------

const isAlike = (one: Claim, other: Claim): boolean =>
  one.flow === other.flow &&
  one.row?.row.label === other.row?.row.label &&
  one.isAverage === other.isAverage;

const weeklyOf = (claim: Claim, claims: readonly Claim[]): Claim | undefined =>
  claims.find(
    (other) =>
      other !== claim &&
      other.measure === 'money' &&
      other.period === 'week' &&
      isAlike(claim, other),
  );

/** The weeks in a year that most of the paper's stated figures are on; 52 where as many are. */
function basisOf(claims: readonly Claim[]): Basis {
  const counts = new Map<Basis, number>();
  for (const claim of claims.filter(({ period }) => period === 'year')) {
    const weekly = weeklyOf(claim, claims);
    const basis = weekly && basisBetween(weekly.figure, claim.figure);
    if (basis) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  }
  const sorted = [...counts].sort(
    ([one, many], [other, more]) => more - many || weeksIn(one) - weeksIn(other),
  );
  return sorted[0]?.[0] ?? '52';
}

function annualCheck(given: Claim, claims: readonly Claim[], usual: Basis): Check[] {
  const found = given.period === 'year' && given.measure === 'money' && weeklyOf(given, claims);
  if (!found) return [];
  const [claim, weekly] = [unsignedClaim(given), unsignedClaim(found)];
  const should = times(derived(weekly.figure), weeksIn(usual));
  const because = `${weekly.figure.text} a week × ${basisName(usual)} is ${said(should.value, claim.figure)}`;
  return [
    checkOf(claim, `the weekly figure × ${basisName(usual)}`, should, because, (gap) => {
      const other = basisBetween(weekly.figure, claim.figure);
      return other && other !== usual
        ? `It is on ${basisName(other)} weeks, the paper’s others on ${basisName(usual)}.`
        : (swappedWeekly(claim.figure, weekly.figure, usual) ?? ownSlip(claim)(gap));
    }),
  ];
}

function swappedWeekly(annual: Figure, weekly: Figure, basis: Basis): string | undefined {
  const found = swaps(weekly).filter(({ value }) => {
    const should = times({ value, slack: slackOf(weekly) }, weeksIn(basis));
    return compared(annual, should).status !== 'fails';
  });
  return found.length === 1
    ? `Two digits are swapped in the weekly figure: ${weekly.text} for ${found[0]!.text}.`
    : undefined;
}

/** An average is the stated amount, or the tables', a young person. */
function averageCheck(given: Claim, claims: readonly Claim[], paper: Paper): Check[] {
  if (!given.isAverage || given.period === 'year' || given.row) return [];
  const claim = unsignedClaim(given);
  const table = tableFor(given, paper);
  const held = table && peopleOf(table);
  if (!table || !held) return [];
  const stated = headlineOf(claims, given.flow, 'week');
  const amount = stated
    ? unsignedClaim(stated).figure
    : asAmount(given.flow === 'net' ? netSaving(paper) : totalOf(table, amountColumn(table)));
  const count: Figure = { ...claim.figure, value: held.people, step: 0, text: String(held.people) };
  const should = amount && averageOf(amount, count);
  if (!amount || !should) return [];
  const because = `${amount.text} ÷ ${held.people} is ${said(should.value, claim.figure)}`;
  return [checkOf(claim, 'the amount by the young people', should, because, ownSlip(claim))];
}

const asAmount = (amount: Derived | undefined): Figure | undefined => {
  const size = unsigned(amount);
  return size && asPounds(size);
};

/** Stated reductions less stated increases are the net that is stated, or else the tables'. */
function netOfClaims(
  claims: readonly Claim[],
  paper: Paper,
  period: Claim['period'],
  basis: Basis,
): Check[] {
  const of = (flow: Claim['flow']) => headlineOf(claims, flow, period);
  const [reduced, increased, stated] = [of('reductions'), of('increases'), of('net')];
  const isOnAnother = ({ figure, ...claim }: Claim): boolean => {
    const weekly = headlineOf(claims, claim.flow, 'week');
    return (
      weekly !== undefined &&
      compared(figure, times(derived(weekly.figure), weeksIn(basis))).status === 'fails'
    );
  };
  // An annual figure that does not follow from its own weekly one is reported where it stands.
  if (
    period === 'year' &&
    [reduced, increased, stated].some((claim) => claim && isOnAnother(claim))
  ) {
    return [];
  }
  const printed = stated?.figure ?? (period === 'week' ? asAmount(netSaving(paper)) : undefined);
  if (!reduced || !increased || !printed) return [];
  const should = less(
    derived(unsignedClaim(reduced).figure),
    derived(unsignedClaim(increased).figure),
  );
  // A net saving is stated with its minus or without: the cohorts say which way it goes.
  const size = Math.abs(printed.value);
  const saving = netSaving(paper)?.value;
  const isFall =
    saving === undefined
      ? Math.abs(size - should.value) <= Math.abs(-size - should.value)
      : saving >= 0;
  const net = { ...printed, value: isFall ? size : -size };
  const a = period === 'week' ? 'a week' : 'a year';
  const factor = period === 'week' ? 1 : weeksIn(basis);
  const claim: Claim = { ...reduced, statement: `Reductions less increases ${a}`, figure: net };
  const because = `reductions of ${reduced.figure.text} less increases of ${increased.figure.text} are ${said(should.value, net)}`;
  return [
    checkOf(claim, 'the net', should, because, ({ difference, slack }) =>
      throughNet(paper, net, difference, slack, factor),
    ),
  ];
}

/** Headcounts stated by cohort add up to those of the tables. */
function peopleOfClaims(claims: readonly Claim[], paper: Paper): Check[] {
  const { net } = paper;
  const held = net && peopleOf(net);
  const stated = (net ? rowsOf(net) : []).map(({ label }) =>
    claims.find(({ measure, row }) => measure === 'people' && row?.row.label === label),
  );
  const [first] = stated;
  if (!held || !first || stated.length < 2 || stated.some((claim) => claim === undefined))
    return [];
  const sum = stated.reduce((all, claim) => all + claim!.figure.value, 0);
  const figure: Figure = { ...first.figure, value: sum, text: String(sum) };
  const because = holdingWords(net, held);
  return [
    checkOf(
      { ...first, statement: 'Young people stated, together', figure },
      `‘${net.title}’`,
      { value: held.people, slack: 0 },
      because,
      () => undefined,
    ),
  ];
}
