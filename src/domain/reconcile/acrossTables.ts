import { plainly } from '../typed';
import { partsOf } from './casts';
import {
  asPounds,
  compared,
  comparison,
  headcountCheck,
  people,
  POUNDS,
  said,
  type Check,
} from './check';
import { explained } from './explainGap';
import { slackOf, type Figure } from './figure';
import { missingFrom, netSaving, sideOf, type Missing, type Paper } from './paper';
import type { PrintedRow, PrintedTable } from './printedTable';
import {
  amountColumn,
  less,
  peopleIn,
  peopleOf,
  rowsOf,
  totalOf,
  unsignedParts,
} from './tableTotals';

/** What must hold between the tables of a paper. */
export function acrossChecks(paper: Paper): Check[] {
  return [
    ...peopleCheck(paper),
    ...netCheck(paper),
    ...paper.tables.flatMap((table) => breakdownChecks(table, paper.tables)),
    ...paper.tables.flatMap(noChangeCheck),
  ];
}

export function peopleCheck(paper: Paper): Check[] {
  const { net, reductions, increases } = paper;
  if (!net || !reductions || !increases) return [];
  const counts = [reductions, increases, net].map(peopleOf);
  const [reduced, increased, all] = counts;
  if (!reduced || !increased || !all) return [];
  const inRows = reduced.people + increased.people;
  const difference = inRows - all.people;
  const how = all.isImplied ? ' (by its averages)' : '';
  const sums = `‘${reductions.title}’ holds ${people(reduced.people)}, ‘${increases.title}’ ${people(increased.people)}, ${inRows} together; ‘${net.title}’ holds ${all.people}${how}`;
  return [
    headcountCheck(
      `${reductions.title}; ${increases.title}`,
      'Young people in the tables of reasons are those in the cohorts',
      difference,
      `${sums}.${difference === 0 ? '' : ` ${missingWords(difference, missingFrom(paper))}`}`,
    ),
  ];
}

function missingWords(difference: number, missing: Missing | undefined): string {
  const who = people(difference);
  if (difference > 0) return `${who} too many ${difference === 1 ? 'is' : 'are'} in the rows.`;
  const are = difference === -1 ? 'is' : 'are';
  const amount = missing?.amount ?? 0;
  const size = said(Math.abs(amount), POUNDS);
  const costs = difference === -1 ? 'costs' : 'cost';
  const worth =
    missing && amount !== 0
      ? ` The rows fall short of the net by ${size}, so whoever is left out ${costs} about ${size} a week ${amount > 0 ? 'more' : 'less'}.`
      : '';
  return `${who} ${are} in no row.${worth}`;
}

function netCheck(paper: Paper): Check[] {
  const { net, reductions, increases } = paper;
  const saving = netSaving(paper);
  if (!net || !reductions || !increases || !saving) return [];
  const [reduced, increased] = [sideOf(paper, 'reductions'), sideOf(paper, 'increases')];
  if (!reduced || !increased) return [];
  const should = less(reduced, increased);
  const stated = asPounds(saving);
  const missing = missingFrom(paper);
  return [
    comparison({
      table: `${reductions.title}; ${increases.title}`,
      check: 'Reductions less increases are the net a week',
      stated,
      should,
      sums: `Reductions of ${said(reduced.value, POUNDS)} less increases of ${said(increased.value, POUNDS)} are ${said(should.value, POUNDS)} a week; the net of ‘${net.title}’ is ${stated.text}`,
      cause: ({ difference, slack }) =>
        missing && missing.people > 0 && Math.abs(difference + missing.amount) <= slack + 0.005
          ? `It is what the ${people(missing.people)} in no row ${missing.people === 1 ? 'comes' : 'come'} to.`
          : throughNet(paper, stated, difference, slack),
    }),
  ];
}

/** What a paper makes its net of. */
type Side = 'reductions' | 'increases';

/**
 * What explains that a net is off: rows left out of the total of either side, or, where that total is
 * what its rows come to, of the net itself; or a slip in the net's own digits.
 * @param right the sides whose totals are known to be right
 */
export function throughNet(
  paper: Paper,
  stated: Figure,
  difference: number,
  slack: number,
  { factor = 1, right = [] }: { factor?: number; right?: readonly Side[] } = {},
): string | undefined {
  // No digits to look for a slip in: what is off is not the net, or off the other way.
  const asked: Figure = { ...stated, text: '', step: 0 };
  const of = (side: Side): string | undefined => {
    const table = paper[side];
    const column = table && amountColumn(table);
    if (!table || column === undefined) return undefined;
    const parts = unsignedParts(table, column, factor);
    const own = factor === 1 ? 0 : Math.max(0, ...parts.map(({ figure }) => slackOf(figure)));
    const isRight = right.includes(side);
    // A row that its total leaves out takes away from what is left of the net; one that the net does, adds.
    const sign = (side === 'increases') === isRight ? -1 : 1;
    const cause = explained({
      stated: asked,
      difference: sign * difference,
      slack: slack + own,
      parts,
      whole: isRight ? 'net' : 'total',
    });
    return cause && `Of ‘${table.title}’: ${cause}`;
  };
  const sides: Side[] = ['increases', 'reductions'];
  const inDoubt = sides.filter((side) => !right.includes(side));
  for (const side of [...inDoubt, ...sides.filter((each) => right.includes(each))]) {
    const cause = of(side);
    if (cause) return cause;
  }
  return explained({ stated, difference, slack, parts: [], whole: 'net' });
}

// Breakdowns ----------------------------------------------------------------------------------

/** With a space before, between and after the words, so that a label is found whole. */
const inWords = (text: string): string =>
  ` ${plainly(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** A table of one row of another: 'Cohort 1 identified opportunity' under 'Cohort 1'. */
function breakdownChecks(table: PrintedTable, all: readonly PrintedTable[]): Check[] {
  if (table.flow !== 'net' || table.isOwn) return [];
  const title = inWords(table.title);
  return all.flatMap((other) => {
    if (other === table || other.flow !== 'net') return [];
    const row = other.rows.find(
      ({ label, kind }) => kind === 'row' && /[a-z]/i.test(label) && title.includes(inWords(label)),
    );
    return row ? breakdownOf(table, other, row) : [];
  });
}

function breakdownOf(table: PrintedTable, other: PrintedTable, row: PrintedRow): Check[] {
  const [column, otherColumn] = [amountColumn(table), amountColumn(other)];
  const should = totalOf(table, column);
  const stated = otherColumn === undefined ? undefined : row.figures[otherColumn];
  const checks: Check[] = [];
  const of = `‘${row.label}’ of ‘${other.title}’`;
  if (should && stated && column !== undefined) {
    const { status, difference, slack } = compared(stated, should);
    const parts = partsOf(rowsOf(table), column);
    const cause = explained({ stated, difference, slack, parts });
    checks.push({
      table: table.title,
      check: `The rows add up to ${of}: a week`,
      status,
      difference,
      unit: 'pounds',
      detail: `${of} is ${stated.text}; the rows add up to ${said(should.value, POUNDS)}.${
        status === 'fails' ? ` ${cause ?? 'A part of it may not be in the table.'}` : ''
      }`,
    });
  }
  const [inRows, all] = [peopleOf(table), peopleIn(other, row)];
  if (inRows && all !== undefined) {
    const difference = all - inRows.people;
    checks.push(
      headcountCheck(
        table.title,
        `The young people add up to ${of}`,
        difference,
        `${of} holds ${people(all)}, the rows ${inRows.people}${inRows.isImplied ? ' by their averages' : ''}.`,
      ),
    );
  }
  return checks;
}

// No change -----------------------------------------------------------------------------------

const NO_CHANGE =
  /^(no|nil|without|zero)( material| significant)? (changes?|difference|movement)$|^unchanged$|^same cost$/;

/** A row of 'no change' with money in it is neither an increase nor a slip: somebody drew a line. */
function noChangeCheck(table: PrintedTable): Check[] {
  const column = amountColumn(table);
  // The add-in's own sheets state the amount up to which a change counts as none.
  if (table.isOwn || column === undefined) return [];
  if (table.flow !== 'increases' && table.flow !== 'reductions') return [];
  return table.rows.flatMap((row) => {
    const figure = row.figures[column];
    if (
      row.kind !== 'row' ||
      !figure ||
      figure.value === 0 ||
      !NO_CHANGE.test(plainly(row.label))
    ) {
      return [];
    }
    const count = peopleIn(table, row);
    const who = count === undefined ? '' : `${people(count)} and `;
    return [
      {
        table: table.title,
        check: `‘${row.label}’ among the ${table.flow}`,
        status: 'passes' as const,
        difference: 0,
        unit: 'pounds' as const,
        detail: `‘${row.label}’ holds ${who}${figure.text} and stands among the ${table.flow}. It is no slip: small changes count as none, by a threshold that the paper should state.`,
      },
    ];
  });
}
