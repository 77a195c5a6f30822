import { partsOf } from './casts';
import { compared, comparison, people, said, tidy, times, type Check, type Derived } from './check';
import { explained } from './explainGap';
import { slackOf, type Figure } from './figure';
import type { PrintedRow, PrintedTable } from './printedTable';
import { amountColumn, less, peopleIn, peopleOf, scaled, sumOfRows, totalOf } from './tableTotals';
import { plainly } from '../typed';

/** The tables of one paper by what each is about. */
export interface Paper {
  net?: PrintedTable;
  reductions?: PrintedTable;
  increases?: PrintedTable;
  /** Those with rows of figures, in the paper's order. */
  tables: PrintedTable[];
  /** What it states in its prose. */
  stated: PrintedTable[];
  /** Totals a week that it states of either side, where the rows come to them but for rounding. */
  headlines: { reductions?: Derived; increases?: Derived };
}

/** Where several tables are about the same, the one of reasons for the most people is meant. */
export function paperOf(all: readonly PrintedTable[]): Paper {
  const tables = all.filter(({ isStated }) => !isStated);
  const largest = (flow: PrintedTable['flow']): PrintedTable | undefined => {
    const found = tables.filter((table) => table.flow === flow);
    const size = (table: PrintedTable): number => peopleOf(table)?.people ?? 0;
    const sided = found.filter((table) => amountColumn(table, 'original') !== undefined);
    const among = sided.length > 0 ? sided : found;
    return among.reduce<PrintedTable | undefined>(
      (most, one) => (most && size(most) >= size(one) ? most : one),
      undefined,
    );
  };
  return {
    net: largest('net'),
    reductions: largest('reductions'),
    increases: largest('increases'),
    tables,
    stated: all.filter(({ isStated }) => isStated),
    headlines: {},
  };
}

/** A number that nobody printed, beside one that somebody did. */
const asFigure = ({ value, slack, exact }: Derived, isMoney: boolean): Figure => ({
  value,
  step: 2 * slack,
  exact,
  text: said(value, { isMoney, isPercent: false, step: 0.01 }),
  isMoney,
  isPercent: false,
});

const POUNDS = { isMoney: true, isPercent: false, step: 0.01 };

/** What the reasons leave over of the net, £ a week: what those in no row add to it. */
export interface Missing {
  amount: number;
  people: number;
}

/** The net saving a week of a paper's cohorts: what it cost before less what it costs now. */
export function netSaving({ net }: Paper): Derived | undefined {
  if (!net) return undefined;
  const [original, current] = (['original', 'current'] as const).map((side) =>
    totalOf(net, amountColumn(net, side)),
  );
  const difference = totalOf(net, amountColumn(net));
  if (!original || !current) return difference && times(difference, -1);
  const saving = less(original, current);
  if (!difference) return saving;
  // Differences carry less rounding; some papers print a saving without its minus.
  const signed = Math.sign(difference.value) === Math.sign(saving.value) ? 1 : -1;
  const agree =
    Math.abs(difference.value * signed - saving.value) <= saving.slack + difference.slack;
  return agree ? times(difference, signed) : saving;
}

/** Some papers print what was saved with a minus. */
export const unsigned = (amount: Derived | undefined): Derived | undefined =>
  amount && amount.value < 0 ? times(amount, -1) : amount;

/** What one side comes to a week: its stated total, its printed one, or what its rows come to. */
export function sideOf(paper: Paper, flow: 'reductions' | 'increases'): Derived | undefined {
  const table = paper[flow];
  const total = table && totalOf(table, amountColumn(table));
  return paper.headlines[flow] ?? (flow === 'reductions' ? unsigned(total) : total);
}

/** What is in no row of the reasons, as far as headcounts and money tell. */
export function missingFrom(paper: Paper): Missing | undefined {
  const { net, reductions, increases } = paper;
  const saving = netSaving(paper);
  if (!net || !reductions || !increases || !saving) return undefined;
  const [reduced, increased] = [sideOf(paper, 'reductions'), sideOf(paper, 'increases')];
  const counts = [reductions, increases, net].map((table) => peopleOf(table)?.people);
  if (!reduced || !increased || counts.some((count) => count === undefined)) return undefined;
  const amount = tidy(reduced.value - increased.value - saving.value);
  return { amount, people: counts[2]! - counts[0]! - counts[1]! };
}

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
    {
      table: `${reductions.title}; ${increases.title}`,
      check: 'Young people in the tables of reasons are those in the cohorts',
      status: difference === 0 ? 'passes' : 'fails',
      difference,
      unit: 'number',
      detail: `${sums}.${difference === 0 ? '' : ` ${missingWords(difference, missingFrom(paper))}`}`,
    },
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
  const stated = asFigure(saving, true);
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

/** Rows of either side whose leaving out of a total explains what the net is off by. */
export function throughNet(
  { reductions, increases }: Paper,
  stated: Figure,
  difference: number,
  slack: number,
  factor = 1,
): string | undefined {
  const side = (table: PrintedTable | undefined, sign: number): string | undefined => {
    const column = table && amountColumn(table);
    if (!table || column === undefined) return undefined;
    const rows = table.rows.filter(({ kind }) => kind === 'row');
    const turned = (sumOfRows(table, column)?.value ?? 0) < 0 ? -factor : factor;
    const parts = partsOf(rows, column).map(({ label, figure }) => ({
      label,
      figure: scaled(figure, turned),
    }));
    const own = factor === 1 ? 0 : Math.max(0, ...parts.map(({ figure }) => slackOf(figure)));
    const cause = explained({ stated, difference: sign * difference, slack: slack + own, parts });
    return cause && `Of ‘${table.title}’: ${cause}`;
  };
  return side(increases, 1) ?? side(reductions, -1);
}

// Breakdowns ----------------------------------------------------------------------------------

/** A table of one row of another: 'Cohort 1 identified opportunity' under 'Cohort 1'. */
function breakdownChecks(table: PrintedTable, all: readonly PrintedTable[]): Check[] {
  if (table.flow !== 'net' || table.isOwn) return [];
  const title = ` ${plainly(table.title).replace(/[^a-z0-9]+/g, ' ')} `;
  return all.flatMap((other) => {
    if (other === table || other.flow !== 'net') return [];
    const row = other.rows.find(
      ({ label, kind }) =>
        kind === 'row' &&
        /[a-z]/i.test(label) &&
        title.includes(
          ` ${plainly(label)
            .replace(/[^a-z0-9]+/g, ' ')
            .trim()} `,
        ),
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
    const parts = partsOf(
      table.rows.filter(({ kind }) => kind === 'row'),
      column,
    );
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
    checks.push({
      table: table.title,
      check: `The young people add up to ${of}`,
      status: difference === 0 ? 'passes' : 'fails',
      difference,
      unit: 'number',
      detail: `${of} holds ${people(all)}, the rows ${inRows.people}${inRows.isImplied ? ' by their averages' : ''}.`,
    });
  }
  return checks;
}

// No change -----------------------------------------------------------------------------------

const NO_CHANGE =
  /^(no|nil|without|zero)( material| significant)? (changes?|difference|movement)$|^unchanged$|^same cost$/;

/** A row of 'no change' with money in it is neither an increase nor a slip: somebody drew a line. */
function noChangeCheck(table: PrintedTable): Check[] {
  const column = amountColumn(table);
  if (column === undefined || (table.flow !== 'increases' && table.flow !== 'reductions'))
    return [];
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
