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
import { headlineOf, narrowingIn, stemOf, subjectsOf, unsignedClaim, type Claim } from './claims';
import { explained, swaps, type Doubt } from './explainGap';
import { slackOf, type Figure } from './figure';
import { missingFrom, netSaving, sideOf, unsigned, type Paper } from './paper';
import type { PrintedProblem, PrintedTable } from './printedTable';
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

/** A check of what is stated. */
interface ClaimCheck extends Check {
  /** The claims that it is of. */
  of: readonly number[];
  /** The figures in words: '57 is stated; ‘Cohort 1’ of ‘Cohorts’ holds 57 young people'. */
  because: string;
  /** False where they are apart, and neither a slip nor their size says that they are of one thing. */
  isAlike: boolean;
}

export interface StatedOutcome {
  checks: Check[];
  /** What is stated and could be compared with nothing, where it stands and why. */
  problems: PrintedProblem[];
}

/**
 * Figures stated in prose beside the tables and one another. Each ends in a check or in a problem.
 * @param paper with its slips put right
 * @param printed as it stands, against whose rows what is stated is held
 */
export function statedChecks(
  claims: readonly Claim[],
  paper: Paper,
  printed: Paper,
): StatedOutcome {
  const annual = basisOf(claims, paper);
  const single = claims.map((claim) => {
    const tried = [
      ...tableCheck(claim, paper, printed),
      ...annualCheck(claim, claims, paper, annual),
      ...averageCheck(claim, claims, paper),
    ];
    return { claim, tried, checks: settled(claim, tried, printed) };
  });
  // What turned out to be of something else is no headline.
  const headlines = single
    .filter((each) => each.checks.length > 0 || each.tried.length === 0)
    .map(({ claim }) => claim);
  const checks = [
    ...single.flatMap((each) => each.checks),
    ...(['week', 'year'] as const).flatMap((period) =>
      netOfClaims(headlines, paper, period, annual),
    ),
    ...peopleOfClaims(headlines, paper),
  ];
  const compared = new Set(checks.flatMap(({ of }) => of));
  return {
    checks: checks.map(({ of: _, because: __, isAlike: ___, ...check }) => check),
    problems: single
      .filter(({ claim }) => !compared.has(claim.id))
      .map(({ claim, tried }) => uncompared(claim, tried, printed)),
  };
}

/** The checks of a claim that are of the same thing; failing those, the cell that it repeats. */
function settled(claim: Claim, tried: ClaimCheck[], printed: Paper): ClaimCheck[] {
  const narrowing = new Set(foreignTo(claim, tableFor(claim, printed)).map(stemOf));
  const isElsewhere = (check: ClaimCheck): boolean =>
    narrowing.size > 0 &&
    check.status === 'fails' &&
    (!check.isAlike || cellCheck(claim, printed, narrowing).length > 0);
  const sound = tried.filter((check) => !isElsewhere(check));
  return sound.length > 0 ? sound : cellCheck(claim, printed);
}

/** The words of a statement that the table and the row that it is held against do not have. */
function foreignTo({ statement, row }: Claim, table: PrintedTable | undefined): string[] {
  const beside = row?.table ?? table;
  const known = new Set(
    subjectsOf(
      [
        row?.row.label,
        beside?.title,
        beside?.labelHeading,
        ...(beside?.columns ?? []).map(({ heading }) => heading),
      ].join(' '),
    ),
  );
  return narrowingIn(statement).filter((word) => !known.has(stemOf(word)));
}

function checkOf(
  { id, table, statement, figure, measure }: Claim,
  against: string,
  should: Derived,
  because: string,
  cause: (apart: Apart) => string | undefined,
  others: readonly (Claim | undefined)[] = [],
): ClaimCheck {
  let isExplained = false;
  const check = comparison({
    table,
    check: `${statement}: ${against}`,
    stated: figure,
    should,
    sums: `${figure.text} is stated; ${because}`,
    cause: (apart) => {
      const found = cause(apart);
      isExplained = found !== undefined;
      return found;
    },
  });
  return {
    ...check,
    of: [id, ...others.flatMap((other) => other?.id ?? [])],
    because,
    isAlike: check.status !== 'fails' || isExplained || isOfSize(figure, should, measure),
  };
}

/** Of about the size that it should be, or of its digits with the decimal point elsewhere. */
function isOfSize({ value }: Figure, should: Derived, measure: Claim['measure']): boolean {
  const apart = Math.abs(Math.log10(Math.abs(value / should.value)));
  const most = measure === 'money' ? Math.log10(2) : Math.log10(1.1);
  return apart <= most || Math.abs(apart - Math.round(apart)) < 0.002;
}

// Compared with nothing -----------------------------------------------------------------------

function uncompared(claim: Claim, tried: readonly ClaimCheck[], printed: Paper): PrintedProblem {
  const { place, statement, figure } = claim;
  const what = statement === '' ? 'A figure without a statement' : `‘${statement}’`;
  return {
    place,
    label: statement,
    message: `${place}: ${what}, ${figure.text}, is not compared with a table: ${whyNot(claim, tried, printed)}.`,
  };
}

function whyNot(claim: Claim, tried: readonly ClaimCheck[], printed: Paper): string {
  const { statement, measure, flow, period, isAverage } = claim;
  const table = tableFor(claim, printed);
  const foreign = foreignTo(claim, table);
  const about = `‘${foreign.slice(0, MOST_WORDS).join(' ')}’`;
  const [nearest] = tried;
  if (printed.tables.length === 0) return 'no table with rows of figures stands beside it';
  if (statement === '') return 'nothing says what it is of';
  if (nearest) return `the tables hold no such figure about ${about} (${nearest.because})`;
  if (measure === 'percent') return 'it is a percentage, and none like it stands in a table';
  if (foreign.length > 0) return `the tables hold no such figure about ${about}`;
  if (flow !== undefined && !table) {
    const of = flow === 'reductions' || flow === 'increases' ? flow : 'costs before and now';
    return `no table of ${of} was found`;
  }
  if (isAverage && table && !peopleOf(table)) {
    return `‘${table.title}’ does not tell how many young people it is of`;
  }
  if (period === 'year') return 'the tables and the other statements hold no weekly figure of it';
  if (table && rowsOf(table).some(({ untold }) => untold.includes(true))) {
    return `not every figure of ‘${table.title}’ is told, so it cannot be added up`;
  }
  return 'no figure in the tables follows from what it says';
}

/** Words quoted of a statement before they are no reason any more. */
const MOST_WORDS = 4;

/** What of a hand's slips in the stated figure itself explains that it is not what it should be. */
const ownSlip =
  ({ figure }: Claim) =>
  (apart: Apart): string | undefined =>
    explained({ stated: figure, ...apart, parts: [] });

// Against the tables --------------------------------------------------------------------------

/** A stated amount or headcount is a column's total or a cell of the row that it names. */
function tableCheck(claim: Claim, paper: Paper, printed: Paper): ClaimCheck[] {
  const { measure, row } = claim;
  if (claim.isAverage || measure === 'percent') return [];
  if (measure === 'money') {
    if (claim.period === 'year') return [];
    return row ? amountOfRow(claim, row) : amountOfTable(claim, paper, printed);
  }
  if (row) return peopleOfRow(claim, row);
  return measure === 'people' ? peopleOfTable(claim, printed) : [];
}

function peopleOfRow(claim: Claim, { table, row }: NonNullable<Claim['row']>): ClaimCheck[] {
  const count = peopleIn(table, row);
  if (count === undefined) return [];
  const should = { value: count, slack: 0 };
  const because = `‘${row.label}’ of ‘${table.title}’ holds ${people(count)}`;
  return [checkOf(claim, `‘${table.title}’`, should, because, () => undefined)];
}

function amountOfRow(claim: Claim, { table, row }: NonNullable<Claim['row']>): ClaimCheck[] {
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

const tableFor = ({ flow }: Pick<Claim, 'flow'>, paper: Paper): PrintedTable | undefined =>
  flow === 'reductions' || flow === 'increases' ? paper[flow] : paper.net;

/** '‘Cohorts’ holds 103 young people by its averages' */
const holdingWords = (
  { title }: PrintedTable,
  held: { people: number; isImplied: boolean },
): string => `‘${title}’ holds ${people(held.people)}${held.isImplied ? ' by its averages' : ''}`;

function peopleOfTable(claim: Claim, paper: Paper): ClaimCheck[] {
  const table = tableFor(claim, paper);
  const held = table && peopleOf(table);
  if (!table || !held) return [];
  const because = holdingWords(table, held);
  const should = { value: held.people, slack: 0 };
  return [checkOf(claim, `‘${table.title}’`, should, because, () => undefined)];
}

function amountOfTable(given: Claim, paper: Paper, printed: Paper): ClaimCheck[] {
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

/**
 * A figure that follows from none of the rules above, beside the printed cells that are about the
 * same: it is one of them, or one of them with digits swapped. Of anything else nothing is said.
 * @param narrowing the cell must be about one of these, and hold the figure as it is stated
 */
function cellCheck(given: Claim, { tables }: Paper, narrowing?: ReadonlySet<string>): ClaimCheck[] {
  const claim = unsignedClaim(given);
  const subjects = new Set(subjectsOf(claim.statement));
  // A headcount is a small number that many cells share: it must be about all of the same.
  const fewest = claim.measure === 'people' || claim.measure === 'count' ? subjects.size : 1;
  const isLike = (figure: Figure): boolean =>
    figure.isPercent === (claim.measure === 'percent') &&
    (figure.isMoney ? claim.measure === 'money' : !claim.figure.isMoney || figure.step > 0);
  const cells = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.figures.flatMap((figure, at) => {
        if (!figure || !isLike(figure)) return [];
        const { heading } = table.columns[at]!;
        const about = new Set(subjectsOf(`${table.title} ${heading} ${row.label}`));
        const shared = [...subjects].filter((word) => about.has(word)).length;
        const isNarrowed = !narrowing || [...narrowing].some((word) => about.has(word));
        const where = `‘${row.label}’ under ‘${heading}’ of ‘${table.title}’`;
        return shared >= Math.max(1, fewest) && isNarrowed
          ? [{ figure, shared, where, title: table.title }]
          : [];
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
    best.find(
      ({ figure }) =>
        !narrowing &&
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

/** What is stated a week of the same; of several the one about the same words. */
function weeklyOf(claim: Claim, claims: readonly Claim[]): Claim | undefined {
  const found = claims.filter(
    (other) =>
      other !== claim &&
      other.measure === 'money' &&
      other.period === 'week' &&
      isAlike(claim, other),
  );
  const about = ({ statement }: Claim): string => narrowingIn(statement).map(stemOf).join(' ');
  const same = found.find((other) => about(other) === about(claim));
  // Nothing but the words says that they are of one thing where neither names a row or a way.
  return claim.flow === undefined && !claim.row ? same : (same ?? found[0]);
}

/** The weeks in a year that most of the paper's stated figures are on; 52 where as many are. */
function basisOf(claims: readonly Claim[], paper: Paper): Basis {
  const counts = new Map<Basis, number>();
  for (const claim of claims.filter(({ period }) => period === 'year')) {
    const weekly = [weeklyOf(claim, claims)?.figure, weeklyPrinted(claim, paper)];
    const [basis] = weekly.flatMap((of) => (of && basisBetween(of, claim.figure)) ?? []);
    if (basis) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  }
  const sorted = [...counts].sort(
    ([one, many], [other, more]) => more - many || weeksIn(one) - weeksIn(other),
  );
  return sorted[0]?.[0] ?? '52';
}

function annualCheck(
  given: Claim,
  claims: readonly Claim[],
  paper: Paper,
  usual: Basis,
): ClaimCheck[] {
  if (given.period !== 'year' || given.measure !== 'money') return [];
  const found = weeklyOf(given, claims);
  const claim = unsignedClaim(given);
  const printed = weeklyPrinted(given, paper);
  const follows = (of: Figure, basis: Basis): boolean =>
    compared(claim.figure, times(derived(of), weeksIn(basis))).status !== 'fails';
  const beside = found && unsignedClaim(found).figure;
  // Where it is right by the tables, what is stated a week is not.
  const isByTables = !beside || (!follows(beside, usual) && !!printed && follows(printed, usual));
  const weekly = isByTables ? printed : beside;
  if (!weekly) return [];
  const basis = found ? usual : (basisBetween(weekly, claim.figure) ?? usual);
  const should = times(derived(weekly), weeksIn(basis));
  const because = `${weekly.text} a week × ${basisName(basis)} is ${said(should.value, claim.figure)}`;
  const cause = (gap: Apart): string | undefined => {
    const other = basisBetween(weekly, claim.figure);
    return other && other !== basis
      ? `It is on ${basisName(other)} weeks, the paper’s others on ${basisName(basis)}.`
      : (swappedWeekly(claim.figure, weekly, basis) ?? ownSlip(claim)(gap));
  };
  const against = `the weekly figure × ${basisName(basis)}`;
  return [checkOf(claim, against, should, because, cause, isByTables ? [] : [found])];
}

/** What the tables hold a week of what is stated a year alone. */
function weeklyPrinted({ flow, row, isAverage }: Claim, paper: Paper): Figure | undefined {
  if (isAverage || (flow === undefined && !row)) return undefined;
  const side = flow === 'original' || flow === 'current' ? flow : undefined;
  const table = row?.table ?? tableFor({ flow }, paper);
  if (flow === 'net' && !row) return asAmount(netSaving(paper) ?? netOfReasons(paper));
  const column = table && amountColumn(table, side);
  if (!table || column === undefined) return undefined;
  const amount = row ? row.row.figures[column] : undefined;
  if (row) return amount && { ...amount, value: Math.abs(amount.value) };
  return asAmount(totalOf(table, column));
}

/** What the tables of reasons leave, where no table of cohorts says it. */
function netOfReasons(paper: Paper): Derived | undefined {
  const [reduced, increased] = [sideOf(paper, 'reductions'), sideOf(paper, 'increases')];
  return reduced && increased && less(reduced, increased);
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
function averageCheck(given: Claim, claims: readonly Claim[], paper: Paper): ClaimCheck[] {
  if (!given.isAverage || given.period === 'year' || given.measure !== 'money' || given.row)
    return [];
  const claim = unsignedClaim(given);
  const table = tableFor(given, paper);
  const held = table && peopleOf(table);
  if (!table || !held) return [];
  const stated = given.flow && headlineOf(claims, given.flow, 'week');
  const amount = stated
    ? unsignedClaim(stated).figure
    : asAmount(given.flow === 'net' ? netSaving(paper) : totalOf(table, amountColumn(table)));
  const count: Figure = { ...claim.figure, value: held.people, step: 0, text: String(held.people) };
  const should = amount && averageOf(amount, count);
  if (!amount || !should) return [];
  const because = `${amount.text} ÷ ${held.people} is ${said(should.value, claim.figure)}`;
  const against = 'the amount by the young people';
  const check = checkOf(claim, against, should, because, ownSlip(claim), [stated]);
  // An average that does not say of what may be of something else than the difference.
  return given.flow === undefined && check.status === 'fails' ? [] : [check];
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
): ClaimCheck[] {
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
  const right = [reduced, increased].flatMap(({ flow, figure }) => {
    if (flow !== 'reductions' && flow !== 'increases') return [];
    const table = paper[flow];
    const all = table && unsigned(totalOf(table, amountColumn(table)));
    const isRight = all && compared(figure, times(all, factor)).status !== 'fails';
    return isRight ? [flow] : [];
  });
  const claim: Claim = { ...reduced, statement: `Reductions less increases ${a}`, figure: net };
  const because = `reductions of ${reduced.figure.text} less increases of ${increased.figure.text} are ${said(should.value, net)}`;
  return [
    checkOf(
      claim,
      'the net',
      should,
      because,
      ({ difference, slack }) => throughNet(paper, net, difference, slack, { factor, right }),
      [increased, stated],
    ),
  ];
}

/** Headcounts stated by cohort add up to those of the tables. */
function peopleOfClaims(claims: readonly Claim[], paper: Paper): ClaimCheck[] {
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
      stated,
    ),
  ];
}
